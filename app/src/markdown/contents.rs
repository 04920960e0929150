//! The table of contents of a long text: ids for its headings, and links to them.

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::footnotes::id_prefix;
use super::links::without_hidden_words;

/// How many headings of the second level make a text long.
const LONG: usize = 4;
/// How the ids of headings begin.
pub(super) const ID: &str = "del-";

/// A section of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Id of its heading.
    pub id: String,
    /// Its heading as HTML without elements.
    pub heading_html: String,
}

/// Gives the headings of the second level ids, if the text is long. Short texts need none, and stay short.
pub(super) fn mark_sections<'a>(mut events: Vec<Event<'a>>, markdown: &str) -> Vec<Event<'a>> {
    let mut ids: Vec<_> = events
        .iter_mut()
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, id, .. }) => Some(id),
            _ => None,
        })
        .collect();
    if ids.len() >= LONG {
        let prefix = id_prefix(markdown);
        for (number, id) in (1..).zip(&mut ids) {
            **id = Some(format!("{ID}{prefix}-{number}").into());
        }
    }
    events
}

/// Returns the sections of a long text, by its rendered HTML; none of a short one.
pub fn sections(html: &str) -> Vec<Section> {
    let html = without_hidden_words(html);
    let start = format!("<h2 id=\"{ID}");
    let section = |rest: &str| {
        let (id, rest) = rest.split_once("\">")?;
        let (heading, _) = rest.split_once("</h2>")?;
        Some(Section { id: format!("{ID}{id}"), heading_html: without_elements(heading) })
    };
    html.split(&start).skip(1).filter_map(section).collect()
}

/// Removes the elements from HTML and leaves their text, except that of references to notes.
fn without_elements(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for piece in html.split("<sup>") {
        let piece = piece.split_once("</sup>").map_or(piece, |(_, after)| after);
        for part in piece.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Section, sections};
    use crate::markdown::to_html;

    #[test]
    fn only_a_long_text_has_contents() {
        assert!(sections(&to_html("# A\n\n# B\n\n## C\n\n# D")).is_empty());
        let html = to_html(
            "Först.\n\n# A\n\n## Under\n\n# *B* & [C](https://d.example)\n\n# D[^1]\n\n# E\n\n[^1]: Not.",
        );
        let sections = sections(&html);
        let headings: Vec<_> = sections.iter().map(|section| &*section.heading_html).collect();
        assert_eq!(headings, ["A", "B &amp; C", "D", "E"]);
        for Section { id, .. } in &sections {
            assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{html}");
        }
    }

    #[test]
    fn two_texts_have_no_id_in_common() {
        let [one, other] =
            ["# A\n\n# B\n\n# C\n\n# D", "# A\n\n# B\n\n# C\n\n# E"].map(|text| sections(&to_html(text)));
        assert!(
            one.iter().all(|section| other.iter().all(|section_of_other| section.id != section_of_other.id))
        );
    }
}
