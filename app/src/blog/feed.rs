//! The content of feeds: the newest posts with their whole texts.
//!
//! Of a sensitive post there is only a neutral title: others may see the list in a feed reader.

use crate::ids::PostId;
use crate::time::UnixMillis;
use ammonia::{Url, UrlRelative};
use leptos::prelude::*;

use super::store::{self, PostRow};
use super::types::Teaser;
use crate::calendar::QuoteView;
use crate::documents::Document;
use crate::error::AppError;
use crate::markdown::{in_pieces, without_hidden_words};
use crate::media::{Picture, PictureFigure};
use crate::posts::Language;
use crate::recordings::Recording;
use crate::state::AppState;
use crate::ui::{Prose, render_to_string};
use crate::{calendar, documents, paths, recordings, site};

/// How many posts a feed holds.
const NEWEST: u32 = 20;

/// The feeds of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedKind {
    /// All posts of the blog.
    Blog,
    /// The posts with a tag, by its slug.
    Tag(String),
    /// The posts on the open doors of an edition, by its slug.
    Edition(String),
}

/// A feed, independent of its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Name of the site.
    pub site: String,
    /// A sentence about the site.
    pub description: String,
    /// Title of the feed.
    pub title: String,
    /// Path of the page that shows the same posts.
    pub path: String,
    /// The posts, newest first.
    pub entries: Vec<FeedEntry>,
}

/// A post in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// Id of the post, from which its id in feeds is made.
    pub id: PostId,
    /// Path of the post.
    pub path: String,
    /// Title of the post; a neutral one if the post is sensitive.
    pub title: String,
    /// Language of title, summary and text.
    pub language: Language,
    /// The teaser; may be empty.
    pub summary: String,
    /// The whole text with absolute links; `None` if the post is sensitive.
    pub html: Option<String>,
    /// Name of the author; may be empty.
    pub author: String,
    /// The documents below the text.
    pub documents: Vec<Document>,
    /// The recording of the text; none where whom it tells of lets it not be passed on.
    pub recording: Option<Recording>,
    /// The names of the post's tags.
    pub tags: Vec<String>,
    /// When the post became public.
    pub published: UnixMillis,
    /// When readers last saw the post change.
    pub changed: UnixMillis,
}

/// Loads a feed as the public may see it now.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such tag or edition.
pub async fn load_feed(state: &AppState, kind: &FeedKind) -> Result<Feed, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let settings = site::store::settings(reader).await?;
    let address = site::address(state).await?;
    let (title, path, ids) = match kind {
        FeedKind::Blog => (None, paths::BLOG.to_owned(), store::newest_in_blog(reader, now, NEWEST).await?),
        FeedKind::Tag(slug) => {
            let store::TagHead { id, tag, .. } = store::find_tag(reader, slug).await?;
            let ids = store::newest_with_tag(reader, id, now, NEWEST).await?;
            // A tag that only posts on closed doors have is not public.
            if ids.is_empty() {
                return Err(AppError::NotFound);
            }
            (Some(tag.name), paths::tag(slug), ids)
        }
        FeedKind::Edition(slug) => {
            let editions = calendar::store::public_editions(reader).await?;
            let edition = editions.into_iter().find(|edition| edition.slug == *slug);
            let edition = edition.ok_or(AppError::NotFound)?;
            let ids = store::newest_in_edition(reader, edition.id, now, NEWEST).await?;
            (Some(edition.title), paths::edition(slug), ids)
        }
    };
    let mut posts = Vec::with_capacity(ids.len());
    let mut files = Vec::with_capacity(ids.len());
    for id in ids {
        let post = store::public_post(reader, id, now).await?;
        let recording = recordings::store::of_post(reader, id).await?.filter(|_| post.scope.in_social_media);
        files.push((documents::store::of_post(reader, id).await?, recording));
        posts.push(post);
    }
    let heads = posts.iter().map(|post| post.head.clone()).collect();
    let heads = store::teasers(reader, heads, now).await?;
    let entries = posts.iter().zip(files).zip(heads).map(|((post, files), head)| {
        let changed = post.changed_at(now);
        if post.sensitive {
            neutral_entry(post, changed, &settings.safe_title)
        } else {
            full_entry(post, files, head, changed, &address)
        }
    });
    Ok(Feed {
        title: title.map_or_else(|| settings.name.clone(), |title| format!("{title} – {}", settings.name)),
        site: settings.name,
        description: settings.description,
        path,
        entries: entries.collect(),
    })
}

/// Makes the entry of a sensitive post: that there is something to read, and nothing more.
fn neutral_entry(post: &PostRow, changed: UnixMillis, safe_title: &str) -> FeedEntry {
    FeedEntry {
        id: post.head.id,
        path: paths::post(&post.head.slug),
        title: safe_title.to_owned(),
        language: Language::default(),
        summary: String::new(),
        html: None,
        author: String::new(),
        documents: Vec::new(),
        recording: None,
        tags: Vec::new(),
        published: post.head.public_from,
        changed,
    }
}

fn full_entry(
    post: &PostRow,
    (documents, recording): (Vec<Document>, Option<Recording>),
    head: Teaser,
    changed: UnixMillis,
    address: &str,
) -> FeedEntry {
    let path = paths::post(&head.slug);
    FeedEntry {
        id: post.head.id,
        title: head.title,
        language: head.language,
        summary: head.teaser,
        html: Some(with_absolute_links(&render_to_string(whole_text(post)), &format!("{address}{path}"))),
        author: post.author.clone(),
        documents,
        recording,
        tags: head.tags.into_iter().map(|tag| tag.name).collect(),
        published: post.head.public_from,
        changed,
        path,
    }
}

/// Shows the post as on its page, without what surrounds it there.
fn whole_text(post: &PostRow) -> impl IntoView {
    let lang = post.head.language.lang();
    // Nobody's style colours its box there.
    let picture = post.head.picture().map(|picture| Picture { tone: None, ..picture });
    let quote = (!post.quote.is_empty()).then(|| post.quote.clone());
    view! {
        {picture.map(|picture| view! { <PictureFigure picture class="" lang sizes=""/> })}
        {quote.map(|quote| view! { <QuoteView quote source=post.source.clone() lang/> })}
        <Prose html=post.body_html.clone() lang/>
    }
}

/// Makes links and picture addresses absolute, and removes all that is not plain HTML or is meant for a page.
fn with_absolute_links(html: &str, address: &str) -> String {
    let relative = match Url::parse(address) {
        Ok(address) => UrlRelative::RewriteWithBase(address),
        Err(_) => UrlRelative::Deny,
    };
    // What only a page can make use of: words that its style hides, and places where a line may be broken.
    let html = without_hidden_words(html).replace('\u{ad}', "");
    ammonia::Builder::default()
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(relative)
        .link_rel(None)
        .clean(&in_pieces(&html))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::with_absolute_links;

    #[test]
    fn links_and_pictures_become_absolute() {
        let html = r##"<p class="x"><a href="/om">Om</a> <a href="#1">not</a> <a href="tel:11414">114 14</a></p><img src="/media/a/480.webp" srcset="/media/a/480.webp 480w" alt="Bild">"##;
        assert_eq!(
            with_absolute_links(html, "https://www.example.se/inlagg/ett"),
            r#"<p><a href="https://www.example.se/om">Om</a> <a href="https://www.example.se/inlagg/ett#1">not</a> <a href="tel:11414">114 14</a></p><img src="https://www.example.se/media/a/480.webp" alt="Bild">"#
        );
    }
}
