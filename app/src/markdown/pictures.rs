//! Pictures: only from this site, and as a figure where they have a caption.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::media::SizedPicture;

/// Words of the link to a picture on another site that has no alternative text.
const FALLBACK_WORDS: &str = "Bild";
/// Width at which a picture within a text is shown, for the attribute `sizes`.
const SIZES: &str = "(min-width: 48rem) 44rem, 100vw";

/// Makes a figure of every picture that is alone in its paragraph and has a title, which becomes the caption. A picture
/// on another site becomes a link to it.
pub(super) fn make_figures(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut done = Vec::with_capacity(events.len());
    let mut in_link = 0_usize;
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let alt = alt_text(&mut events);
                let alone = matches!(done.last(), Some(Event::Start(Tag::Paragraph)))
                    && matches!(events.peek(), Some(Event::End(TagEnd::Paragraph)));
                if !is_local(&dest_url) {
                    done.extend(link_to_external(dest_url, alt, in_link > 0));
                } else if alone && !title.trim().is_empty() {
                    done.pop();
                    events.next();
                    done.extend(figure(dest_url, alt, title));
                } else {
                    done.extend(picture(dest_url, alt));
                }
                continue;
            }
            Event::Start(Tag::Link { .. }) => in_link += 1,
            Event::End(TagEnd::Link) => in_link = in_link.saturating_sub(1),
            _ => {}
        }
        done.push(event);
    }
    done
}

/// Consumes the events up to the end of a picture and returns its alternative text, without markup.
fn alt_text<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let mut words = String::new();
    let mut open = 1_usize;
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => open += 1,
            Event::End(TagEnd::Image) => open -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
        if open == 0 {
            break;
        }
    }
    words
}

fn picture(address: CowStr<'_>, alt: String) -> Vec<Event<'_>> {
    let tag = Tag::Image { link_type: LinkType::Inline, dest_url: address, title: "".into(), id: "".into() };
    vec![Event::Start(tag), Event::Text(alt.into()), Event::End(TagEnd::Image)]
}

fn figure<'a>(address: CowStr<'a>, alt: String, caption: CowStr<'a>) -> Vec<Event<'a>> {
    let mut figure = vec![Event::Html("<figure>".into())];
    figure.extend(picture(address, alt));
    figure.push(Event::Html("<figcaption>".into()));
    figure.push(Event::Text(caption));
    figure.push(Event::Html("</figcaption></figure>\n".into()));
    figure
}

fn link_to_external(address: CowStr<'_>, alt: String, in_link: bool) -> Vec<Event<'_>> {
    let words = if alt.trim().is_empty() { FALLBACK_WORDS.into() } else { alt };
    if in_link {
        return vec![Event::Text(words.into())];
    }
    let tag = Tag::Link { link_type: LinkType::Inline, dest_url: address, title: "".into(), id: "".into() };
    vec![Event::Start(tag), Event::Text(words.into()), Event::End(TagEnd::Link)]
}

/// Renders every picture whose address tells its size, with that size and all its widths. It is the last step: the steps
/// before it expect pictures as events.
pub(super) fn render_sized(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut written = Vec::with_capacity(events.len());
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        let sized = match &event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                SizedPicture::parse(dest_url).map(|picture| attributes(&picture))
            }
            _ => None,
        };
        match sized {
            Some(attributes) => {
                let alt = escaped(&alt_text(&mut events));
                written.push(Event::InlineHtml(format!("<img {attributes} alt=\"{alt}\">").into()));
            }
            None => written.push(event),
        }
    }
    written
}

/// Returns the attributes that depend on the size; nothing in them needs escaping.
fn attributes(picture: &SizedPicture) -> String {
    let SizedPicture { width, height, .. } = picture;
    let (src, srcset) = (picture.src(), picture.srcset());
    format!("src=\"{src}\" srcset=\"{srcset}\" sizes=\"{SIZES}\" width=\"{width}\" height=\"{height}\"")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns whether an address is a path on this site. Browsers read `\` as `/` and leave out tabs and line breaks, so an
/// address with any of them is not.
pub(crate) fn is_local(address: &str) -> bool {
    let strange = |c: char| c == '\\' || c.is_control() || c.is_whitespace();
    address.starts_with('/') && !address.starts_with("//") && !address.contains(strange)
}

#[cfg(test)]
mod tests {
    use crate::markdown::to_html;

    #[test]
    fn a_picture_alone_with_a_title_is_a_figure() {
        assert_eq!(
            to_html("![En *röd* bro](/media/1/960.webp \"Bron i snö\")"),
            "<figure><img src=\"/media/1/960.webp\" alt=\"En röd bro\" loading=\"lazy\">\
             <figcaption>Bron i snö</figcaption></figure>\n"
        );
    }

    #[test]
    fn without_a_title_or_in_a_sentence_it_is_a_picture() {
        let img = "<img src=\"/media/1/960.webp\" alt=\"Bron\" loading=\"lazy\">";
        assert_eq!(to_html("![Bron](/media/1/960.webp)"), format!("<p>{img}</p>\n"));
        let html = to_html("Här: ![Bron](/media/1/960.webp \"Bron i snö\")");
        assert_eq!(html, format!("<p>Här: {img}</p>\n"));
    }

    #[test]
    fn a_picture_on_another_site_is_a_link() {
        for address in ["https://x.example/a.png", "//x.example/a.png", "/\\x.example/a.png"] {
            let html = to_html(&format!("![Bron](<{address}>)"));
            assert!(!html.contains("<img") && html.contains("<a href"), "{html}");
        }
        let html = to_html("[![](https://x.example/a.png)](/om)");
        assert_eq!(html, "<p><a href=\"/om\">Bild</a></p>\n");
    }

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn a_picture_that_tells_its_size_reserves_its_space() {
        let img = format!(
            "<img src=\"/media/{ID}/960.webp\" srcset=\"/media/{ID}/480.webp 480w, /media/{ID}/960.webp 960w, \
             /media/{ID}/1200.webp 1200w\" sizes=\"(min-width: 48rem) 44rem, 100vw\" width=\"1200\" height=\"800\" \
             alt=\"&quot;Bron&quot; &amp; &lt;ån>\" loading=\"lazy\">"
        );
        let html = to_html(&format!("![\"Bron\" & \\<ån>](/media/{ID}/960.webp#1200x800 \"I snö\")"));
        let img = img.replace("&lt;ån>", "<ån>");
        let shown = html.replace("&lt;", "<").replace("&gt;", ">").replace('”', "&quot;");
        assert_eq!(shown, format!("<figure>{img}<figcaption>I snö</figcaption></figure>\n"));
        let linked = to_html(&format!("[![Bron](/media/{ID}/960.webp#1200x800)](/om)"));
        assert!(linked.starts_with("<p><a href=\"/om\"><img src=") && linked.contains("width=\"1200\""));
    }

    #[test]
    fn an_invalid_size_changes_nothing() {
        for size in ["#0x0", "#1x", "#99999x1", "#1x1\\\"onload=x()"] {
            let html = to_html(&format!("![Bron](</media/{ID}/960.webp{size}>)"));
            assert!(!html.contains("srcset") && !html.contains(" onload"), "{html}");
        }
    }

    #[test]
    fn pictures_in_pictures_are_one() {
        let html = to_html("![a ![b](/media/2/1.webp) [c](/x)](/media/1/1.webp)");
        assert_eq!(html, "<p><img src=\"/media/1/1.webp\" alt=\"a b c\" loading=\"lazy\"></p>\n");
    }
}
