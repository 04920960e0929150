//! From the text of a file to the text of a post.

use app::import::{Cause, Change, Resolver, code_ranges};

use super::references::FolderReferences;
use crate::import::resolved::{Resolved, Rules, link, picture, resolve};

const SHORTCODE: Cause = Cause::look("shortcode", "Kod till ett annat program står kvar i texten");

/// Rewrites a text: links and pictures lead to where they are now, HTML becomes Markdown. Code stays as it is.
pub(super) fn convert(body: &str, references: &mut FolderReferences<'_>) -> Resolved {
    resolve(&prepare(body, references), references)
}

impl Rules for FolderReferences<'_> {
    fn resolver(&mut self) -> &mut dyn Resolver {
        self
    }

    fn link(&mut self, address: &str, is_wiki: bool) -> Change {
        link(address, self.leads_to(address, is_wiki))
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str, is_wiki: bool) -> Change {
        // Obsidian writes a width there.
        let is_width = is_wiki && alt.chars().all(|letter| letter.is_ascii_digit() || letter == 'x');
        let alt = if is_width || is_wiki && alt == address { "" } else { alt };
        picture(alt, is_wiki, Resolver::picture(self, address, alt, caption))
    }
}

/// Reports what was meant for other programs, and mends what only they read: addresses with spaces in them.
fn prepare(body: &str, references: &mut FolderReferences<'_>) -> String {
    let mut code = code_ranges(body).into_iter().peekable();
    let mut text = String::with_capacity(body.len());
    let mut at = 0;
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        while code.next_if(|range| range.end <= at).is_some() {}
        let next_code = code.peek().map_or(body.len(), |range| range.start.max(at));
        if next_code == at && at < body.len() {
            let end = code.next().map_or(body.len(), |range| range.end);
            text.push_str(body.get(at..end).unwrap_or_default());
            at = end;
        } else if let Some(shortcode) = shortcode(rest) {
            references.note(SHORTCODE, shortcode);
            // No tag of HTML, whatever follows the sign.
            text.push_str(&shortcode.replacen("{{<", "{{\\<", 1));
            at += shortcode.len();
        } else if let Some((link, address)) = spaced(rest) {
            text.push_str("](<");
            text.push_str(address);
            text.push_str(">)");
            at += link.len();
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let plain = rest
                .get(first..)
                .and_then(|rest| rest.find(['{', ']']))
                .map_or(rest.len(), |end| first + end);
            let end = (at + plain).min(next_code);
            text.push_str(body.get(at..end).unwrap_or_default());
            at = end;
        }
    }
    text
}

/// How far the end of a code or an address is looked for, in bytes.
const LONGEST: usize = 1000;

/// Returns the beginning of a text's first line.
fn line(text: &str) -> &str {
    let line = text.get(..text.find('\n').unwrap_or(text.len())).unwrap_or_default();
    (0..=LONGEST.min(line.len())).rev().find_map(|end| line.get(..end)).unwrap_or_default()
}

/// Returns the code of another program that a text begins with: `{{< … >}}`, `{% … %}`, `{{ … }}`.
fn shortcode(text: &str) -> Option<&str> {
    let ends = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")];
    let (_, end) = ends.into_iter().find(|(start, _)| text.starts_with(start))?;
    let line = line(text);
    line.get(..line.find(end)? + end.len())
}

/// Returns the end of a link that a text begins with, if its address holds spaces, and that address.
fn spaced(text: &str) -> Option<(&str, &str)> {
    let (address, _) = line(text).strip_prefix("](")?.split_once(')')?;
    let is_spaced =
        address.trim().contains(' ') && address.contains('.') && !address.contains(['<', '"', '\'']);
    is_spaced.then(|| (&text[..address.len() + 3], address.trim()))
}

/// Takes the first heading of a text away if it is of the first level, and returns its words.
pub(super) fn take_title(body: &str) -> (Option<String>, &str) {
    let text = body.trim_start_matches(['\n', ' ']);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(heading) = first.strip_prefix("# ") {
        return (Some(heading.trim().trim_end_matches('#').trim().to_owned()), rest);
    }
    let (second, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let is_underline = !second.trim_end().is_empty() && second.trim_end().bytes().all(|byte| byte == b'=');
    let is_text = first.chars().next().is_some_and(char::is_alphanumeric);
    if is_underline && is_text { (Some(first.trim().to_owned()), after) } else { (None, body) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_heading_is_the_title() {
        assert_eq!(take_title("# Ett #\n\nText"), (Some("Ett".into()), "\nText"));
        assert_eq!(take_title("\nEtt\n===\nText"), (Some("Ett".into()), "Text"));
        for body in ["Text\n# Ett", "## Två\n", "- a\n===", ""] {
            assert_eq!(take_title(body), (None, body), "{body}");
        }
    }

    #[test]
    fn code_of_other_programs_and_spaced_addresses_are_seen() {
        assert_eq!(shortcode("{{< figur src=\"a\" >}} b"), Some("{{< figur src=\"a\" >}}"));
        assert_eq!(shortcode("{% raw %}{{ a }}"), Some("{% raw %}"));
        assert_eq!(shortcode("{{ a\n}}"), None);
        assert_eq!(spaced("](bild bredvid.png) och"), Some(("](bild bredvid.png)", "bild bredvid.png")));
        assert_eq!(spaced("](a.png \"Titel\")"), None);
        assert_eq!(spaced("](a.png)"), None);
    }
}
