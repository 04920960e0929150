//! Lists of a section: their rows, and an empty one to fill in. Every button sends the whole form and saves it.

use leptos::prelude::*;

use super::control::control;
use super::views::FormState;
use crate::admin::form_field::form_field;
use crate::safety::is_check_due;
use crate::site::sections::{SettingField, SettingList, SettingRow};

/// Shows a list.
pub(super) fn list(list: &'static SettingList, form: &FormState<'_>) -> AnyView {
    let rows = form.values.list(list.name);
    let count = rows.len();
    let filled =
        rows.iter().enumerate().map(|(index, row)| list_row(list, form, index, row, count)).collect_view();
    let error = form.errors.message_for(list.name).map(str::to_owned);
    let theirs = form.theirs.filter(|(_, theirs)| theirs.list(list.name) != rows).map(|(who, theirs)| {
        let row = |row: &SettingRow| {
            let parts =
                list.fields.iter().filter_map(|field| row.get(field.name).filter(|part| !part.is_empty()));
            let words: Vec<_> = parts.map(String::as_str).collect();
            view! { <li>{words.join(" · ")}</li> }
        };
        let rows = theirs.list(list.name).iter().map(row).collect_view();
        view! {
            <div class="theirs"><p>{format!("{who} har sparat den här listan:")}</p> <ol>{rows}</ol></div>
        }
    });
    view! {
        <section id=list.name class="rows" aria-labelledby=format!("{}-title", list.name)>
            <h2 id=format!("{}-title", list.name)>{list.title}</h2>
            {error.map(|error| view! { <p class="error">{error}</p> })}
            {theirs}
            {filled}
            {empty_row(list, form, count)}
        </section>
    }
    .into_any()
}

fn list_row(
    list: &'static SettingList,
    form: &FormState<'_>,
    index: usize,
    row: &SettingRow,
    count: usize,
) -> impl IntoView {
    let first = list.fields.first().and_then(|field| row.get(field.name)).cloned().unwrap_or_default();
    let name = if first.is_empty() { format!("Rad {}", index + 1) } else { first };
    let is_old = row.get("checked").is_some_and(|day| is_check_due(day, form.today));
    let button = |verb: &'static str, label: &'static str| {
        let name = name.clone();
        view! {
            <button class="button plain" name="act" value=format!("{verb}-{}-{index}", list.name)>
                {label} <span class="visually-hidden">" " {name}</span>
            </button>
        }
    };
    view! {
        <fieldset>
            <legend>{name.clone()}</legend>
            {is_old.then(|| view! { <p class="missing">"Kontrollera numret: det är mer än ett halvår sedan."</p> })}
            {fields(list, form, index, row)}
            <div class="row">
                {(list.is_ordered && index > 0).then(|| button("up", "Flytta upp"))}
                {(list.is_ordered && index + 1 < count).then(|| button("down", "Flytta ner"))}
                {button("remove", "Ta bort")}
            </div>
        </fieldset>
    }
}

fn empty_row(list: &'static SettingList, form: &FormState<'_>, index: usize) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{format!("Lägg till {}", list.one)}</legend>
            {fields(list, form, index, &SettingRow::new())}
            <button class="button plain" name="act" value="add">"Lägg till"</button>
        </fieldset>
    }
}

fn fields(
    list: &'static SettingList,
    form: &FormState<'_>,
    index: usize,
    row: &SettingRow,
) -> impl IntoView + use<> {
    let field = |field: &SettingField| {
        let (id, name) = (format!("{}-{index}-{}", list.name, field.name), field.name);
        let form_field = form_field(id, format!("lists[{}][{index}][{name}]", list.name), field.label)
            .hint(field.hint)
            .value(row.get(name).cloned().unwrap_or_default())
            .errors(form.errors);
        control(form_field, field.rule, form)
    };
    list.fields.iter().map(field).collect_view()
}
