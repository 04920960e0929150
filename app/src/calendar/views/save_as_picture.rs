//! Links to a post as a picture.

use leptos::prelude::*;

use crate::language::Language;
use crate::paths;

/// The formats: the name in the address, and the names for readers in Swedish and English.
const FORMATS: [(&str, &str, &str); 3] =
    [("kvadrat", "Kvadrat", "Square"), ("staende", "Stående", "Tall"), ("bred", "Bred", "Wide")];

/// Links to a public post as a picture, in three formats, folded up. Not for a sensitive one: it is not passed on.
#[component]
pub(crate) fn SaveAsPicture(
    /// Slug of the post.
    slug: String,
    /// Its language.
    language: Language,
) -> impl IntoView {
    let beside = language.beside();
    let links = FORMATS.map(|(format, swedish, english)| {
        let name = beside.say(swedish, english);
        view! { <a href=paths::picture_card(&slug, format) download rel="nofollow">{name}</a> " " }
    });
    view! {
        <details class="save-as-picture quiet" lang=beside.lang()>
            <summary>{beside.say("Spara som bild", "Save as a picture")}</summary>
            <p class="row">{links}</p>
        </details>
    }
}
