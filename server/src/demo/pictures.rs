//! `pictures/`: the demo's own drawings, stored as if somebody had uploaded them.

use std::collections::HashMap;
use std::path::Path;

use app::media::store::{NewPicture, Variant, add_picture, set_name};
use app::media::{PictureId, files as media_files};
use app::time::UnixMillis;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use super::DemoError;
use super::files::{bytes, content_error, path_of, read_toml, stem, with_extension};

const FOLDER: &str = "pictures";
const LIST: &str = "pictures/pictures.toml";

/// The width of the variant that a text refers to, at most.
const MAX_WIDTH_IN_TEXT: u32 = 960;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PicturesFile {
    pictures: Vec<PictureTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PictureTable {
    name: String,
    width: u32,
    height: u32,
    /// Whether the drawing itself is a variant too.
    #[serde(default)]
    drawing: bool,
    alt: String,
}

/// The demo's pictures by name, each with a new unguessable id.
pub(super) struct Pictures(HashMap<String, DemoPicture>);

pub(super) struct DemoPicture {
    pub(super) row: NewPicture,
    /// The embedded files, in the order of the variants.
    files: Vec<&'static [u8]>,
}

impl Pictures {
    /// Reads the list and finds the files.
    pub(super) fn read() -> Result<Self, DemoError> {
        let list: PicturesFile = read_toml(LIST)?;
        list.pictures
            .into_iter()
            .map(|picture| Ok((picture.name.clone(), read_one(picture)?)))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Returns the picture of a name.
    pub(super) fn get(&self, name: &str) -> Option<&DemoPicture> {
        self.0.get(name)
    }

    /// Returns the id of the picture that a file names.
    pub(super) fn id(&self, file: &str, name: &str) -> Result<PictureId, DemoError> {
        let picture =
            self.get(name).ok_or_else(|| content_error(file, format!("det finns ingen bild {name}")))?;
        Ok(picture.row.id)
    }

    /// Replaces the names of pictures in a text, as in `![Ord](bild:lykta)`, by their addresses.
    pub(super) fn resolve_names(&self, body: String) -> String {
        self.0.iter().fold(body, |body, (name, picture)| {
            let row = &picture.row;
            let Some(variant) = row.variants.iter().rfind(|variant| variant.width <= MAX_WIDTH_IN_TEXT)
            else {
                return body;
            };
            let address = format!("/media/{}/{}#{}x{}", row.id, variant.name, row.width, row.height);
            body.replace(&format!("](bild:{name} "), &format!("]({address} "))
        })
    }

    /// Writes the files. Comes before [`add`](Self::add): a row never exists without its files.
    pub(super) fn write(&self, media_folder: &Path) -> Result<(), DemoError> {
        for picture in self.0.values() {
            let names = picture.row.variants.iter().map(|variant| &*variant.name);
            let files = names.zip(picture.files.iter().copied());
            media_files::write(media_folder, picture.row.id, files).map_err(|error| {
                self.remove(media_folder);
                DemoError::Media(media_folder.to_owned(), error)
            })?;
        }
        Ok(())
    }

    /// Removes the files again.
    pub(super) fn remove(&self, media_folder: &Path) {
        for picture in self.0.values() {
            media_files::remove(media_folder, picture.row.id);
        }
    }

    /// Adds the rows.
    pub(super) async fn add(&self, writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), DemoError> {
        for (name, picture) in &self.0 {
            add_picture(writer, &picture.row, now).await?;
            set_name(writer, picture.row.id, name).await?;
        }
        Ok(())
    }
}

fn read_one(picture: PictureTable) -> Result<DemoPicture, DemoError> {
    let prefix = format!("{}-", picture.name);
    let mut variants = Vec::new();
    let mut files = Vec::new();
    for file in with_extension(FOLDER, "webp") {
        let Some(width) = stem(file).strip_prefix(&prefix).and_then(|width| width.parse().ok()) else {
            continue;
        };
        let content = bytes(&path_of(file))?;
        files.push(content);
        variants.push(variant(format!("{width}.webp"), "image/webp", width, content));
    }
    if picture.drawing {
        let content = bytes(&format!("{FOLDER}/{}.svg", picture.name))?;
        files.push(content);
        variants.push(variant("bild.svg".into(), "image/svg+xml", picture.width, content));
    }
    if variants.is_empty() {
        return Err(content_error(LIST, format!("bilden {} har inga filer", picture.name)));
    }
    let id = PictureId::random().map_err(|error| content_error(LIST, error))?;
    let (width, height) = (picture.width, picture.height);
    let row = NewPicture { id, width, height, variants, alt: picture.alt, added_by: None };
    Ok(DemoPicture { row, files })
}

fn variant(name: String, media_type: &str, width: u32, content: &[u8]) -> Variant {
    Variant {
        name,
        media_type: media_type.into(),
        width,
        bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
    }
}
