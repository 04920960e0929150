//! Reading numbers.
//!
//! Every query takes the same rows: of days that are over, of texts that are public, and none under five. All that is shown
//! is a sum of such rows, so the difference of two sums is one, too, and no number under five can be worked out.

use std::ops::Range;

use jiff::civil::Date;
use sqlx::sqlite::SqlitePool;

use crate::db::publicity::public_at;
use crate::ids::{EditionId, PostId};
use crate::posts::store::address_slug;
use crate::posts::{Language, PostKind};
use crate::statistics::{LEAST, first_open_day};
use crate::time::UnixMillis;

/// Days, and the texts on them, whose numbers are asked for: all, unless an edition or a text is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selection {
    /// The days, without the last one.
    pub(crate) days: Range<Date>,
    /// The texts on the doors of one edition alone.
    pub(crate) edition: Option<EditionId>,
    pub(crate) post: Option<PostId>,
}

/// The time of which each bar of a diagram has the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// `2026-12-07`.
    Day,
    /// `2026-12`.
    Month,
}

impl Unit {
    /// Returns how many characters of a day name it.
    const fn length(self) -> i64 {
        match self {
            Self::Day => 10,
            Self::Month => 7,
        }
    }
}

/// How often a text was read in a selection, and what a page says of the text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct TextReads {
    #[sqlx(rename = "id")]
    pub(crate) post: PostId,
    pub(crate) kind: PostKind,
    /// The last part of its address.
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Language,
    /// Title of the edition on whose door it hangs.
    pub(crate) edition: Option<String>,
    /// The day of that door.
    pub(crate) door: Option<u16>,
    pub(crate) reads: i64,
}

/// The rows of a selection, from which `$1` to `$6` are bound by [`bound!`].
macro_rules! selected {
    () => {
        concat!(
            " from text_reads r join posts p on p.id = r.post_id
              left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
              where r.day >= $1 and r.day < $2 and r.reads >= $3 and p.sensitive = 0 and ",
            public_at!("p", "$4"),
            " and ($5 is null or d.edition_id = $5) and ($6 is null or p.id = $6) "
        )
    };
}

macro_rules! bound {
    ($query:expr, $selection:expr, $now:expr) => {
        $query
            .bind($selection.days.start.to_string())
            .bind($selection.days.end.min(first_open_day($now)).to_string())
            .bind(LEAST)
            .bind($now)
            .bind($selection.edition)
            .bind($selection.post)
    };
}

/// Returns the sums of days or months, in their order; those without a number are left out.
///
/// # Errors
/// Those of the database.
pub(crate) async fn by_day(
    reader: &SqlitePool,
    selection: &Selection,
    unit: Unit,
    now: UnixMillis,
) -> Result<Vec<(String, i64)>, sqlx::Error> {
    let query = concat!("select substr(r.day, 1, $7), sum(r.reads)", selected!(), "group by 1 order by 1");
    bound!(sqlx::query_as(query), selection, now).bind(unit.length()).fetch_all(reader).await
}

/// Returns the sums of at most so many texts, those that were read most first.
///
/// # Errors
/// Those of the database.
pub(crate) async fn by_text(
    reader: &SqlitePool,
    selection: &Selection,
    most: u32,
    now: UnixMillis,
) -> Result<Vec<TextReads>, sqlx::Error> {
    let query = concat!(
        "select p.id, p.kind, ",
        address_slug!("p"),
        " as slug, p.title, p.language, e.title as edition, d.day as door, sum(r.reads) as reads",
        selected!(),
        "group by p.id order by reads desc, p.id limit $7"
    );
    bound!(sqlx::query_as(query), selection, now).bind(most).fetch_all(reader).await
}

/// A line of the file: a day or month, and a text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Row {
    /// `2026-12-07`, or `2026-12`.
    pub(crate) day: String,
    /// The text, with the number of that time.
    #[sqlx(flatten)]
    pub(crate) text: TextReads,
}

/// Returns the sums of each text by days or months, in their order.
///
/// # Errors
/// Those of the database.
pub(crate) async fn rows(
    reader: &SqlitePool,
    selection: &Selection,
    unit: Unit,
    now: UnixMillis,
) -> Result<Vec<Row>, sqlx::Error> {
    let query = concat!(
        "select substr(r.day, 1, $7) as day, p.id, p.kind, ",
        address_slug!("p"),
        " as slug, p.title, p.language, e.title as edition, d.day as door,
             sum(r.reads) as reads",
        selected!(),
        "group by 1, p.id order by 1, e.id, d.day, p.id"
    );
    bound!(sqlx::query_as(query), selection, now).bind(unit.length()).fetch_all(reader).await
}

/// Returns the months that have numbers, as `2026-12`, the newest first.
///
/// # Errors
/// Those of the database.
pub(crate) async fn months(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select distinct substr(r.day, 1, 7) from text_reads r join posts p on p.id = r.post_id
         where r.day < $1 and r.reads >= $2 and p.sensitive = 0 and ",
        public_at!("p", "$3"),
        " order by 1 desc"
    ))
    .bind(first_open_day(now).to_string())
    .bind(LEAST)
    .bind(now)
    .fetch_all(reader)
    .await
}
