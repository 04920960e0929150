//! The list of editions.

use crate::calendar::EditionId;
use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::BeginEdition;
use crate::admin::flash::Flash;
use crate::calendar::EditionForm;
use crate::calendar::editing::{EditionRecord, span};
use crate::error::AppError;
use crate::paths;
use crate::time::weekday_date_and_time;

/// An edition in the list.
pub(super) struct Row {
    id: EditionId,
    title: String,
    span: String,
    state: &'static str,
    standing: String,
    next: String,
}

impl Row {
    /// An edition of which so many days have a text.
    pub(super) fn of(edition: &EditionRecord, hung: u16, now: Timestamp) -> Result<Self, AppError> {
        let schedule = edition.schedule()?;
        let empty = schedule.days().saturating_sub(hung);
        let standing = match empty {
            0 => format!("Alla {hung} dagar har en text."),
            1 => format!("{hung} dagar har en text, 1 är tom."),
            _ => format!("{hung} dagar har en text, {empty} är tomma."),
        };
        let next = match schedule.next_opening(now) {
            Some((day, at)) => {
                let at = at.to_zoned(schedule.zone().clone());
                format!("Lucka {day} öppnas {}.", weekday_date_and_time(at.date(), at.time()))
            }
            None => "Alla luckor har öppnats.".into(),
        };
        Ok(Self {
            id: edition.id,
            title: edition.title.clone(),
            span: span(&schedule),
            state: if edition.is_public() { "publicerad" } else { "utkast" },
            standing,
            next: if edition.is_public() { next } else { String::new() },
        })
    }
}

/// The room.
pub(super) fn room(
    rows: Vec<Row>,
    flash: &Flash<Option<EditionForm>>,
    may_change: bool,
) -> impl IntoView + use<> {
    let is_empty = rows.is_empty();
    let entry = |row: Row| {
        view! {
            <li>
                <h2><a href=paths::edit_edition(row.id)>{row.title}</a></h2>
                <p>{row.span} " · " {row.state}</p>
                <p class="quiet">{row.standing} " " {row.next}</p>
            </li>
        }
    };
    view! {
        <header class="section-head">
            <h1>"Kalendrar"</h1>
            {may_change.then(|| view! { <a class="button" href=paths::NEW_EDITION>"Ny kalender"</a> })}
        </header>
        {flash.notice(flash.more.as_ref().map(undo))}
        {is_empty.then(|| view! { <p class="empty">"Här finns ingen kalender än."</p> })}
        <ul class="entries">{rows.into_iter().map(entry).collect_view()}</ul>
    }
}

/// Begins again what was deleted.
fn undo(edition: &EditionForm) -> AnyView {
    let EditionForm {
        title,
        lead,
        introduction,
        slug,
        first_day,
        days,
        opens_at,
        time_zone,
        scene,
        order,
        ..
    } = edition.clone();
    let fields = [
        ("title", title),
        ("lead", lead),
        ("introduction", introduction),
        ("slug", slug),
        ("first_day", first_day),
        ("days", days),
        ("opens_at", opens_at),
        ("time_zone", time_zone),
        ("scene", scene),
        ("order", order),
    ];
    let field = |name: String, value: String| view! { <input type="hidden" name=name value=value/> };
    let fields = fields.into_iter().map(|(name, value)| field(format!("edition[{name}]"), value));
    let labels = edition.labels.clone().into_iter();
    let labels = labels.map(|(day, label)| field(format!("edition[labels][{day}]"), label));
    view! {
        <form method="post" action=BeginEdition::url()>
            {fields.collect_view()}
            {labels.collect_view()}
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}
