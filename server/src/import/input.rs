//! What is imported, as it lies on the disk.

use std::path::{Path, PathBuf};

use super::detect::Detected;
use super::options::Kind;
use super::zip::{UnpackError, Unpacked};

/// What is imported, as it lies on the disk. What was unpacked for it goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) kind: Kind,
    /// The file or folder.
    pub(crate) path: PathBuf,
    /// What its source is called, where its path does not say.
    pub(crate) name: Option<String>,
    /// The folder that came with it, in which its pictures lie.
    pub(crate) media: Option<PathBuf>,
    _unpacked: Option<Unpacked>,
}

impl Input {
    /// Takes a file or folder as it lies, or unpacks a zip file within the data folder.
    ///
    /// # Errors
    /// See [`UnpackError`].
    pub(crate) fn open(path: &Path, detected: Detected, data: &Path) -> Result<Self, UnpackError> {
        let (archive, contents) = match detected {
            Detected::Plain(kind) => {
                return Ok(Self { kind, path: path.to_owned(), name: None, media: None, _unpacked: None });
            }
            Detected::Zip(archive, contents) => (archive, contents),
        };
        let unpacked = Unpacked::new(&archive, data)?;
        let export = contents.exports.first().map(|name| unpacked.file(name));
        let folder = || export.as_deref().and_then(Path::parent).map(Path::to_owned);
        Ok(Self {
            kind: contents.kind,
            // An export of WordPress may be in parts, which lie side by side.
            path: if contents.kind == Kind::WordPress { folder() } else { export.clone() }
                .unwrap_or_else(|| unpacked.root()),
            name: export.is_none().then(|| unpacked.name(path)),
            media: export.is_some().then(|| unpacked.root()),
            _unpacked: Some(unpacked),
        })
    }
}
