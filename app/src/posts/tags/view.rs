//! How the tags of a post look.

use leptos::prelude::*;

use super::Tag;
use crate::paths;

/// Links to the tags of a post. Shows nothing where there is none.
#[component]
pub fn TagList(
    /// The tags of the post.
    tags: Vec<Tag>,
) -> impl IntoView {
    (!tags.is_empty()).then(|| {
        let links =
            tags.into_iter().map(|tag| view! { <li><a href=paths::tag(&tag.slug)>{tag.name}</a></li> });
        view! { <ul class="tags" aria-label="Etiketter">{links.collect_view()}</ul> }
    })
}
