//! One file of the folder, read.

use std::path::Path;

use app::import::{Cause, DraftReason, Finding, ItemStatus};
use app::posts::PostKind;

use super::fields::Meta;
use super::files::{folder_of, name_of, without_ending};
use super::front_matter::{Broken, Front, split};
use super::text::take_title;
use crate::import::dates;
use crate::import::decode::decode;

pub(super) const UNREADABLE: Cause = Cause::missing("unreadable", "Filen kan inte läsas");
const TOO_LARGE: Cause = Cause::missing("too-large", "Filen är större än 5 MB");
const EMPTY: Cause = Cause::note("empty", "Filen är tom");
const SECTION: Cause = Cause::note("section-page", "Sidan hör till en mapp och är inget inlägg");
const READ_AS: Cause = Cause::look("read-as", "Filen är inte UTF-8 och lästes på ett annat sätt");
const NUL: Cause = Cause::note("nul-removed", "NUL-tecken togs bort");
const UNSEEN: Cause = Cause::note("unseen-in-name", "Osynliga tecken i filens namn");
const BROKEN: Cause = Cause::look("front-matter-broken", "Huvudet går inte att läsa: texten blir ett utkast");
const DOUBLE: Cause = Cause::look("key-twice", "Uppgiften står två gånger i huvudet: den första gäller");
const BAD_DATE: Cause = Cause::look("bad-date", "Datumet går inte att läsa");
const EXPIRES: Cause = Cause::look("expires", "Texten hade ett slutdatum, som inte gäller här");
const RELEASED: Cause = Cause::note("date-in-name", "Datumet står i filens namn");

/// The largest file that is read, in bytes.
const MOST_BYTES: u64 = 5 * 1024 * 1024;

/// A file of the folder, read.
pub(super) struct Document {
    pub(super) meta: Meta,
    pub(super) title: String,
    /// The last part of its address by the file's name.
    pub(super) slug: String,
    pub(super) body: String,
    /// Whether its front matter could not be read.
    pub(super) is_unclear: bool,
    pub(super) findings: Vec<Finding>,
}

/// Reads a file. What must not become a post is a cause.
pub(super) fn read(path: &str, on_disk: &Path) -> Result<Document, Cause> {
    if name_of(path) == "_index.md" {
        return Err(SECTION);
    }
    // Links are not followed, whatever the folder has become since it was listed.
    let metadata = std::fs::symlink_metadata(on_disk).map_err(|_| UNREADABLE)?;
    if !metadata.is_file() || metadata.len() > MOST_BYTES {
        return Err(if metadata.is_file() { TOO_LARGE } else { UNREADABLE });
    }
    let decoded = decode(&std::fs::read(on_disk).map_err(|_| UNREADABLE)?);
    if decoded.text.trim().is_empty() {
        return Err(EMPTY);
    }
    let mut findings = Findings { path, list: Vec::new() };
    if let Some(encoding) = decoded.read_as {
        findings.add(READ_AS, encoding);
    }
    if decoded.had_nul {
        findings.add(NUL, "");
    }
    let (front, body) = split(&decoded.text);
    let mut is_unclear = false;
    let mut meta = match front {
        Front::None => Meta::default(),
        Front::Fields(fields, doubles) => {
            for key in &doubles {
                findings.add(DOUBLE, key);
            }
            Meta::read(&fields)
        }
        Front::Broken(Broken { line, why }) => {
            findings.add(BROKEN, &format!("rad {}: {why}", line + 1));
            is_unclear = true;
            Meta::default()
        }
    };
    let name = Name::of(path);
    if name.name.contains(|c| matches!(c, '\u{ad}' | '\u{a0}' | '\u{200b}'..='\u{200f}')) {
        findings.add(UNSEEN, "");
    }
    if let Some(date) = &name.date {
        match dates::parse(date) {
            Some(date) if meta.dates.published.is_none() && meta.bad_dates.is_empty() => {
                meta.dates.published = Some(date);
                findings.add(RELEASED, "");
            }
            Some(_) => {}
            None => findings.add(BAD_DATE, date),
        }
    }
    for date in &meta.bad_dates {
        findings.add(BAD_DATE, date);
    }
    if let Some(day) = &meta.expires {
        findings.add(EXPIRES, day);
    }
    if path.split('/').any(|step| step == "_drafts") {
        meta.status = ItemStatus::Draft(DraftReason::Draft);
    }
    let (heading, rest) = take_title(body);
    let is_own =
        heading.as_ref().is_some_and(|heading| meta.title.as_ref().is_none_or(|title| title == heading));
    let body = if is_own && !is_unclear { rest } else { body };
    let heading = heading.filter(|_| !is_unclear);
    let title = meta.title.clone().or(heading).unwrap_or_else(|| name.title());
    let slug = name.name.clone();
    Ok(Document { meta, title, slug, body: body.trim().to_owned(), is_unclear, findings: findings.list })
}

/// Returns what a text becomes.
pub(super) fn kind(meta: &Meta) -> PostKind {
    if meta.is_page { PostKind::Page } else { PostKind::Article }
}

/// Returns how far a text had come. What could not be read whole is for somebody to look at, and so is what has no text.
pub(super) fn status(is_unclear: bool, said: ItemStatus, body: &str) -> ItemStatus {
    if is_unclear || body.is_empty() { ItemStatus::Draft(DraftReason::Unclear) } else { said }
}

struct Findings<'a> {
    path: &'a str,
    list: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, cause: Cause, detail: &str) {
        self.list.push(Finding::new(cause, self.path, detail));
    }
}

/// What a file's name says: `2021-05-03-varstadning.md`, or the folder of `varstadning/index.md`.
struct Name {
    name: String,
    date: Option<String>,
}

impl Name {
    fn of(path: &str) -> Self {
        let stem = without_ending(name_of(path));
        let folder = folder_of(path);
        let name = if stem == "index" && !folder.is_empty() { name_of(folder) } else { stem };
        match name.get(..10).filter(|start| is_day(start)) {
            Some(day) => {
                let rest = name.get(10..).unwrap_or_default().trim_start_matches(['-', '_', ' ']);
                let name = if rest.is_empty() { day } else { rest };
                Self { name: name.to_owned(), date: Some(day.to_owned()) }
            }
            None => Self { name: name.to_owned(), date: None },
        }
    }

    /// Makes a title of it.
    fn title(&self) -> String {
        let words = self.name.replace(['-', '_'], " ");
        let mut letters = words.trim().chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

/// Whether a text is written as a day, which may not exist: `2021-13-45`.
fn is_day(text: &str) -> bool {
    let is_digit =
        |at: usize, byte: u8| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| is_digit(at, byte))
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_name_says_date_and_title() {
        for (path, name, date, title) in [
            ("_posts/2021-05-03-varstadning.md", "varstadning", Some("2021-05-03"), "Varstadning"),
            ("2019-06-21 Midsommarafton.md", "Midsommarafton", Some("2019-06-21"), "Midsommarafton"),
            ("bunt/index.md", "bunt", None, "Bunt"),
            ("index.md", "index", None, "Index"),
            ("trasig-yaml.md", "trasig-yaml", None, "Trasig yaml"),
            ("2021-13-45-x.md", "x", Some("2021-13-45"), "X"),
        ] {
            let read = Name::of(path);
            assert_eq!((&*read.name, read.date.as_deref(), &*read.title()), (name, date, title), "{path}");
        }
    }
}
