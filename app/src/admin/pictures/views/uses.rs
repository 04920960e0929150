//! What a picture is used in, with links.

use leptos::prelude::*;

use crate::paths;
use crate::picture_library::PictureUse;
use crate::posts::PostKind;
use crate::staff::{Role, Staff};

/// The list. It leads to where somebody can change it: a text's editor for writers, its preview for reviewers.
pub(super) fn uses(uses: &[PictureUse], staff: &Staff) -> impl IntoView + use<> {
    let list = if uses.is_empty() {
        view! { <p class="empty">"Ingenstans just nu."</p> }.into_any()
    } else {
        let items = uses.iter().map(|place| view! { <li>{item(place, staff)}</li> });
        view! { <ul class="entries told">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="uses">
            <h2 id="uses">"Används i"</h2>
            {list}
        </section>
    }
}

fn item(place: &PictureUse, staff: &Staff) -> impl IntoView + use<> {
    match place {
        PictureUse::Post { id, title, language, kind, place } => {
            let address =
                if staff.role >= Role::Writer { paths::edit_post(*id) } else { paths::preview_of_text(*id) };
            let parts = [kind_in_words(*kind), place.in_words()];
            let about: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            view! {
                <a href=address lang=language.lang() dir="auto">{title.clone()}</a>
                <p class="quiet">{about.join(", ")}</p>
            }
            .into_any()
        }
        PictureUse::Edition { id, title } => view! {
            <a href=paths::edit_edition(*id) dir="auto">{title.clone()}</a>
            <p class="quiet">"Kalender"</p>
        }
        .into_any(),
        PictureUse::Setting { words, section } => {
            let words = *words;
            let place = if staff.role >= Role::Admin {
                view! { <a href=paths::settings_section(section)>{words}</a> }.into_any()
            } else {
                words.into_any()
            };
            view! { {place} <p class="quiet">"Inställningar"</p> }.into_any()
        }
    }
}

const fn kind_in_words(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Article => "Artikel",
        PostKind::Guldkorn => "Guldkorn",
        PostKind::Voice => "Röst",
        PostKind::Page => "Sida",
        PostKind::Rendition => "Lättläst eller översatt",
    }
}
