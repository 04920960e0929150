//! Validates a section's form.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::field::{Rule, SettingField};
use super::form::SectionForm;
use super::picture_place::GONE;
use super::section::Section;
use super::statement;
use super::syntax::{is_address, is_link, is_phone, is_same_host};
use crate::field_errors::FieldErrors;
use crate::media::store::PictureChoice;
use crate::safety::usable_exit;
use crate::site::colours::Rgb;
use crate::site::framers::parse_origins;
use crate::staff::Email;
use crate::time::parse_day;

/// More rows than any list needs.
const MAX_ROWS: usize = 200;

/// What the rules depend on beside the form.
pub(super) struct ValidationContext<'a> {
    /// The present day, in the site's own zone.
    pub(super) today: Date,
    /// Addresses of this site.
    pub(super) own: [&'a str; 2],
    /// Links of the form that lead nowhere.
    pub(super) dead_links: &'a [String],
    /// The pictures of the library that the form names.
    pub(super) pictures: &'a [PictureChoice],
}

/// Validates a form and returns the message for each field that is refused. Some values are put into their normal form.
pub(super) fn validate(
    section: Section,
    form: &mut SectionForm,
    context: &ValidationContext<'_>,
) -> FieldErrors {
    let mut errors = FieldErrors::default();
    for field in section.fields() {
        if let Some(value) = form.fields.get_mut(field.name) {
            errors.extend(refusal(field, value, context).map(|sentence| (field.name, sentence)));
        }
    }
    for list in section.lists() {
        let Some(rows) = form.lists.get_mut(list.name) else { continue };
        if rows.len() > MAX_ROWS {
            errors.add(list.name, format!("Ta bort några rader: här ryms {MAX_ROWS}."));
        }
        for (index, row) in rows.iter_mut().enumerate() {
            for field in list.fields {
                let Some(value) = row.get_mut(field.name) else { continue };
                let id = format!("{}-{index}-{}", list.name, field.name);
                errors.extend(refusal(field, value, context).map(|sentence| (id, sentence)));
            }
        }
    }
    errors.extend(duplicate_word(section, form));
    if section == Section::Statement {
        errors.extend(statement::errors(form, context.today).iter());
    }
    errors
}

/// Finds a word that is in the list of wordings twice.
fn duplicate_word(section: Section, form: &SectionForm) -> Option<(String, String)> {
    let words = if section == Section::Wordings { form.list("words") } else { &[] };
    let words: Vec<_> =
        words.iter().map(|row| row.get("word").map(|word| word.to_lowercase()).unwrap_or_default()).collect();
    let duplicate =
        words.iter().enumerate().find(|(index, word)| words.iter().take(*index).any(|one| one == *word));
    duplicate.map(|(index, word)| {
        (format!("words-{index}-word"), format!("”{word}” finns redan i listan. Ta bort den ena."))
    })
}

fn refusal(field: &SettingField, value: &mut String, context: &ValidationContext<'_>) -> Option<String> {
    if value.is_empty() && matches!(field.rule, Rule::Colour | Rule::Picture(_)) {
        return None;
    }
    let length = value.chars().count();
    let label = field.label;
    let (fits, sentence) = match field.rule {
        Rule::Switch => (true, String::new()),
        Rule::Text(most) | Rule::Lines(most) => {
            (length <= most, format!("Korta ”{label}” till högst {most} tecken."))
        }
        Rule::Needed(most) => {
            ((1..=most).contains(&length), format!("Fyll i ”{label}” med högst {most} tecken."))
        }
        Rule::Choice(choices) => {
            (choices.iter().any(|(choice, _)| choice == value), format!("Välj något i listan ”{label}”."))
        }
        Rule::TimeZone => (TimeZone::get(value).is_ok(), "Välj en tidszon i listan.".into()),
        Rule::Colour => match Rgb::parse(value) {
            Some(colour) => {
                *value = colour.to_string();
                (true, String::new())
            }
            None => (false, COLOUR.into()),
        },
        Rule::Email => (
            value.is_empty() || Email::parse(value).is_some(),
            "Skriv en e-postadress, till exempel namn@exempel.se.".into(),
        ),
        Rule::Phone => (value.is_empty() || is_phone(value), PHONE.into()),
        Rule::NeededPhone => (is_phone(value), PHONE.into()),
        Rule::Link if is_link(value) => (
            !context.dead_links.contains(value),
            format!(
                "Det finns ingen sida på {value}. Skriv sidan och publicera den först, eller välj en annan."
            ),
        ),
        Rule::Link => {
            (false, "Välj en sida i listan, eller skriv en hel adress som börjar med https://.".into())
        }
        Rule::Picture(at) => {
            let picture = context.pictures.iter().find(|picture| picture.id.to_string() == *value);
            let sentence = picture.map_or(Some(GONE), |picture| at.unfit(picture));
            (sentence.is_none(), sentence.unwrap_or_default().to_owned())
        }
        Rule::Address => {
            *value = value.trim_end_matches('/').to_owned();
            (
                value.is_empty() || is_address(value),
                "Skriv hela adressen utan snedstreck på slutet, till exempel https://www.example.se.".into(),
            )
        }
        Rule::Elsewhere => (
            usable_exit(value).is_some()
                && length <= 300
                && !context.own.iter().any(|own| is_same_host(own, value)),
            "Skriv hela adressen till en annan webbplats än den här, till exempel https://www.smhi.se/."
                .into(),
        ),
        Rule::Origins => match parse_origins(value) {
            Ok(origins) => {
                *value = origins;
                (true, String::new())
            }
            Err(sentence) => (false, sentence),
        },
        Rule::Day => match parse_day(value).filter(|day| day.year() >= 2000 && *day <= context.today) {
            Some(day) => {
                *value = day.strftime("%Y-%m-%d").to_string();
                (true, String::new())
            }
            None => (
                false,
                "Skriv dagen då numret kontrollerades, i dag eller tidigare, till exempel 2026-11-01.".into(),
            ),
        },
        Rule::AnyDay if value.is_empty() => (true, String::new()),
        Rule::AnyDay => match parse_day(value) {
            Some(day) => {
                *value = day.to_string();
                (true, String::new())
            }
            None => (false, "Skriv en dag, till exempel 2026-11-01, eller lämna fältet tomt.".into()),
        },
    };
    (!fits).then_some(sentence)
}

const COLOUR: &str =
    "Skriv färgen med sina siffror, till exempel #003399 eller 0 51 153, eller välj den i paletten.";
const PHONE: &str = "Skriv ett telefonnummer med siffror, till exempel 010-123 45 67.";

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn fits(rule: Rule, value: &str) -> bool {
        let context = ValidationContext {
            today: date(2026, 12, 7),
            own: ["https://www.guldkorn.example", "http://127.0.0.1:3000"],
            dead_links: &["/finns-inte".to_owned()],
            pictures: &[],
        };
        refusal(&SettingField { name: "x", label: "X", hint: "", rule }, &mut value.to_owned(), &context)
            .is_none()
    }

    #[test]
    fn each_rule_knows_good_from_bad() {
        assert!(
            fits(Rule::TimeZone, "Europe/Helsinki")
                && !fits(Rule::TimeZone, "Mars/Olympus")
                && !fits(Rule::TimeZone, "")
        );
        let choice = Rule::Choice(&[("", "Ingen"), ("sv", "Svenska")]);
        assert!(fits(choice, "") && fits(choice, "sv") && !fits(choice, "Svenska") && !fits(choice, "en"));
        let cases: [(Rule, &[&str], &[&str]); 11] = [
            (
                Rule::Colour,
                &["", "#039", "003399", "0 51 153", "rgb(0, 51, 153)"],
                &["blå", "#12345", "PMS 286"],
            ),
            (Rule::Text(3), &["", "åäö"], &["åäöå"]),
            (Rule::Needed(3), &["å"], &["", "åäöå"]),
            (Rule::Email, &["", "anna@exempel.se"], &["anna", "a b@c.se"]),
            (Rule::Phone, &["", "010-000 00 00", "+46 (0)10–1"], &["ring oss", "1", "112<script>"]),
            (Rule::NeededPhone, &["112", "114 14"], &["", "x"]),
            (
                Rule::Link,
                &[
                    "/",
                    "/om",
                    "/sok?q=a#b",
                    "https://x.example",
                    "http://x.example/a?b=c",
                    "mailto:a@x.example",
                    "tel:+4610",
                ],
                &[
                    "",
                    "om",
                    "/finns-inte",
                    "//x.example",
                    "/\\x",
                    "/å",
                    "https://",
                    "https:// x",
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "HTTPS://x.example",
                ],
            ),
            (
                Rule::Address,
                &["", "https://www.example.se", "http://a.example/b", "https://a.example/"],
                &[
                    "www.example.se",
                    "ftp://a.example",
                    "https://",
                    "https://a.example?x",
                    "https://å.example",
                    "HTTPS://A.example",
                ],
            ),
            (
                Rule::Elsewhere,
                &["https://www.smhi.se/"],
                &["", "/om", "https://guldkorn.example/x", "http://127.0.0.1:9/", "javascript:alert(1)"],
            ),
            (
                Rule::Day,
                &["2026-12-07", "2026-11-01", "1 november 2026"],
                &["", "2026-12-08", "i dag", "1999-01-01", "2026-13-01"],
            ),
            (Rule::AnyDay, &["", "2027-03-01", "1 mars 2027"], &["snart", "2026-13-01"]),
        ];
        for (rule, good, bad) in cases {
            for value in good {
                assert!(fits(rule, value), "{rule:?} {value}");
            }
            for value in bad {
                assert!(!fits(rule, value), "{rule:?} {value}");
            }
        }
    }
}
