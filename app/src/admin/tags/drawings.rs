//! The choice of a tag's drawing, by pictures.

use leptos::prelude::*;

use crate::field_errors::FieldErrors;
use crate::paths;
use crate::posts::tags::Drawing;

/// Shows all drawings to choose from; the first choice is the one that follows from the slug.
pub(super) fn drawings(id: &str, slug: &str, chosen: &str, errors: &FieldErrors) -> impl IntoView + use<> {
    let own = Drawing { name: "", label: "Väljs av sig själv" };
    let choices =
        [own].into_iter().chain(Drawing::ALL).enumerate().map(|(index, Drawing { name, label })| {
            let shown = if name.is_empty() { Drawing::of_slug(slug).name } else { name };
            // A message leads to the first choice.
            let input = if index == 0 { id.to_owned() } else { format!("{id}-{name}") };
            view! {
                <li>
                    <input type="radio" name="look[drawing]" id=input.clone() value=name checked=name == chosen/>
                    <label for=input>
                        <img src=paths::drawing(shown) alt="" width="96" height="64" loading="lazy"/>
                        {label}
                    </label>
                </li>
            }
        });
    let choices = choices.collect_view();
    let error = errors.message_for(id).map(str::to_owned);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = if error.is_some() { format!("{hint_id} {error_id}") } else { hint_id.clone() };
    view! {
        <fieldset class="drawings" aria-describedby=described_by>
            <legend>"Teckning"</legend>
            <p class="hint" id=hint_id>"Den visas vid inlägg som har etiketten men ingen egen bild."</p>
            {error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
            <ul class="plain">{choices}</ul>
        </fieldset>
    }
}
