//! Where links and pictures of a text in the folder lead.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use app::import::{
    Cause, DocumentList, Finding, ItemPicture, Link, Links, Match, OldAddress, PictureFile, PictureList,
    Resolver,
};
use app::posts::slug_of;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

use super::files::{Files, Found, folder_of, without_ending};

const MISSING: Cause = Cause::missing("picture-missing", "Bilden saknas i mappen");
const OUTSIDE: Cause = Cause::missing("outside", "Filen ligger utanför mappen och läses inte");
const NOT_FETCHED: Cause =
    Cause::missing("not-fetched", "Bilden ligger på nätet och hämtas inte: lägg den i mappen");
const NO_DATA: Cause = Cause::missing("bad-data", "Bilden som står i texten går inte att läsa");
const OTHER_CASE: Cause = Cause::note("other-case", "Filen hittades trots stora och små bokstäver");
const NO_PAGE: Cause = Cause::look("link-to-nowhere", "Länken leder till en text som inte finns i mappen");
const NO_DOCUMENT: Cause =
    Cause::missing("no-document", "Länken leder till en fil av ett slag som inte tas emot: orden är kvar");
const UNSAFE: Cause = Cause::look("unsafe-link", "Länken kan inte följas här: orden är kvar");

/// Answers for one text of the folder.
pub(super) struct FolderReferences<'a> {
    pub(super) files: &'a Files,
    pub(super) links: &'a Links,
    /// The text's path in the folder, which is its id and its name in the report.
    pub(super) path: &'a str,
    pub(super) pictures: PictureList,
    pub(super) documents: DocumentList,
    pub(super) findings: Vec<Finding>,
    /// Paths of the pictures that some text shows.
    pub(super) used: &'a mut HashSet<String>,
}

/// A path that an address names within the folder.
enum Place {
    In(String),
    Outside,
}

impl FolderReferences<'_> {
    /// Finds a picture by its address, without placing it in the text, as for a cover.
    pub(super) fn file(&mut self, address: &str, alt: &str, caption: &str) -> Option<ItemPicture> {
        let address = address.trim();
        let (alt, caption) = (alt.trim().to_owned(), caption.trim().to_owned());
        if let Some(data) = address.strip_prefix("data:") {
            let Some(bytes) =
                data.split_once(";base64,").and_then(|(_, data)| STANDARD.decode(data.trim()).ok())
            else {
                self.note(NO_DATA, address);
                return None;
            };
            return Some(ItemPicture { file: PictureFile::Bytes(bytes), name: "bild".into(), alt, caption });
        }
        let cause = match scheme(address) {
            Some("http" | "https") => Some(NOT_FETCHED),
            Some(_) => Some(OUTSIDE),
            None if address.starts_with("//") => Some(NOT_FETCHED),
            None if address.contains('\\') => Some(OUTSIDE),
            None => None,
        };
        if let Some(cause) = cause {
            self.note(cause, address);
            return None;
        }
        let Place::In(path) = self.place(address) else {
            self.note(OUTSIDE, address);
            return None;
        };
        let by_name = || self.files.find_name(address).map(|file| Found { file, has_other_case: false });
        let found = self.files.find(&path).or_else(|| (!address.contains('/')).then(by_name).flatten());
        let (on_disk, has_other_case) = match found {
            Some(Found { file, has_other_case }) => {
                self.used.insert(file.path.clone());
                (self.files.on_disk(file), has_other_case)
            }
            None => match self.links.media().and_then(|media| media.find(&path)) {
                Some(Match::Exact(on_disk)) => (on_disk.to_owned(), false),
                Some(Match::OtherCase(on_disk)) => (on_disk.to_owned(), true),
                None => {
                    self.note(MISSING, address);
                    return None;
                }
            },
        };
        if has_other_case {
            self.note(OTHER_CASE, address);
        }
        let name = on_disk.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Some(ItemPicture { file: PictureFile::Path(on_disk), name, alt, caption })
    }

    /// Resolves an address against the text's folder, or against the outermost one when it begins with a slash.
    fn place(&self, address: &str) -> Place {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let decoded = percent_decode_str(address).decode_utf8_lossy();
        let from_root = decoded.starts_with('/');
        let mut steps: Vec<&str> = if from_root {
            Vec::new()
        } else {
            folder_of(self.path).split('/').filter(|step| !step.is_empty()).collect()
        };
        for step in decoded.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    if steps.pop().is_none() {
                        return Place::Outside;
                    }
                }
                step => steps.push(step),
            }
        }
        Place::In(steps.join("/"))
    }

    /// Returns where the text lies now that a path or a name means.
    fn text_at(&self, address: &str, is_wiki: bool) -> Option<&str> {
        if is_wiki {
            return self.links.path_of(&self.files.find_name(address)?.path);
        }
        if let Place::In(path) = self.place(address) {
            let stem = path.strip_suffix(".html").unwrap_or(&path);
            let stem = without_ending(stem);
            let candidates =
                [path.clone(), format!("{stem}.md"), format!("{stem}.markdown"), format!("{stem}/index.md")];
            for candidate in candidates {
                let found =
                    self.files.find(&candidate).and_then(|found| self.links.path_of(&found.file.path));
                if found.is_some() {
                    return found;
                }
            }
            return self.links.path_at(&OldAddress::of(&path, "")?);
        }
        None
    }

    /// Returns where the file that a link leads to is on the disk.
    fn linked_file(&mut self, address: &str) -> Option<PathBuf> {
        let Place::In(path) = self.place(address) else { return None };
        let file = self.files.find(&path)?.file;
        self.used.insert(file.path.clone());
        Some(self.files.on_disk(file))
    }

    fn document(&mut self, file: &Path, address: &str) -> Link {
        self.documents.add(file).map_or_else(
            || {
                self.note(NO_DOCUMENT, address);
                Link::Nowhere
            },
            Link::To,
        )
    }

    /// Returns where a link leads, by its address or by the name in `[[…]]`.
    pub(super) fn leads_to(&mut self, address: &str, is_wiki: bool) -> Link {
        let address = address.trim();
        let known = ["http:", "https:", "mailto:", "tel:", "#"];
        if !is_wiki && known.iter().any(|start| address.starts_with(start)) {
            return Link::To(address.to_owned());
        }
        if !is_wiki && (scheme(address).is_some() || address.contains('\\')) {
            self.note(UNSAFE, address);
            return Link::Nowhere;
        }
        // Zola's own sign for the outermost folder.
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = path.strip_prefix('@').unwrap_or(path);
        let fragment = match (fragment, is_wiki) {
            ("", _) => String::new(),
            (heading, true) => format!("#{}", slug_of(heading)),
            (fragment, false) => format!("#{fragment}"),
        };
        match self.text_at(path, is_wiki) {
            Some(here) => Link::To(format!("{here}{fragment}")),
            None => {
                if let Some(file) = self.linked_file(path) {
                    return self.document(&file, address);
                }
                self.note(NO_PAGE, address);
                if path.starts_with('/') { Link::To(address.to_owned()) } else { Link::Nowhere }
            }
        }
    }
}

/// Returns the scheme of an address, such as `http` or the letter of a drive.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = !scheme.is_empty()
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then_some(scheme)
}

impl Resolver for FolderReferences<'_> {
    fn link(&mut self, address: &str) -> Link {
        self.leads_to(address, false)
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str) -> Option<String> {
        let picture = self.file(address, alt, caption)?;
        Some(self.pictures.add(picture))
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.findings.push(Finding::new(cause, self.path, detail));
    }
}
