//! How the aside looks.

use leptos::prelude::*;

use crate::blog::aside::{ArchiveYear, Aside};
use crate::blog::types::TagCount;
use crate::paths;
use crate::time::{capitalized, month_name};
use crate::ui::Fold;

/// Shows the newest posts, the archive and the tags. Shows nothing when the blog is empty.
#[component]
pub(super) fn AsideView<'a>(
    /// The data of the aside.
    aside: &'a Aside,
    /// The year of what the page shows; otherwise the newest.
    year: Option<i16>,
) -> impl IntoView {
    let newest = aside.newest.iter().map(|post| {
        view! { <li><a href=paths::post(&post.slug) lang=post.language.lang() dir="auto">{post.title.clone()}</a></li> }
    });
    let newest = newest.collect_view();
    // One year is unfolded; the others unfold without a script.
    let unfolded = year.or_else(|| aside.archive.first().map(|newest| newest.year));
    let years = aside.archive.iter();
    let years = years.map(|year| archive_year(year, unfolded == Some(year.year))).collect_view();
    let tags = aside.tags.iter().map(tag_count).collect_view();
    (!aside.newest.is_empty()).then(|| {
        view! {
            <aside class="aside" aria-label="Mer i bloggen">
                <section aria-labelledby="senaste-inlagg">
                    <Fold id="senaste-inlagg" title="Senaste inläggen"><ul class="plain">{newest}</ul></Fold>
                </section>
                <section aria-labelledby="arkiv">
                    <Fold id="arkiv" title="Arkiv">{years}</Fold>
                </section>
                {(!aside.tags.is_empty()).then(|| view! {
                    <section aria-labelledby="etiketter">
                        <Fold id="etiketter" title="Etiketter"><ul class="counted">{tags}</ul></Fold>
                    </section>
                })}
            </aside>
        }
    })
}

fn archive_year(year: &ArchiveYear, open: bool) -> impl IntoView + use<> {
    let number = year.year;
    let months = year.months.iter().map(|(month, posts)| {
        view! {
            <li><a href=paths::month(number, *month)>{capitalized(month_name(*month))} " " <Count posts=*posts/></a></li>
        }
    });
    let months = months.collect_view();
    view! {
        <details class="year" open=open>
            <summary>{number}</summary>
            <ul class="counted">
                {months}
                <li><a href=paths::year(number)>{format!("Hela {number}")}</a></li>
            </ul>
        </details>
    }
}

fn tag_count(count: &TagCount) -> impl IntoView + use<> {
    view! {
        <li><a href=paths::tag(&count.tag.slug)>{count.tag.name.clone()} " " <Count posts=count.posts/></a></li>
    }
}

/// Shows a number of posts, with the unit for screen readers.
#[component]
fn Count(posts: u32) -> impl IntoView {
    view! { <span class="count">{posts} <span class="visually-hidden">" inlägg"</span></span> }
}
