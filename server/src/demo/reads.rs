//! Invented numbers of readings, so that the staff's statistics can be tried: the days before the start.

use app::statistics::store::{countable, put};
use app::statistics::{LEAST, day_of};
use app::time::UnixMillis;
use jiff::ToSpan as _;
use sqlx::sqlite::SqliteConnection;

/// How many days back there are numbers.
const DAYS: i64 = 60;
/// Readings of a text on its first day at least, and by how many more at most.
const FIRST_DAY: i64 = 30;
const MORE: i64 = 50;
/// What is left of them day by day, in percent.
const LEFT: i64 = 60;

/// Writes numbers for the texts that became public in these days: many on the first day, then fewer.
pub(super) async fn add(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    let today = day_of(now);
    let first = today.saturating_sub(DAYS.days());
    for (post, since) in countable(writer, now).await? {
        let since = day_of(since);
        if since < first {
            continue;
        }
        let mut number = FIRST_DAY + post.0 * 37 % MORE;
        for day in since.series(1.day()).take_while(|day| *day < today) {
            if number < LEAST {
                break;
            }
            put(writer, post, day, number).await?;
            number = number * LEFT / 100 + i64::from(day.day()) % 3;
        }
    }
    Ok(())
}
