//! What is exported, as it was at one moment.

use std::io;
use std::path::Path;

use app::db::FileCopy;
use app::export::store::{self, DatedPost, StoredDocument};
use app::export::{Edition, GoneSlug, Picture, PictureId, PostUid, Recording, Redirect, Settings, Tag};
use sqlx::sqlite::SqliteConnection;
use tokio::runtime::{Builder, Runtime};

use super::error::ExportError;
use crate::data_folder::DataFolder;
use crate::snapshot::Snapshot;

/// The migration since which the database has all that an export reads.
const OLDEST_SCHEMA: i64 = 66;

/// A snapshot of the database, read by whoever writes to the disk meanwhile.
pub(super) struct Source {
    // Dropped in this order: the file goes last.
    copy: FileCopy,
    runtime: Runtime,
    _snapshot: Snapshot,
}

impl Source {
    /// Takes a snapshot for an export that is not there yet.
    pub(super) fn open(folder: &DataFolder, target: &Path) -> Result<Self, ExportError> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(ExportError::Runtime)?;
        let snapshot = runtime.block_on(Snapshot::take(folder, target, OLDEST_SCHEMA))?;
        let copy = runtime.block_on(snapshot.open())?;
        Ok(Self { copy, runtime, _snapshot: snapshot })
    }

    fn ask<T>(
        &mut self,
        question: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T, sqlx::Error>,
    ) -> io::Result<T> {
        self.runtime.block_on(question(self.copy.connection())).map_err(io::Error::other)
    }

    pub(super) fn settings(&mut self) -> io::Result<Settings> {
        self.ask(store::settings)
    }

    pub(super) fn tags(&mut self) -> io::Result<Vec<Tag>> {
        self.ask(store::tags)
    }

    pub(super) fn editions(&mut self) -> io::Result<Vec<Edition>> {
        self.ask(store::editions)
    }

    pub(super) fn documents(&mut self) -> io::Result<Vec<StoredDocument>> {
        self.ask(store::documents)
    }

    pub(super) fn recordings(&mut self) -> io::Result<Vec<Recording>> {
        self.ask(store::recordings)
    }

    pub(super) fn redirects(&mut self) -> io::Result<Vec<Redirect>> {
        self.ask(store::redirects)
    }

    pub(super) fn gone_slugs(&mut self) -> io::Result<Vec<GoneSlug>> {
        self.ask(store::gone_slugs)
    }

    pub(super) fn pictures(&mut self, after: Option<PictureId>) -> io::Result<Vec<Picture>> {
        self.ask(async |connection| store::pictures(connection, after).await)
    }

    pub(super) fn posts(&mut self, after: Option<PostUid>) -> io::Result<Vec<DatedPost>> {
        self.ask(async |connection| store::posts(connection, after).await)
    }

    pub(super) fn posts_with_drafts(&mut self) -> io::Result<u64> {
        self.ask(store::posts_with_drafts)
    }
}
