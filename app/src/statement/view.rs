//! The generated part of the statement, in the order of Digg's template. The page's own text stands above it.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::faults::faults;
use super::standard::{BY_LAW, OWN_AIM, REPORT_TO_DIGG};
use crate::markdown::{escaped, to_html};
use crate::paths;
use crate::site::{Accessibility, Compliance, Contact, Method, Settings};
use crate::time::date_with_year;

/// Returns the HTML. Before somebody has assessed the site it says only how to report a fault: it claims nothing.
pub(crate) fn statement(settings: &Settings) -> String {
    let Settings { name: site, accessibility, contact, .. } = settings;
    let (mut text, is_complete) = (String::new(), accessibility.is_complete());
    if is_complete {
        introduction(&mut text, site, accessibility);
        compliance(&mut text, accessibility);
    }
    other_ways(&mut text, contact);
    report(&mut text, accessibility);
    if is_complete {
        if accessibility.is_public_actor {
            supervision(&mut text);
        }
        technical(&mut text, accessibility);
        if !accessibility.faults.is_empty() {
            text.push_str("## Innehåll som inte är tillgängligt\n\n");
            faults(&mut text, &accessibility.faults);
        }
        tested(&mut text, accessibility);
    }
    to_html(&text)
}

fn introduction(text: &mut String, site: &str, accessibility: &Accessibility) {
    let (meets, otherwise) = if accessibility.is_public_actor {
        ("uppfyller lagen om tillgänglighet till digital offentlig service (DOS-lagen)", "")
    } else {
        (
            "motsvarar kraven i lagen om tillgänglighet till digital offentlig service (DOS-lagen)",
            " Lagen gäller inte oss. Vi har valt att berätta ändå.",
        )
    };
    _ = write!(
        text,
        "**{}** står bakom webbplatsen **{}**. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur \
         webbplatsen {meets}, vilka brister vi känner till och hur du kan berätta om fler.{otherwise}\n\n",
        escaped(&accessibility.organisation),
        escaped(site),
    );
}

fn compliance(text: &mut String, accessibility: &Accessibility) {
    let Some(compliance) = accessibility.compliance else { return };
    let demands = if accessibility.is_public_actor { "" } else { "kraven i " };
    let why = match compliance {
        Compliance::Full => "Vi känner inte till några brister.",
        Compliance::Partial | Compliance::None => "Bristerna står längre ner på sidan.",
    };
    _ = write!(
        text,
        "## Hur tillgänglig är webbplatsen?\n\nWebbplatsen är **{}** med {demands}lagen om tillgänglighet till digital \
         offentlig service. {why}\n\n",
        compliance.in_words()
    );
}

fn other_ways(text: &mut String, contact: &Contact) {
    _ = write!(
        text,
        "## Vad kan du göra om du inte kan använda delar av webbplatsen?\n\nBehöver du något som inte fungerar för dig? Då \
         kan du få det på ett annat sätt, till exempel uppläst i telefon eller som ett dokument med stor text.\n\n\
         - [Skriv vad du behöver i vårt formulär]({}). Du behöver inte tala om vem du är.\n",
        paths::FEEDBACK
    );
    if !contact.email.is_empty() {
        _ = writeln!(text, "- Skriv till <{}>.", contact.email);
    }
    if !contact.phone.is_empty() {
        _ = writeln!(text, "- Ring {}.", contact.phone);
    }
    text.push_str("\nVi svarar så snart vi kan.\n\n");
}

fn report(text: &mut String, accessibility: &Accessibility) {
    let law =
        if accessibility.is_public_actor { ", eller om du tycker att vi inte följer lagen" } else { "" };
    _ = write!(
        text,
        "## Rapportera brister i webbplatsens tillgänglighet\n\nVi försöker hela tiden göra webbplatsen bättre. [Berätta för \
         oss]({}) om du hittar problem som inte står här{law}. I samma formulär kan du begära innehåll som inte är \
         tillgängligt för dig.\n\nHar du redan skrivit till oss? [Läs svaret med ditt kvittonummer]({}).\n\n",
        paths::FEEDBACK,
        paths::FEEDBACK_ANSWER
    );
}

fn supervision(text: &mut String) {
    _ = write!(
        text,
        "## Tillsyn\n\nMyndigheten för digital förvaltning, Digg, har ansvaret för tillsyn över lagen om tillgänglighet till \
         digital offentlig service. Är du inte nöjd med hur vi har tagit hand om din synpunkt eller din begäran kan du \
         [anmäla det till Digg]({REPORT_TO_DIGG}).\n\n"
    );
}

fn technical(text: &mut String, accessibility: &Accessibility) {
    let compliance = accessibility.compliance.map_or("", Compliance::in_words);
    _ = write!(
        text,
        "## Teknisk information om webbplatsens tillgänglighet\n\nWebbplatsen är {compliance} med {BY_LAW}. Vårt eget mål är \
         {OWN_AIM}. Det går att läsa allt utan JavaScript.\n\n"
    );
}

fn tested(text: &mut String, accessibility: &Accessibility) {
    let assessor = escaped(&accessibility.assessor);
    let who = match accessibility.method {
        Some(Method::Outside) if !assessor.is_empty() => format!("{assessor} har bedömt webbplatsen"),
        Some(Method::Outside) => "Någon utanför organisationen har bedömt webbplatsen".to_owned(),
        _ => "Vi har själva bedömt webbplatsen".to_owned(),
    };
    let day = |day: Option<Date>| day.map(date_with_year).unwrap_or_default();
    _ = write!(
        text,
        "## Hur vi testat webbplatsen\n\n{who}. Den senaste bedömningen gjordes den {}.\n\n",
        day(accessibility.assessed_on)
    );
    for line in accessibility.tests.lines() {
        _ = writeln!(text, "- {}", escaped(line));
    }
    _ = write!(
        text,
        "\nRedogörelsen uppdaterades senast den {}. Den senaste översynen gjordes den {}.\n",
        day(accessibility.updated_on),
        day(accessibility.reviewed_on)
    );
}
