//! Open Graph: what other sites show beside a link.

use http::StatusCode;
use leptos::html;
use leptos::prelude::*;

use super::Shell;
use super::head::meta;
use crate::layout::Layout;
use crate::page_metadata::{PageKind, SocialImage};
use crate::paths;

/// Writes the page's Open Graph properties. A closed door (403) and a sensitive text get neither description nor
/// image: a preview must not show more of them than title and address.
pub(super) fn open_graph(shell: &Shell, link: String) -> AnyView {
    let metadata = &shell.metadata;
    let site_name = &shell.layout.settings.name;
    let title = if metadata.title.is_empty() { site_name } else { &metadata.title };
    let is_text = matches!(metadata.kind, Some(PageKind::Text(_)));
    let is_shown = shell.status == StatusCode::OK && metadata.kind != Some(PageKind::Sensitive);
    view! {
        {property("og:site_name", site_name.clone())}
        {property("og:locale", "sv_SE".to_owned())}
        {property("og:url", link)}
        {property("og:title", title.clone())}
        {property("og:type", if is_text { "article" } else { "website" }.to_owned())}
        {is_shown.then(|| content(shell, title))}
    }
    .into_any()
}

fn content(shell: &Shell, title: &str) -> AnyView {
    let Layout { address: site, brand, .. } = &shell.layout;
    let own = match &shell.metadata.kind {
        Some(PageKind::Text(text)) => {
            text.image.as_ref().map(|image| (image.path.clone(), alt(image, title)))
        }
        Some(PageKind::Door(image)) => Some((image.path.clone(), alt(image, title))),
        _ => None,
    };
    let shared = || {
        let picture = brand.shared_picture.as_ref()?;
        Some((paths::shared_picture(picture.id), picture.alt.clone()))
    };
    let large = own.or_else(shared);
    let image = large.as_ref().map_or_else(|| brand.icon.address(paths::ICON_512), |(path, _)| path.clone());
    view! {
        {property("og:description", shell.metadata.description.clone())}
        {property("og:image", format!("{site}{image}"))}
        {large.map(|(_, alt)| view! {
            {property("og:image:width", "1200".to_owned())}
            {property("og:image:height", "630".to_owned())}
            {property("og:image:alt", alt)}
            {meta("twitter:card", "summary_large_image".to_owned())}
        })}
    }
    .into_any()
}

/// Says what a social image shows: the title, which is written on it, and its picture.
fn alt(image: &SocialImage, title: &str) -> String {
    if image.alt.is_empty() { title.to_owned() } else { format!("{title} – {}", image.alt) }
}

/// Writes a `<meta property>`, or nothing for empty content.
fn property(name: &'static str, content: String) -> AnyView {
    // The view macro does not know that a meta element may have a property.
    (!content.is_empty()).then(|| html::meta().attr("property", name).content(content)).into_any()
}
