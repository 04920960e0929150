//! Files in the binary, served as those of a folder are.

use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::io::{self, Cursor, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, File, Metadata};

/// Files in the binary, by path. Cheap to clone.
#[derive(Debug, Clone)]
pub struct EmbeddedFiles {
    files: Arc<BTreeMap<&'static str, &'static [u8]>>,
    /// When the site was built: one time for all files, so that equal sources make equal binaries.
    modified: SystemTime,
}

impl EmbeddedFiles {
    pub(super) fn new(
        files: impl IntoIterator<Item = (&'static str, &'static [u8])>,
        modified: SystemTime,
    ) -> Self {
        Self { files: Arc::new(files.into_iter().collect()), modified }
    }

    /// Returns the files that were built into this binary, if it has some.
    #[cfg(feature = "embedded-site")]
    #[expect(clippy::unnecessary_wraps, reason = "a binary that was built without files has none")]
    pub(super) fn of_binary() -> Option<Self> {
        use std::time::{Duration, UNIX_EPOCH};

        use include_dir::{Dir, include_dir};

        // The build script says where, and when.
        static SITE: Dir<'static> = include_dir!("$GULDKORN_EMBEDDED_SITE");
        let seconds = env!("GULDKORN_EMBEDDED_AT").parse().unwrap_or_default();
        Some(Self::new(files_of(&SITE), UNIX_EPOCH + Duration::from_secs(seconds)))
    }

    /// Returns the files that were built into this binary, if it has some.
    #[cfg(not(feature = "embedded-site"))]
    pub(super) const fn of_binary() -> Option<Self> {
        None
    }

    pub(super) const fn modified(&self) -> SystemTime {
        self.modified
    }

    pub(super) fn get(&self, path: &str) -> io::Result<&'static [u8]> {
        self.files.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Lists the paths of all files in a folder and the folders within it, sorted.
    pub(super) fn list(&self, folder: &str) -> Vec<String> {
        let start = format!("{folder}/");
        let paths = self.files.range(&*start..).map(|(path, _)| *path);
        paths.take_while(|path| path.starts_with(&start)).map(str::to_owned).collect()
    }

    /// Looks a path up that begins with the folder that [`ServeDir`](tower_http::services::ServeDir) was given: none.
    fn find(&self, path: &Path) -> io::Result<EmbeddedFile> {
        let not_found = || io::Error::from(io::ErrorKind::NotFound);
        let path = path.strip_prefix(".").unwrap_or(path).to_str().ok_or_else(not_found)?;
        let content = self.get(path)?;
        Ok(EmbeddedFile {
            metadata: EmbeddedMetadata { length: content.len() as u64, modified: self.modified },
            content: Cursor::new(content),
        })
    }
}

#[cfg(feature = "embedded-site")]
fn files_of(folder: &'static include_dir::Dir<'static>) -> Vec<(&'static str, &'static [u8])> {
    let own = folder.files().filter_map(|file| Some((file.path().to_str()?, file.contents())));
    own.chain(folder.dirs().flat_map(files_of)).collect()
}

/// No folder is one to the server, which lists none and looks for no file within one that was asked for.
impl Backend for EmbeddedFiles {
    type File = EmbeddedFile;
    type Metadata = EmbeddedMetadata;
    type OpenFuture = Ready<io::Result<EmbeddedFile>>;
    type MetadataFuture = Ready<io::Result<EmbeddedMetadata>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        ready(self.find(&path))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        ready(self.find(&path).map(|file| file.metadata))
    }
}

/// An opened file of the binary.
#[derive(Debug)]
pub struct EmbeddedFile {
    content: Cursor<&'static [u8]>,
    metadata: EmbeddedMetadata,
}

/// What the server needs to know of a file before it opens it.
#[derive(Debug, Clone, Copy)]
pub struct EmbeddedMetadata {
    length: u64,
    modified: SystemTime,
}

impl Metadata for EmbeddedMetadata {
    fn is_dir(&self) -> bool {
        false
    }

    fn modified(&self) -> io::Result<SystemTime> {
        Ok(self.modified)
    }

    fn len(&self) -> u64 {
        self.length
    }
}

impl File for EmbeddedFile {
    type Metadata = EmbeddedMetadata;
    type MetadataFuture<'a> = Ready<io::Result<EmbeddedMetadata>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(self.metadata))
    }
}

impl AsyncRead for EmbeddedFile {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.content).poll_read(cx, buffer)
    }
}

impl AsyncSeek for EmbeddedFile {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.content).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.content).poll_complete(cx)
    }
}
