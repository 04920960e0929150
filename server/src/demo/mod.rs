//! The demo site: content that reads like a real one, written for this product.
//!
//! It is data (the folder `server/demo`, embedded in the binary), and takes the same way into the database as
//! everything else.

mod doors;
mod files;
mod front_matter;
mod many;
mod pictures;
mod posts;
mod settings;

use app::time::UnixMillis;
use std::io;
use std::path::Path;

use app::db::Db;
use app::time::Clock;

use self::pictures::Pictures;

/// Why the demo site could not be put in.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of it is not as it should be.
    #[error("filen server/demo/{0} går inte att använda: {1}")]
    Content(String, String),
    /// A picture could not be written.
    #[error("bilderna kan inte sparas i {0}: {1}")]
    Media(std::path::PathBuf, io::Error),
    /// The database refused.
    #[error("databasen tog inte emot den: {0}")]
    Database(#[from] sqlx::Error),
}

/// Fills an empty database with the demo site, and so many generated `posts` on top of it, wholly or not at all, and tells whether it did. A database with
/// anything in it stays as it is.
///
/// # Errors
/// See [`DemoError`].
pub async fn fill(db: &Db, media_folder: &Path, clock: &Clock, posts: u32) -> Result<bool, DemoError> {
    if !app::site::store::is_empty(db.reader()).await? {
        tracing::info!("Datamappen har redan innehåll, så demowebbplatsen läggs inte in");
        return Ok(false);
    }
    let pictures = Pictures::read()?;
    pictures.write(media_folder)?;
    let filled = fill_database(db, &pictures, clock.now_millis(), posts).await;
    if filled.is_err() {
        pictures.remove(media_folder);
    }
    filled.map(|()| true)
}

async fn fill_database(db: &Db, pictures: &Pictures, now: UnixMillis, posts: u32) -> Result<(), DemoError> {
    let mut change = db.write_content().await?;
    settings::add(&mut change).await?;
    posts::add_tags(&mut change).await?;
    pictures.add(&mut change, now).await?;
    posts::add_all(&mut change, pictures, now).await?;
    doors::add_all(&mut change, pictures, now).await?;
    if posts > 0 {
        many::add(&mut change, posts, now).await?;
    }
    Ok(change.commit().await?)
}
