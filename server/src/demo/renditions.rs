//! `renditions/`: texts in plain words and in other languages. The name of a file says which, `om.lattlast.md`; its table has the
//! fields of `PostContent` and the address of its original.

use app::posts::RenditionKind;
use app::posts::store::{NewRendition, add_rendition, original_named};
use app::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;
use toml::Table;

use super::DemoError;
use super::files::{content_error, path_of, stem, with_extension};
use super::pictures::Pictures;
use super::posts::read;
use crate::front_matter;

const FOLDER: &str = "renditions";

/// Adds all renditions, each from its original's time on.
pub(super) async fn add_all(
    writer: &mut SqliteConnection,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<(), DemoError> {
    for file in with_extension(FOLDER, "md") {
        let path = path_of(file);
        let (mut fields, body): (Table, String) = front_matter::read(file)?;
        let of = fields.remove("of");
        let of =
            of.as_ref().and_then(|of| of.as_str()).ok_or_else(|| content_error(&path, "fältet of saknas"))?;
        let step = stem(file).rsplit('.').next().unwrap_or_default();
        let told =
            RenditionKind::parse(step).ok_or_else(|| content_error(&path, "namnet säger inget språk"))?;
        let (original, published_at) = original_named(writer, of)
            .await?
            .ok_or_else(|| content_error(&path, format!("texten {of} finns inte")))?;
        let content = read(&path, fields, body, pictures)?;
        let rendition = NewRendition { original, told, content, published_at };
        add_rendition(writer, &rendition, now).await.map_err(|error| content_error(&path, error))?;
    }
    Ok(())
}
