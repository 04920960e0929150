//! How a post looks.

use leptos::prelude::*;

use super::aside::AsideView;
use super::contents::contents;
use super::teaser::TeaserList;
use crate::blog::aside::Aside;
use crate::blog::types::{DoorLink, PostLink, PostView, Teaser};
use crate::calendar::{QuoteView, SaveAsPicture};
use crate::documents::DocumentList;
use crate::language::Beside;
use crate::media::PictureFigure;
use crate::paths;
use crate::posts::rendition::RenditionLinks;
use crate::posts::tags::TagList;
use crate::recordings::player;
use crate::safety::HelpBox;
use crate::ui::{Document, PaperNotice, Prose, print_mark};

/// Shows a post, and links to related and neighbouring ones.
pub(in crate::blog) fn post_page(post: PostView, aside: &Aside) -> Document {
    let picture = post.head.picture.clone();
    let language = post.head.language;
    let (lang, beside) = (language.lang(), language.beside());
    let year = post.head.year;
    let shareable = (post.help.is_none() && post.scope.in_social_media).then(|| post.head.slug.clone());
    let view = view! {
        <div class="wrap page blog">
            <article class="post" data-post=post.head.slug data-print=print_mark(post.scope.in_print)>
                <header>
                    <h1 lang=lang dir="auto">{post.head.title}</h1>
                    <RenditionLinks links=post.renditions/>
                </header>
                {picture.map(|picture| view! {
                    <PictureFigure
                        picture class="lead" lang first=true
                        sizes="(min-width: 75rem) 52rem, (min-width: 56rem) 60vw, 100vw"
                    />
                })}
                <div class="about-text">
                    <ul class="meta">
                        <li lang=beside.lang()><time datetime=post.head.iso_date>{post.head.date_with_year}</time></li>
                        {post.head.door.map(|door| view! { <li>{door_link(&door, beside)}</li> })}
                        {(!post.author.is_empty()).then(|| view! { <li>{post.author}</li> })}
                        <li lang=beside.lang()>{reading_time(post.minutes, beside)}</li>
                    </ul>
                    {contents(&post.body_html, language)}
                </div>
                {player(post.recording, language)}
                {post.guldkorn.filter(|guldkorn| !guldkorn.quote.is_empty()).map(|guldkorn| view! {
                    <QuoteView quote=guldkorn.quote source=guldkorn.source lang/>
                })}
                <Prose html=post.body_html lang/>
                <DocumentList documents=post.documents language/>
                <footer>
                    <TagList tags=post.head.tags/>
                    <HelpBox help=post.help language/>
                    {shareable.map(|slug| view! { <SaveAsPicture slug language/> })}
                    <Related posts=post.related/>
                    <Neighbours older=post.older newer=post.newer/>
                </footer>
            </article>
            <PaperNotice may_be_printed=post.scope.in_print/>
            <AsideView aside year=Some(year)/>
        </div>
    };
    Document::new(post.page_title, post.description, view)
}

/// Links to a door: "Lucka 7, Guldkornen i MIA 2026".
fn door_link(door: &DoorLink, beside: Beside) -> impl IntoView + use<> {
    let words = format!("{} {}", beside.say("Lucka", "Door"), door.day);
    view! {
        <a href=paths::door(&door.edition, door.day)>
            <span lang=beside.lang()>{words}</span> {format!(", {}", door.edition_title)}
        </a>
    }
}

fn reading_time(minutes: u32, beside: Beside) -> String {
    if minutes == 1 {
        beside.say("Tar en minut att läsa", "Takes a minute to read").to_owned()
    } else {
        beside.say(
            format!("Tar {minutes}\u{a0}minuter att läsa"),
            format!("Takes {minutes}\u{a0}minutes to read"),
        )
    }
}

/// Shows posts that share tags with this one.
#[component]
fn Related(posts: Vec<Teaser>) -> impl IntoView {
    (!posts.is_empty()).then(|| {
        view! {
            <section class="related" aria-labelledby="las-ocksa">
                <h2 id="las-ocksa">"Läs också"</h2>
                <TeaserList posts under_heading=true brief=true/>
            </section>
        }
    })
}

#[component]
fn Neighbours(older: Option<PostLink>, newer: Option<PostLink>) -> impl IntoView {
    let link = |rel: &'static str, label: &'static str, post: Option<PostLink>| {
        post.map(|post| {
            view! { <a rel=rel href=paths::post(&post.slug)><span>{label}</span> " " <b lang=post.language.lang() dir="auto">{post.title}</b></a> }
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
