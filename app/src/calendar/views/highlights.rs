//! Guldkorn beside others: the best of an edition, and the one of the week.

use leptos::prelude::*;

use super::QuoteView;
use crate::calendar::Highlight;
use crate::markdown::quotation;
use crate::paths;

/// The doors chosen as the best of an edition, each with its number on the wall of its house; nothing when none are.
#[component]
pub(crate) fn BestDoorsList(
    /// The doors, in their editor's order.
    best: Vec<Highlight>,
) -> impl IntoView {
    (!best.is_empty()).then(|| {
        let rows = best.into_iter().map(|highlight| view! { <li>{best_door(highlight)}</li> });
        view! {
            <section class="wrap page best" aria-labelledby="basta">
                <h2 id="basta">"Årets bästa"</h2>
                <ol class="best-doors">{rows.collect_view()}</ol>
            </section>
        }
    })
}

fn best_door(highlight: Highlight) -> impl IntoView {
    let Highlight { edition, day, facade, slug, title, language, quote, source, teaser } = highlight;
    let lang = language.lang();
    let is_quote = quote.is_some();
    view! {
        <article class=facade.class() data-post=slug>
            <p class="plate" aria-hidden="true">{day}</p>
            <div>
                <h3>
                    <a href=paths::door(&edition.slug, day)>
                        <span class="visually-hidden">{format!("Lucka {day}: ")}</span>
                        <span lang=lang dir="auto">{title}</span>
                    </a>
                </h3>
                <p lang=lang dir="auto">{quote.map_or(teaser, |quote| format!("”{}”", quotation(&quote)))}</p>
                {(is_quote && !source.is_empty()).then(|| view! { <p class="quiet">{source}</p> })}
            </div>
        </article>
    }
}

/// The guldkorn of the week, as a lit window in the wall of its house.
#[component]
pub(crate) fn GuldkornOfTheWeek(
    /// The guldkorn.
    highlight: Highlight,
) -> impl IntoView {
    let Highlight { edition, day, facade, slug, title, language, quote, source, teaser } = highlight;
    let lang = language.lang();
    let words = match quote {
        Some(quote) => view! { <QuoteView quote source lang/> }.into_any(),
        None => view! {
            <h3 lang=lang dir="auto">{title}</h3>
            <p lang=lang dir="auto">{teaser}</p>
        }
        .into_any(),
    };
    view! {
        <section class=format!("weekly {}", facade.class()) aria-labelledby="veckans">
            <h2 id="veckans">"En lucka i veckan"</h2>
            <article class="pane" data-post=slug>
                {words}
                <p class="from">
                    <a href=paths::door(&edition.slug, day)>{format!("Lucka {day} i {}", edition.title)}</a>
                </p>
            </article>
        </section>
    }
}
