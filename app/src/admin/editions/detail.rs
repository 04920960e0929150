//! An edition: what is urgent, its days, its form.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{DeleteEdition, SaveEdition, UndoEdition};
use super::elsewhere::{self, Elsewhere};
use super::form::Form;
use super::handlers::SubmittedEdition;
use super::messages::missing_message;
use super::{as_of, days, form, visibility};
use crate::admin::default_button::default_button;
use crate::admin::flash::Flash;
use crate::admin::relative_time::ago;
use crate::calendar::DoorOrder;
use crate::calendar::editing::{Day, EditionRecord, LastChange, date_range, day_list, texts_in_words};
use crate::paths;
use crate::staff::Role;
use crate::time::clock_time;
use crate::ui::IdempotencyKey;

/// Id of the edition's form, to which fields and buttons elsewhere on the page belong.
pub(super) const FORM: &str = "kalender";

/// What the page of an edition shows.
pub(super) struct DetailPage {
    pub(super) role: Role,
    pub(super) now: Timestamp,
    pub(super) edition: EditionRecord,
    pub(super) days: Vec<Day>,
    /// Whether its scene works on a phone; only a picture of its own may not.
    pub(super) is_usable_on_phone: bool,
    pub(super) elsewhere: Option<Elsewhere>,
    pub(super) flash: Flash<SubmittedEdition>,
    pub(super) last_change: Option<LastChange>,
}

/// The page of an edition.
pub(super) fn page(page: &DetailPage) -> impl IntoView {
    let DetailPage { role, now, edition, days, elsewhere, flash, .. } = page;
    let state = if edition.is_published() { "publicerad" } else { "utkast" };
    let public_link = edition.is_published().then(|| {
        view! { <a href=paths::edition(&edition.slug) rel="external">"Visa på webbplatsen"</a> }
    });
    let settings = if *role >= Role::Editor { form_section(page) } else { facts_section(edition, *now) };
    view! {
        {(*role >= Role::Editor).then(|| default_button(Some(FORM), None))}
        <p class="kicker"><a href=paths::EDITIONS>"Kalendrar"</a></p>
        <header class="section-head">
            <h1>{edition.title.clone()}</h1>
            <p class="row">
                <a href=paths::board(edition.id)>"Tavlan"</a>
                {(*role >= Role::Editor).then(|| view! { <a href=paths::edit_scene(edition.id)>"Utseende"</a> })}
                <a href=paths::preview_of_edition(edition.id) rel="external">"Förhandsgranska"</a> {public_link}
            </p>
        </header>
        <p class="quiet">{date_range(&edition.schedule)} " · " {state} ". " {texts_in_words(days)}</p>
        {phone_notice(page)}
        {flash.notice(conflict_notice(page))}
        {(*role >= Role::Editor).then(|| (undo_form(page), visibility::form(edition, missing_message(days), *now, false)))}
        {as_of::links(edition, days)}
        {urgent_section(days)}
        <section aria-labelledby="dagarna">
            <h2 id="dagarna">"Dagarna"</h2>
            {days::table(edition.id, days, *role, flash, (*now).into())}
        </section>
        {settings}
        {elsewhere.as_ref().map(elsewhere::section)}
    }
}

/// Tells that the edition's own picture cannot be used on a phone as it is.
fn phone_notice(page: &DetailPage) -> Option<AnyView> {
    (!page.is_usable_on_phone).then(|| {
        view! {
            <p class="missing">
                "På en telefon visas luckorna i ett rutnät under kalenderns bild. "
                <a href=paths::edit_scene(page.edition.id)>"Se varför under Utseende"</a>
            </p>
        }
        .into_any()
    })
}

/// The days that open soon, or are open, and on which something is missing.
fn urgent_section(days: &[Day]) -> Option<AnyView> {
    let urgent: Vec<_> = days.iter().filter(|day| day.is_urgent).collect();
    (!urgent.is_empty()).then(|| {
        let row = |day: &&Day| {
            let missing = day.missing.join(", ");
            view! {
                <li>
                    <a href=format!("#dag-{}", day.number)>{format!("Dag {}, {}", day.number, day.date)}</a>
                    {format!(": {missing}")}
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

/// Tells that somebody else has saved since the form was made.
fn conflict_notice(page: &DetailPage) -> Option<AnyView> {
    page.flash.more.is_conflict.then(|| {
        let who = last_editor(&page.edition);
        view! {
            <p><b>{format!("{who} har ändrat kalendern sedan du öppnade sidan. Inget av ditt är sparat än.")}</b></p>
            <p>
                "Det du skrev står kvar i formuläret. Där det skiljer sig ser du vad som gäller nu. Spara igen om det "
                "är ditt som ska gälla."
            </p>
            <p><a href=paths::edit_edition(page.edition.id)>"Släng det jag skrev och visa det som gäller"</a></p>
        }
        .into_any()
    })
}

/// Tells what was changed last, with the button that undoes it.
fn undo_form(page: &DetailPage) -> Option<AnyView> {
    let change = page.last_change.as_ref().filter(|change| !change.about.is_empty())?;
    let who = last_editor(&page.edition);
    let when = ago(change.changed_at, page.now.into());
    let sure = change.concerns_readers.then(|| {
        view! {
            <p class="tick">
                <input id="undo-sure" type="checkbox" name="sure" value="1"/>
                <label for="undo-sure">"Jag vet att läsarna märker det direkt"</label>
            </p>
        }
    });
    Some(
        view! {
            <form class="undo-change" method="post" action=UndoEdition::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=page.edition.id/>
                <input type="hidden" name="version" value=page.edition.version/>
                <p id="last-change">{format!("Senaste ändringen, {who} {when}: {}.", change.about)}</p>
                {sure}
                <button class="button plain" aria-describedby="last-change">"Ångra"</button>
            </form>
        }
        .into_any(),
    )
}

fn last_editor(edition: &EditionRecord) -> &str {
    if edition.changed_by.is_empty() { "Någon" } else { &edition.changed_by }
}

/// The form, for those who may change the edition.
fn form_section(page: &DetailPage) -> AnyView {
    let DetailPage { edition, days, flash, .. } = page;
    let current = edition.to_form();
    let values = flash.more.form_of(edition).unwrap_or(&current);
    let theirs = flash.more.is_conflict.then_some((last_editor(edition), &current));
    let form = Form { values, errors: &flash.errors, theirs };
    view! {
        <section aria-labelledby="kalendern">
            <h2 id="kalendern">"Kalendern"</h2>
            <form id=FORM class="long" method="post" action=SaveEdition::url() novalidate=true>
                <IdempotencyKey/>
                <button hidden=true>"Spara"</button>
                <input type="hidden" name="id" value=edition.id/>
                <input type="hidden" name="version" value=edition.version/>
                {form::fields(&form)}
                {edition.shuffled_days().map(shuffle_field)}
                {form::state(&form, missing_message(days))}
                <button class="button">"Spara"</button>
            </form>
            {(!edition.is_published()).then(|| view! {
                <form method="post" action=DeleteEdition::url()>
                    <IdempotencyKey/>
                    <input type="hidden" name="id" value=edition.id/>
                    <button class="button danger">"Ta bort kalendern"</button>
                </form>
            })}
        </section>
    }
    .into_any()
}

/// The shuffled order, and the button for another.
fn shuffle_field(days: Vec<u16>) -> impl IntoView {
    let order: Vec<_> = days.iter().map(u16::to_string).collect();
    view! {
        <div class="field">
            <p class="quiet">{format!("I staden står luckorna nu i den här ordningen: {}.", order.join(", "))}</p>
            <p><button class="button plain" name="shuffle" value="1">"Spara och blanda om"</button></p>
        </div>
    }
}

/// The settings as a list, for those who may not change them.
fn facts_section(edition: &EditionRecord, now: Timestamp) -> AnyView {
    let schedule = &edition.schedule;
    let open = schedule.open_days(now);
    let order = match edition.order {
        DoorOrder::Fixed => "I ordning",
        DoorOrder::Shuffled => "Blandade",
    };
    let rows = [
        ("Adress", paths::edition(&edition.slug)),
        ("Rad överst", edition.lead.clone()),
        ("Årets bästa", edition.best_doors.to_string()),
        ("Öppnar", format!("{} i {}", clock_time(schedule.opens_at()), schedule.zone_name())),
        ("Utseende", format!("{}. {order}.", edition.scene.name())),
        ("Öppna luckor", if open.is_empty() { "Inga än".into() } else { day_list(&open) }),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> }).collect_view();
    view! {
        <section aria-labelledby="kalendern">
            <h2 id="kalendern">"Kalendern"</h2>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}
