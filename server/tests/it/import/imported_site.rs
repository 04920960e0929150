//! A data folder into which something is imported, and what is in it afterwards.

use std::path::{Path, PathBuf};

use app::db::Db;
use app::time::{UnixMillis, to_local};
use serde_json::Value;
use tempfile::TempDir;

use crate::program::run;

/// The inputs that all importers are held against.
pub(super) fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import").join(name)
}

/// A post as it was imported.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct ImportedPost {
    pub(super) source_id: String,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) author: String,
    pub(super) body_markdown: String,
    pub(super) state: String,
    published_at: Option<UnixMillis>,
    pub(super) picture_id: Option<String>,
    /// Names with commas between.
    pub(super) tags: String,
}

impl ImportedPost {
    /// When it came out, as the site shows it.
    pub(super) fn published(&self) -> String {
        self.published_at.map(to_local).unwrap_or_default()
    }

    /// The names of its tags, sorted.
    pub(super) fn tag_names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.tags.split(", ").collect();
        names.sort_unstable();
        names
    }
}

/// A data folder for one test.
pub(super) struct ImportedSite {
    folder: TempDir,
    pub(super) report: Value,
}

impl ImportedSite {
    pub(super) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), report: Value::Null }
    }

    /// Imports a case into an empty folder.
    pub(super) fn of(name: &str) -> Self {
        let mut site = Self::empty();
        site.import(&case(name), &[]);
        site
    }

    pub(super) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Imports a file or folder and returns the exit code.
    pub(super) fn import(&mut self, path: &Path, more: &[&str]) -> Option<i32> {
        let (data, path) = (self.data(), path.to_str().unwrap().to_owned());
        let usual = ["import", "--data", data.to_str().unwrap(), "--report", "json"];
        let output = run(&[&usual[..], more, &[&path]].concat(), "");
        let text = String::from_utf8(output.stdout).unwrap();
        self.report = serde_json::from_str(&text).unwrap_or_else(|error| {
            unreachable!("{error}: {text}{}", String::from_utf8_lossy(&output.stderr))
        });
        output.status.code()
    }

    async fn db(&self) -> Db {
        Db::open(&self.data().join("guldkorn.db")).await.unwrap()
    }

    /// Returns all imported posts by their source's ids.
    pub(super) async fn posts(&self) -> Vec<ImportedPost> {
        sqlx::query_as(
            "select i.source_id, p.slug, p.title, p.teaser, p.author, p.body_markdown, p.state, p.published_at,
                 p.picture_id, t.tags
             from imported_items i join posts p on p.id = i.post_id join search_tags t on t.post_id = p.id
             order by i.source_id",
        )
        .fetch_all(self.db().await.reader())
        .await
        .unwrap()
    }

    /// Returns the post of a source's id.
    pub(super) async fn post(&self, id: &str) -> ImportedPost {
        let mut posts = self.posts().await;
        let ids: Vec<_> = posts.iter().map(|post| post.source_id.clone()).collect();
        let at = posts.iter().position(|post| post.source_id == id);
        posts.remove(at.unwrap_or_else(|| unreachable!("{id} in {ids:?}")))
    }

    /// Returns all redirects: old address and the slug or path to which it leads.
    pub(super) async fn redirects(&self) -> Vec<(String, String)> {
        sqlx::query_as(
            "select r.path || iif(r.query = '', '', '?' || r.query), coalesce(r.to_path, p.slug)
             from path_redirects r left join posts p on p.id = r.post_id order by 1",
        )
        .fetch_all(self.db().await.reader())
        .await
        .unwrap()
    }

    /// Counts the pictures.
    pub(super) async fn pictures(&self) -> i64 {
        sqlx::query_scalar("select count(*) from pictures").fetch_one(self.db().await.reader()).await.unwrap()
    }

    /// Returns how often a cause was found, and its examples: item and detail.
    pub(super) fn found(&self, list: &str, code: &str) -> (u64, Vec<(String, String)>) {
        let groups = self.report.pointer(list).and_then(Value::as_array).unwrap();
        let Some(group) = groups.iter().find(|group| group["code"] == code) else { return (0, Vec::new()) };
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let examples = group["examples"].as_array().unwrap().iter();
        let examples = examples.map(|example| (text(&example["item"]), text(&example["detail"]))).collect();
        (group["count"].as_u64().unwrap(), examples)
    }

    /// Returns how often a cause was found among those by which nothing is left out.
    pub(super) fn count(&self, code: &str) -> u64 {
        self.found("/findings", code).0
    }

    /// Returns the details of a cause.
    pub(super) fn details(&self, code: &str) -> Vec<String> {
        self.found("/findings", code).1.into_iter().map(|(_, detail)| detail).collect()
    }

    /// Returns the counts of new, changed, same and skipped.
    pub(super) fn counts(&self) -> [u64; 4] {
        let skipped = self.report.pointer("/skipped/count");
        let counts = [self.report.get("new"), self.report.get("changed"), self.report.get("same"), skipped];
        counts.map(|count| count.and_then(Value::as_u64).unwrap())
    }
}
