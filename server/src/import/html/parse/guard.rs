//! Stands between the tokenizer and the tree.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

/// How deep elements may lie in each other.
const MAX_DEPTH: usize = 200;
/// How much the tree may cost: an element, or one that is opened again, is one.
const MAX_COST: usize = 200_000;
/// The longest value of an attribute that is kept, in bytes. Addresses that hold a whole picture are never used.
const LONGEST_VALUE: usize = 16 * 1024;

const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// The parts of tables.
const TABLE: [&str; 8] = ["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"];
/// Elements within which nothing ends that began around them.
const SCOPE: [&str; 10] =
    ["table", "caption", "td", "th", "template", "object", "applet", "marquee", "svg", "math"];
/// Elements that the next of their kind closes, each with those that keep an outer one open.
const IMPLIED: [(&[&str], &[&str]); 7] = [
    (&["p"], &["div", "blockquote", "li", "td", "th", "section", "article", "figure", "table"]),
    (&["li"], &["ul", "ol", "table"]),
    (&["dt", "dd"], &["dl", "table"]),
    (&["td", "th"], &["table", "tr"]),
    (&["tr"], &["table"]),
    (&["thead", "tbody", "tfoot"], &["table"]),
    (&["option", "optgroup"], &["select"]),
];

/// Admits tokens to the tree as long as their tags stay within the limits.
pub(super) struct Guard<B> {
    builder: B,
    open: RefCell<Vec<LocalName>>,
    /// How many of each formatting element are not closed.
    formatting: RefCell<HashMap<LocalName, usize>>,
    cost: Cell<usize>,
}

impl<B> Guard<B> {
    pub(super) fn new(builder: B) -> Self {
        Self { builder, open: RefCell::default(), formatting: RefCell::default(), cost: Cell::new(0) }
    }

    pub(super) fn into_builder(self) -> B {
        self.builder
    }

    fn admits(&self, tag: &mut Tag) -> bool {
        match tag.kind {
            TagKind::StartTag => self.admits_start(tag),
            TagKind::EndTag => self.admits_end(&tag.name),
        }
    }

    fn admits_start(&self, tag: &mut Tag) -> bool {
        let local_name = tag.name.clone();
        let name = &*local_name;
        let (mut open, mut formatting) = (self.open.borrow_mut(), self.formatting.borrow_mut());
        close_implied(&mut open, name);
        // At most three equal ones are opened again; those of links and code may differ.
        let reopened: usize = formatting
            .iter()
            .map(|(name, count)| if matches!(&**name, "a" | "code") { *count } else { (*count).min(3) })
            .sum();
        let cost = self.cost.get() + 1 + reopened;
        if cost > MAX_COST || open.len() >= MAX_DEPTH || name == "plaintext" {
            return false;
        }
        self.cost.set(cost);
        tag.attrs.retain(|attribute| attribute.value.len() <= LONGEST_VALUE);
        if FORMATTING.contains(&name) {
            *formatting.entry(tag.name.clone()).or_default() += 1;
            match name {
                "a" => {}
                "code" => tag.attrs.retain(|attribute| &*attribute.name.local == "class"),
                _ => keep_plain_style(tag),
            }
        }
        if !VOID.contains(&&*tag.name) {
            open.push(tag.name.clone());
        }
        true
    }

    fn admits_end(&self, name: &LocalName) -> bool {
        if let Some(count) = self.formatting.borrow_mut().get_mut(name) {
            *count = count.saturating_sub(1);
        }
        let mut open = self.open.borrow_mut();
        // Within a cell nothing around its table ends, but for the table's own parts.
        let bound = if TABLE.contains(&&**name) {
            None
        } else {
            open.iter().rposition(|open| SCOPE.contains(&&**open))
        };
        let at = open
            .iter()
            .rposition(|open| open == name)
            .filter(|at| bound.is_none_or(|bound| *at > bound || open.get(bound) == Some(name)));
        match at {
            Some(at) if FORMATTING.contains(&&**name) => {
                // What began within it goes on after it.
                open.remove(at);
                true
            }
            Some(at) => {
                open.truncate(at);
                true
            }
            // An end without a start makes an empty paragraph or a break, which may cost as any start.
            None => {
                self.cost.set(self.cost.get() + 1);
                self.cost.get() <= MAX_COST
            }
        }
    }
}

/// Closes what the start of an element closes without saying so.
fn close_implied(open: &mut Vec<LocalName>, name: &str) {
    let Some((kind, bounds)) = IMPLIED.iter().find(|(kind, _)| kind.contains(&name)) else { return };
    let bound = open.iter().rposition(|open| bounds.contains(&&**open)).map_or(0, |at| at + 1);
    let inner = open.iter().skip(bound).position(|open| kind.contains(&&**open));
    if let Some(inner) = inner {
        open.truncate(bound + inner);
    }
}

/// Reduces a formatting element to the one thing about its style that counts.
fn keep_plain_style(tag: &mut Tag) {
    tag.attrs.retain(|attribute| &*attribute.name.local == "style");
    for attribute in &mut tag.attrs {
        let style = attribute.value.to_ascii_lowercase().replace(char::is_whitespace, "");
        let plain = ["display:none", "font-weight:normal", "font-weight:400", "font-style:normal"]
            .into_iter()
            .find(|plain| style.contains(plain))
            .unwrap_or_default();
        attribute.value = plain.into();
    }
    tag.attrs.retain(|attribute| !attribute.value.is_empty());
}

impl<B: TokenSink> TokenSink for Guard<B> {
    type Handle = B::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        match token {
            Token::TagToken(mut tag) => {
                if self.admits(&mut tag) {
                    self.builder.process_token(Token::TagToken(tag), line)
                } else {
                    TokenSinkResult::Continue
                }
            }
            other => self.builder.process_token(other, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
