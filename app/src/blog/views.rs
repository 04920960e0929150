//! The blog's list and a post.

use leptos::prelude::*;

use super::TeaserList;
use super::teaser::{DoorLink, TagList};
use super::types::{PostList, PostView};
use crate::calendar::QuoteView;
use crate::media::PictureView;
use crate::paths;
use crate::safety::HelpBox;
use crate::ui::{Document, Pagination, Prose};

/// The posts, newest first.
pub(super) fn list_page(PostList { posts, page, pages }: PostList) -> Document {
    let title = if page == 1 { "Blogg".to_owned() } else { format!("Blogg, sida {page}") };
    let view = view! {
        <div class="wrap page">
            <h1>"Blogg"</h1>
            {posts.is_empty().then(|| view! { <p class="intro">"Här finns inga inlägg än."</p> })}
            <TeaserList posts/>
            <Pagination page pages address=paths::blog_page/>
        </div>
    };
    Document::of(title, "", view)
}

/// A post.
pub(super) fn post_page(post: PostView) -> Document {
    let picture = post.head.picture.clone();
    let caption = picture.as_ref().map(|picture| picture.caption.clone()).filter(|text| !text.is_empty());
    let view = view! {
        <div class="wrap page">
            <article class="post column" data-post=post.head.slug>
                <header>
                    <h1>{post.head.title}</h1>
                    <p class="meta">
                        <time datetime=post.head.iso_date>{post.head.date}</time>
                        {post.head.door.map(|door| view! { " · " <DoorLink door/> })}
                        {(!post.author.is_empty()).then(|| format!(" · {}", post.author))}
                        {format!(" · {} läsning", minutes(post.minutes))}
                    </p>
                </header>
                {picture.map(|picture| view! {
                    <figure class="lead">
                        <PictureView picture sizes="(min-width: 48rem) 44rem, 100vw" first=true/>
                        {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
                    </figure>
                })}
                {post.nugget.filter(|nugget| !nugget.quote.is_empty()).map(|nugget| view! {
                    <QuoteView quote=nugget.quote source=nugget.source/>
                })}
                <Prose html=post.body_html/>
                <footer>
                    <TagList tags=post.head.tags/>
                    <HelpBox numbers=post.help/>
                    <Neighbours older=post.older newer=post.newer/>
                </footer>
            </article>
        </div>
    };
    Document::of(post.page_title, post.description, view)
}

fn minutes(count: u32) -> String {
    if count == 1 { "1\u{a0}minuts".to_owned() } else { format!("{count}\u{a0}minuters") }
}

#[component]
fn Neighbours(older: Option<(String, String)>, newer: Option<(String, String)>) -> impl IntoView {
    let link = |rel: &'static str, words: &'static str, post: Option<(String, String)>| {
        post.map(|(slug, title)| {
            view! { <a rel=rel href=paths::post(&slug)><span>{words}</span> " " <b>{title}</b></a> }
        })
    };
    (older.is_some() || newer.is_some()).then(|| {
        view! {
            <nav class="beside" aria-label="Fler inlägg">
                {link("prev", "Äldre", older)}
                " "
                {link("next", "Nyare", newer)}
            </nav>
        }
    })
}
