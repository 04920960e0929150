//! A text in the list.

use crate::time::UnixMillis;
use leptos::prelude::*;

use crate::posts::list::ListedPost;

/// A row for somebody who may write or not; `ticked` is whether its box is, if there is one.
pub(super) fn row(
    text: &ListedPost,
    now: UnixMillis,
    writes: bool,
    ticked: Option<bool>,
) -> impl IntoView + use<> {
    let tick = ticked.map(|checked| {
        view! {
            <label class="tick">
                <input type="checkbox" name="posts[]" value=text.id checked=checked/>
                <span class="visually-hidden">{format!("Markera {}", text.title)}</span>
            </label>
        }
    });
    view! {
        {tick}
        <div>
            <h3>{title(text, writes)}</h3>
            <p class="quiet">{about(text)}</p>
            {marks(text, now)}
        </div>
        <div>
            <p>{text.status_in_words(now)}</p>
            {text.end_in_words(now).map(|end| view! { <p>{end}</p> })}
            <p class="quiet">{text.change_in_words(now)}</p>
        </div>
    }
}

/// The title, as a link to where the asker may go.
pub(super) fn title(text: &ListedPost, writes: bool) -> impl IntoView + use<> {
    view! { <a href=text.link(writes) lang=text.language.lang() dir="auto">{text.title.clone()}</a> }
}

/// "Guldkorn: citat · Lucka 7 · mod, små steg"
fn about(text: &ListedPost) -> String {
    let door = text.day.map(|day| format!("Lucka {day}")).unwrap_or_default();
    let easy_read = if text.has_easy_read { "lättläst finns" } else { "" }.to_owned();
    let parts = [text.kind_in_words().to_owned(), door, text.tags.clone(), easy_read];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What somebody has to know before going on with it.
pub(super) fn marks(text: &ListedPost, now: UnixMillis) -> Option<impl IntoView + use<>> {
    let marks = [
        text.sensitive.then(|| "Känsligt".to_owned()),
        text.has_changes_to_publish(now).then(|| "Ändringar som läsarna inte har".to_owned()),
        text.unsaved_in_words(now),
        text.writers.as_ref().map(|names| format!("Osparat av {names}")),
    ];
    let marks: Vec<_> = marks.into_iter().flatten().map(|mark| view! { <li>{mark}</li> }).collect();
    (!marks.is_empty()).then(|| view! { <ul class="marks">{marks}</ul> })
}
