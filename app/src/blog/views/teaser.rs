//! How posts look in a list.

use leptos::prelude::*;

use super::face::Face;
use crate::blog::types::{DoorLink, Teaser};
use crate::paths;
use crate::posts::tags::TagList;

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
    let rows = posts.into_iter().map(|post| view! { <li>{teaser(post, under_heading, brief)}</li> });
    view! { <ul class=class>{rows.collect_view()}</ul> }
}

fn teaser(post: Teaser, under_heading: bool, brief: bool) -> impl IntoView {
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
            <Face picture=post.picture panel=post.panel lang/>
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

/// Links to a door: "Lucka 7, Guldkornen i MIA 2026".
#[component]
pub(super) fn DoorLink(
    /// The open door.
    door: DoorLink,
) -> impl IntoView {
    view! {
        <a href=paths::door(&door.edition, door.day)>{format!("Lucka {}, {}", door.day, door.edition_title)}</a>
    }
}
