//! How posts look in a list.

use leptos::prelude::*;

use crate::blog::types::{DoorLink, Teaser};
use crate::media::PictureView;
use crate::paths;
use crate::posts::tags::Tag;

/// Shows posts in a list.
#[component]
pub fn TeaserList(
    /// The posts, newest first.
    posts: Vec<Teaser>,
    /// Whether the posts' headings are subordinate to another one on the page.
    #[prop(optional)]
    under_heading: bool,
    /// Whether the first post is shown larger, if it has a picture.
    #[prop(optional)]
    leading: bool,
) -> impl IntoView {
    let leading = leading && posts.first().is_some_and(|post| post.picture.is_some());
    let class = if leading { "teasers leading" } else { "teasers" };
    let rows = posts.into_iter().map(|post| view! { <li>{teaser(post, under_heading)}</li> });
    view! { <ul class=class>{rows.collect_view()}</ul> }
}

fn teaser(post: Teaser, under_heading: bool) -> impl IntoView {
    let (address, lang) = (paths::post(&post.slug), post.language.lang());
    let link = view! { <a href=address.clone() lang=lang dir="auto">{post.title.clone()}</a> };
    let heading = if under_heading {
        view! { <h3>{link}</h3> }.into_any()
    } else {
        view! { <h2>{link}</h2> }.into_any()
    };
    view! {
        <article class="teaser" data-post=post.slug>
            {post.picture.map(|picture| {
                let decoration = crate::media::Picture { alt: String::new(), ..picture };
                view! { <PictureView picture=decoration sizes="(min-width: 48rem) 24rem, 100vw"/> }
            })}
            <div>
                <p class="meta">
                    <time datetime=post.iso_date>{post.date}</time>
                    {post.door.map(|door| view! { " · " <DoorLink door/> })}
                </p>
                {heading}
                <p lang=lang dir="auto">{post.teaser}</p>
                {post.has_more.then(|| view! {
                    <p class="more">
                        <a href=address>"Läs hela inlägget" <span class="visually-hidden">": " <span lang=lang>{post.title}</span></span></a>
                    </p>
                })}
                <TagList tags=post.tags/>
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

/// Links to the tags of a post.
#[component]
pub(super) fn TagList(
    /// The tags of the post.
    tags: Vec<Tag>,
) -> impl IntoView {
    (!tags.is_empty()).then(|| {
        let links =
            tags.into_iter().map(|tag| view! { <li><a href=paths::tag(&tag.slug)>{tag.name}</a></li> });
        view! { <ul class="tags" aria-label="Etiketter">{links.collect_view()}</ul> }
    })
}
