//! What MDFFS 2019:2, section 6, and Digg's template ask for, held against the generated page.

use jiff::civil::date;

use super::statement;
use crate::site::{Accessibility, Compliance, Contact, Fault, Method, Reason, Settings, Situation};

/// Each requirement with words of the page that meet it, in the order of the template.
const REQUIRED: [(&str, &[&str]); 12] = [
    (
        "6 § 1: the name of the actor and of the site",
        &["<strong>Exempelförbundet</strong>", "<strong>MIA Vidare</strong>"],
    ),
    ("template: how accessible the site is", &["Hur tillgänglig är webbplatsen?"]),
    ("6 § 2: exactly one of the three degrees", &["<strong>delvis förenlig</strong>"]),
    (
        "template: what to do",
        &["Vad kan du göra om du inte kan använda delar av webbplatsen?", "mailto:kontakt@exempel.se"],
    ),
    (
        "6 § 5: a function for reporting faults and for requesting content",
        &[
            "Rapportera brister",
            r#"href="/tillganglighet/synpunkter""#,
            "begära innehåll som inte är tillgängligt",
        ],
    ),
    (
        "6 § 6: that Digg takes reports, with its link",
        &["Tillsyn", r#"href="https://www.digg.se/tdosanmalan""#],
    ),
    (
        "template: the standards",
        &["Teknisk information", "WCAG 2.1 på nivå AA", "EN 301 549", "WCAG 2.2 på nivå AA"],
    ),
    (
        "6 § 3: what is not accessible, why, and the alternative",
        &[
            "Innehåll som inte är tillgängligt",
            "Bristande förenlighet",
            "Användning utan syn",
            "Kartan saknar text",
            "Ring oss",
        ],
    ),
    (
        "12 §: a disproportionate burden with its assessment",
        &["Oskäligt betungande", "Vår bedömning: Det skulle kosta"],
    ),
    ("9 §: what the law leaves out", &["omfattas av lagen", "Gamla dokument"]),
    ("6 § 4: how and when the site was assessed", &["Vi har själva bedömt webbplatsen", "1 november 2026"]),
    ("6 § 4: when the statement was changed", &["uppdaterades senast den 3 november 2026"]),
];

fn fault(what: &str, reason: Reason) -> Fault {
    let assessment = if reason == Reason::Burden { "Det skulle kosta mer än hela projektet." } else { "" };
    Fault {
        what: what.into(),
        place: "Sidan Kontakt".into(),
        situation: Situation::Blind,
        reason,
        assessment: assessment.into(),
        alternative: "Ring oss.".into(),
        criterion: "1.1.1".into(),
        planned: "2027-03-01".into(),
    }
}

fn settings() -> Settings {
    Settings {
        name: "MIA Vidare".into(),
        contact: Contact {
            email: "kontakt@exempel.se".into(),
            phone: "010-000 00 00".into(),
            ..Contact::default()
        },
        accessibility: Accessibility {
            organisation: "Exempelförbundet".into(),
            is_public_actor: true,
            compliance: Some(Compliance::Partial),
            assessed_on: Some(date(2026, 11, 1)),
            updated_on: Some(date(2026, 11, 3)),
            reviewed_on: Some(date(2026, 11, 3)),
            method: Some(Method::Own),
            assessor: String::new(),
            tests: "Tangentbord\nSkärmläsare".into(),
            faults: vec![
                fault("Kartan saknar text", Reason::Fault),
                fault("Filmen saknar tolk", Reason::Burden),
                fault("Gamla dokument", Reason::Outside),
            ],
        },
        ..Settings::default()
    }
}

/// The page as people read it: without the places where words may be broken.
fn page(settings: &Settings) -> String {
    statement(settings).replace('\u{ad}', "").replace("&nbsp;", " ")
}

#[test]
fn everything_that_is_required_stands_there_in_the_order_of_the_template() {
    let html = page(&settings());
    let mut place = 0;
    for (requirement, words) in REQUIRED {
        for word in words {
            let found = html.find(word);
            assert!(found.is_some(), "{requirement}: {word} is missing in {html}");
        }
        let first = words.first().and_then(|word| html.find(word)).unwrap_or_default();
        assert!(place <= first, "{requirement} comes too early");
        place = first;
    }
}

#[test]
fn a_voluntary_statement_names_no_supervision() {
    let mut settings = settings();
    settings.accessibility.is_public_actor = false;
    let html = page(&settings);
    assert!(!html.contains("digg.se") && !html.contains("Tillsyn"), "{html}");
    assert!(html.contains("Lagen gäller inte oss") && html.contains("delvis förenlig"));
}

#[test]
fn what_nobody_has_assessed_claims_nothing_and_still_takes_reports() {
    let html = page(&Settings { accessibility: Accessibility::default(), ..settings() });
    assert!(!html.contains("förenlig") && !html.contains("WCAG"), "{html}");
    assert!(html.contains("/tillganglighet/synpunkter"));
}

#[test]
fn words_of_the_settings_are_text() {
    let mut settings = settings();
    settings.accessibility.organisation = "<script>alert(1)</script>".into();
    settings.accessibility.faults[0].what = "<img src=x>".into();
    let html = page(&settings);
    assert!(!html.contains("<script>") && !html.contains("<img"), "{html}");
}
