//! The list of editions.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CreateEdition;
use crate::admin::flash::Flash;
use crate::calendar::editing::{EditionRecord, date_range};
use crate::calendar::{EditionForm, EditionId};
use crate::paths;
use crate::time::weekday_date_and_time;
use crate::ui::IdempotencyKey;

/// A row of the list.
pub(super) struct Row {
    id: EditionId,
    title: String,
    dates: String,
    state: &'static str,
    status_text: String,
    next_opening: String,
}

impl Row {
    /// Returns the row of an edition with posts on `hung` of its days.
    pub(super) fn new(edition: &EditionRecord, hung: u16, now: Timestamp) -> Self {
        let schedule = &edition.schedule;
        let empty = schedule.days().saturating_sub(hung);
        let status_text = match empty {
            0 => format!("Alla {hung} dagar har en text."),
            1 => format!("{hung} dagar har en text, 1 är tom."),
            _ => format!("{hung} dagar har en text, {empty} är tomma."),
        };
        let next_opening = match schedule.next_opening(now) {
            Some((day, at)) => {
                let at = at.to_zoned(schedule.zone().clone());
                format!("Lucka {day} öppnas {}.", weekday_date_and_time(at.date(), at.time()))
            }
            None => "Alla luckor har öppnats.".into(),
        };
        Self {
            id: edition.id,
            title: edition.title.clone(),
            dates: date_range(schedule),
            state: if edition.is_published() { "publicerad" } else { "utkast" },
            status_text,
            next_opening: if edition.is_published() { next_opening } else { String::new() },
        }
    }
}

/// The page. After a deletion its flash has the form that undoes it.
pub(super) fn page(
    rows: Vec<Row>,
    flash: &Flash<Option<EditionForm>>,
    may_change: bool,
) -> impl IntoView + use<> {
    let is_empty = rows.is_empty();
    let entry = |row: Row| {
        view! {
            <li>
                <h2><a href=paths::edit_edition(row.id)>{row.title}</a></h2>
                <p>{row.dates} " · " {row.state}</p>
                <p class="quiet">{row.status_text} " " {row.next_opening}</p>
            </li>
        }
    };
    view! {
        <header class="section-head">
            <h1>"Kalendrar"</h1>
            {may_change.then(|| view! { <a class="button" href=paths::NEW_EDITION>"Ny kalender"</a> })}
        </header>
        {flash.notice(flash.more.as_ref().map(undo_button))}
        {is_empty.then(|| view! { <p class="empty">"Här finns ingen kalender än."</p> })}
        <ul class="entries">{rows.into_iter().map(entry).collect_view()}</ul>
    }
}

/// The button that creates a deleted edition again.
fn undo_button(edition: &EditionForm) -> AnyView {
    let fields = [
        ("title", &edition.title),
        ("lead", &edition.lead),
        ("lead_before", &edition.lead_before),
        ("lead_after", &edition.lead_after),
        ("introduction", &edition.introduction),
        ("slug", &edition.slug),
        ("first_day", &edition.first_day),
        ("days", &edition.days),
        ("opens_at", &edition.opens_at),
        ("reminds_at", &edition.reminds_at),
        ("time_zone", &edition.time_zone),
        ("scene", &edition.scene),
        ("order", &edition.order),
    ];
    let hidden = |name: String, value: &String| {
        view! { <input type="hidden" name=name value=value.clone()/> }
    };
    let fields = fields.map(|(name, value)| hidden(format!("edition[{name}]"), value));
    let labels = edition.labels.iter();
    let labels = labels.map(|(day, label)| hidden(format!("edition[labels][{day}]"), label));
    view! {
        <form method="post" action=CreateEdition::url()>
            <IdempotencyKey/>
            {fields.collect_view()}
            {labels.collect_view()}
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}
