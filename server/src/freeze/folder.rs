//! The folder that is written: beside its place, and moved there when it is whole.

use std::path::{Path, PathBuf};

use axum::body::Body;
use http_body_util::BodyExt as _;
use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt as _;

use super::FreezeError;

/// A folder that is there wholly or not at all: what was written goes with it when it is dropped before its end.
pub(super) struct Folder {
    out: PathBuf,
    unfinished: PathBuf,
    pub(super) files: u64,
    pub(super) bytes: u64,
}

impl Folder {
    /// Begins a folder whose place is free.
    pub(super) fn begin(out: &Path) -> Result<Self, FreezeError> {
        let out = std::path::absolute(out).map_err(|error| FreezeError::Out(out.to_owned(), error))?;
        match std::fs::read_dir(&out) {
            Ok(mut entries) => {
                if entries.next().is_some() {
                    return Err(FreezeError::NotEmpty(out));
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(FreezeError::Out(out, error)),
        }
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = out.with_file_name(format!(".{name}.{}", std::process::id()));
        std::fs::create_dir(&unfinished).map_err(|error| FreezeError::Out(out.clone(), error))?;
        Ok(Self { out, unfinished, files: 0, bytes: 0 })
    }

    /// Writes a file.
    pub(super) async fn write(&mut self, file: &str, content: impl Into<Body>) -> Result<(), FreezeError> {
        self.stream(file, content.into()).await
    }

    /// Writes a file piece by piece, as it comes.
    pub(super) async fn stream(&mut self, file: &str, mut content: Body) -> Result<(), FreezeError> {
        let path = self.unfinished.join(file);
        let failed = |error| FreezeError::Write(file.to_owned(), error);
        if let Some(folder) = path.parent() {
            tokio::fs::create_dir_all(folder).await.map_err(failed)?;
        }
        // No file is written twice: two addresses with one file would be a fault of the rule.
        let mut target = OpenOptions::new().write(true).create_new(true).open(&path).await.map_err(failed)?;
        while let Some(frame) = content.frame().await {
            let frame = frame.map_err(|error| failed(std::io::Error::other(error)))?;
            let Ok(bytes) = frame.into_data() else { continue };
            target.write_all(&bytes).await.map_err(failed)?;
            self.bytes += bytes.len() as u64;
        }
        target.flush().await.map_err(failed)?;
        self.files += 1;
        Ok(())
    }

    /// Moves the folder to its place.
    pub(super) fn finish(self) -> Result<(), FreezeError> {
        let failed = |error| FreezeError::Out(self.out.clone(), error);
        match std::fs::remove_dir(&self.out) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        std::fs::rename(&self.unfinished, &self.out).map_err(failed)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.unfinished.exists()
            && let Err(error) = std::fs::remove_dir_all(&self.unfinished)
        {
            tracing::warn!("{} kunde inte tas bort: {error}", self.unfinished.display());
        }
    }
}
