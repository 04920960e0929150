//! Files that staff have given in the admin: opened as the command opens its own, whatever they are.

use std::io;
use std::path::Path;

use app::documents::size_in_words;
use app::import::{ImportError, MediaFolder, Options, ReadError, Report};
use app::state::AppState;

use super::detect::{DetectError, Detected, detect};
use super::input::Input;
use super::opened::{Chosen, Opened};
use super::zip::{self, UnpackError, Unpacked};
use crate::archive::{Archive, ArchiveError, Entry, Limits};
use crate::check::{RESERVE, free_bytes};

/// What a zip file with pictures alone may ask for: WordPress keeps each in many sizes.
const MEDIA_LIMITS: Limits = Limits { entries: 200_000, ..zip::LIMITS };

/// Files that are open. What was unpacked for them goes when it is dropped.
pub(crate) struct Given {
    opened: Opened,
    media: Option<MediaFolder>,
    _unpacked: (Input, Option<Unpacked>),
}

/// Why files were not opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GivenError {
    /// The file is nothing that can be imported.
    #[error(transparent)]
    Detect(#[from] DetectError),
    /// The zip file with the pictures cannot be trusted.
    #[error("filen med bilder går inte att använda: {0}")]
    Media(ArchiveError),
    /// A zip file was not unpacked.
    #[error(transparent)]
    Unpack(#[from] UnpackError),
    /// The folder with the pictures cannot be read.
    #[error("bilderna kan inte läsas ({0}): gör om zip-filen")]
    MediaFolder(io::Error),
    /// What is in the zip files does not fit on the disk.
    #[error("det som är i zip-filen tar {} och får inte plats på serverns disk: be den som sköter servern om mer plats", size_in_words(*.0))]
    Full(u64),
    /// The file cannot be read.
    #[error(transparent)]
    Source(#[from] ReadError),
}

impl Given {
    /// Opens a file, and a zip file with its pictures if there is one. Zip files are judged, then unpacked within the data
    /// folder.
    ///
    /// # Errors
    /// See [`GivenError`].
    pub(crate) fn open(
        file: &Path,
        media: Option<&Path>,
        data: &Path,
        chosen: Chosen,
    ) -> Result<Self, GivenError> {
        let detected = detect(file, None)?;
        let media = media.map(|media| Archive::open(media, &MEDIA_LIMITS).map_err(GivenError::Media));
        let media = media.transpose()?;
        if let Detected::Zip(archive, _) = &detected {
            check_room(archive, data)?;
        }
        let input = Input::open(file, detected, data)?;
        if let Some(archive) = &media {
            check_room(archive, data)?;
        }
        let unpacked = media.map(|archive| Unpacked::new(&archive, data)).transpose()?;
        let folder = unpacked.as_ref().map(Unpacked::root).or_else(|| input.media.clone());
        let media = folder.as_deref().map(MediaFolder::open).transpose().map_err(GivenError::MediaFolder)?;
        let chosen = Chosen { name: input.name.clone(), ..chosen };
        let opened = Opened::open(input.kind, &input.path, chosen)?;
        Ok(Self { opened, media, _unpacked: (input, unpacked) })
    }

    /// Imports what was given, or finds out what importing it would do.
    ///
    /// # Errors
    /// See [`app::import::run`].
    pub(crate) async fn import(self, state: &AppState, options: Options) -> Result<Report, ImportError> {
        let Self { opened, media, _unpacked } = self;
        opened.import(state, Options { media, ..options }).await
    }
}

/// The site shares the disk, and must be able to go on saving.
fn check_room(archive: &Archive, data: &Path) -> Result<(), GivenError> {
    let bytes: u64 = archive.entries().iter().map(Entry::bytes).sum();
    let free = free_bytes(data).unwrap_or(u64::MAX);
    if bytes.saturating_add(RESERVE) > free { Err(GivenError::Full(bytes)) } else { Ok(()) }
}
