//! The list of editions.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CreateEdition;
use crate::admin::flash::Flash;
use crate::calendar::editing::{Day, EditionRecord, date_range, texts_in_words};
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
    /// Returns the row of an edition with these days.
    pub(super) fn new(edition: &EditionRecord, days: &[Day], now: Timestamp) -> Self {
        let schedule = &edition.schedule;
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
            status_text: texts_in_words(days),
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
        let title = row.title.clone();
        view! {
            <li>
                <h2><a href=paths::edit_edition(row.id)>{title.clone()}</a></h2>
                <p>{row.dates} " · " {row.state}</p>
                <p class="quiet">{row.status_text} " " {row.next_opening}</p>
                {may_change.then(|| view! {
                    <p>
                        <a href=paths::new_edition_after(row.id)>
                            "Ny kalender från den här" <span class="visually-hidden">{format!(": {title}")}</span>
                        </a>
                    </p>
                })}
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
    let hidden = |(name, value): (String, String)| view! { <input type="hidden" name=name value=value/> };
    view! {
        <form method="post" action=CreateEdition::url()>
            <IdempotencyKey/>
            {hidden_fields(edition).into_iter().map(hidden).collect_view()}
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}

/// Returns the names and values by which a form is sent once more, without a confirmation.
pub(super) fn hidden_fields(edition: &EditionForm) -> Vec<(String, String)> {
    let fields = [
        ("title", &edition.title),
        ("lead", &edition.lead),
        ("lead_before", &edition.lead_before),
        ("lead_last", &edition.lead_last),
        ("lead_after", &edition.lead_after),
        ("best_doors", &edition.best_doors),
        ("introduction", &edition.introduction),
        ("slug", &edition.slug),
        ("first_day", &edition.first_day),
        ("days", &edition.days),
        ("opens_at", &edition.opens_at),
        ("reminds_at", &edition.reminds_at),
        ("shows_reads", &edition.shows_reads),
        ("time_zone", &edition.time_zone),
        ("scene", &edition.scene),
        ("order", &edition.order),
        ("state", &edition.state),
    ];
    let fields = fields.map(|(name, value)| (format!("edition[{name}]"), value.clone()));
    let labels = edition.labels.iter();
    let labels = labels.map(|(day, label)| (format!("edition[labels][{day}]"), label.clone()));
    fields.into_iter().chain(labels).collect()
}
