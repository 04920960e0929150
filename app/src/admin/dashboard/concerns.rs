//! What waits for somebody in texts: to be read, changed or answered.

use leptos::prelude::*;

use crate::admin::relative_time::days_ago;
use crate::comments::{Concern, Why};
use crate::paths;
use crate::time::UnixMillis;

/// The section, if anything waits.
pub(super) fn section(concerns: &[Concern], now: UnixMillis) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = concerns.iter().map(|concern| row(concern, now)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="concerns">
                <h2 id="concerns">"Läsning och kommentarer"</h2>
                <ul class="dashboard-list">{rows}</ul>
            </section>
        }
    })
}

fn row(concern: &Concern, now: UnixMillis) -> impl IntoView + use<> {
    let (what, words) = match &concern.why {
        Why::Asked { by, note, overdue_since } => (asked(by, *overdue_since, now), note.clone()),
        Why::Unanswered { by, since } => {
            (format!("Du bad om läsning {}. Inget svar än från {by}.", days_ago(*since, now)), String::new())
        }
        Why::Changes { by, reason } => (format!("{by} önskar ändringar."), reason.clone()),
        Why::Comments(1) => ("En kommentar väntar på svar.".to_owned(), String::new()),
        Why::Comments(number) => (format!("{number} kommentarer väntar på svar."), String::new()),
    };
    let class =
        if matches!(concern.why, Why::Asked { overdue_since: Some(_), .. }) { "missing" } else { "quiet" };
    let words = (!words.is_empty()).then(|| view! { <p class="comment-body" dir="auto">{words}</p> });
    view! {
        <li>
            <a href=paths::comments(concern.post) lang=concern.language.lang() dir="auto">{concern.title.clone()}</a>
            " " <p class=class>{what}</p>
            {words}
        </li>
    }
}

/// Says who asks, and since when if somebody has waited for days.
fn asked(by: &str, overdue_since: Option<UnixMillis>, now: UnixMillis) -> String {
    match (by, overdue_since) {
        ("", None) => "Du är ombedd att läsa.".to_owned(),
        (by, None) => format!("{by} ber dig läsa."),
        ("", Some(since)) => {
            format!("Du blev ombedd att läsa {}. Texten väntar på dig.", days_ago(since, now))
        }
        (by, Some(since)) => format!("{by} bad dig läsa {}. Texten väntar på dig.", days_ago(since, now)),
    }
}
