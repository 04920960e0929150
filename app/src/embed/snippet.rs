//! The HTML that others put into their pages.

use html_escape::encode_double_quoted_attribute as attribute;
use html_escape::encode_text as text;

use crate::calendar::Edition;
use crate::paths;

/// The frame's width and height where nobody says otherwise, and where the browser cannot take those of its content.
pub(super) const SIZE: (u32, u32) = (640, 800);

/// Returns what staff copy for another site: the frame, and a plain link beneath for those who do not get it.
pub(crate) fn snippet(address: &str, site: &str, edition: &Edition) -> String {
    let (width, height) = SIZE;
    let style = format!(
        "width:100%;height:auto;min-height:30rem;aspect-ratio:auto {width}/{height};frame-sizing:content-height;border:0"
    );
    let attributes = format!("style=\"{style}\"");
    let link = format!("{address}{}", paths::edition(&edition.slug));
    format!(
        "{}\n<p><a href=\"{}\">{}</a></p>",
        iframe(address, site, edition, &attributes),
        attribute(&link),
        text(&format!("{} hos {site}", edition.title))
    )
}

/// Returns the frame, with attributes for its size. It has no script and asks for no rights.
pub(super) fn iframe(address: &str, site: &str, edition: &Edition, attributes: &str) -> String {
    let frame = format!("{address}{}", paths::frame(&edition.slug));
    let title = format!("{} från {site}", edition.title);
    format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" {attributes}></iframe>",
        attribute(&frame),
        attribute(&title)
    )
}
