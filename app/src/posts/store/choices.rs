//! What the filters of the staff's list can choose between: only what there is.

use sqlx::sqlite::SqlitePool;

use crate::staff::StaffId;
use crate::time::{UnixMillis, at_home, from_millis};

/// The values that occur in posts, except pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// Tags by the last part of their address and their name, in alphabetical order.
    pub(crate) tags: Vec<(String, String)>,
    /// The authors' names under posts.
    pub(crate) bylines: Vec<String>,
    /// The staff members who began posts here, by id and name.
    pub(crate) beginners: Vec<(StaffId, String)>,
    /// Years from the newest to the oldest.
    pub(crate) years: Vec<i16>,
}

impl Choices {
    /// Reads the values that occur.
    pub(crate) async fn load(reader: &SqlitePool) -> Result<Self, sqlx::Error> {
        let tags = sqlx::query_as("select slug, name from tags order by name collate swedish")
            .fetch_all(reader)
            .await?;
        let bylines = sqlx::query_scalar(
            "select distinct author from posts indexed by posts_for_staff where kind not in ('page', 'rendition') and author <> ''
             order by author collate swedish",
        )
        .fetch_all(reader)
        .await?;
        let beginners = sqlx::query_as(
            "select id, name from staff where id in
                 (select created_by from posts indexed by posts_for_staff where kind not in ('page', 'rendition'))
             order by name collate swedish",
        )
        .fetch_all(reader)
        .await?;
        let (first, last): (Option<UnixMillis>, Option<UnixMillis>) = sqlx::query_as(
            "select min(coalesce(public_from, updated_at)), max(coalesce(public_from, updated_at))
             from posts indexed by posts_for_staff where kind not in ('page', 'rendition')",
        )
        .fetch_one(reader)
        .await?;
        let year = |millis| at_home(from_millis(millis)).year();
        let years = match (first, last) {
            (Some(first), Some(last)) => (year(first)..=year(last)).rev().collect(),
            _ => Vec::new(),
        };
        Ok(Self { tags, bylines, beginners, years })
    }
}
