//! What readers must not know yet, as the audit of leaks needs it: a list of it, and a copy of the site without it.
//!
//! A site leaks when somebody who asks the one and the other can tell them apart. What is public is asked of the schedules
//! of the calendars and of the rule of visibility, not of what is derived from them: a wrong `public_from` is a leak, too.

mod secret;
mod store;

pub use secret::{Names, Secret};

use crate::db::Db;
use crate::error::AppError;
use crate::time::UnixMillis;
use crate::{calendar, posts};

/// The same site twice, in memory.
pub struct TwoSites {
    /// As it is.
    pub whole: Db,
    /// Without all that readers must not know yet.
    pub without: Db,
    /// What is missing there.
    pub secrets: Vec<Secret>,
    /// What addresses are made of: of editions and months, and of all that is missing there.
    pub names: Names,
}

impl TwoSites {
    /// Copies the site as it is, and as it would be at an instant without what is not public then.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database cannot be read or does not fit into memory.
    pub async fn copy(db: &Db, now: UnixMillis) -> Result<Self, AppError> {
        let whole = db.copy().await?;
        // Neither copy fills a door while it is asked: only one of them has the reserve.
        let mut writer = whole.write_content().await?;
        store::switch_reserves_off(&mut writer).await?;
        writer.commit().await?;
        let without = whole.copy().await?;
        let mut writer = without.write_content().await?;
        calendar::store::refresh_openings(&mut writer).await?;
        posts::store::derived::derive_publicity(&mut writer).await?;
        let secrets = store::secrets(&mut writer, now).await?;
        let names = Names {
            posts: secrets.iter().map(|secret| secret.slug.clone()).collect(),
            words: secrets.iter().flat_map(Secret::words).collect(),
            ..store::names(&mut writer).await?
        };
        store::remove(&mut writer, now).await?;
        let names = names.without(&store::names(&mut writer).await?);
        writer.commit().await?;
        Ok(Self { whole, without, secrets, names })
    }
}
