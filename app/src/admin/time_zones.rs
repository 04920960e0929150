//! The options of the time-zone field.

use jiff::tz;
use leptos::prelude::*;

/// Every zone of the time-zone database, Europe's first.
pub(super) fn options(chosen: &str) -> AnyView {
    let mut names: Vec<String> = tz::db().available().map(|name| name.as_str().to_owned()).collect();
    if !names.iter().any(|name| name == chosen) {
        names.push(chosen.to_owned());
    }
    names.sort_unstable();
    // A name without a slash is a former name of another zone, or of one where nobody lives.
    names.retain(|name| name.contains('/') && !name.starts_with("Etc/") || name == "UTC" || name == chosen);
    let (europe, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.starts_with("Europe/"));
    let group = |names: Vec<String>| {
        let option = |name: String| {
            let words = name.replace('_', " ");
            view! { <option selected=name == chosen value=name>{words}</option> }
        };
        names.into_iter().map(option).collect_view()
    };
    view! {
        <optgroup label="Europa">{group(europe)}</optgroup>
        <optgroup label="Resten av världen">{group(others)}</optgroup>
    }
    .into_any()
}
