//! Reading schedules from rows.

use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

use crate::calendar::Schedule;

impl FromRow<'_, SqliteRow> for Schedule {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Self::parse(
            row.try_get("first_day")?,
            row.try_get("days")?,
            row.try_get("opens_at")?,
            row.try_get("time_zone")?,
        )
        .map_err(|error| sqlx::Error::Decode(error.into()))
    }
}
