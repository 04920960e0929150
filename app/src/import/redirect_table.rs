//! A table of old and new addresses, as somebody gives it.

use super::finding::{Cause, Finding};
use super::redirects::{Added, Target, add};
use super::report::{Outcome, Report};
use super::run::STOPPED;
use super::store::stored;
use super::{ImportError, OldAddress, Options};
use crate::state::AppState;
use crate::time::UnixMillis;

const BAD_FROM: Cause = Cause::missing("bad-old-address", "Den gamla adressen går inte att läsa");
const BAD_TO: Cause =
    Cause::missing("bad-new-address", "Den nya adressen måste börja med / och leda till den här webbplatsen");
const FRONT_PAGE: Cause = Cause::missing("front-page", "Startsidan kan inte leda någon annanstans");
const CIRCLE: Cause = Cause::missing("circle", "Adresserna leder till varandra i en ring");
/// How many rows are written in one transaction.
const AT_ONCE: usize = 200;

/// What a table is called in its report.
pub(super) const REDIRECTS: &str = "redirects";

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The old address, whole or from its first slash.
    pub from: String,
    /// The address on this site, from its first slash.
    pub to: String,
}

/// Lets the old addresses of a table lead on. A row that cannot be is a finding and stops no other.
///
/// # Errors
/// When the database cannot be written.
pub async fn import_redirects(
    state: &AppState,
    rows: &[TableRow],
    options: &Options,
) -> Result<Report, ImportError> {
    let expected = rows.len() as u64;
    options.progress.expect(expected);
    let report = Report::begin(options.is_dry_run, options.names_each_finding);
    let mut report = Report { source: REDIRECTS.into(), expected, ..report };
    for rows in rows.chunks(AT_ONCE) {
        if options.progress.is_stopped() {
            report.broken_off = Some(STOPPED.into());
            break;
        }
        let now = state.clock.now_millis();
        let mut tx = state.db.write_content().await?;
        for row in rows {
            match write(&mut tx, row, now).await? {
                Ok(Added::New) => {
                    report.redirects += 1;
                    report.count(Outcome::New);
                }
                Ok(Added::Changed) => report.count(Outcome::Changed),
                Ok(Added::Same | Added::Taken) => report.count(Outcome::Same),
                Err(cause) => {
                    let detail = format!("{} till {}", row.from, row.to);
                    report.skip(Finding::new(cause, format!("Rad {}", row.line), detail));
                }
            }
        }
        if !options.is_dry_run {
            tx.commit().await?;
        }
        options.progress.advance(rows.len() as u64);
    }
    Ok(report)
}

async fn write(
    writer: &mut sqlx::SqliteConnection,
    row: &TableRow,
    now: UnixMillis,
) -> Result<Result<Added, Cause>, sqlx::Error> {
    let Some(from) = OldAddress::parse(&row.from) else { return Ok(Err(BAD_FROM)) };
    if from.is_front_page() {
        return Ok(Err(FRONT_PAGE));
    }
    let to = row.to.trim();
    let is_local = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', ' ']);
    let Some(target) = OldAddress::parse(to).filter(|_| is_local) else { return Ok(Err(BAD_TO)) };
    let leads_back = stored(&mut *writer, &target).await?.and_then(|(_, to)| to);
    if target == from || leads_back.and_then(|back| OldAddress::parse(&back)).as_ref() == Some(&from) {
        return Ok(Err(CIRCLE));
    }
    Ok(Ok(add(writer, &from, Target::Path(to), now).await?))
}
