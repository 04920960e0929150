//! How posts look in a list.

use leptos::prelude::*;

use super::face::Face;
use crate::blog::types::Teaser;
use crate::paths;
use crate::posts::tags::TagList;

// How wide the picture of a teaser is, for the attribute `sizes`; the style is in `style/parts/teaser.css`.
const IN_LIST: &str = "(min-width: 40rem) 15rem, 100vw";
const SMALL: &str = "(min-width: 40rem) 18rem, 100vw";
const LARGE: &str = "(min-width: 75rem) 40rem, (min-width: 56rem) 52vw, (min-width: 40rem) 15rem, 100vw";

/// How the picture of a teaser is shown.
struct FaceSize {
    /// How wide it is.
    sizes: &'static str,
    /// Whether it is what a visitor sees first.
    first: bool,
}

/// Shows posts in a list, each with one link, which the whole of it follows, and its tags.
#[component]
pub fn TeaserList(
    /// The posts, newest first.
    posts: Vec<Teaser>,
    /// Whether the posts' headings are subordinate to another one on the page.
    #[prop(optional)]
    under_heading: bool,
    /// Whether the first post is shown larger.
    #[prop(optional)]
    leading: bool,
    /// Whether texts and tags are left out.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let class = if leading { "teasers leading" } else { "teasers" };
    let rows = posts.into_iter().enumerate().map(|(at, post)| {
        let sizes = match (leading, at, brief) {
            (true, 0, _) => LARGE,
            (true, ..) | (_, _, true) => SMALL,
            _ => IN_LIST,
        };
        // A list of its own begins at the top of its page; one under a heading is further down.
        let face = FaceSize { sizes, first: at == 0 && !under_heading };
        view! { <li>{teaser(post, face, under_heading, brief)}</li> }
    });
    view! { <ul class=class>{rows.collect_view()}</ul> }
}

fn teaser(post: Teaser, face: FaceSize, under_heading: bool, brief: bool) -> impl IntoView {
    let lang = post.language.lang();
    // Those who see the words on the panel need not see them twice.
    let hidden = (post.picture.is_none() && post.panel.shows(&post.teaser)).then_some("visually-hidden");
    let link = view! { <a href=paths::post(&post.slug) lang=lang dir="auto">{post.title}</a> };
    let heading = if under_heading {
        view! { <h3>{link}</h3> }.into_any()
    } else {
        view! { <h2>{link}</h2> }.into_any()
    };
    view! {
        <article class="teaser" data-post=post.slug>
            <Face picture=post.picture panel=post.panel sizes=face.sizes first=face.first lang/>
            <div>
                <p class="meta">
                    <time datetime=post.iso_date>{post.date}</time>
                    {post.door.map(|door| format!(" · Lucka {}", door.day))}
                </p>
                {heading}
                {(!brief).then(|| view! {
                    <p class=hidden lang=lang dir="auto">{post.teaser}</p>
                    <TagList tags=post.tags/>
                })}
            </div>
        </article>
    }
}
