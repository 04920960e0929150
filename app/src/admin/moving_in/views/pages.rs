//! The page in each state.

use leptos::prelude::*;

use super::choices::choices;
use super::files::{files, which_file};
use super::report::{items, report};
use crate::admin::flash::Flash;
use crate::admin::relative_time::ago;
use crate::ids::MoveInId;
use crate::import::ReportSummary;
use crate::moving_in::{MoveIn, without_options};
use crate::paths;
use crate::time::UnixMillis;

/// Shows the form for a new import, or the way to the one that is open, and the reports of those before.
pub(in crate::admin::moving_in) fn start(
    open: Option<&MoveIn>,
    ended: &[(MoveInId, String, UnixMillis)],
    now: UnixMillis,
    flash: &Flash<()>,
) -> impl IntoView + use<> {
    let begin = match open {
        None => view! { {which_file()} {files(flash, None)} }.into_any(),
        Some(open) => view! {
            <div class="notice">
                <p>
                    "En inflyttning är inte klar än: " <b>{name(open)}</b>
                    ". Det går att flytta in en fil i taget."
                </p>
                <p class="row"><a class="button" href=paths::move_in(open.id)>"Öppna den"</a></p>
            </div>
        }
        .into_any(),
    };
    let before = ended.iter().map(|(id, file, at)| {
        view! {
            <li>
                <a href=paths::move_in(*id)>{file.clone()}</a>
                <p class="quiet">{ago(*at, now)}</p>
            </li>
        }
    });
    let before = before.collect_view();
    view! {
        <div class="move-in">
            <h1>"Flytta in från en annan webbplats"</h1>
            <p>
                "Har ni haft en annan webbplats? Texter, sidor, bilder och gamla adresser kan följa med hit. "
                "Först kommer en provkörning, som visar vad som skulle hända. Inget hämtas från nätet."
            </p>
            {flash.notice(None)}
            {begin}
            {(!ended.is_empty()).then(|| view! {
                <section aria-labelledby="tidigare">
                    <h2 id="tidigare">"Tidigare inflyttningar"</h2>
                    <ul class="entries">{before}</ul>
                </section>
            })}
        </div>
    }
}

/// Says that files are on their way.
pub(in crate::admin::moving_in) fn receiving(shown: &MoveIn) -> impl IntoView + use<> {
    view! {
        {way_back()}
        <h1>"Filerna är på väg"</h1>
        <p>"De skickas från en annan flik, eller av någon annan. Provkörningen börjar när de har kommit."</p>
        <p class="row"><a class="button plain" rel="external" href=paths::move_in(shown.id)>"Se om de har kommit"</a></p>
    }
}

/// Shows what a dry run has found out, and the button that imports.
pub(in crate::admin::moving_in) fn tried(shown: &MoveIn, flash: &Flash<()>) -> impl IntoView + use<> {
    let shown_report = shown.report.clone().unwrap_or_default();
    view! {
        {way_back()}
        <h1>"Provkörningen är klar"</h1>
        {flash.notice(None)}
        {verdict(&shown_report)}
        {import(shown, &shown_report)}
        {report(shown, &shown_report)}
        {choices(shown)}
        {other_files(shown, flash)}
    }
}

/// Says in a sentence whether everything can come along.
fn verdict(report: &ReportSummary) -> impl IntoView + use<> {
    let (kind, words) = match &report.broken_off {
        Some(why) => {
            (Some("error"), format!("Filen gick inte att läsa till slutet: {}", without_options(why)))
        }
        None if !has_anything(report) => {
            (None, "I filen finns inget nytt som kan flyttas in. Varför står i rapporten.".to_owned())
        }
        None if report.is_complete => (
            Some("done"),
            format!("Allt{} kan följa med. Inget har ändrats än.", report.counts.but_skipped()),
        ),
        None => (
            None,
            "Inte allt kan följa med. Vad det gäller står i rapporten. Inget har ändrats än.".to_owned(),
        ),
    };
    view! { <p class="notice" data-kind=kind>{words}</p> }
}

/// The button that imports, where there is something to import.
fn import(shown: &MoveIn, report: &ReportSummary) -> Option<impl IntoView + use<>> {
    if !has_anything(report) {
        return None;
    }
    let count = report.incoming();
    let label = if count == 0 {
        "Flytta in adresserna".to_owned()
    } else {
        format!("Flytta in {}", items(report, count))
    };
    Some(view! {
        <form method="post" action=paths::move_in_act(shown.id, "flytta")>
            <button class="button">{label}</button>
            <p class="quiet">"Texter som någon har ändrat här skrivs aldrig över."</p>
        </form>
    })
}

/// Whether there is something to import.
const fn has_anything(report: &ReportSummary) -> bool {
    report.incoming() > 0 || report.redirects > 0
}

/// Says why a run ended early, with what can be done.
pub(in crate::admin::moving_in) fn failed(shown: &MoveIn, flash: &Flash<()>) -> impl IntoView + use<> {
    let why = match (&*shown.failure, shown.report.as_ref().and_then(|report| report.broken_off.as_deref())) {
        ("", Some(why)) => format!("Filen gick inte att läsa till slutet: {}", without_options(why)),
        ("", None) => "Filerna är kvar sedan sist. Provkör dem, eller välj andra.".to_owned(),
        (failure, _) => without_options(failure),
    };
    let has_choices = choices(shown);
    let again = has_choices.is_none().then(|| {
        view! {
            <form method="post" action=paths::move_in_act(shown.id, "provkor")>
                <button class="button">"Provkör igen"</button>
            </form>
        }
    });
    view! {
        {way_back()}
        <h1>"Det gick inte hela vägen"</h1>
        {flash.notice(None)}
        <p class="notice" data-kind="error">{why}</p>
        <p>"Filen " <b>{name(shown)}</b> " är kvar här i ett dygn."</p>
        {again}
        {has_choices}
        {shown.report.as_ref().map(|shown_report| report(shown, shown_report))}
        {other_files(shown, flash)}
    }
}

/// Shows the report of an import that has ended, and what to do next.
pub(in crate::admin::moving_in) fn ended(shown: &MoveIn) -> impl IntoView + use<> {
    let shown_report = shown.report.clone().unwrap_or_default();
    let count = shown_report.incoming();
    let (kind, words) = match (&shown_report.broken_off, shown_report.is_complete) {
        (Some(_), _) => {
            (Some("error"), "Inflyttningen tog slut i förtid. Det som hann komma in är kvar.".to_owned())
        }
        (None, true) => (Some("done"), format!("Klart: {} har kommit in.", items(&shown_report, count))),
        (None, false) => (
            None,
            format!(
                "{} har kommit in, men inte allt kom med. Vad det gäller står i rapporten.",
                items(&shown_report, count)
            ),
        ),
    };
    view! {
        {way_back()}
        <h1>"Inflyttat från " <span class="file">{name(shown)}</span></h1>
        <p class="notice" data-kind=kind>{words}</p>
        {(!shown_report.is_of_addresses).then(next)}
        {report(shown, &shown_report)}
    }
}

/// What to do when texts have come in.
fn next() -> impl IntoView {
    view! {
        <section aria-labelledby="sedan">
            <h2 id="sedan">"Gör så här sedan"</h2>
            <ol>
                <li>"Läs några texter och jämför med den gamla webbplatsen."</li>
                <li>"Gå igenom utkasten. De publiceras först när någon av er gör det."</li>
                <li>"Rätta det som rapporten tar upp."</li>
                <li>"Kommer det fler texter på den gamla webbplatsen? Flytta in en ny export. Det som redan finns här kommer inte in två gånger."</li>
            </ol>
            <p class="row">
                <a class="button" href=paths::POSTS>"Se inläggen"</a>
                <a class="button plain" href=paths::PAGES>"Se sidorna"</a>
                <a class="button plain" href=paths::PICTURES>"Se bilderna"</a>
            </p>
        </section>
    }
}

/// Other files for an import that waits, and leaving it.
fn other_files(shown: &MoveIn, flash: &Flash<()>) -> impl IntoView + use<> {
    let media = if shown.media_name.is_empty() {
        "Ingen zip med bilder är med.".to_owned()
    } else {
        format!("Bilderna kommer från {}.", shown.media_name)
    };
    view! {
        <section aria-labelledby="filer">
            <h2 id="filer">"Filerna"</h2>
            <p>"Texterna kommer från " <b>{name(shown)}</b> ". " {media}</p>
            <details open=!flash.errors.is_empty()>
                <summary>"Byt fil eller lägg till bilder"</summary>
                <p>"Den fil du inte väljer är kvar som den är."</p>
                {files(flash, Some(shown.id))}
            </details>
            <form method="post" action=paths::move_in_act(shown.id, "avsluta")>
                <button class="button danger">"Avsluta och ta bort filerna"</button>
            </form>
        </section>
    }
}

fn way_back() -> impl IntoView {
    view! { <p class="kicker"><a href=paths::MOVE_IN>"Flytta in"</a></p> }
}

/// The file's name, as far as it has come.
fn name(shown: &MoveIn) -> String {
    if shown.file_name.is_empty() { "en fil som är på väg".into() } else { shown.file_name.clone() }
}
