//! The chosen day: what is there, what is missing, and what can be done.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{Page, question, review, sure_field};
use crate::admin::board::api::{ClearDay, MoveToDay, PutOnDay};
use crate::admin::board::place;
use crate::admin::create::begin_on_door;
use crate::admin::relative_time::{ago, days_until};
use crate::board::{BoardDay, Distance, Progress, WhenTaken};
use crate::calendar::editing::Hung;
use crate::paths;
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// The panel; none while no day is chosen.
pub(super) fn section(page: &Page<'_>) -> Option<impl IntoView + use<>> {
    let shown = page.day(page.query.day?)?;
    let day = &shown.day;
    let label = (!day.label.is_empty()).then(|| format!(" · {}", day.label));
    let when = match shown.distance {
        Distance::Past if page.board.edition.is_published() => "Luckan är öppen för läsarna.".to_owned(),
        Distance::Past => "Dagen har varit, men kalendern är ett utkast.".to_owned(),
        _ => format!("Öppnas {}.", days_until(day.opens_at, page.now)),
    };
    let question = question::form(page, shown);
    let acts = question.is_none().then(|| acts(page, shown));
    Some(view! {
        <section class="panel" aria-labelledby="vald">
            <h2 id="vald" tabindex="-1">{format!("Dag {}, {}", day.number, day.date)}</h2>
            <p class="quiet">{when} {label}</p>
            {day.hung.as_ref().map(|hung| hung_text(page, shown, hung))}
            {question}
            {acts}
            <p><a href=paths::preview_of_edition_at(page.board.edition.id, day.opens_at, true) rel="external">"Se luckan som den blir"</a></p>
            <p><a href=paths::board(page.board.edition.id)>"Stäng dagen"</a></p>
        </section>
    })
}

/// The text that lies there, with what is missing.
fn hung_text(page: &Page<'_>, shown: &BoardDay, hung: &Hung) -> impl IntoView + use<> {
    let writes = page.role >= Role::Writer;
    let way = if writes { paths::edit_post(hung.post) } else { paths::preview_of_text(hung.post) };
    let by = (!hung.writer.is_empty()).then(|| format!(" · {}", hung.writer));
    let draft = hung.draft.as_ref().map(|(name, at)| {
        view! { <p class="quiet">{format!("Inte sparad som version, skriven av {name} {}", ago(*at, page.now))}</p> }
    });
    let to_mend: Vec<_> = hung
        .to_mend
        .iter()
        .filter(|_| !hung.is_gone)
        .map(|remark| {
            let sentence = remark.sentence.clone();
            if writes {
                let field = format!("{}#{}", paths::edit_post(hung.post), remark.field.as_str());
                view! { <li><a href=field>{sentence}</a></li> }.into_any()
            } else {
                view! { <li>{sentence}</li> }.into_any()
            }
        })
        .collect();
    let to_mend =
        (!to_mend.is_empty()).then(|| view! { <p class="missing">"Saknas:"</p> <ul>{to_mend}</ul> });
    let waits = (shown.progress == Progress::Whole)
        .then(|| view! { <p class="missing">"Texten är hel, men ingen har publicerat den."</p> });
    let review =
        (!hung.is_gone).then(|| review::section(shown, hung, page.board.edition.is_published(), page.now));
    view! {
        {shown.thumbnail.clone().map(|address| view! { <img src=address alt="" decoding="async"/> })}
        <p class="title"><a href=way lang=hung.language.lang() dir="auto">{hung.title.clone()}</a></p>
        <p class="quiet">{hung.form} " · " {hung.state} {by}</p>
        {(!hung.copied_from.is_empty()).then(|| view! { <p class="quiet">{hung.copied_from.clone()}</p> })}
        {hung.lacks_easy_read.then(|| view! { <p class="quiet">"Ingen lättläst text."</p> })}
        {(!hung.consent_ends.is_empty()).then(|| view! { <p class="missing">{hung.consent_ends.clone()}</p> })}
        {draft} {to_mend} {waits} {review}
    }
}

/// What somebody may do with the day.
fn acts(page: &Page<'_>, shown: &BoardDay) -> Option<AnyView> {
    if page.role < Role::Writer {
        return None;
    }
    let hung = shown.day.hung.as_ref().filter(|hung| !hung.is_gone);
    if hung.is_some_and(|hung| hung.status.is_decided()) && page.role < Role::Editor {
        let words = "En redaktör kan flytta en text som är publicerad eller schemalagd.";
        return Some(view! { <p class="hint">{words}</p> }.into_any());
    }
    let edition = page.board.edition.id;
    let number = shown.day.number;
    Some(match hung {
        None => view! {
            {put_form(page, shown, WhenTaken::Aside)}
            {begin_on_door(edition, number, "Nytt guldkorn här")}
        }
        .into_any(),
        Some(_) => view! {
            {move_form(page, shown)}
            {clear_form(page, shown)}
            {(!page.board.loose.is_empty()).then(|| view! {
                <details>
                    <summary>"Lägg en annan text här"</summary>
                    {put_form(page, shown, WhenTaken::Ask)}
                </details>
            })}
        }
        .into_any(),
    })
}

/// Puts one of the texts without a day here.
fn put_form(page: &Page<'_>, shown: &BoardDay, when_taken: WhenTaken) -> Option<impl IntoView + use<>> {
    let options: Vec<_> = page
        .board
        .loose
        .iter()
        .map(|text| view! { <option value=text.id lang=text.language.lang()>{text.title.clone()}</option> })
        .collect();
    (!options.is_empty()).then(|| {
        view! {
            <form method="post" action=PutOnDay::url()>
                <IdempotencyKey/>
                <input type="hidden" name="edition" value=page.board.edition.id/>
                <input type="hidden" name="day" value=place::to_form(shown.day.number, shown.seen())/>
                <input type="hidden" name="when_taken" value=when_taken.as_str()/>
                <div class="field">
                    <label for="put">"Text utan dag"</label>
                    <select id="put" name="post">{options}</select>
                </div>
                <button class="button">"Lägg den här"</button>
            </form>
        }
    })
}

fn move_form(page: &Page<'_>, shown: &BoardDay) -> impl IntoView + use<> {
    let others = page.board.days.iter().filter(|other| other.day.number != shown.day.number);
    let options: Vec<_> = others
        .map(|other| {
            let day = &other.day;
            let there = day.hung.as_ref().filter(|hung| !hung.is_gone);
            let words =
                format!("{} – {} · {}", day.number, day.date, there.map_or("tom", |hung| &hung.title));
            view! { <option value=place::to_form(day.number, other.seen())>{words}</option> }
        })
        .collect();
    view! {
        <form method="post" action=MoveToDay::url()>
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=page.board.edition.id/>
            <input type="hidden" name="from" value=place::to_form(shown.day.number, shown.seen())/>
            <div class="field">
                <label for="to">"Flytta till dag"</label>
                <select id="to" name="to">
                    <option value="">"Välj dag"</option>
                    {options}
                </select>
            </div>
            {needs_confirmation(page, shown).then(|| sure_field("move-sure"))}
            <button class="button">"Flytta"</button>
        </form>
    }
}

fn clear_form(page: &Page<'_>, shown: &BoardDay) -> impl IntoView + use<> {
    let is_for_reserves = page.role >= Role::Editor && !is_with_readers(page, shown);
    view! {
        <form method="post" action=ClearDay::url()>
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=page.board.edition.id/>
            <input type="hidden" name="day" value=place::to_form(shown.day.number, shown.seen())/>
            {is_with_readers(page, shown).then(|| sure_field("clear-sure"))}
            <button class="button plain">"Ta bort från dagen"</button>
            {is_for_reserves.then(|| view! {
                " "
                <button class="button plain" name="to" value=WhenTaken::Reserve.as_str()>"Lägg bland reserverna"</button>
            })}
        </form>
    }
}

/// Whether readers have the text of a day.
fn is_with_readers(page: &Page<'_>, shown: &BoardDay) -> bool {
    let is_decided = shown.day.hung.as_ref().is_some_and(|hung| hung.status.is_decided());
    is_decided && page.board.edition.is_published() && shown.distance == Distance::Past
}

/// Whether readers may notice where the text of a day goes: they have it, or it can go to a door that is open.
pub(super) fn needs_confirmation(page: &Page<'_>, shown: &BoardDay) -> bool {
    let is_decided = shown.day.hung.as_ref().is_some_and(|hung| hung.status.is_decided());
    let has_open_doors = page.board.days.iter().any(|day| day.distance == Distance::Past);
    is_decided && page.board.edition.is_published() && has_open_doors
}
