//! What a zip file holds, told by its names and the beginnings of its files.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read as _;
use std::path::Path;

use crate::archive::{Archive, ArchiveError, Entry};
use crate::import::decode::decode;
use crate::import::options::Kind;
use crate::import::{csv, ghost, wxr};

/// How much of a file is looked at, in bytes.
const HEAD: u64 = 64 * 1024;
/// How many files that may be exports are looked into.
const MOST_LOOKED_INTO: usize = 100;
/// How many kinds of files are named.
const MOST_NAMED: usize = 4;

/// What a zip file holds.
#[derive(Debug)]
pub(in crate::import) struct Contents {
    /// Its format.
    pub(in crate::import) kind: Kind,
    /// The names of the files that are the export; none for a folder of Markdown.
    pub(in crate::import) exports: Vec<String>,
}

/// Why nothing in a zip file can be imported: what there is, in words.
#[derive(Debug)]
pub(in crate::import) struct UnknownContents(Vec<(String, usize)>);

impl Contents {
    /// Tells what a judged archive holds, or finds what somebody says it holds. Where an export of WordPress or Ghost lies
    /// beside Markdown, that is the folder's own business: the export counts only when it is all there is.
    pub(in crate::import) fn of(
        archive: &Archive,
        given: Option<Kind>,
    ) -> Result<Result<Self, UnknownContents>, ArchiveError> {
        let has_markdown = archive.entries().iter().any(|entry| has_ending(entry.name(), "md"));
        let kinds = match given {
            Some(kind) => vec![kind],
            None if has_markdown => vec![Kind::Markdown],
            None => vec![Kind::WordPress, Kind::Ghost, Kind::Csv],
        };
        for kind in kinds {
            let exports = match kind {
                Kind::WordPress => find(archive, "xml", wxr::is_export)?,
                Kind::Ghost => {
                    only(find(archive, "json", |head| ghost::is_export(decode(head).text.trim_start()))?)
                }
                Kind::Csv | Kind::Redirects => {
                    only(find(archive, "csv", |head| given.or(csv::kind(&decode(head).text)) == Some(kind))?)
                }
                Kind::Markdown if has_markdown => return Ok(Ok(Self { kind, exports: Vec::new() })),
                Kind::Markdown => Vec::new(),
            };
            if !exports.is_empty() {
                return Ok(Ok(Self { kind, exports }));
            }
        }
        Ok(Err(UnknownContents::of(archive)))
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// Returns the files of an ending whose beginning is that of an export.
fn find(
    archive: &Archive,
    ending: &str,
    is_export: impl Fn(&[u8]) -> bool,
) -> Result<Vec<String>, ArchiveError> {
    let mut found = Vec::new();
    let entries = archive.entries().iter().filter(|entry| has_ending(entry.name(), ending));
    for entry in entries.take(MOST_LOOKED_INTO) {
        if is_export(&head(archive, entry)?) {
            found.push(entry.name().to_owned());
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Returns what was found if it is one file: of two nobody knows which is meant.
fn only(found: Vec<String>) -> Vec<String> {
    if found.len() == 1 { found } else { Vec::new() }
}

fn head(archive: &Archive, entry: &Entry) -> Result<Vec<u8>, ArchiveError> {
    let mut head = Vec::new();
    let read = archive.reader(entry)?.take(HEAD).read_to_end(&mut head);
    read.map_err(|error| ArchiveError::reading(entry.name(), error))?;
    Ok(head)
}

impl UnknownContents {
    fn of(archive: &Archive) -> Self {
        let mut endings: BTreeMap<String, usize> = BTreeMap::new();
        for entry in archive.entries() {
            let ending = Path::new(entry.name()).extension().unwrap_or_default().to_string_lossy();
            *endings.entry(ending.to_lowercase()).or_default() += 1;
        }
        let mut endings: Vec<_> = endings.into_iter().collect();
        endings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self(endings)
    }
}

impl fmt::Display for UnknownContents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("inget");
        }
        for (at, (ending, count)) in self.0.iter().take(MOST_NAMED).enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            let files = if *count == 1 { "fil" } else { "filer" };
            // Endings are what somebody wrote: short ones of letters and digits are shown.
            let is_plain = ending.len() <= 8 && ending.chars().all(char::is_alphanumeric);
            match ending.as_str() {
                "" => write!(f, "{comma}{count} {files} utan ändelse")?,
                ending if is_plain => write!(f, "{comma}{count} {files} på .{ending}")?,
                _ => write!(f, "{comma}{count} {files} av annat slag")?,
            }
        }
        let more: usize = self.0.iter().skip(MOST_NAMED).map(|(_, count)| count).sum();
        if more > 0 { write!(f, " och {more} till") } else { Ok(()) }
    }
}
