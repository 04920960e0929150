//! Links to a post as a picture.

use leptos::prelude::*;

use crate::paths;

/// The formats: the name in the address, the name for readers, and what each is for.
const FORMATS: [(&str, &str); 3] = [("kvadrat", "Kvadrat"), ("staende", "Stående"), ("bred", "Bred")];

/// Links to a public post as a picture, in three formats, folded up. Not for a sensitive one: it is not passed on.
#[component]
pub(crate) fn SaveAsPicture(
    /// Slug of the post.
    slug: String,
) -> impl IntoView {
    let links = FORMATS.map(|(format, name)| {
        view! { <a href=paths::picture_card(&slug, format) download rel="nofollow">{name}</a> " " }
    });
    view! {
        <details class="save-as-picture quiet">
            <summary>"Spara som bild"</summary>
            <p class="row">{links}</p>
        </details>
    }
}
