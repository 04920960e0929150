//! A new edition made from an earlier one: its structure a year or more later, and its texts where somebody wants them.

use std::ops::RangeInclusive;

use jiff::Span;
use jiff::civil::Date;

use super::{EditionError, EditionRecord, store};
use crate::calendar::{EditionForm, EditionId};
use crate::posts::store::texts::on_doors;
use crate::posts::{PostId, PostStatus, PreparedContent, copy};
use crate::state::AppState;

/// The last year in which an edition may begin.
const LAST_YEAR: i16 = 2100;

/// Which texts of an earlier edition come along, as drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum TextChoice {
    /// None of them.
    #[default]
    None,
    /// All that still may come to readers.
    All,
    /// Those of these days.
    Days(Vec<u16>),
}

impl TextChoice {
    fn takes(&self, day: u16) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Days(days) => days.contains(&day),
        }
    }
}

/// A text on its way to the same day of a new edition.
pub(super) struct Copy {
    pub(super) day: u16,
    pub(super) source: PostId,
    pub(super) content: PreparedContent,
    /// Where the source hangs, for the audit log.
    pub(super) about: String,
}

/// Returns the form of the edition that follows an earlier one: in the first year that has none of that address and whose
/// first day is still to come.
pub(crate) async fn form_after(
    state: &AppState,
    edition: &EditionRecord,
) -> Result<EditionForm, sqlx::Error> {
    let mut reader = state.db.reader().acquire().await?;
    let labels = store::labels(&mut reader, edition.id).await?;
    let today = edition.schedule.today(state.clock.now());
    let mut year = edition.schedule.first_day().year() + 1;
    let mut form = in_year(edition, year);
    while year < LAST_YEAR
        && (in_another_year(edition.schedule.first_day(), year) < today
            || store::is_taken(&mut *reader, &form.slug, EditionId::NONE).await?)
    {
        year += 1;
        form = in_year(edition, year);
    }
    form.labels = labels.into_iter().map(|(day, label)| (day.to_string(), label)).collect();
    Ok(form)
}

/// Returns the form of an edition as it would be if it began in another year. Its best doors are not those of another year.
fn in_year(edition: &EditionRecord, year: i16) -> EditionForm {
    let first_day = edition.schedule.first_day();
    let own = first_day.year();
    let last = edition.schedule.date_of(edition.schedule.days()).map_or(own, Date::year);
    let moved = |text: &str| later_years(text, &(own..=last), year - own);
    let named = |text: &str, between: &str| {
        let moved = moved(text);
        if moved == text { format!("{text}{between}{year}") } else { moved }
    };
    EditionForm {
        title: named(&edition.title, " "),
        slug: named(&edition.slug, "-"),
        first_day: in_another_year(first_day, year).to_string(),
        best_doors: String::new(),
        state: "draft".into(),
        ..edition.to_form()
    }
}

/// Returns the same calendar date of another year; of 29 February, where that year has none, the day before.
fn in_another_year(date: Date, year: i16) -> Date {
    date.checked_add(Span::new().years(i32::from(year) - i32::from(date.year()))).unwrap_or(date)
}

/// Replaces each of some years in a text by the one that lies `by` years later.
fn later_years(text: &str, years: &RangeInclusive<i16>, by: i16) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        moved.push_str(before);
        match number.parse().ok().filter(|year| years.contains(year)) {
            Some(year) => moved.push_str(&(year + by).to_string()),
            None => moved.push_str(number),
        }
        rest = after;
    }
    moved + rest
}

/// Returns the labels of the fields of a form in which the year of an earlier edition still stands.
pub(crate) fn fields_with_year(form: &EditionForm, year: i16) -> Vec<&'static str> {
    let year = year.to_string();
    [
        ("Rad överst före första luckan", &form.lead_before),
        ("Rad överst medan luckorna öppnas", &form.lead),
        ("Rad överst på sista dagen", &form.lead_last),
        ("Rad överst när sista dagen är förbi", &form.lead_after),
        ("Om kalendern", &form.introduction),
    ]
    .into_iter()
    .filter(|(_, text)| text.contains(&year))
    .map(|(label, _)| label)
    .collect()
}

/// Prepares the texts of an earlier edition that are chosen, as far as the new one has their days. What was withdrawn or
/// thrown away is not copied.
pub(super) async fn copies(
    state: &AppState,
    from: EditionId,
    chosen: &TextChoice,
    days: u16,
) -> Result<Vec<Copy>, EditionError> {
    let mut copies = Vec::new();
    if *chosen == TextChoice::None {
        return Ok(copies);
    }
    for post in on_doors(state.db.reader(), from, state.clock.now_millis()).await? {
        let Some(door) = &post.door else { continue };
        let is_gone = matches!(post.status, PostStatus::Withdrawn | PostStatus::Trash);
        if is_gone || door.day > days || !chosen.takes(door.day) {
            continue;
        }
        let content = copy::prepare(&post).await.map_err(EditionError::Post)?;
        let about = format!("lucka {}, {}", door.day, door.title);
        copies.push(Copy { day: door.day, source: post.id, content, about });
    }
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::editing::parse::parse_form;
    use crate::calendar::{
        BestDoors, DoorOrder, EditionState, EditionVersion, ReminderTime, SceneKind, Schedule, ShuffleSeed,
    };

    #[test]
    fn years_in_names_move_along_and_other_numbers_stay() {
        let moved = |text| later_years(text, &(2026..=2027), 2);
        assert_eq!(moved("Kalendern 2026"), "Kalendern 2028");
        assert_eq!(moved("Jul 2026–2027, 24 luckor"), "Jul 2028–2029, 24 luckor");
        assert_eq!(moved("pask-2026b"), "pask-2028b");
        assert_eq!(moved("20260 och 2025"), "20260 och 2025");
        assert_eq!(moved(""), "");
    }

    #[test]
    fn a_leap_day_becomes_the_day_before() {
        assert_eq!(in_another_year(date(2028, 2, 29), 2029), date(2029, 2, 28));
        assert_eq!(in_another_year(date(2028, 2, 29), 2032), date(2032, 2, 29));
    }

    fn record(schedule: Schedule) -> EditionRecord {
        EditionRecord {
            id: EditionId(1),
            slug: schedule.first_day().year().to_string(),
            title: "Kalendern".into(),
            lead: String::new(),
            lead_before: String::new(),
            lead_last: String::new(),
            lead_after: String::new(),
            best_doors: BestDoors::parse("1", 24).expect("a door"),
            introduction: String::new(),
            schedule,
            scene: SceneKind::Grid,
            order: DoorOrder::Fixed,
            seed: ShuffleSeed(7),
            reminds_at: ReminderTime::default(),
            shows_reads: false,
            state: EditionState::Published,
            version: EditionVersion(3),
            changed_by: String::new(),
        }
    }

    proptest! {
        /// A copied edition opens on the same calendar dates at the same times in its zone, as many doors, another year.
        #[test]
        fn the_schedule_is_the_same_in_another_year(
            (year, month, day) in (2001_i16..2080, 1_i8..=12, 1_i8..=28),
            days in 1_i64..=366,
            (hour, minute) in (0_i8..24, 0_i8..60),
            zone in prop_oneof![Just("Europe/Stockholm"), Just("Pacific/Apia"), Just("America/Anchorage")],
            later in 1_i16..20,
        ) {
            let clock = format!("{hour:02}:{minute:02}");
            let before = Schedule::parse(&date(year, month, day).to_string(), days, &clock, zone).expect("a schedule");
            let form = in_year(&record(before.clone()), year + later);
            let after = parse_form(&form).expect("can be saved").edition;
            prop_assert_eq!(after.slug, (year + later).to_string());
            prop_assert_eq!(after.state, EditionState::Draft);
            prop_assert!(after.best_doors.days().is_empty());
            let after = after.schedule;
            prop_assert_eq!(after.first_day(), date(year + later, month, day));
            prop_assert_eq!(
                (after.days(), after.opens_at(), after.zone_name()),
                (before.days(), before.opens_at(), before.zone_name())
            );
        }
    }
}
