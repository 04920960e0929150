//! Markdown that comes as Markdown.

use app::import::{Cause, Change, Link, Part, Resolver, escaped, rewrite, visible_in_markdown};

use super::html::{self, Options};

const TAGS: Cause = Cause::look("html-tags", "HTML inom en rad togs bort: orden är kvar");

/// A text whose links and pictures lead to where they are now, and whose HTML has become Markdown.
pub(super) struct Resolved {
    pub(super) markdown: String,
    /// How many characters a reader saw before, white space not counted.
    pub(super) visible_characters: usize,
}

/// Resolves a text as most programs write it.
pub(super) fn resolved(markdown: &str, resolver: &mut dyn Resolver) -> Resolved {
    resolve(markdown, &mut ByResolver(resolver))
}

/// What becomes of the parts of a text, where a program has habits of its own.
pub(super) trait Rules {
    fn resolver(&mut self) -> &mut dyn Resolver;

    fn link(&mut self, address: &str, is_wiki: bool) -> Change;

    fn picture(&mut self, address: &str, alt: &str, caption: &str, is_wiki: bool) -> Change;
}

/// Resolves a text by the rules of its program.
pub(super) fn resolve(markdown: &str, rules: &mut dyn Rules) -> Resolved {
    let mut visible_characters = visible_in_markdown(markdown);
    let markdown = rewrite(markdown, &mut |part| match part {
        Part::Link { address, is_wiki } => rules.link(address, is_wiki),
        Part::Picture { address, alt, caption, is_wiki } => rules.picture(address, alt, caption, is_wiki),
        Part::HtmlBlock(html) => {
            let converted = html::to_markdown(html, Options::default(), rules.resolver());
            visible_characters += converted.visible_characters;
            Change::Markdown(converted.markdown)
        }
        Part::HtmlTag(html) => tag(html, rules.resolver()),
    });
    Resolved { markdown, visible_characters }
}

/// Returns what becomes of a link that leads there.
pub(super) fn link(address: &str, leads_to: Link) -> Change {
    match leads_to {
        Link::To(to) if to == address => Change::Keep,
        Link::To(to) => Change::Address(to),
        Link::Nowhere => Change::Words,
    }
}

/// Returns what becomes of a picture, by its placeholder.
pub(super) fn picture(alt: &str, is_wiki: bool, placeholder: Option<String>) -> Change {
    match placeholder {
        Some(placeholder) if is_wiki => Change::Markdown(format!("![{}]({placeholder})", escaped(alt))),
        Some(placeholder) => Change::Address(placeholder),
        None => Change::Words,
    }
}

struct ByResolver<'a>(&'a mut dyn Resolver);

impl Rules for ByResolver<'_> {
    fn resolver(&mut self) -> &mut dyn Resolver {
        self.0
    }

    fn link(&mut self, address: &str, is_wiki: bool) -> Change {
        if is_wiki { Change::Keep } else { link(address, self.0.link(address)) }
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str, is_wiki: bool) -> Change {
        picture(alt, is_wiki, self.0.picture(address, alt, caption))
    }
}

/// Converts a tag within a line: a picture and a break are what they are, of all others the words around stay.
fn tag(html: &str, resolver: &mut dyn Resolver) -> Change {
    let name = html
        .trim_start_matches(['<', '/'])
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    match &*name.to_lowercase() {
        "img" => {
            let converted = html::to_markdown(html, Options::default(), resolver);
            Change::Markdown(converted.markdown.trim().to_owned())
        }
        "br" => Change::Markdown("\\\n".to_owned()),
        "b" | "strong" => Change::Markdown("**".to_owned()),
        "i" | "em" => Change::Markdown("*".to_owned()),
        // A comment.
        "" => Change::Words,
        _ => {
            resolver.note(TAGS, html);
            Change::Words
        }
    }
}
