//! What an edition's page says of the season, in Swedish.

use jiff::Timestamp;

use super::edition::Edition;
use super::light::Light;
use super::opening_text::{days_left, days_left_text, opening_phrase};
use crate::time::{capitalized, number_words, weekday_and_date};

/// Returns the words above the doors: the days that are left, the present day, and at last the year that has been.
pub(super) fn season_heading(edition: &Edition, now: Timestamp) -> String {
    let schedule = &edition.schedule;
    match (Light::of(schedule, now), days_left(edition, 1, now)) {
        (Light::After, _) => format!("Det här var {}", schedule.first_day().year()),
        (Light::Before, days) if days > 0 => days_left_text(days),
        _ => capitalized(&weekday_and_date(schedule.today(now))),
    }
}

/// What there is to say of an edition at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeasonWords {
    /// "Fem dagar kvar", "Torsdag 4 december", "Det här var 2026".
    pub(crate) heading: String,
    /// How many doors are open and when the next one opens.
    pub(crate) status: String,
    /// The edition's own line for this time; may be empty.
    pub(crate) lead: String,
    /// The edition's closing line, on the last day alone; may be empty.
    pub(crate) closing: String,
    /// Whether the last day has passed.
    pub(crate) is_over: bool,
}

/// Returns what there is to say of an edition at an instant.
pub(crate) fn season_words(edition: &Edition, now: Timestamp) -> SeasonWords {
    SeasonWords {
        heading: season_heading(edition, now),
        status: status_text(edition, now),
        lead: edition.lead_at(now).to_owned(),
        closing: if Light::of(&edition.schedule, now) == Light::Finale {
            edition.lead_last.clone()
        } else {
            String::new()
        },
        is_over: edition.schedule.is_over(now),
    }
}

/// Returns how many doors are open and when the next one opens.
pub(super) fn status_text(edition: &Edition, now: Timestamp) -> String {
    let days = edition.schedule.days();
    let open = edition.schedule.open_days(now).len();
    let Some((next, _)) = edition.schedule.next_opening(now) else {
        return if days == 1 {
            "Luckan är öppen.".to_owned()
        } else {
            format!("Alla {} luckor är öppna.", number_words(days.into()))
        };
    };
    let opens = opening_phrase(edition, next, now);
    match open {
        0 => format!("Första luckan öppnas {opens}."),
        1 => format!("En lucka är öppen. Nästa öppnas {opens}."),
        _ => format!("{} luckor är öppna. Nästa öppnas {opens}.", capitalized(&number_words(open))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::edition_view::testing::edition;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn the_heading_counts_days_then_names_them_and_then_the_year() {
        let heading = |opens_at, now| season_heading(&edition(opens_at), at(now)).replace('\u{a0}', " ");
        for (opens_at, now, expected) in [
            ("00:00", "2026-11-01T12:00+01:00", "30 dagar kvar"),
            ("00:00", "2026-11-26T12:00+01:00", "Fem dagar kvar"),
            ("00:00", "2026-11-30T23:59+01:00", "En dag kvar"),
            ("18:00", "2026-12-01T09:00+01:00", "Tisdag 1 december"),
            ("18:00", "2026-12-02T09:00+01:00", "Onsdag 2 december"),
            ("00:00", "2026-12-04T23:59+01:00", "Fredag 4 december"),
            ("00:00", "2026-12-05T00:00+01:00", "Det här var 2026"),
            ("00:00", "2027-12-01T00:00+01:00", "Det här var 2026"),
        ] {
            assert_eq!(heading(opens_at, now), expected, "{now}");
        }
    }

    #[test]
    fn the_status_text_counts_open_doors_and_names_the_next() {
        let text = |opens_at, now| status_text(&edition(opens_at), at(now)).replace('\u{a0}', " ");
        for (opens_at, now, expected) in [
            ("00:00", "2026-11-29T12:00+01:00", "Första luckan öppnas tisdag 1 december."),
            ("06:00", "2026-11-29T12:00+01:00", "Första luckan öppnas tisdag 1 december kl. 06.00."),
            ("00:00", "2026-11-30T12:00+01:00", "Första luckan öppnas i morgon."),
            ("00:00", "2026-12-01T12:00+01:00", "En lucka är öppen. Nästa öppnas i morgon."),
            ("06:00", "2026-12-04T05:59+01:00", "Tre luckor är öppna. Nästa öppnas i dag kl. 06.00."),
            ("00:00", "2026-12-04T12:00+01:00", "Alla fyra luckor är öppna."),
        ] {
            assert_eq!(text(opens_at, now), expected);
        }
    }
}
