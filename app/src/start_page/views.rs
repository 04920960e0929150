//! The parts of the start page that come as HTML from the server.

use leptos::prelude::*;

use crate::blog::{Teaser, TeaserList};
use crate::calendar::{EditionLink, GuldkornOfTheWeek, Highlight};
use crate::paths;

/// Shows, in season, the vision and the name of the edition, beside what the edition says of the day.
pub(super) fn in_season(vision: String, edition: EditionLink) -> impl IntoView {
    view! {
        <h1 class="motto">{vision}</h1>
        <p class="kicker"><a href=paths::edition(&edition.slug)>{edition.title}</a></p>
    }
}

/// What the start page shows out of season.
pub(super) struct OffSeason {
    pub(super) vision: String,
    /// "87 dagar kvar", and the edition to come.
    pub(super) upcoming: Option<(String, EditionLink)>,
    pub(super) latest: Option<EditionLink>,
    pub(super) weekly: Option<Highlight>,
}

/// Shows, out of season, the vision, the edition to come, a guldkorn of past ones, and the latest one's town.
pub(super) fn off_season(page: OffSeason) -> impl IntoView {
    let OffSeason { vision, upcoming, latest, weekly } = page;
    view! {
        <div class="wrap band-head off-season">
            <div>
                <h1 class="display">{vision}</h1>
                {upcoming.map(|(left, edition)| view! {
                    <p class="intro">
                        {left} " till " <a href=paths::edition(&edition.slug)>{edition.title}</a> "."
                    </p>
                })}
            </div>
            {weekly.map(|highlight| view! { <GuldkornOfTheWeek highlight/> })}
        </div>
        <figure class="town-picture">
            {latest.map(|edition| view! {
                <p class="wrap">
                    <a href=paths::edition(&edition.slug)>{format!("Öppna luckorna i {}", edition.title)}</a>
                </p>
            })}
            <img src=format!("{}/stad-bred.svg#bild", paths::SCENES) alt="" width="1920" height="640"/>
        </figure>
    }
}

/// Shows the newest posts of the blog.
pub(super) fn newest_posts(posts: Vec<Teaser>) -> impl IntoView {
    view! {
        <section class="page wrap" aria-labelledby="senaste">
            <div class="section-head">
                <h2 id="senaste">"Senaste inläggen"</h2>
                " "
                <a href=paths::BLOG>"Alla inlägg"</a>
            </div>
            {posts.is_empty().then(|| view! { <p>"Här finns inga inlägg än."</p> })}
            <TeaserList posts under_heading=true leading=true/>
        </section>
    }
}
