//! An entry as it is typed.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Consent, ConsentState, GivenHow, Person, Scope};
use crate::field_errors::FieldErrors;
use crate::text_input;
use crate::time::{UnixMillis, at_home, from_millis, parse_day, site_zone};

/// The longest name with ways to reach the person, and the longest name shown, in characters.
pub const LONGEST_WHO: usize = 500;
/// The longest notes, in characters.
pub const LONGEST_NOTES: usize = 4000;

/// What the form of an entry sends. A box that is not ticked sends nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsentForm {
    /// A [`ConsentState`] as in the database.
    pub state: String,
    /// Name, and how to reach the person.
    pub who: String,
    /// The name that readers meet.
    pub shown_as: String,
    /// What else is to be remembered.
    pub notes: String,
    /// Not empty: it may be shown on the site.
    pub on_site: String,
    /// Not empty: in social media.
    pub in_social_media: String,
    /// Not empty: in print.
    pub in_print: String,
    /// Not empty: in frames on other sites.
    pub in_embeds: String,
    /// A [`GivenHow`] as in the database.
    pub given_how: String,
    /// The day on which consent was given.
    pub given_on: String,
    /// The last day on which it stands.
    pub last_day: String,
}

/// What a form says about consent, except who the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedConsent {
    /// How far it has come.
    pub state: ConsentState,
    /// Where the text may be shown.
    pub scope: Scope,
    /// How it was given.
    pub given_how: GivenHow,
    /// On which day, as `yyyy-mm-dd`; empty until it is.
    pub given_on: String,
    /// The first instant at which it does not stand any more.
    pub ends_at: Option<UnixMillis>,
}

impl ConsentForm {
    /// Returns the form that shows an entry; that of an empty one for a text that nobody has marked.
    pub fn of(consent: Option<&Consent>, person: Person) -> Self {
        let Person { who, shown_as, notes } = person;
        let Some(consent) = consent else {
            return Self {
                state: ConsentState::Unknown.as_str().to_owned(),
                who,
                shown_as,
                notes,
                ..Self::default()
            };
        };
        let tick = |is_on: bool| if is_on { "ja".to_owned() } else { String::new() };
        Self {
            state: consent.state.as_str().to_owned(),
            who,
            shown_as,
            notes,
            on_site: tick(consent.scope.on_site),
            in_social_media: tick(consent.scope.in_social_media),
            in_print: tick(consent.scope.in_print),
            in_embeds: tick(consent.scope.in_embeds),
            given_how: consent.given_how.as_str().to_owned(),
            given_on: consent.given_on.clone(),
            last_day: consent.last_day().map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Returns who the person is, in the one spelling in which it is stored.
    pub fn person(&self) -> Person {
        Person {
            who: text_input::lines(&self.who).trim().to_owned(),
            shown_as: text_input::line(&self.shown_as),
            notes: text_input::lines(&self.notes).trim().to_owned(),
        }
    }

    /// Reads the form. `before` is the entry as it is; `knows_person` says whether there is one already whose person cannot be
    /// read just now.
    ///
    /// # Errors
    /// The message for each field that is wrong.
    pub fn read(
        &self,
        before: Option<&Consent>,
        knows_person: bool,
        now: UnixMillis,
    ) -> Result<TypedConsent, FieldErrors> {
        let mut errors = FieldErrors::default();
        let is_as_before =
            |name: &str| before.map(|before| before.state).filter(|state| state.as_str() == name);
        let state = ConsentState::parse(&self.state).or_else(|| is_as_before(&self.state));
        if state.is_none() {
            errors.add("state", "Välj hur långt samtycket har kommit.");
        }
        let is_given = state == Some(ConsentState::Given);
        let person = self.person();
        for (field, text, most) in [
            ("who", &person.who, LONGEST_WHO),
            ("shown_as", &person.shown_as, LONGEST_WHO),
            ("notes", &person.notes, LONGEST_NOTES),
        ] {
            if text.chars().count() > most {
                errors.add(field, format!("Korta texten till högst {most} tecken."));
            }
        }
        if is_given && person.who.is_empty() && !knows_person {
            errors.add("who", "Skriv vem som har sagt ja.");
        }
        let given_how = GivenHow::from(self.given_how.clone());
        if is_given && given_how == GivenHow::NotGiven {
            errors.add("given_how", "Välj hur personen har sagt ja.");
        }
        let today = at_home(from_millis(now)).date();
        let given_on = day(&mut errors, "given_on", &self.given_on);
        if is_given && self.given_on.trim().is_empty() {
            errors.add("given_on", "Skriv vilken dag personen sade ja.");
        }
        if given_on.is_some_and(|day| day > today) {
            errors.add("given_on", "Dagen har inte varit än. Skriv dagen då personen sade ja.");
        }
        let last_day = day(&mut errors, "last_day", &self.last_day);
        if last_day.zip(given_on).is_some_and(|(last, given)| last < given) {
            errors.add("last_day", "Den sista dagen är före dagen då personen sade ja. Rätta en av dem.");
        }
        match state {
            Some(state) if errors.is_empty() => Ok(TypedConsent {
                state,
                scope: Scope {
                    on_site: !self.on_site.is_empty(),
                    in_social_media: !self.in_social_media.is_empty(),
                    in_print: !self.in_print.is_empty(),
                    in_embeds: !self.in_embeds.is_empty(),
                },
                given_how,
                given_on: given_on.map(|day| day.to_string()).unwrap_or_default(),
                ends_at: last_day.and_then(end_of),
            }),
            _ => Err(errors),
        }
    }
}

fn day(errors: &mut FieldErrors, field: &str, typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    // Years that the database's form of days cannot hold are slips of the keyboard.
    let day = parse_day(typed).filter(|day| (1900..=2200).contains(&day.year()));
    if day.is_none() {
        errors.add(field, "Skriv dagen så här: 2027-06-30.");
    }
    day
}

/// Returns the first instant after a day of the site's zone: a day is a calendar day, never 86 400 seconds.
fn end_of(day: Date) -> Option<UnixMillis> {
    let next = day.checked_add(1.day()).ok()?;
    Some(next.to_zoned(site_zone()).ok()?.timestamp().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PostId;
    use crate::time::parse_local;

    fn now() -> UnixMillis {
        parse_local("2026-12-07T08:00").unwrap()
    }

    fn given() -> ConsentForm {
        ConsentForm {
            state: "given".into(),
            who: "Hemligt namn".into(),
            on_site: "ja".into(),
            given_how: "paper".into(),
            given_on: "1 december 2026".into(),
            last_day: "2027-03-28".into(),
            ..ConsentForm::default()
        }
    }

    fn faults(form: &ConsentForm) -> Vec<String> {
        match form.read(None, false, now()) {
            Ok(_) => Vec::new(),
            Err(errors) => errors.iter().map(|(field, _)| field.to_owned()).collect(),
        }
    }

    #[test]
    fn consent_stands_to_the_end_of_its_last_day() {
        let typed = given().read(None, false, now()).unwrap();
        assert_eq!(typed.ends_at, parse_local("2027-03-29T00:00"), "summer time begins on that day");
        assert_eq!((typed.given_on.as_str(), typed.given_how), ("2026-12-01", GivenHow::Paper));
        assert!(typed.scope.on_site && !typed.scope.in_print);
    }

    #[test]
    fn what_is_given_says_by_whom_how_and_when() {
        let empty = ConsentForm { state: "given".into(), ..ConsentForm::default() };
        assert_eq!(faults(&empty), ["who", "given_how", "given_on"]);
        assert!(empty.read(None, true, now()).is_err_and(|errors| errors.message_for("who").is_none()));
        for state in ["unknown", "asked"] {
            assert_eq!(faults(&ConsentForm { state: state.into(), ..ConsentForm::default() }), [""; 0]);
        }
    }

    #[test]
    fn what_cannot_be_is_refused_at_its_field() {
        for (form, field) in [
            (ConsentForm { state: "withdrawn".into(), ..given() }, "state"),
            (ConsentForm { state: "x".into(), ..given() }, "state"),
            (ConsentForm { who: "å".repeat(501), ..given() }, "who"),
            (ConsentForm { notes: "å".repeat(4001), ..given() }, "notes"),
            (ConsentForm { given_how: "telepati".into(), ..given() }, "given_how"),
            (ConsentForm { given_on: "2026-12-08".into(), ..given() }, "given_on"),
            (ConsentForm { given_on: "i går".into(), ..given() }, "given_on"),
            (ConsentForm { last_day: "9999-12-31".into(), ..given() }, "last_day"),
            (ConsentForm { last_day: "2026-11-30".into(), ..given() }, "last_day"),
        ] {
            assert_eq!(faults(&form), [field], "{form:?}");
        }
    }

    #[test]
    fn an_entry_is_shown_as_it_was_typed() {
        let typed = given().read(None, false, now()).unwrap();
        let consent = Consent {
            post: PostId(1),
            state: typed.state,
            scope: typed.scope,
            given_how: typed.given_how,
            given_on: typed.given_on,
            ends_at: typed.ends_at,
            withdrawn_at: None,
            version: 1,
        };
        let shown = ConsentForm::of(Some(&consent), given().person());
        assert_eq!(shown, ConsentForm { given_on: "2026-12-01".into(), ..given() });
        assert_eq!(consent.ends_within(consent.ends_at.unwrap() - 1), Some(7));
        assert_eq!(consent.ends_within(consent.ends_at.unwrap()), None, "it has ended");
    }
}
