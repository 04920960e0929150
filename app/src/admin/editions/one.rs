//! An edition: what is urgent, its form, its days.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{BeginEdition, DeleteEdition, SaveEdition};
use super::form::Form;
use super::handlers::{SubmittedEdition, missing};
use super::{days, form};
use crate::admin::flash::Flash;
use crate::calendar::EditionForm;
use crate::calendar::editing::{Day, EditionRecord, ranges, span};
use crate::error::AppError;
use crate::paths;
use crate::staff::Role;
use crate::time::clock_time;

/// Everything that the page of an edition shows.
pub(super) struct Room {
    pub(super) role: Role,
    pub(super) now: Timestamp,
    pub(super) kept: EditionRecord,
    pub(super) days: Vec<Day>,
    pub(super) flash: Flash<SubmittedEdition>,
}

/// The page of an edition.
pub(super) fn room(room: &Room) -> Result<impl IntoView, AppError> {
    let Room { role, now, kept, days, flash } = room;
    let schedule = kept.schedule()?;
    let may_change = *role >= Role::Editor;
    let state = if kept.is_public() { "publicerad" } else { "utkast" };
    let site = kept.is_public().then(|| {
        view! { <a href=paths::edition(&kept.slug) rel="external">"Visa på webbplatsen"</a> }
    });
    let part = if may_change { changes(room, !open_days(room)?.is_empty()) } else { facts(kept, *now)? };
    Ok(view! {
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <header class="section-head">
            <h1>{kept.title.clone()}</h1>
            <p class="row"><a href=paths::preview_of_edition(kept.id) rel="external">"Förhandsgranska"</a> {site}</p>
        </header>
        <p class="quiet">{span(&schedule)} " · " {state}</p>
        {flash.notice(overtaken(room))}
        {urgent(days)}
        <section aria-labelledby="dagarna">
            <h2 id="dagarna">"Dagarna"</h2>
            {days::table(kept.id, days, *role, flash)}
        </section>
        {part}
    })
}

/// The page with the form for a new one.
pub(super) fn new_room(flash: &Flash<Option<EditionForm>>, typed: &EditionForm) -> impl IntoView + use<> {
    let fields = form::fields(&Form { typed, errors: &flash.errors, theirs: None });
    view! {
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <h1>"Ny kalender"</h1>
        {flash.notice(None)}
        <form class="long" method="post" action=BeginEdition::url() novalidate=true>
            {fields}
            <p class="quiet">"Kalendern blir först ett utkast. Du fyller dagarna och publicerar den sedan."</p>
            <button class="button">"Skapa kalendern"</button>
        </form>
    }
}

/// The days that readers have opened.
fn open_days(room: &Room) -> Result<Vec<u16>, AppError> {
    let schedule = room.kept.schedule()?;
    let open = (1..=schedule.days()).filter(|day| schedule.is_open(*day, room.now));
    Ok(if room.kept.is_public() { open.collect() } else { Vec::new() })
}

/// What opens soon, or is open, and is not as it should be.
fn urgent(days: &[Day]) -> Option<AnyView> {
    let urgent: Vec<_> = days.iter().filter(|day| day.is_urgent).collect();
    (!urgent.is_empty()).then(|| {
        let row = |day: &&Day| {
            let what = day.missing.join(", ");
            view! {
                <li>
                    <a href=format!("#dag-{}", day.number)>{format!("Dag {}, {}", day.number, day.date)}</a>
                    {format!(": {what}")}
                </li>
            }
        };
        view! {
            <section class="urgent" aria-labelledby="brattom">
                <h2 id="brattom">"Det här är bråttom"</h2>
                <p>"Luckorna öppnas inom en vecka eller är redan öppna."</p>
                <ul>{urgent.iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// Somebody else was quicker.
fn overtaken(room: &Room) -> Option<AnyView> {
    room.flash.more.overtaken.then(|| {
        let who = who(&room.kept);
        view! {
            <p><b>{format!("{who} har ändrat kalendern sedan du öppnade sidan. Inget av ditt är sparat än.")}</b></p>
            <p>
                "Det du skrev står kvar i formuläret. Där det skiljer sig ser du vad som gäller nu. Spara igen om det "
                "är ditt som ska gälla."
            </p>
            <p><a href=paths::edit_edition(room.kept.id)>"Släng det jag skrev och visa det som gäller"</a></p>
        }
        .into_any()
    })
}

/// Whoever saved last.
fn who(kept: &EditionRecord) -> &str {
    if kept.changed_by.is_empty() { "Någon" } else { &kept.changed_by }
}

/// The form, for those who may change it.
fn changes(room: &Room, has_open_doors: bool) -> AnyView {
    let Room { kept, days, flash, .. } = room;
    let current = kept.typed();
    let typed = flash.more.of(kept).unwrap_or(&current);
    let theirs = flash.more.overtaken.then_some((who(kept), &current));
    let fields = form::fields(&Form { typed, errors: &flash.errors, theirs });
    let is_shuffled = kept.shuffled();
    let sure = (has_open_doors || flash.errors.message_for("sure").is_some()).then(|| sure(flash));
    view! {
        <section aria-labelledby="kalendern">
            <h2 id="kalendern">"Kalendern"</h2>
            <form id="kalender" class="long" method="post" action=SaveEdition::url() novalidate=true>
                <button hidden=true>"Spara"</button>
                <input type="hidden" name="id" value=kept.id/>
                <input type="hidden" name="version" value=kept.version/>
                {fields}
                {is_shuffled.map(shuffled)}
                {form::state(&Form { typed, errors: &flash.errors, theirs }, missing(days))}
                {sure}
                <button class="button">"Spara"</button>
            </form>
            {(!kept.is_public()).then(|| view! {
                <form method="post" action=DeleteEdition::url()>
                    <input type="hidden" name="id" value=kept.id/>
                    <button class="button danger">"Ta bort kalendern"</button>
                </form>
            })}
        </section>
    }
    .into_any()
}

/// What must be said before doors open or close for readers.
fn sure(flash: &Flash<SubmittedEdition>) -> impl IntoView {
    let error = flash.errors.message_for("sure").map(str::to_owned);
    let is_wrong = error.is_some();
    view! {
        <div class="field">
            {error.map(|error| view! { <p class="error" id="sure-error">{error}</p> })}
            <label class="tick">
                <input
                    id="sure"
                    type="checkbox"
                    name="edition[sure]"
                    value="1"
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then_some("sure-error")
                />
                " Jag vet att luckor kan öppnas eller stängas för läsarna när jag sparar"
            </label>
        </div>
    }
}

/// The order of the windows, and a way to another.
fn shuffled(days: Vec<u16>) -> impl IntoView {
    let order: Vec<_> = days.iter().map(u16::to_string).collect();
    view! {
        <div class="field">
            <p class="quiet">{format!("I staden står luckorna nu i den här ordningen: {}.", order.join(", "))}</p>
            <p><button class="button plain" name="shuffle" value="1">"Spara och blanda om"</button></p>
        </div>
    }
}

/// What there is to know, for those who only look.
fn facts(kept: &EditionRecord, now: Timestamp) -> Result<AnyView, AppError> {
    let schedule = kept.schedule()?;
    let typed = kept.typed();
    let open: Vec<_> = (1..=schedule.days()).filter(|day| schedule.is_open(*day, now)).collect();
    let scene = if typed.scene == "grid" { "Rutnät" } else { "Staden" };
    let order = if typed.order == "fixed" { "I ordning" } else { "Blandade" };
    let rows = [
        ("Adress", paths::edition(&kept.slug)),
        ("Rad överst", typed.lead),
        ("Öppnar", format!("{} i {}", clock_time(schedule.opens_at()), typed.time_zone)),
        ("Utseende", format!("{scene}. {order}.")),
        ("Öppna luckor", if open.is_empty() { "Inga än".into() } else { ranges(&open) }),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> }).collect_view();
    Ok(view! {
        <section aria-labelledby="kalendern">
            <h2 id="kalendern">"Kalendern"</h2>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any())
}
