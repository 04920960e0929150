//! The site's own files: the client, its style, fonts, drawings. They stand in a folder, or in the binary itself.

mod assets;
mod embedded;

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

pub(crate) use assets::build_path;
pub use embedded::EmbeddedFiles;

/// Where a build leaves its files, and where they are looked for when the binary holds none.
const BUILT: &str = "target/site";

/// The site's own files. Cheap to clone.
#[derive(Debug, Clone)]
pub enum SiteFiles {
    /// A folder, which another build may change meanwhile.
    Folder(Arc<Path>),
    /// The binary itself.
    Embedded(EmbeddedFiles),
}

/// Why the site's files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteFilesError {
    /// The folder does not exist.
    #[error("webbplatsens filer finns inte i {0}: kör \"make build\" eller visa rätt mapp med --site")]
    Missing(PathBuf),
    /// There is no client among the files.
    #[error(
        "{0} har ingen färdig webbplats (pkg/guldkorn.*.{1} saknas): kör \"make build\" eller visa rätt mapp med --site"
    )]
    Unbuilt(PathBuf, &'static str),
}

impl SiteFiles {
    /// Returns the folder that was asked for; otherwise the binary's own files; otherwise, in a binary that was built
    /// without them, the folder that a build writes to.
    pub fn choose(folder: Option<PathBuf>) -> Self {
        folder
            .map(|folder| Self::folder(&folder))
            .or_else(|| EmbeddedFiles::of_binary().map(Self::Embedded))
            .unwrap_or_else(|| Self::folder(Path::new(BUILT)))
    }

    /// Returns the files of a folder.
    pub fn folder(folder: &Path) -> Self {
        Self::Folder(folder.into())
    }

    /// Returns files that stand in memory, by path without a slash before it. All have the same time of change.
    pub fn embedded(
        files: impl IntoIterator<Item = (&'static str, &'static [u8])>,
        modified: SystemTime,
    ) -> Self {
        Self::Embedded(EmbeddedFiles::new(files, modified))
    }

    /// Returns the folder, or what stands for it in messages.
    fn place(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.to_path_buf(),
            Self::Embedded(_) => "programmet".into(),
        }
    }

    /// Lists the paths of all files in a folder and the folders within it, sorted.
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        match self {
            Self::Folder(site) => {
                let mut files = Vec::new();
                list(site, folder, &mut files)?;
                files.sort();
                Ok(files)
            }
            Self::Embedded(files) => Ok(files.list(folder)),
        }
    }

    fn read(&self, path: &str) -> io::Result<Cow<'static, [u8]>> {
        match self {
            Self::Folder(site) => std::fs::read(site.join(path)).map(Cow::Owned),
            Self::Embedded(files) => files.get(path).map(Cow::Borrowed),
        }
    }

    fn modified(&self, path: &str) -> io::Result<SystemTime> {
        match self {
            Self::Folder(site) => site.join(path).metadata()?.modified(),
            Self::Embedded(files) => Ok(files.modified()),
        }
    }
}

fn list(site: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(site.join(folder))? {
        let entry = entry?;
        // The build writes no names but in ASCII.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = format!("{folder}/{name}");
        if entry.path().is_dir() {
            list(site, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
