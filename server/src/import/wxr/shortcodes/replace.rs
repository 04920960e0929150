//! What shortcodes showed.

use html_escape::encode_double_quoted_attribute as encoded;

use super::super::causes;
use super::super::library::Attachment;
use super::Writer;
use super::parse::Shortcode;

/// What the names of page builders' shortcodes begin with.
const BUILDERS: [&str; 17] = [
    "et_pb_", "vc_", "fusion_", "av_", "cs_", "tatsu_", "mk_", "fl_", "su_", "kt_", "ux_", "wpb_", "mpc_",
    "nectar_", "one_", "two_", "three_",
];
/// Attributes of page builders' shortcodes that readers saw as text.
const WORDS: [&str; 4] = ["title", "heading", "text", "button_text"];

/// Whether a name is one of a page builder's, which frames content.
pub(super) fn is_builder(name: &str) -> bool {
    BUILDERS.iter().any(|builder| name.starts_with(builder))
}

impl Writer<'_> {
    /// Returns the HTML of a shortcode of WordPress itself; `None` for any other.
    pub(super) fn replaced(&mut self, code: &Shortcode<'_>, inner: &str) -> Option<String> {
        Some(match code.name {
            "caption" | "wp_caption" => caption(code, inner),
            "gallery" | "playlist" => self.gallery(code),
            "embed" => match code.get("src").unwrap_or(inner.trim()) {
                "" => String::new(),
                address => format!("<p>{address}</p>"),
            },
            "audio" => media("audio", code, &["src", "mp3", "m4a", "ogg", "wav", "wma", "flac"], inner),
            "video" => media("video", code, &["src", "mp4", "m4v", "webm", "ogv", "wmv", "flv"], inner),
            "youtube" | "vimeo" => {
                format!("<p>{}</p>", code.get("url").or_else(|| first(code)).unwrap_or(inner).trim())
            }
            _ => return None,
        })
    }

    /// Returns the pictures of a gallery in their order: those that it names, or all that belong to the item.
    fn gallery(&mut self, code: &Shortcode<'_>) -> String {
        let mut html = String::from("<figure class=\"gallery\">");
        if let Some(ids) = code.get("ids").or_else(|| code.get("include")) {
            for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
                match self.library.attachment(id).filter(|attachment| !attachment.url.is_empty()) {
                    Some(attachment) => html.push_str(&figure(attachment)),
                    None => self.resolver.note(causes::GALLERY_MISSING, id),
                }
            }
        } else {
            let of = code.get("id").unwrap_or(self.item);
            self.library.attachments_of(of).for_each(|attachment| html.push_str(&figure(attachment)));
        }
        html.push_str("</figure>");
        html
    }

    /// Returns what a page builder's shortcode shows by its attributes alone.
    pub(super) fn builder(&mut self, code: &Shortcode<'_>) -> String {
        let mut html = String::new();
        let by_id = || self.library.attachment(code.get("image")?).map(|attachment| &*attachment.url);
        if let Some(address) = code.get("src").filter(|src| src.contains('/')).or_else(by_id) {
            let alt = code.get("alt").unwrap_or_default();
            html.extend(["<p><img src=\"", &*encoded(address), "\" alt=\"", &*encoded(alt), "\"></p>"]);
        }
        let link = code.get("button_url").or_else(|| code.get("link").filter(|link| link.contains('/')));
        let is_heading = code.name.ends_with("heading");
        for words in WORDS.iter().filter_map(|key| code.get(key)) {
            match link {
                Some(address) => html.extend(["<p><a href=\"", &*encoded(address), "\">", words, "</a></p>"]),
                None if is_heading => html.extend(["<h3>", words, "</h3>"]),
                None => html.extend(["<p>", words, "</p>"]),
            }
        }
        html
    }
}

/// Returns the first attribute that is a value alone.
fn first<'a>(code: &Shortcode<'a>) -> Option<&'a str> {
    code.attributes.iter().find(|(key, _)| key.is_empty()).map(|(_, value)| *value)
}

fn figure(attachment: &Attachment) -> String {
    let Attachment { url, alt, caption, title } = attachment;
    if !super::super::super::html::is_picture(url) {
        let words = html_escape::encode_text(if title.is_empty() { url } else { title });
        return format!("<p><a href=\"{}\">{words}</a></p>", encoded(url));
    }
    let caption = if caption.is_empty() {
        String::new()
    } else {
        format!("<figcaption>{}</figcaption>", html_escape::encode_text(caption))
    };
    format!("<figure><img src=\"{}\" alt=\"{}\">{caption}</figure>", encoded(url), encoded(alt))
}

/// Returns a picture with the words under it: those after the picture, or in an attribute as in old texts.
fn caption(code: &Shortcode<'_>, inner: &str) -> String {
    let end = inner.find("<img").and_then(|at| {
        let tag = at + inner.get(at..)?.find('>')? + 1;
        let rest = inner.get(tag..)?;
        let link = rest.trim_start().strip_prefix("</a>").map_or(0, |after| rest.len() - after.len());
        Some(tag + link)
    });
    let (picture, words) = inner.split_at(end.unwrap_or(0));
    let words = match (words.trim(), code.get("caption")) {
        ("", Some(words)) | (words, _) => words,
    };
    format!("<figure>{}<figcaption>{words}</figcaption></figure>", picture.trim())
}

fn media(element: &str, code: &Shortcode<'_>, keys: &[&str], inner: &str) -> String {
    match keys.iter().find_map(|key| code.get(key)) {
        Some(address) => format!("<{element} src=\"{}\"></{element}>", encoded(address)),
        None => inner.to_owned(),
    }
}
