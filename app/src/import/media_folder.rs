//! The folder with the old site's pictures, and finding a file in it by an address.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization as _;

/// How many files a folder may hold.
const MOST_FILES: usize = 500_000;
/// How deep folders may lie in each other.
const DEEPEST: usize = 32;

/// The files of a folder by the end of their paths. Links within it are not followed, so nothing outside is ever read.
#[derive(Debug, Default)]
pub struct MediaFolder {
    files: Vec<PathBuf>,
    /// Files by their name, decoded and in NFC.
    by_name: HashMap<String, Vec<usize>>,
    /// The same in lower case.
    by_folded_name: HashMap<String, Vec<usize>>,
}

/// A file that was found.
#[derive(Debug, PartialEq, Eq)]
pub enum Match<'a> {
    /// Under its own name, or that of the picture that it is a smaller copy of.
    Exact(&'a Path),
    /// Under a name that differs in upper and lower case.
    OtherCase(&'a Path),
}

impl MediaFolder {
    /// Lists a folder with all that is in it.
    ///
    /// # Errors
    /// When it cannot be read, or holds too much.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut media = Self::default();
        media.list(folder, 0)?;
        Ok(media)
    }

    fn list(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let kind = entry.file_type()?;
            if kind.is_dir() && depth < DEEPEST {
                self.list(&entry.path(), depth + 1)?;
            } else if kind.is_file() {
                if self.files.len() == MOST_FILES {
                    return Err(io::Error::other("mappen har för många filer"));
                }
                let name = spelling(&entry.file_name().to_string_lossy());
                self.by_folded_name.entry(name.to_lowercase()).or_default().push(self.files.len());
                self.by_name.entry(name).or_default().push(self.files.len());
                self.files.push(entry.path());
            }
        }
        Ok(())
    }

    /// Finds the file of a picture by the path of its address, encoded or not. `WordPress` shows smaller copies of a picture
    /// (`bro-1024x683.jpg`, `bro-scaled.jpg`): the original comes before them, and either stands for the other. Of several
    /// files with one name, the one whose folders agree best.
    pub fn find(&self, path: &str) -> Option<Match<'_>> {
        let path = spelling(path);
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let names = names(name);
        let exact = names.iter().find_map(|name| self.best(self.by_name.get(name)?, folders));
        let folded = || {
            names.iter().find_map(|name| self.best(self.by_folded_name.get(&name.to_lowercase())?, folders))
        };
        exact.map(Match::Exact).or_else(|| folded().map(Match::OtherCase))
    }

    /// Returns the file of several whose folders have most in common with the address, from the end.
    fn best(&self, files: &[usize], folders: &str) -> Option<&Path> {
        let in_common = |file: &Path| {
            let of_file = file.parent().into_iter().flat_map(Path::iter).rev();
            let of_address = folders.rsplit('/').filter(|step| !step.is_empty());
            of_file
                .zip(of_address)
                .take_while(|(a, b)| spelling(&a.to_string_lossy()).eq_ignore_ascii_case(b))
                .count()
        };
        let files = files.iter().filter_map(|at| self.files.get(*at));
        // The first of several that agree equally: always the same one.
        files.rev().max_by_key(|file| in_common(file)).map(PathBuf::as_path)
    }
}

/// Returns a path decoded and in NFC, without query.
fn spelling(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    match percent_decode_str(path).decode_utf8() {
        Ok(decoded) => decoded.nfc().collect(),
        Err(_) => path.nfc().collect(),
    }
}

/// Returns the names under which a file may lie, the best first: the original, its large copy, the copy that was asked for.
/// The last is also the own name of a file that only looks like a copy.
fn names(name: &str) -> Vec<String> {
    let (stem, extension) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let original = without_size(stem);
    let stems =
        [original.to_owned(), format!("{original}-scaled"), format!("{original}-rotated"), stem.to_owned()];
    stems.into_iter().map(|stem| stem + &extension).collect()
}

/// Cuts what `WordPress` adds to the names of copies: `-1024x683`, `-scaled`, `-rotated`.
fn without_size(stem: &str) -> &str {
    let cut = match stem.rsplit_once('-') {
        Some((original, "scaled" | "rotated")) => original,
        Some((original, size)) if is_size(size) => original,
        _ => stem,
    };
    if cut.is_empty() { stem } else { cut }
}

fn is_size(text: &str) -> bool {
    let is_number =
        |side: &str| (1..=5).contains(&side.len()) && side.bytes().all(|digit| digit.is_ascii_digit());
    text.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(files: &[&str]) -> (tempfile::TempDir, MediaFolder) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        let media = MediaFolder::open(folder.path()).unwrap();
        (folder, media)
    }

    fn found(media: &MediaFolder, path: &str) -> Option<(String, bool)> {
        media.find(path).map(|found| match found {
            Match::Exact(path) => (fs::read_to_string(path).unwrap(), true),
            Match::OtherCase(path) => (fs::read_to_string(path).unwrap(), false),
        })
    }

    #[test]
    fn a_picture_is_found_by_any_of_its_names() {
        let (_folder, media) = folder(&[
            "2020/01/bro.jpg",
            "2020/01/bro-1024x683.jpg",
            "2021/01/bro.jpg",
            "2020/02/stor-scaled.jpg",
            "2020/02/liten-300x200.png",
            "ra\u{308}ka.png",
            "rutor-3x3.png",
        ]);
        for (path, file) in [
            ("/wp-content/uploads/2020/01/bro.jpg", "2020/01/bro.jpg"),
            ("/wp-content/uploads/2020/01/bro-1024x683.jpg", "2020/01/bro.jpg"),
            ("/wp-content/uploads/2020/01/bro-1023x683.jpg?w=300", "2020/01/bro.jpg"),
            ("/wp-content/uploads/2021/01/bro-scaled.jpg", "2021/01/bro.jpg"),
            ("/uploads/2020/02/stor.jpg", "2020/02/stor-scaled.jpg"),
            ("/uploads/2020/02/stor-768x512.jpg", "2020/02/stor-scaled.jpg"),
            ("/uploads/2020/02/liten-300x200.png", "2020/02/liten-300x200.png"),
            ("/r%C3%A4ka.png", "ra\u{308}ka.png"),
            ("/rutor-3x3.png", "rutor-3x3.png"),
        ] {
            assert_eq!(found(&media, path), Some((file.to_owned(), true)), "{path}");
        }
        assert_eq!(found(&media, "/2020/01/BRO.JPG"), Some(("2020/01/bro.jpg".into(), false)));
        assert_eq!(found(&media, "/annan.jpg"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let (folder, _) = folder(&["a.png"]);
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("b.png")).unwrap();
        let media = MediaFolder::open(folder.path()).unwrap();
        assert_eq!(media.find("/b.png"), None);
    }
}
