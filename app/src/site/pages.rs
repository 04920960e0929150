//! The start page and the plain pages.

use leptos::prelude::*;

use super::api::{Countdown, Start, show_page, show_start};
use crate::blog::{PostView, TeaserList};
use crate::calendar::{EditionLink, StartScene};
use crate::paths;
use crate::ui::{PageMeta, Prose, page, param};

/// `/`: the vision, the calendar, the newest posts.
#[component]
pub fn StartPage() -> impl IntoView {
    page(String::new, |_| show_start(), |start: Start| {
        view! {
            <PageMeta title="" description=start.description/>
            <section class="band night">
                {match start.edition {
                    Some(edition) => {
                        let standing = RwSignal::new(edition.standing.clone());
                        view! {
                            <div class="wrap band-head">
                                <h1 class="display">{start.vision}</h1>
                                <div>
                                    <h2><a href=paths::edition(&edition.slug)>{edition.title.clone()}</a></h2>
                                    <p class="intro" role="status">{standing}</p>
                                    {start.countdown.map(|count| view! { <p class="quiet">{begins(&count)}</p> })}
                                </div>
                            </div>
                            <StartScene edition standing/>
                        }
                        .into_any()
                    }
                    None => view! {
                        <div class="wrap band-head">
                            <h1 class="display">{start.vision}</h1>
                            <OffSeason countdown=start.countdown latest=start.latest/>
                        </div>
                    }
                    .into_any(),
                }}
            </section>
            <section class="page wrap" aria-labelledby="senaste">
                <div class="section-head">
                    <h2 id="senaste">"Senaste inläggen"</h2>
                    " "
                    <a href=paths::BLOG>"Alla inlägg"</a>
                </div>
                {start.posts.is_empty().then(|| view! { <p>"Här finns inga inlägg än."</p> })}
                <TeaserList posts=start.posts under_heading=true leading=true/>
            </section>
        }
    })
}

fn begins(countdown: &Countdown) -> String {
    let mut left = countdown.left.chars();
    let first = left.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{} öppnas första luckan.", left.as_str())
}

/// Between the editions: what is coming, and what there is to look back on.
#[component]
fn OffSeason(countdown: Option<Countdown>, latest: Option<EditionLink>) -> impl IntoView {
    (countdown.is_some() || latest.is_some()).then(|| {
        view! {
            <div class="countdown">
                <div>
                    {countdown.map(|count| view! { <p>{begins(&count)}</p> <p class="quiet">{count.opens}</p> })}
                    {latest.map(|edition| view! {
                        <p><a href=paths::edition(&edition.slug)>{format!("Se {}", edition.title)}</a></p>
                    })}
                </div>
            </div>
        }
    })
}

/// `/{slug}`: a plain page.
#[component]
pub fn PlainPage() -> impl IntoView {
    page(param("slug"), show_page, |page: PostView| {
        view! {
            <PageMeta title=page.page_title description=page.head.teaser/>
            <div class="wrap page">
                <article class="post column">
                    <header><h1>{page.head.title}</h1></header>
                    <Prose html=page.body_html/>
                </article>
            </div>
        }
    })
}
