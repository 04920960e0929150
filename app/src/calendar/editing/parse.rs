//! Parsing an edition's form.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::calendar::schedule::MAX_DAYS;
use crate::calendar::{
    BestDoors, DoorOrder, EditionForm, EditionState, NewEdition, ReminderTime, SceneKind, Schedule,
    ShuffleSeed,
};
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::posts::is_slug;
use crate::text_input::{line, lines};
use crate::time;

const MAX_TITLE: usize = 120;
const MAX_LEAD: usize = 200;
const MAX_INTRODUCTION: usize = 10_000;
const MAX_SLUG: usize = 60;
const MAX_LABEL: usize = 60;

/// The contents of a form all of whose fields can be saved.
#[derive(Debug, Clone)]
pub(super) struct ParsedForm {
    /// The edition, with a seed that the caller replaces.
    pub(super) edition: NewEdition,
    /// Whether somebody has confirmed that doors may open or close at once.
    pub(super) is_confirmed: bool,
    /// Labels of days, also of days that the edition does not have.
    pub(super) labels: BTreeMap<u16, String>,
}

/// Parses a form, or returns a message for every field that is refused.
pub(super) fn parse_form(form: &EditionForm) -> Result<ParsedForm, FieldErrors> {
    let mut errors = FieldErrors::default();
    let title = line(&form.title);
    if title.is_empty() || title.chars().count() > MAX_TITLE {
        errors.add("title", format!("Skriv en titel på högst {MAX_TITLE} tecken."));
    }
    let mut lead = |field: &'static str, typed: &str| {
        let lead = line(typed);
        if lead.chars().count() > MAX_LEAD {
            errors.add(field, format!("Korta raden till högst {MAX_LEAD} tecken."));
        }
        lead
    };
    let leads = (
        lead("lead", &form.lead),
        lead("lead_before", &form.lead_before),
        lead("lead_last", &form.lead_last),
        lead("lead_after", &form.lead_after),
    );
    let introduction = lines(&form.introduction).trim().to_owned();
    if introduction.chars().count() > MAX_INTRODUCTION {
        errors.add("introduction", format!("Korta texten till högst {MAX_INTRODUCTION} tecken."));
    }
    let first_day = parse_date(&form.first_day);
    if first_day.is_none() {
        errors.add("first_day", "Skriv ett datum mellan 2000 och 2100, till exempel 2026-12-01.");
    }
    let slug = parse_slug(&form.slug, first_day, &mut errors);
    let schedule = parse_schedule(form, first_day, &mut errors);
    let reminds_at = match form.reminds_at.trim() {
        "" => Some(ReminderTime::default()),
        typed => parse_time(typed).map(ReminderTime::new),
    };
    if reminds_at.is_none() {
        errors.add("reminds_at", "Skriv en tid på dygnet, till exempel 08:00.");
    }
    let days = schedule.as_ref().map_or(MAX_DAYS, Schedule::days);
    let best_doors = BestDoors::parse(&form.best_doors, days).unwrap_or_else(|message| {
        errors.add("best_doors", message);
        BestDoors::default()
    });
    let labels = parse_labels(&form.labels, &mut errors);
    let (Some(schedule), Some(reminds_at), true) = (schedule, reminds_at, errors.is_empty()) else {
        return Err(errors);
    };
    let edition = NewEdition {
        slug,
        title,
        lead: leads.0,
        lead_before: leads.1,
        lead_last: leads.2,
        lead_after: leads.3,
        best_doors,
        introduction,
        schedule,
        scene: SceneKind::parse(&form.scene),
        order: DoorOrder::parse(&form.order),
        seed: ShuffleSeed::default(),
        reminds_at,
        shows_reads: !form.shows_reads.is_empty(),
        state: EditionState::parse(&form.state),
    };
    Ok(ParsedForm { edition, is_confirmed: !form.sure.is_empty(), labels })
}

/// Returns the slug; where none is typed, the year of the first day.
fn parse_slug(typed: &str, first_day: Option<Date>, errors: &mut FieldErrors) -> String {
    let slug = match (typed.trim(), first_day) {
        ("", Some(first_day)) => first_day.year().to_string(),
        // The message about the first day is enough.
        ("", None) => return String::new(),
        (slug, _) => slug.to_owned(),
    };
    if paths::edition(&slug) == paths::TODAY {
        errors
            .add("slug", format!("{} leder alltid till dagens lucka. Skriv en annan adress.", paths::TODAY));
    } else if !is_slug(&slug, MAX_SLUG) {
        errors.add(
            "slug",
            format!(
                "Skriv adressen med små bokstäver a–z, siffror och bindestreck, högst {MAX_SLUG} tecken, till exempel \
                 2026."
            ),
        );
    }
    slug
}

fn parse_schedule(form: &EditionForm, first_day: Option<Date>, errors: &mut FieldErrors) -> Option<Schedule> {
    let days = form.days.trim().parse().ok().filter(|days| (1..=i64::from(MAX_DAYS)).contains(days));
    if days.is_none() {
        errors.add("days", format!("Skriv antalet luckor, ett tal mellan 1 och {MAX_DAYS}."));
    }
    let opens_at = parse_time(&form.opens_at);
    if opens_at.is_none() {
        errors.add("opens_at", "Skriv en tid på dygnet, till exempel 08:00.");
    }
    let zone = TimeZone::get(form.time_zone.trim()).ok().filter(|zone| zone.iana_name().is_some());
    if zone.is_none() {
        errors.add("time_zone", "Välj en tidszon i listan, till exempel Europe/Stockholm.");
    }
    Schedule::new(first_day?, days?, opens_at?, zone?)
        .inspect_err(|error| errors.add("first_day", format!("Ändra datumen: {error}.")))
        .ok()
}

fn parse_labels(typed: &BTreeMap<String, String>, errors: &mut FieldErrors) -> BTreeMap<u16, String> {
    let mut labels = BTreeMap::new();
    for (day, label) in typed {
        let Ok(day) = day.parse::<u16>() else { continue };
        let label = line(label);
        if label.chars().count() > MAX_LABEL {
            errors.add(
                format!("label-{day}"),
                format!("Korta namnet på dag {day} till högst {MAX_LABEL} tecken."),
            );
        }
        labels.insert(day, label);
    }
    labels
}

/// Parses a date of the years 2000 to 2100: wide enough for any calendar.
fn parse_date(typed: &str) -> Option<Date> {
    time::parse_day(typed).filter(|date| (2000..=2100).contains(&date.year()))
}

/// Parses a time of day, to the minute.
fn parse_time(typed: &str) -> Option<Time> {
    let time = time::parse_time(typed)?;
    Time::new(time.hour(), time.minute(), 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn what_people_type_is_understood() {
        let form = EditionForm {
            title: " Kalendern\t2027 ".into(),
            first_day: "2027-12-01".into(),
            days: " 24 ".into(),
            opens_at: "8.00".into(),
            time_zone: "europe/stockholm".into(),
            ..EditionForm::default()
        };
        let edition = parse_form(&form).unwrap().edition;
        assert_eq!([edition.slug, edition.title], ["2027", "Kalendern 2027"]);
        assert_eq!(edition.schedule.opens_at(), civil::time(8, 0, 0, 0));
        assert_eq!(edition.schedule.zone_name(), "Europe/Stockholm");
        assert_eq!((edition.order, edition.state), (DoorOrder::Shuffled, EditionState::Draft));
    }

    #[test]
    fn every_refused_field_has_a_message() {
        let nonsense = EditionForm {
            slug: "Året 2027".into(),
            first_day: "1 december".into(),
            days: "367".into(),
            opens_at: "24:00".into(),
            time_zone: "Europe/Atlantis".into(),
            best_doors: "den tredje".into(),
            labels: BTreeMap::from([("7".into(), "å".repeat(61)), ("x".into(), String::new())]),
            ..EditionForm::default()
        };
        let errors = parse_form(&nonsense).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            ["title", "first_day", "slug", "days", "opens_at", "time_zone", "best_doors", "label-7"]
        );
        for bad in ["", "8", "8:0", "08:60", "-1:00", "+8:00", "008:00", "å:00"] {
            assert_eq!(parse_time(bad), None, "{bad}");
        }
        assert_eq!(parse_time("23:59:30"), Some(civil::time(23, 59, 0, 0)));
        for bad in ["1999-12-31", "2101-01-01", "2026-02-30", "-000001-01-01", ""] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }
}
