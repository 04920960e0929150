//! The demo site: content that reads like a real one, written for this product.
//!
//! It is data (the folder `server/demo`, embedded in the binary), written to the database by the same functions as
//! everything else.

mod accessibility;
mod editions;
mod files;
mod generated_posts;
mod pictures;
mod posts;
mod reads;
mod renditions;
mod settings;

use std::io;
use std::path::Path;

use app::db::Db;
use app::time::{Clock, UnixMillis};

use self::pictures::Pictures;
use crate::front_matter::InvalidFile;

/// Why the demo site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of `server/demo` is invalid; names the file and what is wrong with it.
    #[error("filen server/demo/{0} går inte att använda: {1}")]
    Content(String, String),
    /// A picture could not be written to the media folder.
    #[error("bilderna kan inte sparas i {0}: {1}")]
    Media(std::path::PathBuf, io::Error),
    /// A row could not be written.
    #[error("databasen tog inte emot den: {0}")]
    Database(#[from] sqlx::Error),
}

impl From<InvalidFile> for DemoError {
    fn from(InvalidFile { path, cause }: InvalidFile) -> Self {
        Self::Content(path, cause)
    }
}

/// Fills an empty database with the demo site and a number of generated posts, wholly or not at all. Returns whether it
/// did; a database with anything in it stays as it is.
///
/// # Errors
/// See [`DemoError`].
pub async fn fill(
    db: &Db,
    media_folder: &Path,
    clock: &Clock,
    generated_posts: u32,
) -> Result<bool, DemoError> {
    if !app::site::store::is_empty(db.reader()).await? {
        tracing::info!("Datamappen har redan innehåll, så demowebbplatsen läggs inte in");
        return Ok(false);
    }
    let pictures = Pictures::read()?;
    pictures.write(media_folder)?;
    let filled = fill_database(db, &pictures, clock.now_millis(), generated_posts).await;
    if filled.is_err() {
        pictures.remove(media_folder);
    }
    filled.map(|()| true)
}

async fn fill_database(
    db: &Db,
    pictures: &Pictures,
    now: UnixMillis,
    generated_posts: u32,
) -> Result<(), DemoError> {
    let mut change = db.write_content().await?;
    pictures.add(&mut change, now).await?;
    settings::add(&mut change, pictures).await?;
    posts::add_tags(&mut change).await?;
    posts::add_all(&mut change, pictures, now).await?;
    editions::add_all(&mut change, pictures, now).await?;
    renditions::add_all(&mut change, pictures, now).await?;
    reads::add(&mut change, now).await?;
    if generated_posts > 0 {
        generated_posts::add(&mut change, generated_posts, now).await?;
    }
    Ok(change.commit().await?)
}
