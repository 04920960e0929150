//! Hostile texts, rendered by the real renderer and parsed as HTML; `end2end/tests/hostile.spec.mjs` shows the same to
//! a browser.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use app::markdown::{plain_text, to_html};
use scraper::{Html, Node};

use crate::hostile_texts::texts;

/// The elements that the renderer writes, with their attributes.
const ALLOWED: [(&str, &[&str]); 31] = [
    ("a", &["href", "rel", "id", "aria-label"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("del", &[]),
    ("div", &["class", "tabindex", "role", "aria-label"]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class"]),
    ("h2", &["id"]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("img", &["src", "alt", "loading"]),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("section", &["class", "role", "aria-label"]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];
const CLASSES: [&str; 6] = ["table", "quote", "notes", "visually-hidden", "center", "end"];

/// Enough for the longest and deepest text, without optimisation, on a busy machine.
const SLOWEST: Duration = Duration::from_secs(5);

#[test]
fn the_corpus_is_large_and_has_no_duplicates() {
    let texts = texts();
    assert!(texts.len() >= 200, "{}", texts.len());
    let names: HashSet<_> = texts.iter().map(|(name, _)| name).collect();
    let contents: HashSet<_> = texts.iter().map(|(_, text)| text).collect();
    assert_eq!((names.len(), contents.len()), (texts.len(), texts.len()));
}

#[test]
fn only_what_the_renderer_writes_comes_out() {
    for (name, text) in texts() {
        let html = to_html(&text);
        for node in Html::parse_fragment(&html).tree.nodes() {
            match node.value() {
                Node::Comment(_) | Node::ProcessingInstruction(_) | Node::Doctype(_) => {
                    panic!("{name}: {html}")
                }
                Node::Element(element) if !["html", "body"].contains(&element.name()) => {
                    let allowed = ALLOWED.iter().find(|(tag, _)| *tag == element.name());
                    let (_, attributes) = allowed.unwrap_or_else(|| panic!("{name}: <{}>", element.name()));
                    for (attribute, value) in element.attrs() {
                        assert!(attributes.contains(&attribute), "{name}: {attribute} on {}", element.name());
                        assert!(is_harmless(attribute, value), "{name}: {attribute}={value:?}");
                    }
                }
                _ => {}
            }
        }
    }
}

fn is_harmless(attribute: &str, value: &str) -> bool {
    let seen: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let scheme = seen.split(['/', '?', '#', '\\']).next().and_then(|head| head.split_once(':'));
    match attribute {
        // Before a colon with anything but these characters, a browser sees no scheme but a path.
        "href" => scheme.is_none_or(|(scheme, _)| {
            ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str())
                || scheme.contains(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c))
        }),
        "src" => value.starts_with('/') && !value.starts_with("//") && !value.contains('\\'),
        "class" => CLASSES.contains(&value),
        "id" => value.starts_with("not") || value.starts_with("del-"),
        _ => true,
    }
}

/// Longer texts are cut: parsing them takes long without optimisation, and the browser test reads them whole.
const READ: usize = 5_000;

/// Browsers parse what was written: no tag is hidden in the text of another one.
#[test]
fn parsing_and_serialising_again_changes_nothing() {
    for (name, text) in texts().into_iter().filter(|(_, text)| text.len() < READ) {
        let html = to_html(&text);
        let read = Html::parse_fragment(&html).root_element().inner_html();
        let again = Html::parse_fragment(&read).root_element().inner_html();
        assert_eq!(read, again, "{name}");
    }
}

#[test]
fn every_text_renders_fast() {
    for (name, text) in texts() {
        let start = Instant::now();
        let _ = (to_html(&text), plain_text(&text));
        assert!(start.elapsed() < SLOWEST, "{name}: {:?} for {} bytes", start.elapsed(), text.len());
    }
}

/// Sixteen times the text may take sixteen times as long and, on a busy machine, somewhat more, but not its square.
#[test]
fn time_grows_with_the_length_of_the_text() {
    let time = |unit: &str, times: usize| {
        let text = unit.repeat(times);
        let once = || {
            let start = Instant::now();
            let _ = to_html(&text);
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or_default()
    };
    let units = [
        ">",
        "- ",
        "1. ",
        "[",
        "![",
        "*a ",
        "**a_",
        "`",
        "<",
        "&",
        "|",
        "[^a]",
        "[a]: /x\n",
        "0 ",
        "\" ",
        "– ",
    ];
    for unit in units {
        let (short, long) = (time(unit, 500), time(unit, 8_000));
        assert!(
            long < short * 64 + Duration::from_millis(250),
            "{unit:?}: {short:?}, sixteen times as long {long:?}"
        );
    }
}
