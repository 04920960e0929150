//! Makes sense of what somebody typed about an edition.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::calendar::form::EditionForm;
use crate::calendar::opening::MOST_DAYS;
use crate::calendar::{DoorOrder, EditionState, NewEdition, SceneKind};
use crate::posts::is_slug;
use crate::text_input::{line, lines};

const LONGEST_TITLE: usize = 120;
const LONGEST_LEAD: usize = 200;
const LONGEST_INTRODUCTION: usize = 10_000;
const LONGEST_SLUG: usize = 60;
const LONGEST_LABEL: usize = 60;

/// A field, and what to do about what stands there.
pub(crate) type Wrong = (String, String);

/// An edition as it was typed, made sense of.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) edition: NewEdition,
    pub(super) sure: bool,
    /// Names of days.
    pub(super) labels: BTreeMap<u16, String>,
}

/// Reads what somebody typed, or says what to do about every field that does not fit.
pub(super) fn read(typed: &EditionForm, seed: u64) -> Result<Read, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut refuse = |field: &str, sentence: String| wrong.push((field.to_owned(), sentence));

    let title = line(&typed.title);
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        refuse("title", format!("Skriv en titel på högst {LONGEST_TITLE} tecken."));
    }
    let lead = line(&typed.lead);
    if lead.chars().count() > LONGEST_LEAD {
        refuse("lead", format!("Korta raden till högst {LONGEST_LEAD} tecken."));
    }
    let introduction = lines(&typed.introduction).trim().to_owned();
    if introduction.chars().count() > LONGEST_INTRODUCTION {
        refuse("introduction", format!("Korta texten till högst {LONGEST_INTRODUCTION} tecken."));
    }
    let first_day = date(&typed.first_day).unwrap_or_else(|| {
        refuse("first_day", "Skriv ett datum mellan 2000 och 2100, till exempel 2026-12-01.".into());
        String::new()
    });
    let slug = if typed.slug.trim().is_empty() {
        first_day.get(..4).unwrap_or_default().to_owned()
    } else {
        typed.slug.trim().to_owned()
    };
    let has_none_yet = slug.is_empty() && first_day.is_empty();
    if !is_slug(&slug, LONGEST_SLUG) && !has_none_yet {
        refuse(
            "slug",
            format!(
                "Skriv adressen med små bokstäver a–z, siffror och bindestreck, högst {LONGEST_SLUG} tecken, \
                 till exempel 2026."
            ),
        );
    }
    let days = typed.days.trim().parse().ok().filter(|days| (1..=i64::from(MOST_DAYS)).contains(days));
    let days = days.unwrap_or_else(|| {
        refuse("days", format!("Skriv antalet luckor, ett tal mellan 1 och {MOST_DAYS}."));
        1
    });
    let opens_at = time(&typed.opens_at).unwrap_or_else(|| {
        refuse("opens_at", "Skriv en tid på dygnet, till exempel 08:00.".into());
        String::new()
    });
    let time_zone = zone(typed.time_zone.trim()).unwrap_or_else(|| {
        refuse("time_zone", "Välj en tidszon i listan, till exempel Europe/Stockholm.".into());
        String::new()
    });
    let labels = labels(&typed.labels, &mut refuse);

    let edition = NewEdition {
        slug,
        title,
        lead,
        introduction,
        first_day,
        days,
        opens_at,
        time_zone,
        scene: SceneKind::parse(&typed.scene),
        order: DoorOrder::parse(&typed.order, seed),
        state: EditionState::parse(&typed.state),
    };
    if wrong.is_empty() { Ok(Read { edition, sure: !typed.sure.is_empty(), labels }) } else { Err(wrong) }
}

fn labels(typed: &BTreeMap<String, String>, refuse: &mut impl FnMut(&str, String)) -> BTreeMap<u16, String> {
    let mut labels = BTreeMap::new();
    for (day, label) in typed {
        let Ok(day) = day.parse::<u16>() else { continue };
        let label = line(label);
        if label.chars().count() > LONGEST_LABEL {
            refuse(
                &format!("label-{day}"),
                format!("Korta namnet på dag {day} till högst {LONGEST_LABEL} tecken."),
            );
        }
        labels.insert(day, label);
    }
    labels
}

fn date(typed: &str) -> Option<String> {
    let date: Date = typed.trim().parse().ok()?;
    // Wide enough for any calendar, and narrow enough for every year to have four digits.
    (2000..=2100).contains(&date.year()).then(|| date.strftime("%Y-%m-%d").to_string())
}

/// "8.00" and "8:00" are what people write who see no field for a time.
fn time(typed: &str) -> Option<String> {
    let (hour, minute) = typed.trim().split_once([':', '.'])?;
    let minute = minute.split([':', '.']).next()?;
    let is_number = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    if !is_number(hour, 2) || !is_number(minute, 2) || minute.len() != 2 {
        return None;
    }
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
    Some(time.strftime("%H:%M").to_string())
}

/// The zone's own way of writing its name.
fn zone(typed: &str) -> Option<String> {
    TimeZone::get(typed).ok()?.iana_name().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> EditionForm {
        EditionForm {
            title: " Kalendern\t2027 ".into(),
            first_day: "2027-12-01".into(),
            days: " 24 ".into(),
            opens_at: "8.00".into(),
            time_zone: "europe/stockholm".into(),
            ..EditionForm::default()
        }
    }

    #[test]
    fn what_people_write_is_understood() {
        let read = read(&typed(), 7).unwrap();
        let NewEdition { slug, title, opens_at, time_zone, order, state, .. } = read.edition;
        assert_eq!(
            [slug, title, opens_at, time_zone],
            ["2027", "Kalendern 2027", "08:00", "Europe/Stockholm"]
        );
        assert_eq!((order, state), (DoorOrder::Shuffled(7), EditionState::Draft));
    }

    #[test]
    fn every_field_that_does_not_fit_says_what_to_do() {
        let nonsense = EditionForm {
            slug: "Året 2027".into(),
            first_day: "1 december".into(),
            days: "367".into(),
            opens_at: "24:00".into(),
            time_zone: "Europe/Atlantis".into(),
            labels: BTreeMap::from([("7".into(), "å".repeat(61)), ("x".into(), String::new())]),
            ..EditionForm::default()
        };
        let wrong = read(&nonsense, 0).unwrap_err();
        let fields: Vec<_> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["title", "first_day", "slug", "days", "opens_at", "time_zone", "label-7"]);
        for bad in ["", "8", "8:0", "08:60", "-1:00", "+8:00", "008:00", "å:00"] {
            assert_eq!(time(bad), None, "{bad}");
        }
        assert_eq!(time("23:59:30").as_deref(), Some("23:59"));
        for bad in ["1999-12-31", "2101-01-01", "2026-02-30", "-000001-01-01", ""] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }
}
