//! Changing addresses in Markdown without touching anything else of it.

use std::ops::Range;

use super::edits::{Edits, destination, escaped, titled};
use super::visible_characters;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// Something in a Markdown text that leads elsewhere, or is not Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// A link. Of `[[Namn]]` the address is the name.
    Link {
        /// Where it leads, as written.
        address: &'a str,
        /// Whether it is written as `[[Namn]]`.
        is_wiki: bool,
    },
    /// A picture.
    Picture {
        /// Its address, as written.
        address: &'a str,
        /// The words for those who do not see it.
        alt: &'a str,
        /// The words under it.
        caption: &'a str,
        /// Whether it is written as `![[namn.png]]`.
        is_wiki: bool,
    },
    /// A block of HTML.
    HtmlBlock(&'a str),
    /// A tag of HTML within a line.
    HtmlTag(&'a str),
}

/// What becomes of a [`Part`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It stays as it is.
    Keep,
    /// It leads to another address, with the same words.
    Address(String),
    /// Its words stay, and lead nowhere. Of a picture, its alternative text; of HTML, nothing.
    Words,
    /// This Markdown takes its place.
    Markdown(String),
}

/// Rewrites the parts of a text; what lies in code is no part. Links by reference become ordinary ones when they change.
pub fn rewrite(markdown: &str, change: &mut dyn FnMut(Part<'_>) -> Change) -> String {
    let parser = Parser::new_ext(markdown, options());
    let mut edits = Edits::default();
    let definitions: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    let mut open: Vec<Open<'_>> = Vec::new();
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                open.push(Open::new(link_type, dest_url, title, range.clone(), false));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                open.push(Open::new(link_type, dest_url, title, range.clone(), true));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(done) = open.pop() {
                    let alt = done.alt.clone();
                    done.close(change, &mut edits);
                    if let Some(outer) = open.last_mut() {
                        outer.words_end = outer.words_end.max(range.end);
                        outer.alt.push_str(&alt);
                    }
                }
                continue;
            }
            Event::Start(Tag::HtmlBlock) => {
                edits.add_html_block(markdown, range.clone(), |html| change(Part::HtmlBlock(html)));
            }
            Event::InlineHtml(html) => edits.add_html(range.clone(), change(Part::HtmlTag(&html))),
            Event::Text(ref text) | Event::Code(ref text) => {
                if let Some(inner) = open.last_mut() {
                    inner.alt.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(inner) = open.last_mut() {
                    inner.alt.push(' ');
                }
            }
            _ => {}
        }
        if let Some(inner) = open.last_mut().filter(|inner| inner.range != range) {
            inner.words_end = inner.words_end.max(range.end);
        }
    }
    if edits.has_inlined {
        edits.changes.extend(definitions.into_iter().map(|span| (span, String::new())));
    }
    edits.apply(markdown)
}

/// Returns where a text is code, in its order.
pub fn code_ranges(markdown: &str) -> Vec<Range<usize>> {
    let code = Parser::new_ext(markdown, options()).into_offset_iter().filter_map(|(event, range)| {
        matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))).then_some(range)
    });
    code.collect()
}

/// Counts the visible characters of a text, white space not counted: its words and the captions of its pictures.
pub fn visible_in_markdown(markdown: &str) -> usize {
    let mut count = 0;
    let mut in_picture = 0_usize;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Image { title, .. }) => {
                count += visible_characters(&title);
                in_picture += 1;
            }
            Event::End(TagEnd::Image) => in_picture = in_picture.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if in_picture == 0 => count += visible_characters(&text),
            _ => {}
        }
    }
    count
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_WIKILINKS
}

/// A link or picture whose words are being read.
struct Open<'a> {
    link_type: LinkType,
    address: CowStr<'a>,
    title: CowStr<'a>,
    range: Range<usize>,
    is_picture: bool,
    words_end: usize,
    alt: String,
}

impl<'a> Open<'a> {
    fn new(
        link_type: LinkType,
        address: CowStr<'a>,
        title: CowStr<'a>,
        range: Range<usize>,
        is_picture: bool,
    ) -> Self {
        let words_end = range.start + if is_picture { 2 } else { 1 };
        Self { link_type, address, title, range, is_picture, words_end, alt: String::new() }
    }

    fn close(self, change: &mut dyn FnMut(Part<'_>) -> Change, edits: &mut Edits) {
        let is_wiki = matches!(self.link_type, LinkType::WikiLink { .. });
        if matches!(self.link_type, LinkType::Email) {
            return;
        }
        let part = if self.is_picture {
            Part::Picture { address: &self.address, alt: &self.alt, caption: &self.title, is_wiki }
        } else {
            Part::Link { address: &self.address, is_wiki }
        };
        let changed = change(part);
        let is_defined_elsewhere =
            matches!(self.link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
        let changed = match changed {
            // Its definition may go, so it takes the address along.
            Change::Keep if is_defined_elsewhere => Change::Address(self.address.to_string()),
            other => other,
        };
        edits.has_inlined |= is_defined_elsewhere;
        let words_start = self.range.start + if self.is_picture { 2 } else { 1 };
        let is_whole = is_wiki || matches!(self.link_type, LinkType::Autolink);
        match changed {
            Change::Keep => {}
            Change::Address(address) if is_whole => {
                let (sign, words) = (if self.is_picture { "!" } else { "" }, escaped(&self.alt));
                let link = format!("{sign}[{words}]({}{})", destination(&address), titled(&self.title));
                edits.replace(self.range, link);
            }
            Change::Address(address) => {
                let tail = format!("]({}{})", destination(&address), titled(&self.title));
                edits.changes.push((self.words_end..self.range.end, tail));
            }
            Change::Words if self.is_picture || is_whole => edits.replace(self.range, escaped(&self.alt)),
            Change::Words => {
                edits.changes.push((self.range.start..words_start, String::new()));
                edits.changes.push((self.words_end..self.range.end, String::new()));
            }
            Change::Markdown(text) => edits.replace(self.range, text),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn with(markdown: &str, change: impl Fn(&str) -> Change) -> String {
        rewrite(markdown, &mut |part| match part {
            Part::Link { address, .. } | Part::Picture { address, .. } => change(address),
            Part::HtmlBlock(_) | Part::HtmlTag(_) => Change::Keep,
        })
    }

    #[test]
    fn addresses_change_and_nothing_else() {
        let text =
            "Se [**en** länk](a.md \"Titel\") och ![bild\\]](b.png) i `[kod](a.md)`.\n\n    [a](a.md)\n";
        let expected =
            "Se [**en** länk](/ny \"Titel\") och ![bild\\]](/ny) i `[kod](a.md)`.\n\n    [a](a.md)\n";
        assert_eq!(with(text, |_| Change::Address("/ny".into())), expected);
        assert_eq!(with(text, |_| Change::Keep), text);
    }

    #[test]
    fn what_leads_nowhere_leaves_its_words() {
        let text = "[**en** länk](a) och ![min *bild*](b)!";
        assert_eq!(with(text, |_| Change::Words), "**en** länk och min bild!");
        assert_eq!(with("[![alt](b)](a)", |_| Change::Words), "alt");
        assert_eq!(
            with("[![alt](b)](a)", |address| Change::Address(format!("/{address}"))),
            "[![alt](/b)](/a)"
        );
    }

    #[test]
    fn references_and_names_in_brackets_become_ordinary_links() {
        let text = "[ett][r], [r], [[Namn]] och [[Namn#Del|ord]] ![[b.png|300]] <https://a.example>\n\n[r]: a.md \"T\"\n";
        let changed = with(text, |address| Change::Address(format!("/{address}").replace('#', "/")));
        assert_eq!(
            changed.trim_end(),
            "[ett](/a.md \"T\"), [r](/a.md \"T\"), [Namn](/Namn) och [ord](/Namn/Del) ![300](/b.png) \
             [https://a.example](/https://a.example)"
        );
    }

    proptest! {
        #[test]
        fn a_text_without_changes_is_the_same(text in "[a-z \\[\\]()!*_`<>#\n:|-]{0,80}") {
            // References take their address along, so texts without definitions.
            prop_assume!(!text.contains("]:"));
            prop_assert_eq!(with(&text, |_| Change::Keep), text);
        }

        #[test]
        fn whatever_the_text_nothing_breaks(text in "\\PC{0,80}") {
            with(&text, |_| Change::Words);
            with(&text, |_| Change::Address("/a".into()));
        }
    }
}
