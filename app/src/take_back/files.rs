//! Pictures and documents of an export: judged, and on the disk before their rows are written.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use sqlx::sqlite::SqliteConnection;

use super::causes::{DOCUMENT, FILE_MISSING, PICTURE};
use super::lines::ExportFiles;
use super::media_ids::MediaIds;
use super::recordings::TakenRecording;
use crate::documents::exported::{JudgedDocument, KeptDocument};
use crate::documents::store::known_documents;
use crate::export::{Document, Picture};
use crate::import::{Finding, Findings, ImportError, ReadError};
use crate::media::crop::{self, Crop, Focus, Framing, PreparedFraming, Share};
use crate::media::exported::{self, ExportedPicture, Files};
use crate::media::intake::{MOST_BYTES, QueuePermit};
use crate::media::store::{Variant, known_pictures};
use crate::media::{self, PictureError};
use crate::state::AppState;
use crate::time::UnixMillis;

/// What came with an export and was not here before.
pub(super) struct TakenFiles {
    pub(super) ids: MediaIds,
    pictures: Vec<(ExportedPicture, Vec<Variant>, Option<PreparedFraming>)>,
    documents: Vec<(KeptDocument, UnixMillis, UnixMillis)>,
    pub(super) recordings: Vec<TakenRecording>,
    written: WrittenFolders,
}

/// Folders in the media folder that nothing names yet. Dropped before [`TakenFiles::keep`], they go.
struct WrittenFolders {
    media_folder: Arc<Path>,
    names: Vec<String>,
}

impl Drop for WrittenFolders {
    fn drop(&mut self) {
        for name in &self.names {
            media::files::remove(&self.media_folder, &**name);
        }
    }
}

impl TakenFiles {
    pub(super) fn new(state: &AppState) -> Self {
        let written = WrittenFolders { media_folder: state.media_folder.clone(), names: Vec::new() };
        Self {
            ids: MediaIds::default(),
            pictures: Vec::new(),
            documents: Vec::new(),
            recordings: Vec::new(),
            written,
        }
    }

    /// Leaves the files where they are: their rows are written.
    pub(super) fn keep(mut self) {
        self.written.names.clear();
    }

    /// Notes that a folder was written.
    pub(super) fn written(&mut self, folder: String) {
        self.written.names.push(folder);
    }

    /// How many pictures and documents there are.
    pub(super) fn counts(&self) -> (u64, u64) {
        (self.pictures.len() as u64, self.documents.len() as u64)
    }

    /// Takes in the pictures that are not here. A dry run only judges them.
    pub(super) async fn take_pictures(
        &mut self,
        (state, files): (&AppState, &Arc<dyn ExportFiles>),
        pictures: &[Picture],
        missing: &HashSet<String>,
        is_dry_run: bool,
        findings: &mut Findings,
    ) -> Result<(), ImportError> {
        let mut reader = state.db.reader().acquire().await?;
        let here = known_pictures(&mut reader).await?;
        let ids: HashSet<_> = here.iter().map(|(id, _)| *id).collect();
        self.ids.available.clone_from(&ids);
        let by_hash: HashMap<_, _> = here.into_iter().map(|(id, hash)| (hash, id)).collect();
        for picture in pictures.iter().filter(|picture| !ids.contains(&picture.id)) {
            let hash = picture.source_sha256.as_ref().filter(|hash| !hash.is_empty());
            if let Some(known) = hash.and_then(|hash| by_hash.get(hash)) {
                self.ids.pictures.insert(picture.id, *known);
                continue;
            }
            let mut there = picture.clone();
            there.files.retain(|file| !missing.contains(&file.path));
            if there.files.len() < picture.files.len() {
                findings.add(Finding::new(FILE_MISSING, &*picture.name, picture.id.to_string()));
            }
            if there.files.is_empty() {
                continue;
            }
            if let Err(error) = self.take_picture(state, files, there, is_dry_run).await? {
                findings.add(Finding::new(PICTURE, &*picture.name, format!("{}: {error}", picture.id)));
            }
        }
        Ok(())
    }

    async fn take_picture(
        &mut self,
        state: &AppState,
        files: &Arc<dyn ExportFiles>,
        picture: Picture,
        is_dry_run: bool,
    ) -> Result<Result<(), PictureError>, ImportError> {
        let (files, folder, id) = (Arc::clone(files), state.media_folder.clone(), picture.id);
        let row = row(&picture);
        let taking = tokio::task::spawn_blocking(move || {
            let read = read_files(&*files, &picture)?;
            Ok::<_, ReadError>(exported::judge(picture.width, read).and_then(|judged| {
                if !is_dry_run {
                    // What a run has left that ended before it was done is nobody's.
                    media::files::remove(&folder, id);
                    exported::write(&folder, id, &judged)?;
                }
                Ok(judged.into_iter().map(|(variant, _)| variant).collect::<Vec<_>>())
            }))
        });
        let variants = match taking.await.map_err(|_| ImportError::Interrupted)?? {
            Ok(variants) => variants,
            Err(error) => return Ok(Err(error)),
        };
        if !is_dry_run {
            self.written.names.push(id.to_string());
        }
        let framing = match (exported::source(&variants), row.framing) {
            (Some(source), framing) if !is_dry_run && !framing.is_default() => {
                let Some(permit) = QueuePermit::wait().await else { return Err(ImportError::Interrupted) };
                match crop::prepare(state.media_folder.clone(), permit, id, source, framing).await {
                    Ok(prepared) => Some(prepared),
                    Err(error) => return Ok(Err(error)),
                }
            }
            (None, framing) if !framing.is_default() => Some(PreparedFraming::without_files(id, framing)),
            _ => None,
        };
        self.ids.available.insert(id);
        self.pictures.push((row, variants, framing));
        Ok(Ok(()))
    }

    /// Takes in the documents that are not here. A dry run only judges them.
    pub(super) async fn take_documents(
        &mut self,
        (state, files): (&AppState, &Arc<dyn ExportFiles>),
        documents: &[Document],
        missing: &HashSet<String>,
        is_dry_run: bool,
        findings: &mut Findings,
    ) -> Result<u64, ImportError> {
        let mut reader = state.db.reader().acquire().await?;
        let here = known_documents(&mut reader).await?;
        let ids: HashSet<_> = here.iter().map(|(id, _)| *id).collect();
        let by_hash: HashMap<_, _> = here.into_iter().map(|(id, hash)| (hash, id)).collect();
        let mut judged_only = 0;
        for document in documents.iter().filter(|document| !ids.contains(&document.id)) {
            if let Some(known) = by_hash.get(&document.sha256) {
                self.ids.documents.insert(document.id, *known);
                continue;
            }
            if missing.contains(&document.path) {
                findings.add(Finding::new(FILE_MISSING, &*document.title, &*document.file_name));
                continue;
            }
            let (from, path) = (Arc::clone(files), document.path.clone());
            let reading = tokio::task::spawn_blocking(move || read(&*from, &path));
            let bytes = reading.await.map_err(|_| ImportError::Interrupted)??;
            let about = (document.id, document.title.clone(), document.language);
            match JudgedDocument::judge(&state.media_folder, about, &document.file_name, bytes).await {
                Ok(_) if is_dry_run => judged_only += 1,
                Ok(judged) => {
                    let folder = judged.document.file_id.to_string();
                    let kept = judged.keep().await.map_err(|error| ReadError(error.to_string()))?;
                    self.written.names.push(folder);
                    self.documents.push((kept, document.created_at.0, document.file_added_at.0));
                }
                Err(error) => findings.add(Finding::new(DOCUMENT, &*document.title, error.to_string())),
            }
        }
        Ok(judged_only)
    }

    /// Writes the rows of the files that are on the disk by now.
    pub(super) async fn save(
        &self,
        writer: &mut SqliteConnection,
        now: UnixMillis,
    ) -> Result<(), sqlx::Error> {
        for (picture, variants, framing) in &self.pictures {
            exported::save(writer, picture, variants.clone(), framing.as_ref(), now).await?;
        }
        for (document, created_at, added_at) in &self.documents {
            document.save(writer, *created_at, *added_at).await?;
        }
        Ok(())
    }
}

fn read_files(files: &dyn ExportFiles, picture: &Picture) -> Result<Files, ReadError> {
    let file = |file: &crate::export::PictureFile| {
        let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
        let media_type = file.media_type.clone();
        Ok((Variant { name, media_type, width: file.width, bytes: 0 }, read(files, &file.path)?))
    };
    picture.files.iter().map(file).collect()
}

/// Reads a file, or a little more of it than any may have, so that it is refused.
fn read(files: &dyn ExportFiles, path: &str) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let read = files.open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

/// Says that a file of the export cannot be read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> ReadError {
    ReadError(format!("{path} i exporten går inte att läsa ({error}): exportera på nytt"))
}

fn row(picture: &Picture) -> ExportedPicture {
    let share = Share::from_fraction;
    let focus = picture.focus.and_then(|focus| Some(Focus { x: share(focus.x)?, y: share(focus.y)? }));
    let crop = picture.crop.and_then(|crop| {
        let (left, top) = (share(crop.left)?, share(crop.top)?);
        Some(Crop { left, top, width: share(crop.width)?, height: share(crop.height)? })
    });
    ExportedPicture {
        id: picture.id,
        name: picture.name.clone(),
        width: picture.width,
        height: picture.height,
        alt: picture.alt.clone(),
        caption: picture.caption.clone(),
        credit: picture.credit.clone(),
        framing: Framing { focus, crop },
        file_hash: picture.source_sha256.as_deref().and_then(sha256_of_hex),
        created_at: picture.created_at.0,
    }
}

fn sha256_of_hex(hex: &str) -> Option<Vec<u8>> {
    HEXLOWER.decode(hex.as_bytes()).ok().filter(|hash| hash.len() == 32)
}
