//! schema.org as JSON-LD: what a page is, for search engines.

use http::StatusCode;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::Shell;
use crate::page_metadata::{PageKind, TextMetadata};
use crate::paths;
use crate::time::{UnixMillis, at_home, from_millis};

/// Writes the page's JSON-LD, if its kind has any.
pub(super) fn linked_data(shell: &Shell, link: &str) -> AnyView {
    let data = (shell.status == StatusCode::OK).then(|| json_ld(shell, link)).flatten();
    data.map(|data| {
        // The text of a script is not escaped; without `<` it cannot end the script.
        let data = data.to_string().replace('<', "\\u003c");
        view! { <script r#type="application/ld+json" nonce=shell.nonce.clone()>{data}</script> }
    })
    .into_any()
}

fn json_ld(shell: &Shell, link: &str) -> Option<Value> {
    let mut data = match shell.metadata.kind.as_ref()? {
        PageKind::Site => {
            return Some(
                json!({ "@context": "https://schema.org", "@graph": [website(shell), organisation(shell)] }),
            );
        }
        PageKind::Text(text) => article(shell, link, text),
        PageKind::Edition { first, last } => event(shell, link, *first, *last),
        PageKind::Door(_) | PageKind::Sensitive => return None,
    };
    data["@context"] = json!("https://schema.org");
    let description = &shell.metadata.description;
    if !description.is_empty() {
        data["description"] = json!(description);
    }
    Some(data)
}

fn website(shell: &Shell) -> Value {
    json!({
        "@type": "WebSite",
        "name": shell.layout.settings.name,
        "description": shell.layout.settings.description,
        "url": format!("{}{}", shell.layout.address, paths::START),
        "inLanguage": "sv",
        "publisher": { "@id": organisation_id(shell) },
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": format!("{}{}?q={{search_term_string}}", shell.layout.address, paths::SEARCH),
            },
            "query-input": "required name=search_term_string",
        },
    })
}

fn organisation_id(shell: &Shell) -> String {
    format!("{}/#organisation", shell.layout.address)
}

fn organisation(shell: &Shell) -> Value {
    json!({
        "@type": "Organization",
        "@id": organisation_id(shell),
        "name": shell.layout.settings.name,
        "slogan": shell.layout.settings.vision,
        "url": format!("{}{}", shell.layout.address, paths::START),
        "logo": format!("{}{}", shell.layout.address, shell.layout.brand.icon.address(paths::ICON_512)),
    })
}

fn article(shell: &Shell, link: &str, text: &TextMetadata) -> Value {
    let author = if text.author.is_empty() {
        organisation(shell)
    } else {
        json!({ "@type": "Person", "name": text.author })
    };
    let mut article = json!({
        "@type": "Article",
        "headline": shell.metadata.title,
        "datePublished": instant(text.published),
        "dateModified": instant(text.changed),
        "author": author,
        "publisher": organisation(shell),
        "mainEntityOfPage": link,
        "inLanguage": text.language,
    });
    if let Some(image) = &text.image {
        article["image"] = json!([format!("{}{}", shell.layout.address, image.path)]);
    }
    if !text.tags.is_empty() {
        article["keywords"] = json!(text.tags);
    }
    article
}

fn event(shell: &Shell, link: &str, first: UnixMillis, last: UnixMillis) -> Value {
    json!({
        "@type": "Event",
        "name": shell.metadata.title,
        "startDate": instant(first),
        "endDate": instant(last),
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": { "@type": "VirtualLocation", "url": link },
        "organizer": organisation(shell),
        "image": [format!("{}{}", shell.layout.address, shell.layout.brand.icon.address(paths::ICON_512))],
        "inLanguage": "sv",
        "isAccessibleForFree": true,
    })
}

/// "2026-12-07T08:00:00+01:00"
fn instant(millis: UnixMillis) -> String {
    at_home(from_millis(millis)).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
