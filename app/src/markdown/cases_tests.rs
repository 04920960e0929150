//! What the page makes of the Markdown that the editor was tested with, too: `frontend/editor/tests/cases.test.mjs` reads
//! the same file. Both reduce what they make to elements without attributes, save for the targets of links, and text.

use serde::Deserialize;

use super::links::without_hidden_words;
use super::to_html;

#[derive(Deserialize)]
struct Case {
    name: String,
    markdown: String,
    html: String,
}

#[test]
fn the_page_reads_markdown_as_the_editor_does() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("cases.json")).expect("cases");
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| (case, reduced(&to_html(&case.markdown))))
        .filter(|(case, html)| *html != case.html)
        .map(|(case, html)| format!("{}:\n  {:?}\n  {}\n  {html}", case.name, case.markdown, case.html))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const BLOCKS: [&str; 17] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "br",
    "table",
    "tr",
    "th",
    "td",
];

/// Reduces a page's HTML.
fn reduced(html: &str) -> String {
    let html = without_hidden_words(html).replace('\u{ad}', "").replace("&nbsp;", " ");
    let (text, notes) = html.split_once("<section").unwrap_or((&html, ""));
    let mut reduced = reduced_text(text);
    for note in notes.split("<li").skip(1) {
        let note = note.split_once('>').map_or("", |(_, note)| note);
        let note = note.replace("</li>", "").replace("</ol>", "").replace("</section>", "");
        let note = note
            .split(" <a href=\"#notref")
            .map(|part| part.split_once("↩</a>").map_or(part, |(_, end)| end));
        reduced.extend(["<aside>", &reduced_text(&note.collect::<String>()), "</aside>"]);
    }
    reduced
}

fn reduced_text(html: &str) -> String {
    let mut reduced = String::new();
    let mut items = 0;
    let mut links = Vec::new();
    for piece in html.split('<') {
        let Some((tag, text)) = piece.split_once('>') else {
            reduced += piece;
            continue;
        };
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        let is_end = tag.starts_with('/');
        match name {
            "div" | "thead" | "tbody" => {}
            "p" if items > 0 => reduced.push(' '),
            "a" if is_end => reduced += links.pop().unwrap_or_default(),
            "a" => {
                let target = tag
                    .split_once("href=\"")
                    .and_then(|(_, rest)| rest.split('"').next())
                    .unwrap_or_default();
                let is_note = target.starts_with("#not");
                links.push(if is_note { "" } else { "</a>" });
                if !is_note {
                    reduced.extend(["<a ", target, ">"]);
                }
            }
            _ => {
                reduced.extend([if is_end { "</" } else { "<" }, name, ">"]);
                items += if name != "li" {
                    0
                } else if is_end {
                    -1
                } else {
                    1
                };
            }
        }
        reduced += text;
    }
    tidy(&reduced)
}

/// Omits spaces that no browser shows.
fn tidy(html: &str) -> String {
    let mut tidy = html.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in BLOCKS {
        for tag in [format!("<{name}>"), format!("</{name}>")] {
            tidy = tidy.replace(&format!(" {tag}"), &tag).replace(&format!("{tag} "), &tag);
        }
    }
    // A block of code ends with a line break.
    tidy.replace(" </code></pre>", "</code></pre>").trim().to_owned()
}
