//! The section about the site's colours, and what the form says of one.

use super::field::{Rule, field};
use super::form::{SectionForm, SettingRow, row, value};
use super::section::SectionSpec;
use crate::site::Settings;
use crate::site::colours::{BrandColours, Rgb};
use crate::text_input::line;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "farger",
    title: "Färger",
    about: "Er organisations färger, en eller två. Alla andra färger räknas ut av dem, så att alla kan läsa.",
    fields: &[
        field(
            "main",
            "Huvudfärg",
            Rule::Colour,
            "Till sidhuvudet och knapparna. Skriv till exempel #003399 eller 0 51 153, eller välj i paletten.",
        ),
        field("accent", "Andra färg", Rule::Colour, "Till länkar och streck. Utan den får de huvudfärgen."),
    ],
    lists: &[],
};

pub(super) fn read(settings: &Settings) -> SectionForm {
    let text = |colour: Option<Rgb>| colour.map(|colour| colour.to_string()).unwrap_or_default();
    let BrandColours { main, accent } = settings.colours;
    SectionForm::of_fields(row([("main", text(main)), ("accent", text(accent))]))
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let colour = |name| Rgb::parse(form.field(name));
    settings.colours = BrandColours { main: colour("main"), accent: colour("accent") };
}

/// Returns the colour that somebody chose with a text field, the browser's palette beside it (`…-picked`), which showed
/// `…-shown`, and a box for no colour (`…-none`). Without a script the two fields do not follow each other: the palette
/// counts where it was moved and no other colour was written.
pub(super) fn chosen_colour(row: &SettingRow, name: &str) -> String {
    let part = |part: &str| line(&value(row, &format!("{name}-{part}")));
    if !part("none").is_empty() {
        return String::new();
    }
    let (typed, picked, shown) = (line(&value(row, name)), part("picked"), part("shown"));
    let written = Rgb::parse(&typed);
    let is_picked = !picked.is_empty() && picked != shown;
    if is_picked && (written.is_none() || written == Rgb::parse(&shown)) { picked } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_last_is_the_colour() {
        let chosen = |typed: &str, picked: &str, shown: &str, none: &str| {
            let fields = [("a", typed), ("a-picked", picked), ("a-shown", shown), ("a-none", none)];
            chosen_colour(&row(fields.map(|(name, value)| (name, value.to_owned()))), "a")
        };
        assert_eq!(chosen("", "#0e2433", "#0e2433", ""), "", "nobody touched the palette");
        assert_eq!(chosen("", "#ff0000", "#0e2433", ""), "#ff0000");
        assert_eq!(chosen("#00f", "#0e2433", "#0e2433", ""), "#00f");
        assert_eq!(chosen("#00f", "#ff0000", "#0e2433", ""), "#00f", "written in full");
        assert_eq!(chosen("#0000ff", "#ff0000", "#0000ff", ""), "#ff0000", "the text is that of before");
        assert_eq!(chosen("", "#0000ff", "#0000ff", ""), "", "the text was taken away");
        assert_eq!(chosen("blå", "#0e2433", "#0e2433", ""), "blå", "to be refused");
        assert_eq!(chosen("blå", "#0000ff", "#0e2433", ""), "#0000ff");
        assert_eq!(chosen("#00f", "#ff0000", "#0e2433", "ja"), "");
        assert_eq!(chosen_colour(&row([("a", "#00f".to_owned())]), "a"), "#00f", "without a palette");
    }
}
