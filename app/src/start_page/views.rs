//! The parts of the start page that come as HTML from the server.

use leptos::prelude::*;

use crate::blog::{Teaser, TeaserList};
use crate::calendar::EditionLink;
use crate::paths;

/// Shows, out of season, the edition to come and the latest one.
pub(super) fn off_season(begins: Option<String>, latest: Option<EditionLink>) -> impl IntoView {
    (begins.is_some() || latest.is_some()).then(|| {
        view! {
            <div class="countdown">
                <div>
                    {begins.map(|begins| view! { <p>{begins}</p> })}
                    {latest.map(|edition| view! {
                        <p><a href=paths::edition(&edition.slug)>{format!("Se {}", edition.title)}</a></p>
                    })}
                </div>
            </div>
        }
    })
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
