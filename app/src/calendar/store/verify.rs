//! Holding stored openings and former addresses against what they must be.

use std::collections::BTreeMap;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::calendar::{Schedule, ScheduleError};
use crate::ids::EditionId;
use crate::time::UnixMillis;

/// An edition whose doors would not open as its schedule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongOpenings {
    /// So many doors of the edition with this title open at another time, are missing, or lie after the last day.
    Doors(String, usize),
    /// The edition with this title has no valid schedule.
    Schedule(String, ScheduleError),
}

/// Compares the stored openings of every edition with those that this binary's time-zone database gives.
///
/// # Errors
/// When the database cannot be read.
pub async fn wrong_openings(reader: &SqlitePool) -> Result<Vec<WrongOpenings>, sqlx::Error> {
    let editions: Vec<(EditionId, String, String, i64, String, String)> =
        sqlx::query_as("select id, title, first_day, days, opens_at, time_zone from editions order by id")
            .fetch_all(reader)
            .await?;
    let mut wrong = Vec::new();
    for (id, title, first_day, days, opens_at, zone) in editions {
        let schedule = match Schedule::parse(&first_day, days, &opens_at, &zone) {
            Ok(schedule) => schedule,
            Err(error) => {
                wrong.push(WrongOpenings::Schedule(title, error));
                continue;
            }
        };
        let stored: BTreeMap<u16, UnixMillis> =
            sqlx::query_as("select day, opens_at from doors where edition_id = $1")
                .bind(id)
                .fetch_all(reader)
                .await?
                .into_iter()
                .collect();
        let right: BTreeMap<u16, UnixMillis> = (1..=schedule.days())
            .filter_map(|day| Some((day, UnixMillis::from(schedule.opening_of(day)?))))
            .collect();
        let is_wrong = |day: &&u16| stored.get(day) != right.get(day);
        let mut days: Vec<&u16> = stored.keys().chain(right.keys()).filter(is_wrong).collect();
        days.sort_unstable();
        days.dedup();
        if !days.is_empty() {
            wrong.push(WrongOpenings::Doors(title, days.len()));
        }
    }
    Ok(wrong)
}

/// Lists the former addresses of editions that are an edition's address now: they would lead readers round in a circle.
///
/// # Errors
/// When the database cannot be read.
pub async fn circular_redirects(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select slug from edition_redirects where slug in (select slug from editions) order by slug",
    )
    .fetch_all(reader)
    .await
}

/// Deletes what [`circular_redirects`] lists.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_circular_redirects(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("delete from edition_redirects where slug in (select slug from editions)")
        .execute(writer)
        .await?;
    Ok(())
}
