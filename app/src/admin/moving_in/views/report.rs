//! A report for whoever decides by it.

use leptos::prelude::*;

use crate::import::{Counts, ReportSummary, SummaryGroup, SummarySection};
use crate::moving_in::{MoveIn, without_options};
use crate::paths;

/// How many findings of a cause the page names. The text file has more.
const MOST_ON_PAGE: usize = 100;

/// Shows numbers and findings, with the link to all of it as a text file.
pub(super) fn report(shown: &MoveIn, report: &ReportSummary) -> impl IntoView + use<> {
    let lines = lines(report).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let sections = SummarySection::ALL.map(|part| section(report, part)).into_iter().collect_view();
    let file = paths::move_in_act(shown.id, "rapport.txt");
    view! {
        <section aria-labelledby="rapport">
            <h2 id="rapport">{if report.is_dry_run { "Så här skulle det bli" } else { "Så här blev det" }}</h2>
            <ul>{lines}</ul>
            {sections}
            <p><a href=file download="rapport.txt">"Ladda ner hela rapporten som text"</a></p>
        </section>
    }
}

/// Returns how many of what, with the right word: "214 texter", "en adress".
pub(super) fn items(report: &ReportSummary, count: u64) -> String {
    match (report.is_of_addresses, count) {
        (false, 1) => "en text".into(),
        (false, count) => format!("{count} texter"),
        (true, 1) => "en adress".into(),
        (true, count) => format!("{count} adresser"),
    }
}

fn lines(report: &ReportSummary) -> Vec<String> {
    let Counts { new, changed, same, skipped } = report.counts;
    let (comes, turns) = if report.is_dry_run { ("kommer in", "blir") } else { ("har kommit in", "blev") };
    let first = if new == 0 {
        "Inget är nytt.".to_owned()
    } else {
        format!("{} {comes} som nya.", first_upper(&items(report, new)))
    };
    let mut lines = vec![first];
    let mut tell = |count: u64, words: String| {
        if count > 0 {
            lines.push(words);
        }
    };
    tell(
        changed,
        format!("{} {turns} ändrade, eftersom de är andra i filen nu.", first_upper(&items(report, changed))),
    );
    tell(same, format!("{} finns redan här och är lika.", first_upper(&items(report, same))));
    tell(
        skipped,
        format!("{} följer inte med. Varför står längre ner.", first_upper(&items(report, skipped))),
    );
    if !report.is_of_addresses && report.incoming() > 0 {
        let drafts: u64 = report.drafts.iter().map(|(_, count)| count).sum();
        lines.push(format!("{} {turns} synliga för läsarna, {drafts} {turns} utkast.", report.published));
        for (reason, count) in &report.drafts {
            let they = if *count == 1 { "den" } else { "de" };
            lines.push(format!("{} {turns} utkast: {they} {reason}.", first_upper(&items(report, *count))));
        }
    }
    let mut tell = |count: u64, one: &str, many: &str, rest: &str| {
        if count > 0 {
            lines.push(format!(
                "{}{rest}.",
                if count == 1 { one.to_owned() } else { format!("{count} {many}") }
            ));
        }
    };
    tell(report.pictures, "En ny bild", "nya bilder", "");
    tell(report.documents, "Ett nytt dokument", "nya dokument", "");
    if !report.is_of_addresses {
        tell(report.redirects, "En gammal adress", "gamla adresser", " leder vidare hit");
    }
    let (source, here) = report.characters;
    if source > 0 {
        lines.push(format!("Texterna har {source} tecken i filen och {here} tecken här."));
    }
    lines
}

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn section(report: &ReportSummary, part: SummarySection) -> Option<impl IntoView + use<>> {
    let groups = report.in_section(part).map(group).collect::<Vec<_>>();
    (!groups.is_empty()).then(|| view! { <h3>{part.heading()}</h3> {groups} })
}

fn group(group: &SummaryGroup) -> impl IntoView + use<> {
    let heading = format!("{} ({})", without_options(&group.words), group.count);
    let named = group.examples.iter().filter(|(item, detail)| !(item.is_empty() && detail.is_empty()));
    let named: Vec<_> = named.take(MOST_ON_PAGE).cloned().collect();
    if named.is_empty() {
        return view! { <p class="finding">{heading}</p> }.into_any();
    }
    let more = group.count.saturating_sub(named.len() as u64);
    let named = named.into_iter().map(|(item, detail)| {
        let sign = if item.is_empty() || detail.is_empty() { "" } else { ": " };
        view! { <li>{format!("{item}{sign}{detail}")}</li> }
    });
    view! {
        <details class="finding">
            <summary>{heading}</summary>
            <ul>
                {named.collect_view()}
                {(more > 0).then(|| view! { <li class="quiet">{format!("och {more} till")}</li> })}
            </ul>
        </details>
    }
    .into_any()
}
