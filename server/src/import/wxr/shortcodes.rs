//! Shortcodes, read in one go from beginning to end: text in square brackets that WordPress replaced when a page was shown.

mod parse;
mod replace;

use std::collections::HashSet;

use app::import::Resolver;

use super::causes;
use super::library::Library;
use parse::{Closers, Shortcode};

/// Elements whose content is no place for shortcodes.
const VERBATIM: [&str; 6] = ["pre", "code", "script", "style", "textarea", "kbd"];

/// Returns the HTML of a text whose shortcodes are replaced by what they showed. Unknown ones stay, and the report hears of
/// them. `item` is the id of the item, whose own pictures a gallery may show.
pub(super) fn html(content: &str, item: &str, library: &Library, resolver: &mut dyn Resolver) -> String {
    if !content.contains('[') {
        return content.to_owned();
    }
    let closers = Closers::find(content);
    let mut writer = Writer {
        html: String::with_capacity(content.len()),
        item,
        library,
        resolver,
        has_builder: false,
        endless: HashSet::new(),
    };
    let mut at = 0;
    while let Some(sign) = content.get(at..).and_then(|rest| rest.find(['<', '['])).map(|found| at + found) {
        writer.html.push_str(content.get(at..sign).unwrap_or_default());
        let rest = content.get(sign..).unwrap_or_default();
        at = sign
            + if rest.starts_with('<') {
                writer.skip(rest)
            } else {
                writer.bracket(rest, sign, content, &closers)
            };
    }
    writer.html.push_str(content.get(at..).unwrap_or_default());
    writer.html
}

struct Writer<'a> {
    html: String,
    item: &'a str,
    library: &'a Library,
    resolver: &'a mut dyn Resolver,
    has_builder: bool,
    /// Elements of which no further one ends, so that nobody looks for each end in vain.
    endless: HashSet<String>,
}

impl Writer<'_> {
    /// Copies a tag, a comment, or an element in which brackets are brackets. Returns its length.
    fn skip(&mut self, rest: &str) -> usize {
        let length = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map_or(rest.len(), |end| end + 7)
        } else {
            let name: String =
                rest.chars().skip(1).take_while(char::is_ascii_alphanumeric).take(12).collect();
            let name = name.to_ascii_lowercase();
            let whole = if VERBATIM.contains(&&*name) {
                self.until(rest, &name, |rest| verbatim(rest, &name))
            } else {
                None
            };
            whole.or_else(|| self.until(rest, "", |rest| rest.find('>').map(|end| end + 1))).unwrap_or(1)
        };
        self.html.push_str(rest.get(..length).unwrap_or_default());
        length
    }

    /// Looks for an end, unless it is known that there is none any more.
    fn until(&mut self, rest: &str, name: &str, find: impl Fn(&str) -> Option<usize>) -> Option<usize> {
        if self.endless.contains(name) {
            return None;
        }
        let found = find(rest);
        if found.is_none() {
            self.endless.insert(name.to_owned());
        }
        found
    }

    /// Reads what begins with a bracket. Returns how much of it is done.
    fn bracket(&mut self, rest: &str, at: usize, content: &str, closers: &Closers) -> usize {
        if let Some(length) = doubled(rest) {
            self.html.push_str(rest.get(1..length - 1).unwrap_or_default());
            return length;
        }
        if let Some((name, length)) = parse::closer(rest) {
            if !replace::is_builder(name) {
                self.html.push_str(rest.get(..length).unwrap_or_default());
            }
            return length;
        }
        let Some(code) = Shortcode::parse(rest) else {
            self.html.push('[');
            return 1;
        };
        let end = at + code.length;
        let close = if code.is_whole { None } else { closers.after(code.name, end) };
        let inner = close.and_then(|(start, _)| content.get(end..start)).unwrap_or_default();
        if let Some(html) = self.replaced(&code, inner) {
            self.html.push_str(&html);
            return close.map_or(code.length, |(_, end)| end - at);
        }
        if replace::is_builder(code.name) {
            if !std::mem::replace(&mut self.has_builder, true) {
                self.resolver.note(causes::BUILDER, code.name);
            }
            let html = self.builder(&code);
            self.html.push_str(&html);
            return code.length;
        }
        if code.is_likely || close.is_some() {
            self.resolver.note(causes::SHORTCODE, code.name);
        }
        self.html.push_str(rest.get(..code.length).unwrap_or_default());
        code.length
    }
}

/// Returns the length of an element whose content is copied as it is.
fn verbatim(rest: &str, name: &str) -> Option<usize> {
    let end = format!("</{name}");
    let found = rest
        .match_indices("</")
        .find(|(at, _)| rest.get(*at..*at + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)));
    found.map(|(at, _)| at + end.len())
}

/// Returns the length of a shortcode in doubled brackets, which only shows it: `[[gallery]]`.
fn doubled(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("[[")?;
    let code = Shortcode::parse(rest.get(1..)?)?;
    inner.get(code.length - 1..)?.starts_with(']').then_some(code.length + 2)
}
