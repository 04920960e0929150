//! What a feed tells of posts: the newest, with their whole texts.
//!
//! A sensitive post is there under the neutral title alone: a feed reader's list may be seen by others.

use crate::posts::PostId;
use crate::time::UnixMillis;
use ammonia::{Url, UrlRelative};
use leptos::prelude::*;

use super::store::{self, PostRow};
use super::types::Teaser;
use crate::calendar::QuoteView;
use crate::error::AppError;
use crate::media::PictureView;
use crate::site::Frame;
use crate::state::AppState;
use crate::ui::{Prose, finished};
use crate::{calendar, paths, site};

/// How many texts a feed holds.
const NEWEST: u32 = 20;

/// Which feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything in the blog.
    Blog,
    /// A subject, by the last part of its address.
    Tag(String),
    /// What hangs on the open doors of an edition, by the last part of its address.
    Edition(String),
}

/// A feed, whatever it is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The site's name.
    pub site: String,
    /// What the site is.
    pub description: String,
    /// The feed's title.
    pub title: String,
    /// The page that shows the same to people.
    pub home: String,
    /// Newest first.
    pub entries: Vec<FeedEntry>,
}

/// A post in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// The database's number, from which its name in feeds is made.
    pub id: PostId,
    /// Its address on the site.
    pub path: String,
    /// Its title; on a sensitive post one that tells nothing.
    pub title: String,
    /// A sentence or two; may be empty.
    pub summary: String,
    /// The whole text with absolute links; nothing of a sensitive post.
    pub html: Option<String>,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Its subjects by name.
    pub tags: Vec<String>,
    /// When it became public, in milliseconds UTC.
    pub published: UnixMillis,
    /// When it last changed before the eyes of its readers, in milliseconds UTC.
    pub changed: UnixMillis,
}

/// A feed as the public may see it now.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such subject or edition.
pub async fn feed(state: &AppState, of: &FeedOf) -> Result<Feed, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let Frame { settings, address, .. } = site::load_frame(state).await?;
    let (title, home, numbers) = match of {
        FeedOf::Blog => (None, paths::BLOG.to_owned(), store::newest_in_blog(reader, now, NEWEST).await?),
        FeedOf::Tag(slug) => {
            let (id, tag) = store::find_tag(reader, slug).await?;
            let numbers = store::newest_of_tag(reader, id, now, NEWEST).await?;
            // The subjects of closed doors are not there.
            if numbers.is_empty() {
                return Err(AppError::NotFound);
            }
            (Some(tag.name), paths::tag(slug), numbers)
        }
        FeedOf::Edition(slug) => {
            let editions = calendar::store::public_editions(reader).await?;
            let edition = editions.into_iter().find(|edition| edition.slug == *slug);
            let edition = edition.ok_or(AppError::NotFound)?;
            let numbers = store::newest_in_edition(reader, edition.id, now, NEWEST).await?;
            (Some(edition.title), paths::edition(slug), numbers)
        }
    };
    let mut posts = Vec::with_capacity(numbers.len());
    for number in numbers {
        posts.push(store::public_post(reader, number, now).await?);
    }
    let heads = posts.iter().map(|post| post.head.clone()).collect();
    let heads = store::teasers(reader, heads).await?;
    let entries = posts.iter().zip(heads).map(|(post, head)| {
        let changed = post.changed_at(now);
        if post.sensitive {
            hidden(post, changed, &settings.safe_title)
        } else {
            told(post, head, changed, &address)
        }
    });
    Ok(Feed {
        title: title.map_or_else(|| settings.name.clone(), |title| format!("{title} – {}", settings.name)),
        site: settings.name,
        description: settings.description,
        home,
        entries: entries.collect(),
    })
}

/// A sensitive post: that there is something to read, and nothing more.
fn hidden(post: &PostRow, changed: UnixMillis, safe_title: &str) -> FeedEntry {
    FeedEntry {
        id: post.head.id,
        path: paths::post(&post.head.slug),
        title: safe_title.to_owned(),
        summary: String::new(),
        html: None,
        author: String::new(),
        tags: Vec::new(),
        published: post.head.public_from,
        changed,
    }
}

fn told(post: &PostRow, head: Teaser, changed: UnixMillis, address: &str) -> FeedEntry {
    let path = paths::post(&head.slug);
    FeedEntry {
        id: post.head.id,
        title: head.title,
        summary: head.teaser,
        html: Some(absolute(&finished(whole_text(post)), &format!("{address}{path}"))),
        author: post.author.clone(),
        tags: head.tags.into_iter().map(|tag| tag.name).collect(),
        published: post.head.public_from,
        changed,
        path,
    }
}

/// The post as it stands on its page, without what surrounds it there.
fn whole_text(post: &PostRow) -> impl IntoView {
    let picture = post.head.picture();
    let caption = picture.as_ref().map(|picture| picture.caption.clone()).filter(|text| !text.is_empty());
    let quote = (!post.quote.is_empty()).then(|| post.quote.clone());
    view! {
        {picture.map(|picture| view! {
            <figure>
                <PictureView picture sizes=""/>
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        })}
        {quote.map(|quote| view! { <QuoteView quote source=post.source.clone()/> })}
        <Prose html=post.body_html.clone()/>
    }
}

/// The text for readers elsewhere: links and pictures with the whole address, and nothing but plain HTML.
fn absolute(html: &str, address: &str) -> String {
    let relative = match Url::parse(address) {
        Ok(address) => UrlRelative::RewriteWithBase(address),
        Err(_) => UrlRelative::Deny,
    };
    ammonia::Builder::default()
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(relative)
        .link_rel(None)
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn links_and_pictures_are_found_from_anywhere() {
        let html = r##"<p class="x"><a href="/om">Om</a> <a href="#1">not</a> <a href="tel:11414">114 14</a></p><img src="/media/a/480.webp" srcset="/media/a/480.webp 480w" alt="Bild">"##;
        assert_eq!(
            absolute(html, "https://www.example.se/inlagg/ett"),
            r#"<p><a href="https://www.example.se/om">Om</a> <a href="https://www.example.se/inlagg/ett#1">not</a> <a href="tel:11414">114 14</a></p><img src="https://www.example.se/media/a/480.webp" alt="Bild">"#
        );
    }
}
