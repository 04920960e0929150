//! What the frame shows.

use leptos::prelude::*;

use crate::calendar::{EditionView, LatestDoor, QuoteView, Scene, SeasonHead};
use crate::layout::{Funders, Layout};
use crate::paths;
use crate::posts::GuldkornForm;

/// Today's guldkorn, the scene, and who pays. Links open the site in a new tab, which is said before the first of them.
pub(super) fn frame_view(
    layout: &Layout,
    mut edition: EditionView,
    today: Option<LatestDoor>,
) -> impl IntoView {
    let name = layout.settings.name.clone();
    let heading_html = std::mem::take(&mut edition.heading_html);
    let (slug, moment) = (edition.slug.clone(), edition.moment.clone());
    let whole = paths::edition(&slug);
    let (funding, logos) = (layout.settings.funding.clone(), layout.funders_logos.clone());
    view! {
        <main id="innehall">
            <section class="band night">
                <div class="wrap band-head season">
                    <SeasonHead moment heading_html/>
                    <p class="elsewhere">{format!("Länkarna öppnar {name} i en ny flik.")}</p>
                </div>
                {today.map(|door| todays_guldkorn(&slug, door))}
                <Scene edition/>
            </section>
        </main>
        <footer class="foot night">
            <div class="wrap">
                <Funders funding logos/>
                <div>
                    <p><a href=whole rel="noopener">{format!("Hela kalendern hos {name}")}</a></p>
                    {layout.moved_clock.clone().map(|clock| view! { <p class="clock">{clock}</p> })}
                </div>
            </div>
        </footer>
    }
}

/// Today's guldkorn in short. A sensitive text is not named on another site: its reader needs the help and the way out
/// that the site's own page has. Nor is a text whose consent is for this site alone.
fn todays_guldkorn(edition: &str, door: LatestDoor) -> Option<AnyView> {
    let LatestDoor { day, guldkorn, .. } = door;
    let guldkorn = guldkorn?;
    let address = paths::door(edition, day);
    let lang = guldkorn.language.lang();
    let (content, link) = if !guldkorn.is_embeddable() {
        (
            view! { <p>"Dagens text läser du på webbplatsen."</p> }.into_any(),
            view! { "Läs texten" }.into_any(),
        )
    } else if guldkorn.form == GuldkornForm::Quote {
        let quote = view! { <QuoteView quote=guldkorn.quote source=guldkorn.source lang/> };
        (quote.into_any(), view! { "Läs mer i dagens lucka" }.into_any())
    } else {
        let text = view! {
            <h3 lang=lang dir="auto">{guldkorn.title.clone()}</h3>
            <p lang=lang dir="auto">{guldkorn.teaser}</p>
        };
        let title = guldkorn.title;
        (text.into_any(), view! { "Läs hela: " <span lang=lang dir="auto">{title}</span> }.into_any())
    };
    Some(
        view! {
            <div class="wrap">
                <div class="todays">
                    {content}
                    <p><a href=address rel="noopener">{link}</a></p>
                </div>
            </div>
        }
        .into_any(),
    )
}
