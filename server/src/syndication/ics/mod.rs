//! `/kalender/{edition}.ics`: reminders of an edition's doors for calendar programs (RFC 5545 and 7986).
//!
//! Every day has an event, open or not: number and time of a door are public. The file holds nothing of its text. An event
//! begins when people are awake, after its door has opened.

mod lines;
mod time_zone;

use app::calendar::{self, Edition};
use app::error::AppError;
use app::paths;
use app::site::{PublicIds, address};
use app::state::AppState;
use app::time::from_millis;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::Method;
use jiff::Timestamp;

use self::lines::{Lines, escaped};
use crate::generated_files::{self, GeneratedFile};
use crate::pages::{Site, page};

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Serves the calendar file of an edition, or the edition's page.
pub(super) async fn ics_or_page(
    State(site): State<Site>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let edition = match name.strip_suffix(".ics") {
        Some(edition) if matches!(*request.method(), Method::GET | Method::HEAD) => edition.to_owned(),
        _ => return page(State(site), request).await,
    };
    let query = request.uri().query().unwrap_or_default();
    let neutral = query.split('&').any(|pair| pair == "neutral=1");
    let path = paths::subscription(&edition, neutral);
    let generate = move |state| generate(state, edition.clone(), neutral);
    generated_files::serve(&site, path, request.headers(), MEDIA_TYPE, generate).await
}

async fn generate(state: AppState, slug: String, neutral: bool) -> Result<GeneratedFile, AppError> {
    let editions = calendar::store::public_editions(state.db.reader()).await?;
    let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
    let ids = PublicIds::load(&state).await?;
    let site = if neutral { None } else { Some(address(&state).await?) };
    Ok(GeneratedFile::Text(write(edition, &ids, site.as_deref())))
}

/// Writes the file. Without the site's address its texts are neutral: whoever sees the visitor's calendar learns nothing
/// of the site.
fn write(edition: &Edition, ids: &PublicIds, site: Option<&str>) -> String {
    let schedule = &edition.schedule;
    let zone_name = time_zone::name(schedule.zone());
    let title = if site.is_some() { edition.title.as_str() } else { "Påminnelser" };
    let changed = changed_at(edition);
    let mut lines = Lines::default();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Kalender//SV");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:PUBLISH");
    lines.add(&format!("NAME:{}", escaped(title)));
    lines.add(&format!("X-WR-CALNAME:{}", escaped(title)));
    lines.add(&format!("X-WR-TIMEZONE:{zone_name}"));
    lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    lines.add("X-PUBLISHED-TTL:P1D");
    time_zone::write(&mut lines, schedule.zone(), schedule.first_opening(), schedule.last_opening());
    for day in 1..=schedule.days() {
        let Some(reminder) = edition.reminds_at.of(schedule, day) else { continue };
        let summary =
            if site.is_some() { format!("Lucka {day} är öppen") } else { "Påminnelse".to_owned() };
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", ids.uuid(&format!("door/{}/{day}", edition.id))));
        lines.add(&format!("DTSTAMP:{changed}"));
        lines.add(&format!("LAST-MODIFIED:{changed}"));
        lines.add(&format!("SEQUENCE:{}", edition.reschedulings));
        lines.add(&format!("DTSTART;TZID={zone_name}:{}", wall_clock(edition, reminder)));
        lines.add("DURATION:PT15M");
        lines.add(&format!("SUMMARY:{summary}"));
        if let Some(site) = site {
            lines.add(&format!("URL:{site}{}", paths::door(&edition.slug, day)));
        }
        lines.add("TRANSP:TRANSPARENT");
        lines.add("BEGIN:VALARM");
        lines.add("ACTION:DISPLAY");
        lines.add(&format!("DESCRIPTION:{summary}"));
        lines.add("TRIGGER:PT0S");
        lines.add("END:VALARM");
        lines.add("END:VEVENT");
    }
    lines.add("END:VCALENDAR");
    lines.finish()
}

/// Returns when the events last changed: when dates or times did, and before that the beginning of the edition's year. A
/// constant one gives nobody's working hours away, and no calendar takes it for a change.
fn changed_at(edition: &Edition) -> String {
    match edition.rescheduled_at {
        Some(at) => from_millis(at).strftime("%Y%m%dT%H%M%SZ").to_string(),
        None => format!("{:04}0101T000000Z", edition.schedule.first_day().year()),
    }
}

fn wall_clock(edition: &Edition, at: Timestamp) -> String {
    at.to_zoned(edition.schedule.zone().clone()).strftime("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
