//! The files of a folder: which of them are texts, which a text may show, and finding one by an address.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use app::import::{Cause, Finding};
use unicode_normalization::UnicodeNormalization as _;

const HIDDEN: Cause = Cause::note("hidden-file", "Dolda filer och andra programs filer hoppades över");
const LINK: Cause = Cause::look("link-not-followed", "Länkar till andra mappar och filer följs inte");
const NOT_MARKDOWN: Cause =
    Cause::note("not-markdown", "Filen är inte Markdown, och ingen text länkar till den");
const UNUSED: Cause = Cause::note("picture-unused", "Bilden används inte i någon text");
/// How many files a folder may hold.
const MOST_FILES: usize = 200_000;
/// How deep folders may lie in each other.
const DEEPEST: usize = 32;

/// A file of the folder.
#[derive(Debug)]
pub(super) struct FolderFile {
    /// Its path from the folder, steps with `/` between.
    pub(super) path: String,
    /// The same as the disk has it.
    on_disk: PathBuf,
}

/// The files of a folder, by their paths. Nothing outside it is ever read: links are not followed.
#[derive(Debug)]
pub(super) struct Files {
    root: PathBuf,
    list: Vec<FolderFile>,
    by_path: HashMap<String, usize>,
    /// By the path in NFC, then in lower case: other programs and systems write names otherwise.
    by_spelling: HashMap<String, usize>,
    by_folded: HashMap<String, usize>,
    /// By the name alone, in lower case, without the ending of a text.
    by_name: HashMap<String, usize>,
}

/// A file that was found, and whether its name differs in upper and lower case.
pub(super) struct Found<'a> {
    pub(super) file: &'a FolderFile,
    pub(super) has_other_case: bool,
}

impl Files {
    /// Lists a folder with all that is in it, always in the same order, and what was left out.
    pub(super) fn list(root: &Path) -> io::Result<(Self, Vec<Finding>)> {
        let mut files = Self {
            root: root.to_owned(),
            list: Vec::new(),
            by_path: HashMap::new(),
            by_spelling: HashMap::new(),
            by_folded: HashMap::new(),
            by_name: HashMap::new(),
        };
        let mut findings = Vec::new();
        files.list_folder(Path::new(""), 0, &mut findings)?;
        for (at, file) in files.list.iter().enumerate() {
            let spelling: String = file.path.nfc().collect();
            let name = name_of(&spelling).to_lowercase();
            files.by_path.insert(file.path.clone(), at);
            files.by_folded.entry(spelling.to_lowercase()).or_insert(at);
            files.by_spelling.entry(spelling).or_insert(at);
            files.by_name.entry(without_ending(&name).to_owned()).or_insert(at);
        }
        Ok((files, findings))
    }

    fn list_folder(&mut self, folder: &Path, depth: usize, findings: &mut Vec<Finding>) -> io::Result<()> {
        let mut entries = std::fs::read_dir(self.root.join(folder))?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let on_disk = folder.join(entry.file_name());
            let path = on_disk.iter().map(|step| step.to_string_lossy()).collect::<Vec<_>>().join("/");
            let kind = entry.file_type()?;
            if is_hidden(&entry.file_name().to_string_lossy()) {
                findings.push(Finding::new(HIDDEN, "", path));
            } else if kind.is_dir() && depth < DEEPEST {
                self.list_folder(&on_disk, depth + 1, findings)?;
            } else if kind.is_file() {
                if self.list.len() == MOST_FILES {
                    return Err(io::Error::other("mappen har för många filer"));
                }
                self.list.push(FolderFile { path, on_disk });
            } else {
                findings.push(Finding::new(LINK, "", path));
            }
        }
        Ok(())
    }

    /// Returns the paths of all texts.
    pub(super) fn texts(&self) -> Vec<String> {
        self.list.iter().map(|file| file.path.clone()).filter(|path| is_text(path)).collect()
    }

    /// Returns what to tell of the files that are no texts and that none of the texts uses.
    pub(super) fn unused(&self, used: &HashSet<String>) -> impl Iterator<Item = Finding> {
        let unused = self.list.iter().filter(|file| !is_text(&file.path) && !used.contains(&file.path));
        unused.map(|file| {
            let cause = if is_picture(&file.path) { UNUSED } else { NOT_MARKDOWN };
            Finding::new(cause, "", &*file.path)
        })
    }

    /// Returns where a file is on the disk.
    pub(super) fn on_disk(&self, file: &FolderFile) -> PathBuf {
        self.root.join(&file.on_disk)
    }

    /// Finds a file by its path from the folder, however it is spelt.
    pub(super) fn find(&self, path: &str) -> Option<Found<'_>> {
        let spelling: String = path.nfc().collect();
        let exact = self.by_path.get(path).or_else(|| self.by_spelling.get(&spelling));
        let found = exact.or_else(|| self.by_folded.get(&spelling.to_lowercase()))?;
        Some(Found { file: self.list.get(*found)?, has_other_case: exact.is_none() })
    }

    /// Finds a file by its name alone, as Obsidian names them: with or without the ending of a text.
    pub(super) fn find_name(&self, name: &str) -> Option<&FolderFile> {
        let name: String = name.trim().nfc().collect();
        let name = name_of(&name).to_lowercase();
        self.list.get(*self.by_name.get(without_ending(&name))?)
    }
}

/// Returns the last step of a path.
pub(super) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Returns the path of the folder in which a file lies; empty for those that lie in no other.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Returns a path without the ending of a text, if it has one.
pub(super) fn without_ending(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((stem, ending)) if is_text_ending(ending) => stem,
        _ => path,
    }
}

/// Whether a file is a text by its name.
pub(super) fn is_text(path: &str) -> bool {
    name_of(path).rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && is_text_ending(ending))
}

fn is_text_ending(ending: &str) -> bool {
    ["md", "markdown", "mdown", "mkd"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a file is a picture by its name. What it really is the intake judges.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["jpg", "jpeg", "png", "gif", "webp", "svg", "heic", "avif"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "node_modules" | "__MACOSX" | "Thumbs.db" | "desktop.ini")
}
