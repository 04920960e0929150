//! How often an edition's texts were read.

use leptos::prelude::*;

use crate::calendar::EditionLink;
use crate::paths;
use crate::statistics::store::{TextReads, Unit};
use crate::statistics::views::{diagram, grouped};
use crate::statistics::{Bar, LEAST};
use crate::time::number_words;
use crate::ui::Document;

/// What the page shows.
pub(in crate::calendar) struct Reads {
    /// The edition.
    pub(in crate::calendar) edition: EditionLink,
    /// Its days or months with their numbers.
    pub(in crate::calendar) bars: Vec<Bar>,
    /// Which of them.
    pub(in crate::calendar) unit: Unit,
    /// Its texts that have a number, in the order of their doors.
    pub(in crate::calendar) texts: Vec<TextReads>,
}

/// Shows the numbers, and what they say.
pub(in crate::calendar) fn reads(shown: Reads) -> Document {
    let Reads { edition, bars, unit, texts } = shown;
    let title = format!("Så många har läst: {}", edition.title);
    let least = number_words(usize::try_from(LEAST).unwrap_or_default());
    let total: i64 = bars.iter().map(|(_, number)| number).sum();
    let numbers = (!texts.is_empty()).then(|| {
        let rows = texts.iter().map(|text| row(&edition.slug, text)).collect_view();
        view! {
            <p class="reads-total">"Texterna lästes " <b>{grouped(total)}</b> " gånger medan luckorna öppnades."</p>
            {diagram(&bars, unit)}
            <section aria-labelledby="per-lucka">
                <h2 id="per-lucka">"Läsningar per lucka"</h2>
                <table class="reads">
                    <thead><tr><th scope="col">"Lucka"</th><th scope="col">"Läsningar"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    });
    let empty = texts.is_empty().then(|| {
        let words = format!(
            "Här finns inga siffror än. De första kommer dagen efter att en text har lästs {least} gånger."
        );
        view! { <p class="empty">{words}</p> }
    });
    let view = view! {
        <div class="wrap page">
            <p class="kicker"><a href=paths::edition(&edition.slug)>{format!("← Till {}", edition.title)}</a></p>
            <h1>{title.clone()}</h1>
            {numbers}
            {empty}
            <p class="quiet">
                {format!(
                    "Webbplatsen räknar bara hur många gånger en text har visats, aldrig vem som har läst. Känsliga texter räknas inte, \
                     och antal under {least} visas inte."
                )}
            </p>
        </div>
    };
    Document::new(title, format!("Hur många gånger texterna i {} har lästs.", edition.title), view)
}

fn row(edition: &str, text: &TextReads) -> Option<impl IntoView + use<>> {
    let door = text.door?;
    Some(view! {
        <tr>
            <th scope="row">
                <a href=paths::door(edition, door)>
                    {format!("Lucka {door}: ")}
                    <span lang=text.language.lang() dir="auto">{text.title.clone()}</span>
                </a>
            </th>
            <td>{grouped(text.reads)}</td>
        </tr>
    })
}
