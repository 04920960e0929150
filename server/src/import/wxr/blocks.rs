//! Block comments: what the editor of WordPress writes around each block. What they say becomes HTML, and they go.

use app::import::{Cause, Resolver};
use html_escape::encode_double_quoted_attribute;
use serde_json::Value;

use super::super::html::BREAKS_KEPT;
use super::causes;
use super::library::Library;

/// How deep reusable blocks may be put into each other.
const MAX_DEPTH: usize = 4;
/// The most text that reusable blocks may grow a text to, in bytes.
const MOST_TEXT: usize = 2 * 1024 * 1024;

/// Blocks of WordPress whose HTML says all.
const PLAIN: [&str; 46] = [
    "accordion",
    "accordion-heading",
    "accordion-item",
    "accordion-panel",
    "audio",
    "block",
    "button",
    "buttons",
    "classic",
    "code",
    "column",
    "columns",
    "cover",
    "details",
    "embed",
    "file",
    "footnotes",
    "freeform",
    "gallery",
    "group",
    "heading",
    "html",
    "image",
    "list",
    "list-item",
    "math",
    "media-text",
    "missing",
    "more",
    "nextpage",
    "paragraph",
    "preformatted",
    "pullquote",
    "quote",
    "row",
    "separator",
    "shortcode",
    "spacer",
    "stack",
    "subhead",
    "table",
    "text-columns",
    "verse",
    "video",
    "widget-group",
    "social-links",
];
/// Attributes in which blocks keep the address of what they show.
const MEDIA: [&str; 4] = ["url", "mediaUrl", "src", "href"];

/// Whether a text was written in blocks.
pub(super) fn has_blocks(content: &str) -> bool {
    content.contains("<!-- wp:")
}

/// Returns the HTML of a text in blocks. `footnotes` is the field in which WordPress keeps them.
pub(super) fn html(content: &str, footnotes: &str, library: &Library, resolver: &mut dyn Resolver) -> String {
    let mut writer = Writer {
        html: String::with_capacity(content.len()),
        footnotes,
        library,
        resolver,
        has_columns: false,
    };
    writer.write(content, 0);
    writer.html
}

struct Writer<'a> {
    html: String,
    footnotes: &'a str,
    library: &'a Library,
    resolver: &'a mut dyn Resolver,
    has_columns: bool,
}

impl Writer<'_> {
    fn write(&mut self, content: &str, depth: usize) {
        let mut rest = content;
        let mut open = 0_usize;
        while let Some((before, comment, after)) = next_comment(rest) {
            self.text(before, open == 0 && depth == 0);
            match Comment::parse(comment) {
                Comment::Start { name, attributes, is_whole } => {
                    self.block(name, &attributes, is_whole, after, depth);
                    open += usize::from(!is_whole);
                }
                Comment::End => open = open.saturating_sub(1),
                Comment::Other => self.html.extend(["<!--", comment, "-->"]),
            }
            rest = after;
        }
        self.text(rest, open == 0 && depth == 0);
    }

    /// Text between comments. Outside all blocks it is text from before blocks, whose breaks count.
    fn text(&mut self, text: &str, is_outside: bool) {
        if is_outside && !text.trim().is_empty() {
            self.html.extend(["<div ", BREAKS_KEPT, ">", text, "</div>"]);
        } else {
            self.html.push_str(text);
        }
    }

    fn block(&mut self, name: &str, attributes: &Value, is_whole: bool, after: &str, depth: usize) {
        let own = name.strip_prefix("core/").unwrap_or(name);
        let inner = after.split("<!--").next().unwrap_or_default();
        match own {
            "block" => self.reusable(attributes, depth),
            "columns" if !std::mem::replace(&mut self.has_columns, true) => self.note(causes::COLUMNS, ""),
            "embed" if is_whole => {
                let address = attributes.get("url").and_then(Value::as_str).unwrap_or_default();
                self.html.extend(["<p>", &*encode_double_quoted_attribute(address), "</p>"]);
            }
            "footnotes" => self.notes(),
            "cover" | "media-text" | "image" if !inner.contains("<img") => self.media("img", attributes),
            "audio" if !inner.contains("<audio") => self.media("audio", attributes),
            "video" if !inner.contains("<video") => self.media("video", attributes),
            _ if own.contains('/') => {
                let texts = texts(attributes);
                let words = if is_whole && !texts.is_empty() {
                    format!(": ”{}”", texts.join("”, ”"))
                } else {
                    String::new()
                };
                self.note(causes::UNKNOWN_BLOCK, &format!("{own}{words}"));
            }
            _ if is_whole && !PLAIN.contains(&own) => self.note(causes::DYNAMIC_BLOCK, own),
            _ => {}
        }
    }

    /// Puts a reusable block where it stands.
    fn reusable(&mut self, attributes: &Value, depth: usize) {
        let id = match attributes.get("ref") {
            Some(Value::Number(id)) => id.to_string(),
            Some(Value::String(id)) => id.clone(),
            _ => String::new(),
        };
        match self.library.block(&id) {
            Some(content) if depth < MAX_DEPTH && self.html.len() + content.len() <= MOST_TEXT => {
                if has_blocks(content) {
                    self.write(content, depth + 1);
                } else {
                    self.text(content, true);
                }
            }
            _ => self.note(causes::BLOCK_MISSING, &id),
        }
    }

    /// Shows what a block names in its attributes alone.
    fn media(&mut self, element: &str, attributes: &Value) {
        let text = |name: &str| attributes.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let address = MEDIA.into_iter().find_map(text).map(str::to_owned).or_else(|| {
            let id = attributes.get("id").or_else(|| attributes.get("mediaId"))?.to_string();
            Some(self.library.attachment(&id)?.url.clone())
        });
        if let Some(address) = address {
            let address = encode_double_quoted_attribute(&address).into_owned();
            let alt = encode_double_quoted_attribute(text("alt").unwrap_or_default()).into_owned();
            let html = match element {
                "img" => format!("<figure><img src=\"{address}\" alt=\"{alt}\"></figure>"),
                _ => format!("<{element} src=\"{address}\"></{element}>"),
            };
            self.html.push_str(&html);
        }
    }

    /// Writes the footnotes, which WordPress keeps outside the text.
    fn notes(&mut self) {
        let Ok(Value::Array(notes)) = serde_json::from_str(self.footnotes) else { return };
        self.html.push_str("<ol>");
        for note in &notes {
            let text = |name: &str| note.get(name).and_then(Value::as_str).unwrap_or_default();
            let id = encode_double_quoted_attribute(text("id"));
            let content = text("content");
            self.html.extend(["<li id=\"", &*id, "\">", content, " <a href=\"#", &*id, "-link\">↩</a></li>"]);
        }
        self.html.push_str("</ol>");
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.resolver.note(cause, detail);
    }
}

/// A comment.
enum Comment<'a> {
    Start { name: &'a str, attributes: Value, is_whole: bool },
    End,
    Other,
}

impl<'a> Comment<'a> {
    fn parse(comment: &'a str) -> Self {
        let comment = comment.trim();
        if comment.starts_with("/wp:") {
            return Self::End;
        }
        let Some(rest) = comment.strip_prefix("wp:") else { return Self::Other };
        let (rest, is_whole) = rest.strip_suffix('/').map_or((rest, false), |rest| (rest.trim_end(), true));
        let (name, attributes) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let attributes = serde_json::from_str(attributes.trim()).unwrap_or(Value::Null);
        Self::Start { name, attributes, is_whole }
    }
}

/// Returns the text before the next comment, the comment and the text after it.
fn next_comment(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("<!--")?;
    let (comment, after) = rest.split_once("-->")?;
    Some((before, comment, after))
}

/// Returns what among a block's settings looks like words for readers.
fn texts(attributes: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(attributes, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if found.len() < 5 => {
            let text = super::library::plain(text);
            let is_setting = text.len() < 4 || text.starts_with(['#', '/']) || text.contains("://");
            let is_code =
                text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "-_.%".contains(c));
            if !is_setting && !is_code {
                found.push(text.chars().take(60).collect());
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(values) => values.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}
