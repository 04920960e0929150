//! A table of posts.

use std::ops::ControlFlow;
use std::path::Path;

use app::import::{
    Cause, DraftReason, Finding, IndexEntry, Item, ItemStatus, Links, OldAddress, ReadError, Reader,
    Resolver as _, Source, SourceDate, Yield,
};
use app::posts::PostKind;

use super::table::{TITLE, Table, column};
use crate::import::dates;
use crate::import::resolved::resolved;

const BROKEN: Cause = Cause::missing("row-broken", "Raden går inte att läsa");
const NO_ID: Cause = Cause::missing("no-id", "Raden saknar id");
const BAD_DATE: Cause = Cause::look("bad-date", "Datumet går inte att läsa");

/// The [`Reader`] of a table of posts.
pub(in crate::import) struct CsvPosts {
    source: Source,
    table: Table,
    columns: Columns,
}

/// Where each field stands.
struct Columns {
    id: usize,
    title: usize,
    text: usize,
    others: Vec<(&'static str, Option<usize>)>,
}

impl Columns {
    fn of(header: &[String]) -> Result<Self, ReadError> {
        let needed = |words: &[&str]| {
            column(header, words).ok_or_else(|| {
                ReadError(format!(
                    "tabellen saknar kolumnen {}: lägg till den i första raden",
                    words.join(" eller ")
                ))
            })
        };
        let other = |name: &'static str, also: &str| (name, column(header, &[name, also]));
        Ok(Self {
            id: needed(&["id"])?,
            title: needed(TITLE)?,
            text: needed(&["text", "body"])?,
            others: vec![
                other("slug", "adressnamn"),
                other("date", "datum"),
                other("modified", "ändrad"),
                other("status", "läge"),
                other("type", "slag"),
                other("summary", "ingress"),
                other("tags", "etiketter"),
                other("author", "skribent"),
                other("picture", "bild"),
                other("picture_alt", "bildbeskrivning"),
                other("address", "adress"),
            ],
        })
    }
}

/// The fields of one row.
struct Fields<'a> {
    columns: &'a Columns,
    values: Vec<String>,
    line: u64,
}

impl Fields<'_> {
    fn at(&self, column: usize) -> &str {
        self.values.get(column).map(String::as_str).unwrap_or_default()
    }

    fn get(&self, name: &str) -> &str {
        let column =
            self.columns.others.iter().find(|(known, _)| *known == name).and_then(|(_, column)| *column);
        column.map_or("", |column| self.at(column))
    }

    fn id(&self) -> &str {
        self.at(self.columns.id)
    }

    fn name(&self) -> String {
        format!("rad {}: {}", self.line, self.at(self.columns.title))
    }

    fn kind(&self) -> PostKind {
        match &*self.get("type").to_lowercase() {
            "page" | "sida" => PostKind::Page,
            _ => PostKind::Article,
        }
    }

    fn status(&self) -> ItemStatus {
        match &*self.get("status").to_lowercase() {
            "" => ItemStatus::Unsaid,
            "published" | "publish" | "publicerad" => ItemStatus::Public,
            "scheduled" | "schemalagd" => ItemStatus::Scheduled,
            _ => ItemStatus::Draft(DraftReason::Draft),
        }
    }

    fn date(&self, name: &str) -> Option<SourceDate> {
        dates::parse(self.get(name))
    }
}

impl CsvPosts {
    /// Reads a table. Its file's name, or one that is given, tells its posts from those of other tables.
    pub(in crate::import) fn open(path: &Path, name: Option<String>) -> Result<Self, ReadError> {
        let table = Table::open(path)?;
        let header = table.rows().next().and_then(Result::ok).map(|row| row.fields).unwrap_or_default();
        let columns = Columns::of(&header)?;
        let own_name = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = Source { kind: "csv", site: name.unwrap_or_else(own_name) };
        Ok(Self { source, table, columns })
    }

    fn rows(&self) -> impl Iterator<Item = Result<Fields<'_>, u64>> {
        let fields =
            |row: super::table::Row| Fields { columns: &self.columns, values: row.fields, line: row.line };
        self.table.rows().skip(1).map(move |row| row.map(fields))
    }
}

impl Reader for CsvPosts {
    fn source(&self) -> Source {
        self.source.clone()
    }

    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError> {
        for row in self.rows().flatten().filter(|row| !row.id().is_empty()) {
            tell(IndexEntry {
                id: row.id().to_owned(),
                name: row.name(),
                kind: row.kind(),
                title: row.at(self.columns.title).to_owned(),
                slug: row.get("slug").to_owned(),
                published: row.date("date").and_then(SourceDate::millis),
                addresses: OldAddress::parse(row.get("address")).into_iter().collect(),
            });
        }
        Ok(())
    }

    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        for row in self.rows() {
            let row = match row {
                Ok(row) if !row.id().is_empty() => row,
                skipped => {
                    let (cause, line) = skipped.map_or_else(|line| (BROKEN, line), |row| (NO_ID, row.line));
                    if give(Yield::Skipped(Finding::new(cause, format!("rad {line}"), ""))).is_break() {
                        return Ok(());
                    }
                    continue;
                }
            };
            let (item, findings) = item(&row, links);
            if Yield::item(item, findings).try_for_each(&mut *give).is_break() {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn item(row: &Fields<'_>, links: &Links) -> (Item, Vec<Finding>) {
    let name = row.name();
    let mut references = links.of_item(&name, row.get("address")).with_documents();
    for field in ["date", "modified"] {
        if !row.get(field).is_empty() && row.date(field).is_none() {
            references.note(BAD_DATE, row.get(field));
        }
    }
    let text = resolved(row.at(row.columns.text), &mut references);
    let mut item = Item::new(row.id(), &*name, row.kind());
    item.title = row.at(row.columns.title).into();
    item.visible_characters = Some(text.visible_characters);
    item.markdown = text.markdown;
    item.summary = row.get("summary").into();
    item.status = row.status();
    item.dates.published = row.date("date");
    item.dates.modified = row.date("modified");
    item.tags = row.get("tags").split([',', '|']).map(str::to_owned).collect();
    item.authors = vec![row.get("author").to_owned()];
    let picture = row.get("picture");
    if !picture.is_empty() {
        item.cover = references.file(picture, row.get("picture_alt"), "");
    }
    item.documents = references.documents();
    let (pictures, findings) = references.finish();
    item.pictures = pictures;
    (item, findings)
}
