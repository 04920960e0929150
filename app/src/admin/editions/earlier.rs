//! The page with the form for a new edition that is made from an earlier one.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CreateEdition;
use super::form::{Form, fields};
use super::handlers::SubmittedNew;
use crate::admin::flash::Flash;
use crate::calendar::editing::{Day, EditionRecord, TextChoice, fields_with_year};
use crate::calendar::{EditionForm, Schedule};
use crate::paths;
use crate::time::weekday_date_and_year;
use crate::ui::IdempotencyKey;

/// What the radio buttons send that take all texts along, or the chosen ones.
const ALL: &str = "all";
const CHOSEN: &str = "chosen";

/// The edition that a new one is made from.
pub(super) struct Earlier {
    pub(super) edition: EditionRecord,
    pub(super) days: Vec<Day>,
}

/// Reads which texts come along.
pub(super) fn text_choice(texts: &str, days: &[u16]) -> TextChoice {
    match texts {
        ALL => TextChoice::All,
        CHOSEN => TextChoice::Days(days.to_vec()),
        _ => TextChoice::None,
    }
}

/// Shows the form with the given values, on which days it opens, and which texts may come along.
pub(super) fn page(
    flash: &Flash<SubmittedNew>,
    values: &EditionForm,
    earlier: &Earlier,
) -> impl IntoView + use<> {
    let Earlier { edition, days } = earlier;
    let still = fields_with_year(values, edition.schedule.first_day().year());
    let still = (!still.is_empty()).then(|| {
        let year = edition.schedule.first_day().year();
        view! { <p class="notice">{format!("Här står fortfarande {year}: {}. Ändra det nedan.", still.join(", "))}</p> }
    });
    view! {
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <h1>{format!("Ny kalender från ”{}”", edition.title)}</h1>
        {flash.notice(None)}
        {dates(values, edition)}
        {still}
        <form class="long" method="post" action=CreateEdition::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="from" value=edition.id/>
            {texts(&flash.more, edition, days)}
            {names(values)}
            {fields(&Form { values, errors: &flash.errors, theirs: None })}
            <p class="quiet">"Kalendern blir först ett utkast. Du fyller dagarna och publicerar den sedan."</p>
            <button class="button">"Skapa kalendern"</button>
        </form>
    }
}

/// Says which dates the first and the last day are, and which they were.
fn dates(values: &EditionForm, edition: &EditionRecord) -> Option<impl IntoView + use<>> {
    let days = values.days.trim().parse().ok()?;
    let zone = edition.schedule.zone_name();
    let after = Schedule::parse(values.first_day.trim(), days, "00:00", zone).ok()?;
    let ends = |schedule: &Schedule| -> Option<(String, String)> {
        let of = |day| schedule.date_of(day).map(weekday_date_and_year);
        Some((of(1)?, of(schedule.days())?))
    };
    let ((first, last), (first_before, last_before)) = (ends(&after)?, ends(&edition.schedule)?);
    Some(view! {
        <p class="new-dates">
            <b>{format!("Dag 1 blir {first}, och dag {} blir {last}.", after.days())}</b>
            {format!(
                " I ”{}” var de {first_before} och {last_before}. Du kan ändra första dagen nedan.",
                edition.title,
            )}
        </p>
    })
}

/// The choice of texts.
fn texts(sent: &SubmittedNew, edition: &EditionRecord, days: &[Day]) -> Option<AnyView> {
    let rows: Vec<_> = days
        .iter()
        .filter(|day| day.has_text())
        .filter_map(|day| Some((day, day.hung.as_ref()?)))
        .map(|(day, hung)| {
            let label = if day.label.is_empty() { String::new() } else { format!(" {}", day.label) };
            let checked = sent.text_days.contains(&day.number);
            view! {
                <li>
                    <label class="tick">
                        <input type="checkbox" name="text_days[]" value=day.number checked=checked/>
                        {format!(" {}{label}: ", day.number)} <span lang=hung.language.lang()>{hung.title.clone()}</span>
                    </label>
                </li>
            }
        })
        .collect();
    let radio = |value: &'static str, words: &'static str| {
        let checked = sent.texts == value;
        view! {
            <p><label class="tick"><input type="radio" name="texts" value=value checked=checked/> " " {words}</label></p>
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <fieldset class="earlier-texts" aria-describedby="texts-hint">
                <legend>{format!("Texter från ”{}”", edition.title)}</legend>
                <p class="hint" id="texts-hint">
                    "De som följer med blir nya utkast på samma dag, med bilder och länkar. Fråga personerna igen: ett ja gällde "
                    "den förra kalendern."
                </p>
                {radio("", "Inga texter")}
                {radio(ALL, "Alla texter, som utkast")}
                {radio(CHOSEN, "Bara de som jag kryssar för, som utkast")}
                <details open=sent.texts == CHOSEN>
                    <summary>"Välj texter"</summary>
                    <ul>{rows}</ul>
                </details>
            </fieldset>
        }
        .into_any()
    })
}

/// The names of days, which come along.
fn names(values: &EditionForm) -> Option<AnyView> {
    let mut named: Vec<(u16, &str)> = values
        .labels
        .iter()
        .filter(|(_, label)| !label.is_empty())
        .filter_map(|(day, label)| Some((day.parse().ok()?, label.as_str())))
        .collect();
    named.sort_unstable();
    let words: Vec<_> = named.iter().map(|(day, label)| format!("{day} {label}")).collect();
    let fields = named.iter().map(|(day, label)| {
        view! { <input type="hidden" name=format!("edition[labels][{day}]") value=(*label).to_owned()/> }
    });
    (!named.is_empty()).then(|| {
        view! {
            {fields.collect_view()}
            <p class="quiet">{format!("Namnen på dagarna följer med: {}.", words.join(", "))}</p>
        }
        .into_any()
    })
}
