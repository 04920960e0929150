//! Headings that fit under the page's own: whatever a text begins with, it begins at the second level, and no level
//! is left out on the way down.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// Gives every heading its level in the page. An empty heading is removed: a screen reader would stop at nothing.
pub(super) fn fit_levels(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    // The levels as typed of the open sections, the outermost first.
    let mut open: Vec<HeadingLevel> = Vec::new();
    let mut fitted = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open.retain(|outer| *outer < level);
                open.push(level);
                let level = level_of(&open);
                fitted.push(Event::Start(Tag::Heading { level, id: None, classes: vec![], attrs: vec![] }));
            }
            Event::End(TagEnd::Heading(_))
                if matches!(fitted.last(), Some(Event::Start(Tag::Heading { .. }))) =>
            {
                fitted.pop();
                open.pop();
            }
            Event::End(TagEnd::Heading(_)) => fitted.push(Event::End(TagEnd::Heading(level_of(&open)))),
            other => fitted.push(other),
        }
    }
    fitted
}

/// Moves the headings of a rendered text down a level, for a page where it stands under a heading of its own.
pub(crate) fn lower_headings(html: &str) -> String {
    // The renderer escapes what is typed, so these signs are its own tags. From below, so that none is moved twice.
    (2..=5).rev().fold(html.to_owned(), |html, level| {
        let [heading, lower] = [level, level + 1].map(|level| format!("h{level}"));
        html.replace(&format!("<{heading}"), &format!("<{lower}"))
            .replace(&format!("</{heading}>"), &format!("</{lower}>"))
    })
}

fn level_of(open: &[HeadingLevel]) -> HeadingLevel {
    HeadingLevel::try_from(open.len() + 1).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::lower_headings;
    use crate::markdown::to_html;

    #[test]
    fn a_text_begins_at_the_second_level() {
        for marks in ["#", "##", "###", "######"] {
            assert_eq!(to_html(&format!("{marks} Rubrik")), "<h2>Rubrik</h2>\n");
        }
    }

    #[test]
    fn a_text_can_be_moved_down_a_level() {
        let html = to_html("# A\n## B\n### C\n#### D\n##### E\n\n`<h2>` och <h3>");
        assert_eq!(
            lower_headings(&html),
            "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>\n\
             <p><code>&lt;h2&gt;</code> och &lt;h3&gt;</p>\n"
        );
    }

    #[test]
    fn no_level_is_left_out() {
        let html = to_html("### A\n\n###### B\n\n#### C\n\n## D\n\n# E\n\n### F");
        assert_eq!(html, "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n<h2>D</h2>\n<h2>E</h2>\n<h3>F</h3>\n");
    }

    #[test]
    fn the_lowest_level_is_the_sixth() {
        assert!(to_html("# A\n## B\n### C\n#### D\n##### E\n###### F").ends_with("<h6>E</h6>\n<h6>F</h6>\n"));
    }

    #[test]
    fn an_empty_heading_is_removed() {
        assert_eq!(to_html("#\n\nText"), "<p>Text</p>\n");
    }
}
