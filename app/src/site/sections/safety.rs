//! The section about care for readers at risk.

use super::field::{Rule, SettingList, field};
use super::form::{SectionForm, SettingRow, row, value};
use super::section::SectionSpec;
use crate::posts::checks::SENSITIVE_WORDS;
use crate::safety::HelpNumber;
use crate::site::Settings;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "trygghet",
    title: "Trygghet",
    about: "Hjälpnummer vid känsliga texter, vilka texter som är det, och dit knappen ”Lämna sidan” leder.",
    fields: &[
        field(
            "exit_address",
            "”Lämna sidan” leder till",
            Rule::Elsewhere,
            "En helt vanlig sida någon annanstans, till exempel https://www.smhi.se/",
        ),
        field(
            "safe_title",
            "Känsliga inlägg heter i webbläsarens flik",
            Rule::Needed(60),
            "Något som inte avslöjar vad texten handlar om.",
        ),
        field(
            "sensitive_words",
            "Ord som tyder på känsligt innehåll",
            Rule::Lines(5_000),
            "Den som skriver ett av dem får frågan om texten är känslig. Ett ord, några ord eller ett telefonnummer på varje \
         rad. En stjärna står för vilka bokstäver som helst: våld* är också våldsam.",
        ),
    ],
    lists: &[SettingList {
        name: "numbers",
        title: "Hjälpnummer",
        one: "hjälpnummer",
        is_ordered: true,
        fields: &[
            field("name", "Vem svarar", Rule::Needed(100), ""),
            field("number", "Nummer", Rule::NeededPhone, ""),
            field("hours", "När", Rule::Text(60), "Till exempel ”Dygnet runt”. Får vara tomt."),
            field("cost", "Vad det kostar", Rule::Text(60), "Till exempel ”Gratis”. Får vara tomt."),
            field("note", "Bra att veta", Rule::Text(200), "Får vara tomt."),
            field(
                "checked",
                "Kontrollerat den",
                Rule::Day,
                "Den dag då någon senast ringde eller såg efter.",
            ),
        ],
    }],
};

/// Makes the form of the settings and the help numbers, each with the day of its last check.
pub(super) fn read(settings: Settings, numbers: Vec<(HelpNumber, String)>) -> SectionForm {
    let number = |(number, checked)| {
        let HelpNumber { name, number, hours, cost, note } = number;
        row([
            ("name", name),
            ("number", number),
            ("hours", hours),
            ("cost", cost),
            ("note", note),
            ("checked", checked),
        ])
    };
    let words = settings.sensitive_words.unwrap_or_else(|| SENSITIVE_WORDS.trim_end().to_owned());
    SectionForm {
        fields: row([
            ("exit_address", settings.exit_address),
            ("safe_title", settings.safe_title),
            ("sensitive_words", words),
        ]),
        ..SectionForm::of_lists([("numbers", numbers.into_iter().map(number).collect())])
    }
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let field = |name| form.field(name).to_owned();
    settings.exit_address = field("exit_address");
    settings.safe_title = field("safe_title");
    // A list that nobody has changed stays the program's, and follows it.
    settings.sensitive_words =
        Some(field("sensitive_words")).filter(|words| words != SENSITIVE_WORDS.trim_end());
}

/// Returns the help numbers of a form, each with the day of its last check.
pub(super) fn numbers(form: &SectionForm) -> Vec<(HelpNumber, String)> {
    let number = |row: &SettingRow| {
        let number = HelpNumber {
            name: value(row, "name"),
            number: value(row, "number"),
            hours: value(row, "hours"),
            cost: value(row, "cost"),
            note: value(row, "note"),
        };
        (number, value(row, "checked"))
    };
    form.list("numbers").iter().map(number).collect()
}
