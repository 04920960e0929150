//! Goes from address to address and writes what is there.

mod drawings;
mod leading_on;

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;

use app::blog::{PublicText, public_texts};
use app::error::AppError;
use app::state::AppState;
use app::time::{self, Clock};
use app::{layout, paths, site};
use http::StatusCode;

use super::FreezeError;
use super::address::{Address, Hosts, NO_HOST, relative};
use super::clean::{Cleaner, article_text};
use super::folder::Folder;
use super::links::{Linked, Links};
use super::redirects::Redirects;
use super::report::Report;
use super::search::{SearchIndex, with_search};
use super::seeds::seeds;
use super::visitor::{Answer, Visitor};
use crate::site_files::SiteFiles;

/// An address that no page has, to get the page that says so.
const NOWHERE: &str = "/finns-inte-har";
/// The page for addresses where nothing is, under the name that web servers look for.
const NOT_FOUND_PAGE: &str = "404.html";
/// The files of the search, beside its page.
const SEARCH_FOLDER: &str = "sok";
const SEARCH_SCRIPT: &str = include_str!("search/sok.js");

/// Writes the site into a folder.
pub(super) async fn copy(
    state: &AppState,
    files: &SiteFiles,
    out: &Path,
    base: &str,
) -> Result<Report, FreezeError> {
    let folder = Folder::begin(out)?;
    let mut state = state.over(state.db.clone(), Clock::fixed(state.clock.now()));
    // Without a fallback, this is the address of the settings or nothing.
    state.address = "".into();
    let own_address = site::address(&state).await?;
    state.address = format!("https://{NO_HOST}").into();
    let mut copy = Copy::begin(&state, files, folder, &own_address, base).await?;
    copy.look_up_former(&state).await?;
    copy.follow_links(&state).await?;
    copy.write_search().await?;
    copy.write_page_of_nowhere().await?;
    for (file, map) in copy.redirects.maps(base) {
        copy.folder.write(file, map).await?;
    }
    copy.finish(out)
}

/// A copy that is being made.
struct Copy {
    visitor: Visitor,
    folder: Folder,
    cleaner: Cleaner,
    links: Links,
    redirects: Redirects,
    texts: HashMap<Address, PublicText>,
    index: SearchIndex,
    queue: VecDeque<Step>,
    seen: HashSet<Address>,
    report: Report,
}

/// An address to ask for.
struct Step {
    address: Address,
    /// The page that links to it; none for what the data names.
    from: Option<Address>,
    is_required: bool,
}

impl Copy {
    async fn begin(
        state: &AppState,
        files: &SiteFiles,
        folder: Folder,
        own_address: &str,
        base: &str,
    ) -> Result<Self, FreezeError> {
        let own = Some(own_address).filter(|address| !address.is_empty());
        let texts =
            public_texts(state.db.reader(), state.clock.now_millis()).await.map_err(AppError::from)?;
        let path = |text: PublicText| (Address::of(&text.kind.path(&text.slug)), text);
        let contact = layout::load_layout(state).await?.settings.contact;
        Ok(Self {
            visitor: Visitor::new(state.clone(), files, own_address),
            folder,
            cleaner: Cleaner {
                email: contact.email,
                day: time::date_with_year(time::at_home(state.clock.now()).date()),
                has_address: own.is_some(),
            },
            links: Links {
                hosts: Hosts::new(&site::own_host(state).await?),
                moved: HashMap::new(),
                base: base.to_owned(),
                site: own.map(|own| format!("{own}{}", base.trim_end_matches('/'))),
            },
            redirects: Redirects::default(),
            texts: texts.into_iter().map(path).collect(),
            index: SearchIndex::default(),
            queue: VecDeque::new(),
            // The search's page is written last, when all texts are known.
            seen: HashSet::from([Address::of(paths::SEARCH)]),
            report: Report::default(),
        })
    }

    async fn follow_links(&mut self, state: &AppState) -> Result<(), FreezeError> {
        for seed in seeds(state).await? {
            self.add(seed.address, None, seed.is_required);
        }
        self.write_queue().await
    }

    fn add(&mut self, address: Address, from: Option<&Address>, is_required: bool) {
        if self.seen.insert(address.clone()) {
            self.queue.push_back(Step { address, from: from.cloned(), is_required });
        }
    }

    async fn write(&mut self, step: Step) -> Result<(), FreezeError> {
        let Step { address, from, is_required } = step;
        let answer = self.visitor.get(&address.to_request()).await?;
        if let Some(destination) = self.destination(&address, &answer) {
            return self.lead_on(&address, destination).await;
        }
        let closed = answer.status == StatusCode::FORBIDDEN && paths::is_door(address.path());
        let gone = answer.status == StatusCode::GONE;
        if gone {
            self.redirects.gone.insert(address.clone());
        } else if answer.status != StatusCode::OK && !closed {
            if is_required {
                let from = from.map_or_else(|| "webbplatsens innehåll".to_owned(), |from| from.to_request());
                self.report.broken.push((address.to_request(), from));
            }
            return Ok(());
        }
        let file = address.file();
        if answer.is("text/html") {
            self.report.closed_doors += u64::from(closed);
            let page = self.clean_page(&address, answer, closed, false).await?;
            if let Some(text) = self.texts.get(&address).filter(|_| !gone) {
                let link = relative(&Address::of(paths::SEARCH).file(), &file);
                self.index.add(text, link, &article_text(&page)?);
            }
            self.report.pages += 1;
            return self.folder.write(&file, page).await;
        }
        if answer.is("text/css") {
            let css = self.with_drawings(&address, &text(&address, answer).await?).await?;
            let linked = self.links.rewrite_style(&address, &css);
            let css = self.follow(&address, linked);
            return self.folder.write(&file, css).await;
        }
        let is_document = address.path().starts_with(paths::DOCUMENTS);
        let names_site = ["application/", "text/"].iter().any(|media_type| answer.is(media_type));
        if !self.cleaner.has_address && names_site && !is_document {
            // Feeds and the like: without an address of the site, their links begin at its root.
            let text = text(&address, answer).await?.replace(&format!("https://{NO_HOST}"), "");
            return self.folder.write(&file, text).await;
        }
        self.folder.stream(&file, answer.body).await
    }

    /// Cleans a page and its links, and remembers what they lead to.
    async fn clean_page(
        &mut self,
        address: &Address,
        answer: Answer,
        closed: bool,
        anywhere: bool,
    ) -> Result<String, FreezeError> {
        let page = text(address, answer).await?;
        let page = self.cleaner.clean(address, &page, closed)?;
        let linked = self.links.rewrite_page(address, &page, anywhere)?;
        Ok(self.follow(address, linked))
    }

    fn follow(&mut self, address: &Address, linked: Linked) -> String {
        self.report.removed_links += linked.of_server;
        for target in linked.targets {
            self.add(target, Some(address), true);
        }
        linked.text
    }

    async fn write_search(&mut self) -> Result<(), FreezeError> {
        let address = Address::of(paths::SEARCH);
        let answer = self.visitor.get(&address.to_request()).await?;
        let page = self.clean_page(&address, answer, false, false).await?;
        self.report.pages += 1;
        self.folder.write(&address.file(), with_search(&page, &self.index)?).await?;
        self.folder.write(&format!("{SEARCH_FOLDER}/sok.js"), SEARCH_SCRIPT).await?;
        let scripts: Vec<_> = self.index.scripts().collect();
        for (name, script) in scripts {
            self.folder.write(&format!("{SEARCH_FOLDER}/{name}"), script).await?;
        }
        self.write_queue().await
    }

    async fn write_page_of_nowhere(&mut self) -> Result<(), FreezeError> {
        let address = Address::of(NOWHERE);
        let answer = self.visitor.get(&address.to_request()).await?;
        let page = self.clean_page(&address, answer, false, true).await?;
        self.report.pages += 1;
        self.folder.write(NOT_FOUND_PAGE, page).await?;
        self.write_queue().await
    }

    /// Writes what waits, and what that links to.
    async fn write_queue(&mut self) -> Result<(), FreezeError> {
        while let Some(step) = self.queue.pop_front() {
            self.write(step).await?;
        }
        Ok(())
    }

    fn finish(self, out: &Path) -> Result<Report, FreezeError> {
        let report = Report {
            out: out.to_owned(),
            files: self.folder.files,
            bytes: self.folder.bytes,
            searchable: self.index.len(),
            redirects: self.redirects.moved.len() + self.redirects.queries.len(),
            impossible_redirects: self.redirects.impossible(),
            gone: self.redirects.gone.len(),
            has_address: self.cleaner.has_address,
            ..self.report
        };
        self.folder.finish()?;
        Ok(report)
    }
}

async fn text(address: &Address, answer: Answer) -> Result<String, FreezeError> {
    let broken = || FreezeError::Page(address.to_request());
    let bytes = answer.bytes().await.map_err(|_| broken())?;
    String::from_utf8(bytes.into()).map_err(|_| broken())
}
