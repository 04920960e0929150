//! The pictures of the library, side by side.

use leptos::prelude::*;

use super::library::Library;
use crate::admin::relative_time::days_until;
use crate::paths;
use crate::picture_library::{LibraryPicture, trash::deleted_at};

/// The pictures of a page. Where one is chosen, each leads back with its id.
pub(super) fn grid(shown: &Library) -> impl IntoView + use<> {
    let items = shown.pictures.iter().map(|picture| view! { <li>{item(picture, shown)}</li> });
    view! { <ul class="pictures">{items.collect_view()}</ul> }
}

fn item(picture: &LibraryPicture, shown: &Library) -> impl IntoView + use<> {
    let address = match &shown.query.chosen_for {
        Some(page) => page.with(picture.id),
        None => paths::library_picture(picture.id),
    };
    let marks: Vec<_> = marks(picture, shown).into_iter().map(|mark| view! { <li>{mark}</li> }).collect();
    let size = size(picture);
    view! {
        <a href=address>
            <span class="frame">
                <img
                    src=picture.thumbnail_address() alt=picture.alt.clone()
                    width=picture.width height=picture.height loading="lazy" decoding="async"
                />
            </span>
            <span class="name" dir="auto">{picture.name_or_word().to_owned()}</span>
        </a>
        <p class="quiet">{size}</p>
        {(!marks.is_empty()).then(|| view! { <ul class="marks">{marks}</ul> })}
    }
}

/// "1600 × 1067", which never breaks.
pub(super) fn size(picture: &LibraryPicture) -> String {
    format!("{}\u{a0}×\u{a0}{}", picture.width, picture.height)
}

/// What is missing, and how long it stays.
fn marks(picture: &LibraryPicture, shown: &Library) -> Vec<String> {
    let undescribed = picture.alt.is_empty().then(|| "Utan bildbeskrivning".to_owned());
    let fate = match picture.trashed_at {
        Some(since) => Some(format!("Raderas {}", days_until(deleted_at(since), shown.now))),
        None => shown.unused.contains(&picture.id).then(|| "Oanvänd".to_owned()),
    };
    undescribed.into_iter().chain(fate).collect()
}
