//! Buttons to begin a post, one for each kind.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::editor::Begin;
use super::post_kinds::KINDS;
use crate::ids::EditionId;
use crate::posts::{GuldkornForm, PostKind};
use crate::ui::IdempotencyKey;

/// Buttons for everything but pages, the kinds of guldkorn together.
pub(super) fn begin_posts() -> impl IntoView {
    let (guldkorn, others): (Vec<_>, Vec<_>) =
        KINDS.into_iter().filter(|(kind, _)| *kind != PostKind::Page).partition(|(_, form)| form.is_some());
    view! {
        <ul class="begin">
            {others.into_iter().map(|(kind, form)| view! { <li>{begin(kind, form, "")}</li> }).collect_view()}
        </ul>
        <p id="begin-guldkorn">"Guldkorn"</p>
        <ul class="begin" aria-labelledby="begin-guldkorn">
            {guldkorn.into_iter().map(|(kind, form)| view! { <li>{begin(kind, form, "Guldkorn: ")}</li> }).collect_view()}
        </ul>
    }
}

/// The button for a new page.
pub(super) fn begin_page() -> impl IntoView {
    begin(PostKind::Page, None, "Ny ")
}

/// A button for a guldkorn on a door.
pub(super) fn begin_on_door(edition: EditionId, day: u16, words: impl IntoView + 'static) -> impl IntoView {
    view! {
        <form method="post" action=Begin::url()>
            <IdempotencyKey/>
            <input type="hidden" name="kind" value=PostKind::Guldkorn.as_str()/>
            <input type="hidden" name="edition" value=edition/>
            <input type="hidden" name="day" value=day/>
            <button class="button plain">{words}</button>
        </form>
    }
}

fn begin(kind: PostKind, form: Option<GuldkornForm>, before: &'static str) -> impl IntoView {
    let words = match (kind, form) {
        (PostKind::Article, _) => "Artikel",
        (PostKind::Voice, _) => "Röst",
        (PostKind::Page, _) => "sida",
        // Begun in the editor of its original.
        (PostKind::Rendition, _) => "",
        (PostKind::Guldkorn, Some(GuldkornForm::Quote)) => "Citat",
        (PostKind::Guldkorn, Some(GuldkornForm::Thought)) => "Tanke",
        (PostKind::Guldkorn, Some(GuldkornForm::Photo)) => "Bild",
        (PostKind::Guldkorn, _) => "Berättelse",
    };
    let before = match kind {
        PostKind::Page => view! { {before} }.into_any(),
        _ => view! { <span class="visually-hidden">{before}</span> }.into_any(),
    };
    view! {
        <form method="post" action=Begin::url()>
            <IdempotencyKey/>
            <input type="hidden" name="kind" value=kind.as_str()/>
            {form.map(|form| view! { <input type="hidden" name="form" value=form.as_str()/> })}
            <button class="button plain">{before} {words}</button>
        </form>
    }
}
