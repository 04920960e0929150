//! The days of an edition, with what hangs on them.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::WriteOnDay;
use super::detail::FORM;
use super::handlers::SubmittedEdition;
use crate::admin::create::begin_on_door;
use crate::admin::flash::Flash;
use crate::admin::relative_time::ago;
use crate::calendar::EditionId;
use crate::calendar::editing::{Day, Hung};
use crate::paths;
use crate::staff::Role;
use crate::time::UnixMillis;

/// The list of days. The fields for their labels belong to the edition's form, which stands elsewhere on the page.
pub(super) fn table(
    edition: EditionId,
    days: &[Day],
    role: Role,
    flash: &Flash<SubmittedEdition>,
    now: UnixMillis,
) -> impl IntoView {
    let rows = days.iter().map(|day| row(edition, day, role, flash, now)).collect_view();
    view! { <ol class="edition-days">{rows}</ol> }
}

fn row(
    edition: EditionId,
    day: &Day,
    role: Role,
    flash: &Flash<SubmittedEdition>,
    now: UnixMillis,
) -> impl IntoView {
    let urgent = day.is_urgent.then_some("");
    let missing = (!day.missing.is_empty()).then(|| {
        view! { <p class="missing">{day.missing.join(", ")}</p> }
    });
    view! {
        <li id=format!("dag-{}", day.number) data-urgent=urgent>
            <h3><b>{day.number}</b> " " <span>{day.date.clone()}</span></h3>
            <div class="what">
                {day.hung.as_ref().map(|hung| hung_post(hung, role, now))}
                {missing}
                {(!day.is_taken()).then(|| create_button(edition, day.number, role))}
            </div>
            {label_field(day, role, flash)}
        </li>
    }
}

fn hung_post(hung: &Hung, role: Role, now: UnixMillis) -> impl IntoView + use<> {
    let draft = hung.draft.as_ref().map(|(name, at)| {
        view! { <p class="quiet">{format!("Inte sparad som version, skriven av {name} {}", ago(*at, now))}</p> }
    });
    let path =
        if role >= Role::Writer { paths::edit_post(hung.post) } else { paths::preview_of_text(hung.post) };
    view! {
        <p><a href=path lang=hung.language.lang() dir="auto">{hung.title.clone()}</a></p>
        <p class="quiet">{hung.form} " · " {hung.state}</p>
        {draft}
        {(!hung.copied_from.is_empty()).then(|| view! { <p class="quiet">{hung.copied_from.clone()}</p> })}
        {hung.lacks_easy_read.then(|| view! { <p class="quiet">"Ingen lättläst text."</p> })}
        {(!hung.consent_ends.is_empty()).then(|| view! { <p class="missing">{hung.consent_ends.clone()}</p> })}
    }
}

/// The button that creates a guldkorn on a day without a text. For those who may change the calendar it belongs to the
/// calendar's form, so that the names of days that were typed are saved with it.
fn create_button(edition: EditionId, day: u16, role: Role) -> AnyView {
    let words = view! {
        "Skriv ett guldkorn" <span class="visually-hidden">{format!(" till dag {day}")}</span>
    };
    if role >= Role::Editor {
        return view! {
            <button class="button plain" form=FORM formaction=WriteOnDay::url() name="day" value=day>{words}</button>
        }
        .into_any();
    }
    (role >= Role::Writer).then(|| begin_on_door(edition, day, words)).into_any()
}

/// The field for what the day is called, such as "Lucia"; as text for those who may not change it.
fn label_field(day: &Day, role: Role, flash: &Flash<SubmittedEdition>) -> AnyView {
    if role < Role::Editor {
        return (!day.label.is_empty())
            .then(|| view! { <p class="quiet">{day.label.clone()}</p> })
            .into_any();
    }
    let key = day.number.to_string();
    let value = flash.more.form.labels.get(&key).unwrap_or(&day.label).clone();
    let id = format!("label-{key}");
    let error = flash.errors.message_for(&id).map(str::to_owned);
    let theirs = (flash.more.is_conflict && value != day.label)
        .then(|| if day.label.is_empty() { "Nu: (tomt)".to_owned() } else { format!("Nu: {}", day.label) });
    let is_wrong = error.is_some();
    view! {
        <div class="field">
            <label for=id.clone()>"Namn" <span class="visually-hidden">{format!(" på dag {key}")}</span></label>
            {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
            {theirs.map(|theirs| view! { <p class="theirs">{theirs}</p> })}
            <input
                id=id.clone()
                name=format!("edition[labels][{key}]")
                form=FORM
                type="text"
                value=value
                autocomplete="off"
                aria-invalid=is_wrong.then_some("true")
                aria-describedby=is_wrong.then(|| format!("{id}-error"))
            />
        </div>
    }
    .into_any()
}
