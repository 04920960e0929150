//! The section about the accessibility statement.

use jiff::civil::Date;

use super::field::{Rule, SettingList, field};
use super::form::{SectionForm, SettingRow, row, switch, value};
use super::section::SectionSpec;
use crate::field_errors::FieldErrors;
use crate::site::{Accessibility, Compliance, Fault, Method, Reason, Settings, Situation};
use crate::time::parse_day;

const COMPLIANCE: &[(&str, &str)] = &[
    ("", "Inte bedömd än"),
    choice(Compliance::Full.as_str(), Compliance::Full.in_words()),
    choice(Compliance::Partial.as_str(), Compliance::Partial.in_words()),
    choice(Compliance::None.as_str(), Compliance::None.in_words()),
];
const METHOD: &[(&str, &str)] = &[
    ("", "Välj"),
    choice(Method::Own.as_str(), Method::Own.in_words()),
    choice(Method::Outside.as_str(), Method::Outside.in_words()),
];
const REASON: &[(&str, &str)] = &[
    ("", "Välj"),
    choice(Reason::Fault.as_str(), Reason::Fault.in_words()),
    choice(Reason::Burden.as_str(), Reason::Burden.in_words()),
    choice(Reason::Outside.as_str(), Reason::Outside.in_words()),
];
/// An empty row sends the first choice of each field, so that has to be nothing.
const SITUATION: &[(&str, &str)] = &{
    let mut choices = [("", "Välj"); Situation::ALL.len() + 1];
    let mut index = 0;
    while index < Situation::ALL.len() {
        let situation = Situation::ALL[index];
        choices[index + 1] = choice(situation.as_str(), situation.in_words());
        index += 1;
    }
    choices
};

const fn choice(value: &'static str, words: &'static str) -> (&'static str, &'static str) {
    (value, words)
}

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "tillganglighet",
    title: "Tillgänglighet",
    about: "Det som står i tillgänglighetsredogörelsen, under sidans egen text. Fyll bara i det som är sant: skriv inte att \
            något är testat om ingen har gjort det.",
    fields: &[
        field(
            "public_actor",
            "Vi är en offentlig aktör",
            Rule::Switch,
            "Då gäller lagen om tillgänglighet till digital offentlig service, och Digg har tillsyn. Annars blir \
             redogörelsen frivillig.",
        ),
        field("organisation", "Vem står bakom webbplatsen", Rule::Text(200), "Organisationens hela namn."),
        field(
            "compliance",
            "Webbplatsen är",
            Rule::Choice(COMPLIANCE),
            "Välj ”helt förenlig” bara när det inte finns någon brist i listan nedan.",
        ),
        field("assessed", "Bedömd den", Rule::AnyDay, "Den dag då någon senast gick igenom webbplatsen."),
        field("method", "Vem har bedömt den", Rule::Choice(METHOD), ""),
        field("assessor", "Vem utanför organisationen", Rule::Text(100), "Om någon annan har bedömt den."),
        field(
            "tests",
            "Hur ni har testat",
            Rule::Lines(2_000),
            "Ett sätt på varje rad, till exempel: Vi har gått igenom alla sorters sidor med tangentbord.",
        ),
    ],
    lists: &[SettingList {
        name: "faults",
        title: "Innehåll som inte är tillgängligt",
        one: "brist",
        is_ordered: true,
        fields: &[
            field("what", "Vad fungerar inte", Rule::Needed(300), ""),
            field("place", "Var på webbplatsen", Rule::Needed(200), ""),
            field(
                "situation",
                "Vem märker det mest? Den som använder webbplatsen",
                Rule::Choice(SITUATION),
                "",
            ),
            field(
                "reason",
                "Varför",
                Rule::Choice(REASON),
                "Brist på tid, kunskap eller prioritering är inget skäl enligt lagen.",
            ),
            field(
                "assessment",
                "Bedömning",
                Rule::Text(1_000),
                "Behövs när det är oskäligt betungande: vad det skulle kosta och vem det skulle hjälpa.",
            ),
            field(
                "alternative",
                "Gör så här i stället",
                Rule::Text(300),
                "Om det går att få på ett annat sätt.",
            ),
            field("criterion", "Krav i WCAG", Rule::Text(60), "Till exempel 1.2.2 Undertexter."),
            field("planned", "Rättas senast den", Rule::AnyDay, ""),
        ],
    }],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    let Accessibility {
        organisation,
        is_public_actor,
        compliance,
        assessed_on,
        method,
        assessor,
        tests,
        faults,
        ..
    } = settings.accessibility;
    let fault = |fault: Fault| {
        row([
            ("what", fault.what),
            ("place", fault.place),
            ("situation", fault.situation.as_str().to_owned()),
            ("reason", fault.reason.as_str().to_owned()),
            ("assessment", fault.assessment),
            ("alternative", fault.alternative),
            ("criterion", fault.criterion),
            ("planned", fault.planned),
        ])
    };
    SectionForm {
        fields: row([
            ("public_actor", switch(is_public_actor)),
            ("organisation", organisation),
            ("compliance", compliance.map_or("", Compliance::as_str).to_owned()),
            ("assessed", assessed_on.map(|day| day.to_string()).unwrap_or_default()),
            ("method", method.map_or("", Method::as_str).to_owned()),
            ("assessor", assessor),
            ("tests", tests),
        ]),
        ..SectionForm::of_lists([("faults", faults.into_iter().map(fault).collect())])
    }
}

/// Writes the form to the settings. Whoever saves it has looked at all of it, so it is updated and reviewed today.
pub(super) fn write(form: &SectionForm, settings: &mut Settings, today: Date) {
    let field = |name| form.field(name).to_owned();
    settings.accessibility = Accessibility {
        organisation: field("organisation"),
        is_public_actor: form.is_on("public_actor"),
        compliance: Compliance::parse(form.field("compliance")),
        assessed_on: parse_day(form.field("assessed")),
        updated_on: Some(today),
        reviewed_on: Some(today),
        method: Method::parse(form.field("method")),
        assessor: field("assessor"),
        tests: field("tests"),
        faults: form.list("faults").iter().map(fault).collect(),
    };
}

fn fault(row: &SettingRow) -> Fault {
    Fault {
        what: value(row, "what"),
        place: value(row, "place"),
        situation: Situation::parse(&value(row, "situation")).unwrap_or_default(),
        reason: Reason::parse(&value(row, "reason")).unwrap_or_default(),
        assessment: value(row, "assessment"),
        alternative: value(row, "alternative"),
        criterion: value(row, "criterion"),
        planned: value(row, "planned"),
    }
}

/// Returns what is wrong with fields beside each other.
pub(super) fn errors(form: &SectionForm, today: Date) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let rows = form.list("faults");
    let has = |name, wanted: &str| form.field(name) == wanted;
    if parse_day(form.field("assessed")).is_some_and(|day| day > today) {
        errors.add(
            "assessed",
            "Skriv en dag som har varit: redogörelsen kan inte bygga på en bedömning som inte är gjord.",
        );
    }
    let is_open = |row: &SettingRow| value(row, "reason") != Reason::Outside.as_str();
    if has("compliance", Compliance::Full.as_str()) && rows.iter().any(is_open) {
        errors.add("compliance", "Välj ”delvis förenlig” eller ”inte förenlig”: det finns brister i listan.");
    }
    let is_lacking =
        has("compliance", Compliance::Partial.as_str()) || has("compliance", Compliance::None.as_str());
    if is_lacking && rows.is_empty() {
        errors.add(
            "compliance",
            "Skriv in bristerna i listan nedan, eller välj ”helt förenlig” om det inte finns några.",
        );
    }
    for (index, row) in rows.iter().enumerate() {
        let is_empty = |name| value(row, name).is_empty();
        if is_empty("situation") {
            errors.add(format!("faults-{index}-situation"), "Välj vem som märker bristen mest.");
        }
        if is_empty("reason") {
            errors.add(format!("faults-{index}-reason"), "Välj varför det inte fungerar.");
        }
        if value(row, "reason") == Reason::Burden.as_str() && is_empty("assessment") {
            errors.add(
                format!("faults-{index}-assessment"),
                "Skriv bedömningen: lagen kräver den när något är oskäligt betungande.",
            );
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 12, 7);

    fn form(compliance: &str, assessed: &str, reasons: &[&str]) -> SectionForm {
        let fault = |reason: &&str| {
            row([("what", "x".into()), ("situation", "blind".into()), ("reason", (*reason).into())])
        };
        SectionForm {
            fields: row([("compliance", compliance.into()), ("assessed", assessed.into())]),
            ..SectionForm::of_lists([("faults", reasons.iter().map(fault).collect())])
        }
    }

    fn refused(compliance: &str, assessed: &str, reasons: &[&str]) -> Vec<String> {
        let errors = errors(&form(compliance, assessed, reasons), TODAY);
        errors.iter().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn a_site_with_open_faults_is_not_fully_compliant() {
        assert_eq!(refused("full", "", &["fault"]), ["compliance"]);
        assert!(refused("full", "", &["outside"]).is_empty() && refused("full", "", &[]).is_empty());
    }

    #[test]
    fn what_is_lacking_is_listed() {
        assert_eq!(refused("partial", "", &[]), ["compliance"]);
        assert_eq!(refused("none", "", &[]), ["compliance"]);
        assert!(refused("partial", "", &["fault"]).is_empty() && refused("", "", &[]).is_empty());
    }

    #[test]
    fn an_assessment_is_made_before_the_statement() {
        assert!(refused("", "2026-12-07", &[]).is_empty());
        assert_eq!(refused("", "2026-12-08", &[]), ["assessed"]);
        let mut settings = Settings::default();
        write(&form("full", "2026-12-01", &[]), &mut settings, TODAY);
        let Accessibility { assessed_on, updated_on, reviewed_on, .. } = settings.accessibility;
        assert!(assessed_on <= updated_on && updated_on <= reviewed_on && reviewed_on == Some(TODAY));
    }

    #[test]
    fn a_burden_needs_its_assessment_and_a_fault_its_reason() {
        assert_eq!(refused("partial", "", &["burden"]), ["faults-0-assessment"]);
        assert_eq!(refused("partial", "", &[""]), ["faults-0-reason"]);
    }
}
