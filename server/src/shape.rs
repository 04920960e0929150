//! What the app's part of a page consists of, so that the browser can tell whether a proxy has changed it on the way.

use std::cell::Cell;

use lol_html::html_content::{Comment, TextChunk, TextType};
use lol_html::{RewriteStrSettings, comments, element, rewrite_str, text};

/// The types of nodes in the DOM.
const ELEMENT: u32 = 1;
const TEXT: u32 = 3;
const COMMENT: u32 = 8;

/// Returns the shape of the nodes in the element `data-app`, as in [`Shell::shape`](app::shell::Shell::shape).
///
/// Returns 0, which no page has, for one that cannot be read: it stays as it is, without the client.
pub(crate) fn shape(page: &str) -> u32 {
    let shape = Cell::new(0_u32);
    let add = |node: u32| shape.set(shape.get().wrapping_mul(31).wrapping_add(node));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[data-app] *", |_| {
            add(ELEMENT);
            Ok(())
        }))
        .append_element_content_handler(comments!("[data-app]", |_: &mut Comment| {
            add(COMMENT);
            Ok(())
        }))
        .append_element_content_handler(text!("[data-app]", |text: &mut TextChunk| {
            // What stands in a text area may be nothing but the line break that a browser drops.
            if text.last_in_text_node() && text.text_type() != TextType::RCData {
                add(TEXT);
            }
            Ok(())
        }));
    match rewrite_str(page, settings) {
        Ok(_) => shape.get(),
        Err(error) => {
            tracing::error!(%error, "a page cannot be read by its own server; the client will not take it over");
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reckons as the browser does, from the types of nodes.
    fn of(nodes: &[u32]) -> u32 {
        nodes.iter().fold(0, |shape: u32, node| shape.wrapping_mul(31).wrapping_add(*node))
    }

    #[test]
    fn a_page_is_its_nodes_in_order() {
        let page = "<p>before</p><main data-app><!><p title='a > b <i>'>One <b>two</b></p><!----><!-- c -->\n<br></main>x<i></i>";
        assert_eq!(
            shape(page),
            of(&[COMMENT, ELEMENT, TEXT, ELEMENT, TEXT, COMMENT, COMMENT, TEXT, ELEMENT])
        );
    }

    #[test]
    fn what_stands_in_a_text_is_no_element() {
        let page = "<div data-app><textarea>\n<b>&amp;</textarea><script>if (a < b) '<i>'</script></div>";
        assert_eq!(shape(page), of(&[ELEMENT, ELEMENT, TEXT]));
    }

    #[test]
    fn what_a_proxy_does_is_seen() {
        let page = "<main data-app><!----><p>a</p> <p>b</p></main>";
        for changed in [
            "<main data-app><p>a</p> <p>b</p></main>",
            "<main data-app><!----><p>a</p><p>b</p></main>",
            "<main data-app> <!----><p>a</p> <p>b</p></main>",
            "<main data-app><!----><p><font>a</font></p> <p>b</p></main>",
        ] {
            assert_ne!(shape(changed), shape(page), "{changed}");
        }
    }

    #[test]
    fn long_texts_are_one_node() {
        let page = format!("<main data-app><p>{}</p></main>", "ord ".repeat(100_000));
        assert_eq!(shape(&page), of(&[ELEMENT, TEXT]));
    }
}
