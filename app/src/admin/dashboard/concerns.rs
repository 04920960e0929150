//! What waits for somebody in texts: to be read, changed or answered.

use leptos::prelude::*;

use crate::comments::{Concern, Why};
use crate::paths;

/// The section, if anything waits.
pub(super) fn section(concerns: &[Concern]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = concerns.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="concerns">
                <h2 id="concerns">"Läsning och kommentarer"</h2>
                <ul class="dashboard-list">{rows}</ul>
            </section>
        }
    })
}

fn row(concern: &Concern) -> impl IntoView + use<> {
    let (what, words) = match &concern.why {
        Why::Asked { by, note } if by.is_empty() => ("Du är ombedd att läsa.".to_owned(), note.clone()),
        Why::Asked { by, note } => (format!("{by} ber dig läsa."), note.clone()),
        Why::Changes { by, reason } => (format!("{by} önskar ändringar."), reason.clone()),
        Why::Comments(1) => ("En kommentar väntar på svar.".to_owned(), String::new()),
        Why::Comments(number) => (format!("{number} kommentarer väntar på svar."), String::new()),
    };
    let words = (!words.is_empty()).then(|| view! { <p class="comment-body" dir="auto">{words}</p> });
    view! {
        <li>
            <a href=paths::comments(concern.post) lang=concern.language.lang() dir="auto">{concern.title.clone()}</a>
            " " <p class="quiet">{what}</p>
            {words}
        </li>
    }
}
