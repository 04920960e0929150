//! A folder of Markdown, as Hugo, Jekyll, Eleventy, Zola and Obsidian keep them.
//!
//! A text's path in the folder is its id. `files` lists the folder, `front_matter` splits a file, `fields` knows the habits
//! of the programs, `text` rewrites the text and asks `references` where its links and pictures lead.

mod document;
mod fields;
mod files;
mod front_matter;
mod references;
mod text;
mod value;
mod yaml;

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use app::import::OldAddress;
use app::import::{
    Cause, DocumentList, Finding, IndexEntry, Item, Links, PictureList, ReadError, Reader, Source, Yield,
};

use self::document::{Document, read};
use self::files::Files;
use self::references::FolderReferences;

const UNKNOWN_KEY: Cause = Cause::note("unknown-key", "Uppgift i huvudet som inte betyder något här");

/// The [`Reader`] of a folder of Markdown.
pub(super) struct MarkdownFolder {
    source: Source,
    files: Files,
    /// What was found when the folder was listed.
    listed: Vec<Finding>,
}

impl MarkdownFolder {
    /// Lists a folder. Its name, or one that is given, tells its texts from those of other folders.
    pub(super) fn open(folder: &Path, name: Option<String>) -> Result<Self, ReadError> {
        let unreadable = |error| {
            ReadError(format!("mappen {} kan inte läsas ({error}): kontrollera den", folder.display()))
        };
        let whole = folder.canonicalize().map_err(unreadable)?;
        let own_name = || whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = Source { kind: "markdown", site: name.unwrap_or_else(own_name) };
        let (files, listed) = Files::list(&whole).map_err(unreadable)?;
        Ok(Self { source, files, listed })
    }

    /// Reads a text, unless it is none that becomes a post.
    fn read(&self, path: &str) -> Result<Document, Cause> {
        let found = self.files.find(path).ok_or(document::UNREADABLE)?;
        read(path, &self.files.on_disk(found.file))
    }

    fn item(
        &self,
        path: &str,
        document: Document,
        links: &Links,
        used: &mut HashSet<String>,
    ) -> (Item, Vec<Finding>) {
        let Document { meta, title, body, findings, is_unclear, .. } = document;
        let mut references = FolderReferences {
            files: &self.files,
            links,
            path,
            pictures: PictureList::default(),
            documents: DocumentList::default(),
            findings,
            used,
        };
        let mut item = Item::new(path, path, document::kind(&meta));
        item.title = title;
        let text = text::convert(&body, &mut references);
        item.visible_characters = Some(text.visible_characters);
        item.markdown = text.markdown;
        item.cover =
            meta.cover.as_ref().and_then(|(address, alt, caption)| references.file(address, alt, caption));
        item.summary = meta.summary;
        item.status = document::status(is_unclear, meta.status, &body);
        item.dates = meta.dates;
        item.tags = meta.tags;
        item.authors = meta.authors;
        item.language = meta.language.as_deref().map(app::posts::Language::parse);
        item.pictures = references.pictures.into_pictures();
        item.documents = references.documents.into_documents();
        (item, references.findings)
    }
}

impl Reader for MarkdownFolder {
    fn source(&self) -> Source {
        self.source.clone()
    }

    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError> {
        let texts = self.files.texts();
        if texts.is_empty() {
            return Err(ReadError("mappen innehåller inga Markdownfiler (.md): välj en annan mapp".into()));
        }
        for path in texts {
            let Ok(document) = self.read(&path) else { continue };
            let meta = &document.meta;
            tell(IndexEntry {
                name: path.clone(),
                kind: document::kind(meta),
                title: document.title,
                slug: meta.slug.clone().unwrap_or(document.slug),
                published: meta.dates.published.and_then(app::import::SourceDate::millis),
                addresses: meta.addresses.iter().filter_map(|address| old_address(address)).collect(),
                id: path,
            });
        }
        Ok(())
    }

    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut used = HashSet::new();
        let mut unknown: BTreeMap<String, u64> = BTreeMap::new();
        let mut found = self.listed.clone();
        for path in self.files.texts() {
            let yielded = match self.read(&path) {
                Err(cause) => Yield::Skipped(Finding::new(cause, &*path, "")),
                Ok(document) => {
                    for key in &document.meta.unknown {
                        *unknown.entry(key.clone()).or_default() += 1;
                    }
                    let (item, findings) = self.item(&path, document, links, &mut used);
                    found.extend(findings);
                    Yield::Item(Box::new(item))
                }
            };
            if give(yielded).is_break() {
                return Ok(());
            }
            for finding in found.drain(..) {
                if give(Yield::Found(finding)).is_break() {
                    return Ok(());
                }
            }
        }
        let unknown = unknown.iter().map(|(key, count)| Finding::new(UNKNOWN_KEY, &**key, times(*count)));
        for finding in self.files.unused(&used).chain(unknown) {
            if give(Yield::Found(finding)).is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn times(count: u64) -> String {
    if count == 1 { "en gång".into() } else { format!("{count} gånger") }
}

/// Parses an old address that may lack its first slash.
fn old_address(address: &str) -> Option<OldAddress> {
    OldAddress::parse(address).or_else(|| OldAddress::of(address, "").filter(|_| !address.contains(':')))
}
