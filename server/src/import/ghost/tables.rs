//! What posts need of other tables.

use std::collections::HashMap;

use app::import::Finding;

use super::causes;
use super::export::{Found, Table};
use super::row::Row;

/// Whether a tag is shown to readers, and its name.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) is_internal: bool,
}

/// The tables around the posts, by the ids that rows name each other by.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The site's title.
    pub(super) title: String,
    pub(super) users: HashMap<String, String>,
    pub(super) tags: HashMap<String, Tag>,
    /// The rows of `posts_meta` by post.
    pub(super) meta: HashMap<String, Row>,
    /// What was found about the file as a whole.
    pub(super) findings: Vec<Finding>,
    tags_of: HashMap<String, Vec<(i64, String)>>,
    authors_of: HashMap<String, Vec<(i64, String)>>,
}

impl Tables {
    /// Takes what is needed of a row.
    pub(super) fn add(&mut self, table: Table, row: &Row) {
        let [id, post] = ["id", "post_id"].map(|column| row.text(column));
        match table {
            Table::Users => {
                self.users.insert(id, row.text("name"));
            }
            Table::Tags => {
                let name = row.text("name");
                let is_internal = name.starts_with('#') || row.text("visibility") == "internal";
                if name.trim().is_empty() {
                    self.findings.push(Finding::new(causes::TAG_WITHOUT_NAME, "", row.text("slug")));
                }
                self.tags.insert(id, Tag { name, is_internal });
            }
            Table::PostsTags => place(&mut self.tags_of, post, row, "tag_id"),
            Table::PostsAuthors => place(&mut self.authors_of, post, row, "author_id"),
            Table::PostsMeta => {
                self.meta.insert(post, row.clone());
            }
            Table::Products => self.findings.push(Finding::new(causes::TIER, "", row.text("name"))),
            Table::Settings if row.text("key") == "title" => self.title = row.text("value"),
            Table::Settings | Table::PostsProducts | Table::Posts => {}
        }
    }

    /// Ends the first pass: sorts what has an order, and tells what is missing.
    pub(super) fn finish(&mut self, found: &Found) {
        for rows in self.tags_of.values_mut().chain(self.authors_of.values_mut()) {
            rows.sort();
        }
        let expected = [Table::Users, Table::Tags, Table::PostsTags, Table::PostsAuthors];
        let missing = expected.into_iter().filter(|table| !found.tables.contains(table));
        let missing =
            missing.map(|table| Finding::new(causes::NO_TABLE, "", table.name())).collect::<Vec<_>>();
        self.findings.extend(missing);
        if found.databases > 1 {
            self.findings.push(Finding::new(causes::DATABASES, "", found.databases.to_string()));
        }
    }

    /// Returns the ids of a post's tags, in their order.
    pub(super) fn tags_of(&self, post: &str) -> impl Iterator<Item = &str> {
        ids(&self.tags_of, post)
    }

    /// Returns the ids of those who wrote a post, in their order.
    pub(super) fn authors_of(&self, post: &str) -> impl Iterator<Item = &str> {
        ids(&self.authors_of, post)
    }
}

fn place(rows: &mut HashMap<String, Vec<(i64, String)>>, post: String, row: &Row, column: &str) {
    rows.entry(post).or_default().push((row.number("sort_order"), row.text(column)));
}

fn ids<'a>(rows: &'a HashMap<String, Vec<(i64, String)>>, post: &str) -> impl Iterator<Item = &'a str> {
    rows.get(post).into_iter().flatten().map(|(_, id)| &**id)
}
