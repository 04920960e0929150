//! Writing an export, one subject after another.

use std::collections::HashMap;
use std::path::Path;

use app::export::{Counts, FORMAT, Instant, Manifest, PictureId, SiteName, layout};
use app::time::UnixMillis;
use jiff::Timestamp;
use serde::Serialize;

use super::error::ExportError;
use super::markdown::{LeadPicture, markdown_file};
use super::media::Media;
use super::output::Output;
use super::pieces::{Pieces, json_lines};
use super::source::Source;
use crate::data_folder::DataFolder;

const SCHEMA: &str = include_str!("../../../docs/export/guldkorn-export.schema.json");
const README: &str = include_str!("lasmig.txt");

/// What an export became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Size of the file.
    pub bytes: u64,
    /// What is in it.
    pub manifest: Manifest,
    /// How many posts have words that nobody has saved, and that are not in it.
    pub unsaved: u64,
}

/// Exports a site, which may be served meanwhile, and reads the file back. The file is there when all of it is right. It works
/// as long as the disk does: call it on a thread for blocking work.
///
/// # Errors
/// See [`ExportError`].
pub fn write(folder: &DataFolder, target: &Path, now: Timestamp) -> Result<Exported, ExportError> {
    let source = Source::open(folder, target)?;
    let (output, media) = (Output::create(target)?, Media::new(folder.media()));
    let mut export = Export { source, output, media, counts: Counts::default() };
    let site = export.settings()?;
    export.lists()?;
    let pictures = export.pictures()?;
    export.documents()?;
    export.recordings()?;
    export.posts(&pictures)?;
    export.finish(site, now)
}

struct Export {
    source: Source,
    output: Output,
    media: Media,
    counts: Counts,
}

impl Export {
    fn settings(&mut self) -> Result<SiteName, ExportError> {
        let settings = self.source.settings().map_err(ExportError::Content)?;
        let site = SiteName { name: settings.site.name.clone(), address: settings.site.address.clone() };
        self.output.add(layout::README, README.replace("{webbplatsen}", &site.name).as_bytes())?;
        self.output.add(layout::SCHEMA, SCHEMA.as_bytes())?;
        let json =
            serde_json::to_vec_pretty(&settings).map_err(|error| ExportError::Content(error.into()))?;
        self.output.add(layout::SETTINGS, &*json)?;
        Ok(site)
    }

    /// Writes the lists that are short enough to be held.
    fn lists(&mut self) -> Result<(), ExportError> {
        let tags = self.source.tags().map_err(ExportError::Content)?;
        let editions = self.source.editions().map_err(ExportError::Content)?;
        let redirects = self.source.redirects().map_err(ExportError::Content)?;
        let gone = self.source.gone_slugs().map_err(ExportError::Content)?;
        self.counts.tags = self.list(layout::TAGS, &tags)?;
        self.counts.editions = self.list(layout::EDITIONS, &editions)?;
        self.counts.redirects = self.list(layout::REDIRECTS, &redirects)?;
        self.counts.gone = self.list(layout::GONE, &gone)?;
        Ok(())
    }

    fn list<T: Serialize>(&mut self, path: &str, values: &[T]) -> Result<u64, ExportError> {
        let lines = json_lines(values).map_err(ExportError::Content)?;
        self.output.add(path, &*lines)?;
        Ok(values.len() as u64)
    }

    /// Writes the list of pictures, then their files. Returns what the Markdown files say of each.
    fn pictures(&mut self) -> Result<HashMap<PictureId, LeadPicture>, ExportError> {
        let Self { source, output, media, counts } = self;
        let (mut after, mut known) = (None, HashMap::new());
        let lines = Pieces::new(|| {
            let pictures = source.pictures(after)?;
            after = pictures.last().map(|picture| picture.id).or(after);
            counts.pictures += pictures.len() as u64;
            known.extend(pictures.iter().filter_map(|picture| Some((picture.id, LeadPicture::of(picture)?))));
            json_lines(&pictures)
        });
        output.add(layout::PICTURES, lines)?;
        let mut after = None;
        loop {
            let pictures = source.pictures(after).map_err(ExportError::Content)?;
            let Some(last) = pictures.last() else { return Ok(known) };
            after = Some(last.id);
            for picture in &pictures {
                media.add_picture(picture, output)?;
            }
        }
    }

    fn documents(&mut self) -> Result<(), ExportError> {
        let stored = self.source.documents().map_err(ExportError::Content)?;
        let lines = json_lines(stored.iter().map(|stored| &stored.document)).map_err(ExportError::Content)?;
        self.output.add(layout::DOCUMENTS, &*lines)?;
        self.counts.documents = stored.len() as u64;
        stored.iter().try_for_each(|document| self.media.add_document(document, &mut self.output))
    }

    fn recordings(&mut self) -> Result<(), ExportError> {
        let recordings = self.source.recordings().map_err(ExportError::Content)?;
        self.counts.recordings = self.list(layout::RECORDINGS, &recordings)?;
        recordings.iter().try_for_each(|recording| self.media.add_recording(recording, &mut self.output))
    }

    /// Writes the list of posts, then each as Markdown.
    fn posts(&mut self, pictures: &HashMap<PictureId, LeadPicture>) -> Result<(), ExportError> {
        let Self { source, output, counts, .. } = self;
        let mut after = None;
        let lines = Pieces::new(|| {
            let posts = source.posts(after)?;
            after = posts.last().map(|dated| dated.post.uid).or(after);
            counts.posts += posts.len() as u64;
            json_lines(posts.iter().map(|dated| &dated.post))
        });
        output.add(layout::POSTS, lines)?;
        let mut after = None;
        loop {
            let posts = source.posts(after).map_err(ExportError::Content)?;
            let Some(last) = posts.last() else { return Ok(()) };
            after = Some(last.post.uid);
            for dated in &posts {
                let (path, text) = markdown_file(dated, pictures);
                output.add(&path, text.as_bytes())?;
            }
        }
    }

    fn finish(mut self, site: SiteName, now: Timestamp) -> Result<Exported, ExportError> {
        let unsaved = self.source.posts_with_drafts().map_err(ExportError::Content)?;
        let mut manifest = Manifest {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: Instant(UnixMillis::from(now)),
            site,
            counts: self.counts,
            files: Vec::new(),
            missing: self.media.into_missing(),
        };
        let bytes = self.output.finish(&mut manifest)?;
        Ok(Exported { bytes, manifest, unsaved })
    }
}
