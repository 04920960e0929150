//! A site that was frozen, with its files in memory.

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{Html, Selector};
use server::freeze::{Report, freeze};

use crate::test_app::TestApp;

/// The files of a frozen site, by their paths.
pub(crate) struct Frozen {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) report: Report,
    /// Where the files would lie on their server; links of the page for any address begin there.
    base: String,
}

impl Frozen {
    pub(crate) async fn of(app: &TestApp) -> Self {
        Self::at(app, "/").await
    }

    pub(crate) async fn at(app: &TestApp, base: &str) -> Self {
        add_public_files(&app.site_folder());
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("ut");
        let report = freeze(&app.state, &app.site_files(), &out, base).await.unwrap();
        let mut files = BTreeMap::new();
        read_folder(&out, &out, &mut files);
        assert_eq!(files.len() as u64, report.files);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing beside it");
        Self { files, report, base: base.to_owned() }
    }

    pub(crate) fn text(&self, file: &str) -> &str {
        let content =
            self.files.get(file).unwrap_or_else(|| unreachable!("{file} in {:?}", self.files.keys()));
        str::from_utf8(content).unwrap()
    }

    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        let pages = self.files.keys().filter(|file| has_ending(file, "html"));
        pages.map(|file| (file.as_str(), Html::parse_document(self.text(file))))
    }

    /// Returns the links that lead to no file, each with its page.
    pub(crate) fn dead_links(&self) -> Vec<String> {
        let mut dead = Vec::new();
        for (file, page) in self.pages() {
            let links = links(&page);
            dead.extend(
                links
                    .into_iter()
                    .filter(|link| !self.leads_somewhere(file, link))
                    .map(|l| format!("{file}: {l}")),
            );
        }
        for file in self.files.keys().filter(|file| has_ending(file, "css")) {
            let urls = self.text(file).split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
            dead.extend(urls.filter(|url| !self.leads_somewhere(file, url)).map(|l| format!("{file}: {l}")));
        }
        dead
    }

    fn leads_somewhere(&self, file: &str, link: &str) -> bool {
        let elsewhere = ["https://", "http://", "mailto:", "tel:", "data:", "#"];
        if elsewhere.iter().any(|start| link.starts_with(start)) {
            return true;
        }
        let path = link.split(['?', '#']).next().unwrap_or_default();
        let mut steps: Vec<&str> = file.split('/').collect();
        steps.pop();
        let from_base = path.strip_prefix(&*self.base).filter(|_| file == "404.html");
        let path = from_base.unwrap_or(path);
        for step in path.split('/') {
            match step {
                ".." if steps.pop().is_none() => return false,
                ".." => {}
                step => steps.push(step),
            }
        }
        self.files
            .contains_key(&*percent_encoding::percent_decode_str(&steps.join("/")).decode_utf8().unwrap())
    }
}

/// Returns what a page links to, loads, or sends its search to.
fn links(page: &Html) -> Vec<String> {
    let all = Selector::parse("*").unwrap();
    let mut links = Vec::new();
    for element in page.select(&all).map(|element| element.value()) {
        links.extend(
            ["href", "src", "poster", "action"]
                .iter()
                .filter_map(|name| element.attr(name))
                .map(str::to_owned),
        );
        for set in ["srcset", "imagesrcset"].iter().filter_map(|name| element.attr(name)) {
            links.extend(set.split(", ").filter_map(|part| part.split(' ').next()).map(str::to_owned));
        }
        if element.attr("http-equiv") == Some("refresh") {
            links.extend(
                element
                    .attr("content")
                    .and_then(|value| value.split_once("url="))
                    .map(|(_, url)| url.to_owned()),
            );
        }
    }
    links
}

/// Adds the files of the folder `public`, which the site of the tests lacks.
pub(crate) fn add_public_files(site: &Path) {
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../public"), site);
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn read_folder(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read_folder(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(path).unwrap());
        }
    }
}

/// Whether a file's name ends so.
pub(crate) fn has_ending(file: &str, ending: &str) -> bool {
    file.rsplit('.').next() == Some(ending)
}
