//! The table of places. It is the editor where there is no script, and what is sent where there is.

use leptos::prelude::*;

use crate::calendar::own_picture::{FIELDS, TypedPlaces, field_id};
use crate::field_errors::FieldErrors;

/// What the columns are called.
const NAMES: [&str; 4] = ["Vänster", "Uppifrån", "Bredd", "Höjd"];

/// The places of all days, in percent.
pub(super) fn table(days: u16, typed: &TypedPlaces, errors: &FieldErrors) -> impl IntoView + use<> {
    let heads = NAMES
        .map(|name| view! { <th scope="col">{name} <span class="visually-hidden">" i procent"</span></th> });
    let rows = (1..=days).map(|day| row(day, typed, errors)).collect_view();
    view! {
        <div class="scene-table" role="region" aria-label="Platser i procent av bilden" tabindex="0">
            <table>
                <caption>"Platser i procent av bilden, från dess övre vänstra hörn. Töm en rad för att ta bort luckans plats."</caption>
                <thead><tr><th scope="col">"Dag"</th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(day: u16, typed: &TypedPlaces, errors: &FieldErrors) -> impl IntoView + use<> {
    let cells = FIELDS.into_iter().zip(NAMES).enumerate().map(|(at, (field, name))| {
        let id = field_id(day, field);
        let error = errors.message_for(&id).map(str::to_owned);
        let is_wrong = error.is_some();
        let value = typed.get(&day).map(|typed| typed[at].clone()).unwrap_or_default();
        view! {
            <td>
                <input
                    id=id.clone()
                    name=format!("doors[{day}][{field}]")
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value=value
                    aria-label=format!("Lucka {day}, {}", name.to_lowercase())
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then(|| format!("{id}-error"))
                />
                {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
            </td>
        }
    });
    view! { <tr data-day=day><th scope="row">{day}</th>{cells.collect_view()}</tr> }
}
