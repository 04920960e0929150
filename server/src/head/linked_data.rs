//! schema.org, as JSON-LD: what a page is, in words that search engines share.

use app::page_metadata::{Facts, Subject, TextFacts};
use app::paths;
use app::time::{UnixMillis, at_home, from_millis};
use serde_json::{Value, json};

use super::PageHead;

/// What the page is about; nothing for a page that is only a page.
pub(super) fn linked_data(page: &PageHead, link: &str, facts: &Facts) -> Option<Value> {
    let mut data = match facts.subject.as_ref()? {
        Subject::Site => {
            return Some(
                json!({ "@context": "https://schema.org", "@graph": [website(page), organisation(page)] }),
            );
        }
        Subject::Text(text) => article(page, link, facts, text),
        Subject::Edition { first, last } => event(page, link, facts, *first, *last),
        Subject::Door(_) | Subject::Sensitive => return None,
    };
    data["@context"] = json!("https://schema.org");
    if !facts.description.is_empty() {
        data["description"] = json!(facts.description);
    }
    Some(data)
}

fn website(page: &PageHead) -> Value {
    json!({
        "@type": "WebSite",
        "name": page.site.name,
        "description": page.site.description,
        "url": format!("{}{}", page.address, paths::START),
        "inLanguage": "sv",
        "publisher": { "@id": organisation_id(page) },
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": format!("{}{}?q={{search_term_string}}", page.address, paths::SEARCH),
            },
            "query-input": "required name=search_term_string",
        },
    })
}

fn organisation_id(page: &PageHead) -> String {
    format!("{}/#organisation", page.address)
}

fn organisation(page: &PageHead) -> Value {
    json!({
        "@type": "Organization",
        "@id": organisation_id(page),
        "name": page.site.name,
        "slogan": page.site.vision,
        "url": format!("{}{}", page.address, paths::START),
        "logo": format!("{}{}", page.address, super::ICON),
    })
}

fn article(page: &PageHead, link: &str, facts: &Facts, text: &TextFacts) -> Value {
    let author = if text.author.is_empty() {
        organisation(page)
    } else {
        json!({ "@type": "Person", "name": text.author })
    };
    let mut article = json!({
        "@type": "Article",
        "headline": facts.title,
        "datePublished": instant(text.published),
        "dateModified": instant(text.changed),
        "author": author,
        "publisher": organisation(page),
        "mainEntityOfPage": link,
        "inLanguage": "sv",
    });
    if let Some(image) = &text.image {
        article["image"] = json!([format!("{}{image}", page.address)]);
    }
    if !text.tags.is_empty() {
        article["keywords"] = json!(text.tags);
    }
    article
}

fn event(page: &PageHead, link: &str, facts: &Facts, first: UnixMillis, last: UnixMillis) -> Value {
    json!({
        "@type": "Event",
        "name": facts.title,
        "startDate": instant(first),
        "endDate": instant(last),
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": { "@type": "VirtualLocation", "url": link },
        "organizer": organisation(page),
        "image": [format!("{}{}", page.address, super::ICON)],
        "inLanguage": "sv",
        "isAccessibleForFree": true,
    })
}

/// "2026-12-07T08:00:00+01:00"
fn instant(millis: UnixMillis) -> String {
    at_home(from_millis(millis)).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
