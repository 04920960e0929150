//! The part of the document's `<head>` that differs from page to page.

use http::StatusCode;
use leptos::prelude::*;

use super::Shell;
use super::linked_data::linked_data;
use super::open_graph::open_graph;
use crate::embed::discovery_link;
use crate::page_metadata::{Alternate, LEAD_PICTURE, LeadPicture, PageKind};
use crate::paths;
use crate::ui::whole_title;

/// Writes the page's title and what search engines and link previews read. The staff's pages, redirects and errors
/// get no more than title, description and robots directive. A page without a description of its own has the site's.
pub(super) fn page_head(shell: &Shell) -> AnyView {
    let metadata = &shell.metadata;
    // As HTML of its own: a text child is followed by a comment, which a title would show.
    let title = whole_title(&metadata.title, &shell.layout.settings.name);
    let title = html_escape::encode_text(&title).into_owned();
    // The address of a closed door (403) is shared like any other.
    let is_shareable =
        matches!(shell.status, StatusCode::OK | StatusCode::FORBIDDEN) && !paths::is_admin(&shell.path);
    // Nothing is said of a sensitive text, so nothing of the site either: its page looks like no page in particular.
    let is_described = !metadata.description.is_empty() || metadata.kind == Some(PageKind::Sensitive);
    let settings = &shell.layout.settings;
    let description = if is_described {
        &metadata.description
    } else if settings.description.is_empty() {
        &settings.name
    } else {
        &settings.description
    };
    view! {
        <title inner_html=title></title>
        {meta("description", description.clone())}
        {meta("robots", metadata.robots.clone())}
        {metadata.lead_picture.clone().map(preload)}
        {is_shareable.then(|| link_preview(shell))}
    }
    .into_any()
}

/// Has the browser fetch the page's first picture while it still reads the style sheets, and paint nothing before it has read
/// so far: only then can the picture go along from the page before (HTML Standard, link type "expect").
fn preload(picture: LeadPicture) -> impl IntoView {
    let LeadPicture { srcset, sizes } = picture;
    let expected = format!("#{LEAD_PICTURE}");
    view! {
        <link rel="preload" r#as="image" imagesrcset=srcset imagesizes=sizes fetchpriority="high"/>
        <link rel="expect" href=expected blocking="render"/>
    }
}

fn link_preview(shell: &Shell) -> AnyView {
    let link = canonical(shell);
    let is_indexed = shell.metadata.robots.is_empty();
    view! {
        {is_indexed.then(|| view! { <link rel="canonical" href=link.clone()/> })}
        {alternates(shell)}
        {feeds(&shell.path)}
        {discovery_link(&shell.layout, &shell.path).map(|href| view! {
            <link rel="alternate" href=href r#type="application/json+oembed" title=shell.metadata.title.clone()/>
        })}
        {open_graph(shell, link.clone())}
        {linked_data(shell, &link)}
    }
    .into_any()
}

/// Links to the same text in other languages.
fn alternates(shell: &Shell) -> AnyView {
    let site = &shell.layout.address;
    let link = |Alternate { language, path }: &Alternate| {
        let href = format!("{site}{path}");
        view! { <link rel="alternate" hreflang=*language href=href/> }
    };
    shell.metadata.alternates.iter().map(link).collect_view().into_any()
}

/// Writes a `<meta name>`, or nothing for empty content.
pub(super) fn meta(name: &'static str, content: String) -> AnyView {
    (!content.is_empty()).then(|| view! { <meta name=name content=content/> }).into_any()
}

/// Returns the page's one address: a view or a campaign's mark makes no other page, a list's next page does.
fn canonical(shell: &Shell) -> String {
    let path = if shell.path == paths::START { "/" } else { shell.path.as_str() };
    let is_list = [paths::BLOG, "/etikett"]
        .iter()
        .any(|list| path.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let page = shell.query.split('&').find_map(|pair| pair.strip_prefix("sida="));
    let page = page.and_then(|number| number.parse::<u16>().ok()).filter(|page| is_list && *page > 1);
    let site = &shell.layout.address;
    match page {
        Some(page) => format!("{site}{path}?sida={page}"),
        None => format!("{site}{path}"),
    }
}

/// Links to the feeds that belong to a page: its edition's or tag's own, and the blog's.
fn feeds(path: &str) -> AnyView {
    const ATOM: &str = "application/atom+xml";
    let mut segments = path.trim_start_matches('/').split('/');
    let own = match (segments.next(), segments.next()) {
        (Some("kalender"), Some(edition)) => Some((paths::edition_feed(edition), "Luckor som har öppnats")),
        (Some("etikett"), Some(tag)) => Some((paths::tag_feed(tag), "Inlägg med etiketten")),
        _ => None,
    };
    view! {
        {own.map(|(href, title)| view! { <link rel="alternate" href=href r#type=ATOM title=title/> })}
        <link rel="alternate" href=paths::FEED r#type=ATOM title="Alla inlägg"/>
        <link rel="alternate" href=paths::FEED_JSON r#type="application/feed+json" title="Alla inlägg (JSON)"/>
    }
    .into_any()
}
