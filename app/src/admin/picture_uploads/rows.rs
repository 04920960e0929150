//! The rows that tell how far each picture has come.

use leptos::prelude::*;

use super::progress::Progress;
use super::queue::{Picture, Queue};
use crate::paths;

/// A row for each picture. Only their total is announced: twenty pictures would talk without end.
#[component]
pub(super) fn Rows(queue: Queue) -> impl IntoView {
    let rows = move || queue.pictures().into_iter().map(|picture| row(queue, picture)).collect_view();
    let is_done = Memo::new(move |_| queue.pictures().iter().all(|picture| picture.progress.is_final()));
    view! {
        <section class="upload-rows" aria-label="Bilder som skickas">
            <p role="status"><b>{move || queue.total()}</b></p>
            <ul>{rows}</ul>
            {move || {
                is_done.get().then(|| {
                    view! { <p><a href=paths::PICTURES rel="external">"Visa dem i biblioteket"</a></p> }
                })
            }}
        </section>
    }
}

fn row(queue: Queue, picture: Picture) -> impl IntoView {
    let Picture { number, name, progress, .. } = picture;
    let state = progress.as_str();
    let (name, words, retry) = match progress {
        Progress::Waiting => (view! { <b dir="auto">{name}</b> }.into_any(), "Väntar".to_owned(), None),
        Progress::Sending => (view! { <b dir="auto">{name}</b> }.into_any(), "Skickas …".to_owned(), None),
        Progress::Done { address, is_known } => {
            let words = if is_known { "Den bilden finns redan. Här är den." } else { "Klar" };
            let link = view! { <a href=address rel="external" dir="auto">{name}</a> };
            (link.into_any(), words.to_owned(), None)
        }
        Progress::Failed { message, may_retry } => {
            let about = format!(" med {name}");
            let retry = may_retry.then(|| {
                view! {
                    <button type="button" class="button plain" on:click=move |_| queue.retry(number)>
                        "Försök igen" <span class="visually-hidden">{about}</span>
                    </button>
                }
            });
            (view! { <b dir="auto">{name}</b> }.into_any(), message, retry)
        }
    };
    view! { <li data-state=state>{name} <span>{words}</span> {retry}</li> }
}
