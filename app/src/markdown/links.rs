//! Links: those that leave the site say so, and those that a browser must not follow become plain text.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// End of a link that leaves the site. The words are for screen readers; the style sheet shows a mark instead.
const EXTERNAL_END: &str = "<span class=\"visually-hidden\"> (annan webbplats)</span></a>";

/// Marks the links that leave the site, and leaves only the words of those that are unsafe. No link opens a window of its
/// own.
pub(super) fn mark_external(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut marked = Vec::with_capacity(events.len());
    let mut kind = LinkKind::Unsafe;
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                kind = if link_type == LinkType::Email { LinkKind::Contact } else { kind_of(&dest_url) };
                let is_empty = matches!(events.peek(), Some(Event::End(TagEnd::Link)));
                let words = is_empty.then(|| Event::Text(dest_url.clone()));
                marked.extend(start(kind, link_type, dest_url));
                marked.extend(words);
            }
            Event::End(TagEnd::Link) => match kind {
                LinkKind::Internal | LinkKind::Contact => marked.push(event),
                LinkKind::External => marked.push(Event::InlineHtml(EXTERNAL_END.into())),
                LinkKind::Unsafe => {}
            },
            other => marked.push(other),
        }
    }
    marked
}

fn start(kind: LinkKind, link_type: LinkType, address: CowStr<'_>) -> Option<Event<'_>> {
    match kind {
        LinkKind::Internal | LinkKind::Contact => {
            Some(Event::Start(Tag::Link { link_type, dest_url: address, title: "".into(), id: "".into() }))
        }
        LinkKind::External => {
            let address = ammonia::clean_text(&address);
            Some(Event::InlineHtml(format!("<a href=\"{address}\" rel=\"noopener\">").into()))
        }
        LinkKind::Unsafe => None,
    }
}

/// The kind of a link, by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    /// To a page of this site.
    Internal,
    /// To another site.
    External,
    /// To somebody's telephone or mailbox.
    Contact,
    /// What no text may link to: `javascript:`, `data:` and all other schemes.
    Unsafe,
}

/// Reads an address as browsers do, which leave out tabs and line breaks and take `\` for `/`.
fn kind_of(address: &str) -> LinkKind {
    let address: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect::<String>()
        .replace('\\', "/");
    let scheme = address.split(['/', '?', '#']).next().and_then(|head| head.split_once(':'));
    match scheme.map(|(scheme, _)| scheme.to_ascii_lowercase()).as_deref() {
        None if address.starts_with("//") => LinkKind::External,
        None => LinkKind::Internal,
        Some("http" | "https") => LinkKind::External,
        Some("mailto" | "tel") => LinkKind::Contact,
        Some(_) => LinkKind::Unsafe,
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkKind, kind_of};
    use crate::markdown::to_html;

    #[test]
    fn a_link_that_leaves_says_so() {
        assert_eq!(
            to_html("[Digg](https://www.digg.se/?a=1&b=2)"),
            "<p><a href=\"https://www.digg.se/?a=1&amp;b=2\" rel=\"noopener\">Digg\
             <span class=\"visually-hidden\"> (annan webbplats)</span></a></p>\n"
        );
    }

    #[test]
    fn a_link_that_stays_does_not() {
        assert_eq!(to_html("[Om](/om \"titel\")"), "<p><a href=\"/om\">Om</a></p>\n");
        assert_eq!(to_html("<a@b.se>"), "<p><a href=\"mailto:a@b.se\">a@b.se</a></p>\n");
        assert_eq!(to_html("[Ring](tel:112)"), "<p><a href=\"tel:112\">Ring</a></p>\n");
    }

    #[test]
    fn a_link_without_words_shows_its_address() {
        assert_eq!(to_html("[](/om)"), "<p><a href=\"/om\">/om</a></p>\n");
    }

    #[test]
    fn no_disguise_makes_an_unsafe_link() {
        let bad = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://x.example/1",
            "ftp://x.example",
        ];
        for address in bad {
            assert_eq!(kind_of(address), LinkKind::Unsafe, "{address:?}");
        }
        assert_eq!(to_html("[a](javascript:alert(1)) b"), "<p>a b</p>\n");
        assert_eq!(kind_of("\\\\x.example"), LinkKind::External);
        assert_eq!(kind_of("/sok?q=a:b"), LinkKind::Internal);
    }
}
