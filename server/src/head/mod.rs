//! What a page's head says of it: its title, and what search engines and places that show a link read, which is its
//! one address, Open Graph and schema.org.
//!
//! Put in after rendering, before anything that the client takes over, so that the client needs none of it. This is
//! the only place that writes a `<title>`.

mod linked_data;

use std::fmt::Write as _;

use app::page_metadata::{Facts, Subject};
use app::paths;
use app::site::Settings;
use app::ui::whole_title;
use bytes::Bytes;
use http::StatusCode;

use self::linked_data::linked_data;

/// What the shell writes before anything that somebody has typed; the tags follow it.
const PLACE: &str = r#"<link rel="manifest" href="/manifest.webmanifest">"#;
/// For pages that have no picture of their own.
const ICON: &str = "/icon-512.png";

/// A page as its request and its site know it.
pub(crate) struct PageHead {
    /// How links to the site begin.
    pub(crate) address: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) site: Settings,
    pub(crate) nonce: String,
}

impl PageHead {
    /// Puts the tags into a rendered page. The staff's rooms, redirects and errors get no more than a title.
    pub(crate) fn put_into(&self, page: Bytes, status: StatusCode, facts: &Facts) -> Bytes {
        let Some(place) = find(&page, PLACE.as_bytes()) else { return page };
        let (before, after) = page.split_at(place + PLACE.len());
        [before, self.tags(status, facts).as_bytes(), after].concat().into()
    }

    fn tags(&self, status: StatusCode, facts: &Facts) -> String {
        let mut tags = Tags::default();
        tags.title(&whole_title(&facts.title, &self.site.name));
        tags.meta("name", "description", &facts.description);
        tags.meta("name", "robots", &facts.robots);
        let is_told = matches!(status, StatusCode::OK | StatusCode::FORBIDDEN);
        if !is_told || paths::is_staff_room(&self.path) {
            return tags.0;
        }
        let link = self.canonical();
        let is_sensitive = facts.subject == Some(Subject::Sensitive);
        if facts.robots.is_empty() {
            tags.link("canonical", &link, &[]);
        }
        self.feeds(&mut tags);
        tags.property("og:site_name", &self.site.name);
        tags.property("og:locale", "sv_SE");
        tags.property("og:url", &link);
        let title = if facts.title.is_empty() { &self.site.name } else { &facts.title };
        tags.property("og:title", title);
        let is_text = matches!(facts.subject, Some(Subject::Text(_)));
        tags.property("og:type", if is_text { "article" } else { "website" });
        // Of a closed door there is nothing more to say, and of a hard text nothing more is said elsewhere.
        if status != StatusCode::OK || is_sensitive {
            return tags.0;
        }
        tags.property("og:description", &facts.description);
        self.image(&mut tags, facts, title);
        if let Some(data) = linked_data(self, &link, facts) {
            tags.data(&self.nonce, &data);
        }
        tags.0
    }

    /// The page's one address: a view or a campaign's mark makes no other page, a list's next page does.
    fn canonical(&self) -> String {
        let path = if self.path == paths::START { "/" } else { self.path.as_str() };
        let is_list = [paths::BLOG, "/etikett"]
            .iter()
            .any(|list| path.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
        let page = self.query.split('&').find_map(|pair| pair.strip_prefix("sida="));
        let page = page.and_then(|number| number.parse::<u16>().ok()).filter(|page| is_list && *page > 1);
        match page {
            Some(page) => format!("{}{path}?sida={page}", self.address),
            None => format!("{}{path}", self.address),
        }
    }

    /// The feeds that belong to the page.
    fn feeds(&self, tags: &mut Tags) {
        const ATOM: &str = "application/atom+xml";
        let feed = |tags: &mut Tags, path: &str, kind: &str, title: &str| {
            tags.link("alternate", path, &[("type", kind), ("title", title)]);
        };
        let mut steps = self.path.trim_start_matches('/').split('/');
        match (steps.next(), steps.next()) {
            (Some("kalender"), Some(edition)) => {
                feed(tags, &paths::edition_feed(edition), ATOM, "Luckor som har öppnats");
            }
            (Some("etikett"), Some(tag)) => feed(tags, &paths::tag_feed(tag), ATOM, "Inlägg med etiketten"),
            _ => {}
        }
        feed(tags, paths::FEED, ATOM, "Alla inlägg");
        feed(tags, paths::FEED_JSON, "application/feed+json", "Alla inlägg (JSON)");
    }

    fn image(&self, tags: &mut Tags, facts: &Facts, title: &str) {
        let own = match &facts.subject {
            Some(Subject::Text(text)) => text.image.as_deref(),
            Some(Subject::Door(image)) => Some(image.as_str()),
            _ => None,
        };
        tags.property("og:image", &format!("{}{}", self.address, own.unwrap_or(ICON)));
        if own.is_some() {
            tags.property("og:image:width", "1200");
            tags.property("og:image:height", "630");
            tags.property("og:image:alt", title);
            tags.meta("name", "twitter:card", "summary_large_image");
        }
    }
}

/// Tags under way.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn title(&mut self, title: &str) {
        // A string takes every letter.
        _ = write!(self.0, "<title>{}</title>", escaped(title));
    }

    fn link(&mut self, rel: &str, href: &str, more: &[(&str, &str)]) {
        _ = write!(self.0, r#"<link rel="{rel}" href="{}""#, escaped(href));
        for (name, value) in more {
            _ = write!(self.0, r#" {name}="{}""#, escaped(value));
        }
        self.0.push('>');
    }

    fn property(&mut self, name: &str, content: &str) {
        self.meta("property", name, content);
    }

    /// Says nothing where there is nothing to say.
    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        if !content.is_empty() {
            _ = write!(self.0, r#"<meta {kind}="{name}" content="{}">"#, escaped(content));
        }
    }

    /// Data for machines; `<` is written in a way that cannot end the script.
    fn data(&mut self, nonce: &str, data: &serde_json::Value) {
        let data = data.to_string().replace('<', "\\u003c");
        _ = write!(
            self.0,
            r#"<script type="application/ld+json" nonce="{}">{data}</script>"#,
            escaped(nonce)
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
