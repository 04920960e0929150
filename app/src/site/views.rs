//! The parts of the start page that are only read, and a plain page.

use leptos::prelude::*;

use crate::blog::{PostView, Teaser, TeaserList};
use crate::calendar::EditionLink;
use crate::paths;
use crate::safety::HelpBox;
use crate::ui::{Document, Prose};

/// Between the editions: what is coming, and what there is to look back on.
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

/// The newest posts of the blog.
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

/// A page such as "Om".
pub(super) fn plain_page(page: PostView) -> Document {
    let on_safe_surfing = paths::SAFE_SURFING.strip_prefix('/') == Some(&page.head.slug);
    let view = view! {
        <div class="wrap page">
            <article class="post column">
                <header><h1>{page.head.title}</h1></header>
                <Prose html=page.body_html/>
                <footer><HelpBox help=page.help on_safe_surfing/></footer>
            </article>
        </div>
    };
    Document::of(page.page_title, page.description, view)
}
