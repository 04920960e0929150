//! How a post looks in plain words, or in another language.

use leptos::prelude::*;

use super::contents::contents;
use crate::blog::types::PostView;
use crate::calendar::QuoteView;
use crate::documents::DocumentList;
use crate::media::PictureFigure;
use crate::posts::RenditionKind;
use crate::posts::rendition::RenditionLinks;
use crate::recordings::player;
use crate::safety::HelpBox;
use crate::ui::{Document, PaperNotice, Prose, print_mark};

/// Shows a rendition, and links to its original and the other ones. It has one column and nothing beside it.
pub(in crate::blog) fn rendition_page(post: PostView, told: RenditionKind) -> Document {
    let language = post.head.language;
    let (lang, dir) = (language.lang(), language.dir());
    let is_sensitive = post.help.is_some();
    let view = view! {
        <div class="wrap page">
            <article
                class="post column rendition" data-rendition=told.as_str() data-print=print_mark(post.scope.in_print)
            >
                <header>
                    <h1 lang=lang dir=dir>{post.head.title}</h1>
                    <RenditionLinks links=post.renditions/>
                </header>
                {player(post.recording, language)}
                {post.head.picture.map(|picture| view! {
                    <PictureFigure picture class="lead" lang sizes="(min-width: 48rem) 44rem, 100vw" first=true/>
                })}
                {contents(&post.body_html, language)}
                {(!post.quote.is_empty()).then(|| view! {
                    <QuoteView quote=post.quote.clone() source=post.source.clone() lang/>
                })}
                <Prose html=post.body_html lang dir/>
                {(post.quote.is_empty() && !post.source.is_empty())
                    .then(|| view! { <p class="meta" lang=lang dir="auto">{post.source}</p> })}
                <DocumentList documents=post.documents language/>
                <footer><HelpBox help=post.help language/></footer>
            </article>
            <PaperNotice may_be_printed=post.scope.in_print/>
        </div>
    };
    // Its heading may be that of its original, and a tab shows nothing else. A sensitive text has the neutral title alone.
    let title = match told {
        RenditionKind::EasyRead if !is_sensitive => {
            format!("{}, {}", post.page_title, language.beside().say("lättläst", "easy read"))
        }
        _ => post.page_title,
    };
    Document::new(title, post.description, view)
}
