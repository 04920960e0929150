//! Cards: the boxes of Ghost's editors, as HTML that means the same.
//!
//! Columns that hold HTML go in as they are: the importer's conversion cleans all of it.

use app::import::Resolver;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use serde_json::Value;

use super::causes;
use super::references::is_portal;
use super::text::Pieces;

/// Returns a field of a node as text; empty when it has none.
pub(super) fn field<'a>(node: &'a Value, name: &str) -> &'a str {
    node[name].as_str().unwrap_or_default()
}

/// Adds a card to the text, or tells why it does not come along. One that is not known never ends anything.
pub(super) fn card(name: &str, card: &Value, pieces: &mut Pieces, resolver: &mut dyn Resolver) {
    if is_hidden(card) {
        return resolver.note(causes::HIDDEN, name);
    }
    let dropped = match name {
        "markdown" | "card-markdown" => return pieces.markdown(field(card, "markdown")),
        "signup" => causes::SIGNUP,
        "email" => causes::EMAIL,
        "email-cta" => causes::EMAIL_CTA,
        "transistor" => causes::TRANSISTOR,
        "paywall" => causes::PAYWALL,
        "button" if is_portal(field(card, "buttonUrl")) => causes::PORTAL_BUTTON,
        _ => {
            if name == "product" && card["productRatingEnabled"] == true {
                resolver.note(causes::RATING, field(card, "productTitle"));
            }
            match html(name, card) {
                Some(html) => *pieces.html() += &html,
                None => resolver.note(causes::UNKNOWN_CARD, &format!("{name}: {}", words(card))),
            }
            return;
        }
    };
    resolver.note(dropped, field(card, "header"));
}

/// Whether a card is kept from some who read the page.
fn is_hidden(card: &Value) -> bool {
    let visibility = &card["visibility"];
    visibility["showOnWeb"] == false || visibility["web"]["nonMember"] == false
}

fn html(name: &str, card: &Value) -> Option<String> {
    let get = |name: &str| field(card, name);
    let button = |shown: &str, address: &str, words: &str| {
        if card[shown] == true { paragraph(&link(get(address), get(words))) } else { String::new() }
    };
    Some(match name {
        "hr" | "horizontalrule" => "<hr>".to_owned(),
        "html" => get("html").to_owned(),
        "image" => figure(&linked(get("href"), &image(card)), get("caption")),
        "gallery" => {
            figure(&card["images"].as_array()?.iter().map(image).collect::<String>(), get("caption"))
        }
        "code" | "codeblock" => {
            let language = attribute(get("language")).into_owned();
            let code = encode_text(get("code"));
            format!(
                "<pre><code class=\"language-{language}\">{code}</code></pre>{}",
                paragraph(get("caption"))
            )
        }
        "callout" => {
            format!("<blockquote>{}</blockquote>", with_emoji(get("calloutEmoji"), get("calloutText")))
        }
        "toggle" => format!("<h3>{}</h3>{}", get("heading"), get("content")),
        "bookmark" | "embed" => {
            let title = first_of([field(&card["metadata"], "title"), get("url")]);
            paragraph(&link(get("url"), title)) + &paragraph(get("caption"))
        }
        "file" => {
            let size = card["fileSize"].as_u64().map(|size| format!(" ({} kB)", size.div_ceil(1000)));
            let title = first_of([get("fileTitle"), get("fileName")]);
            paragraph(&(link(get("src"), title) + &size.unwrap_or_default())) + &paragraph(get("fileCaption"))
        }
        "audio" => paragraph(&link(get("src"), first_of([get("title"), "Ljud"]))),
        "video" => {
            paragraph(&link(get("src"), first_of([get("fileName"), "Film"]))) + &paragraph(get("caption"))
        }
        "button" => paragraph(&link(get("buttonUrl"), get("buttonText"))),
        "header" => {
            let button = button("buttonEnabled", "buttonUrl", "buttonText");
            format!("<h2>{}</h2>{}{button}", get("header"), paragraph(get("subheader")))
        }
        "product" => {
            let button = button("productButtonEnabled", "productUrl", "productButton");
            let picture = card["productImageSrc"].as_str().filter(|src| !src.is_empty());
            let picture =
                picture.map(|src| format!("<p><img src=\"{}\"></p>", attribute(src))).unwrap_or_default();
            let (title, about) = (get("productTitle"), get("productDescription"));
            format!("<h3>{title}</h3>{picture}{about}{button}")
        }
        "call-to-action" => {
            let label = if card["hasSponsorLabel"] == true { get("sponsorLabel") } else { "" };
            let button = button("showButton", "buttonUrl", "buttonText");
            format!("{label}{}{button}", get("textValue"))
        }
        _ => return None,
    })
}

fn image(image: &Value) -> String {
    format!("<img src=\"{}\" alt=\"{}\">", attribute(field(image, "src")), attribute(field(image, "alt")))
}

fn linked(address: &str, html: &str) -> String {
    if address.is_empty() {
        html.to_owned()
    } else {
        format!("<a href=\"{}\">{html}</a>", attribute(address))
    }
}

fn figure(html: &str, caption: &str) -> String {
    let caption =
        if caption.is_empty() { String::new() } else { format!("<figcaption>{caption}</figcaption>") };
    format!("<figure>{html}{caption}</figure>")
}

/// Returns a link with words that are plain text.
fn link(address: &str, words: &str) -> String {
    linked(address, &encode_text(words))
}

fn paragraph(html: &str) -> String {
    if html.is_empty() { String::new() } else { format!("<p>{html}</p>") }
}

fn first_of(texts: [&str; 2]) -> &str {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}

/// Puts a sign before the first word.
fn with_emoji(emoji: &str, html: &str) -> String {
    match html.strip_prefix("<p>") {
        Some(rest) if !emoji.is_empty() => format!("<p>{} {rest}", encode_text(emoji)),
        _ => format!("{} {html}", encode_text(emoji)),
    }
}

/// Returns all texts of a card that is not known, for somebody to look at.
fn words(card: &Value) -> String {
    let texts =
        card.as_object().into_iter().flatten().filter(|(name, _)| !matches!(&***name, "type" | "cardName"));
    let texts = texts.filter_map(|(_, value)| value.as_str());
    texts.collect::<Vec<_>>().join(" · ")
}
