//! Links: those that leave the site say so, and those that a browser must not follow are none.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Read out and not shown; what is shown is a mark in the style sheet.
const LEAVES: &str = "<span class=\"visually-hidden\"> (annan webbplats)</span></a>";

/// Marks the links that leave the site, and keeps only the words of those that lead nowhere good. No link opens a
/// window of its own.
pub(super) fn mark(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut marked = Vec::with_capacity(events.len());
    let mut way = Way::Nowhere;
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                way = if link_type == LinkType::Email { Way::Person } else { way_of(&dest_url) };
                let is_empty = matches!(events.peek(), Some(Event::End(TagEnd::Link)));
                let words = is_empty.then(|| Event::Text(dest_url.clone()));
                marked.extend(start(way, link_type, dest_url));
                marked.extend(words);
            }
            Event::End(TagEnd::Link) => match way {
                Way::Site | Way::Person => marked.push(event),
                Way::World => marked.push(Event::InlineHtml(LEAVES.into())),
                Way::Nowhere => {}
            },
            other => marked.push(other),
        }
    }
    marked
}

fn start(way: Way, link_type: LinkType, address: CowStr<'_>) -> Option<Event<'_>> {
    match way {
        Way::Site | Way::Person => {
            Some(Event::Start(Tag::Link { link_type, dest_url: address, title: "".into(), id: "".into() }))
        }
        Way::World => {
            let address = ammonia::clean_text(&address);
            Some(Event::InlineHtml(format!("<a href=\"{address}\" rel=\"noopener\">").into()))
        }
        Way::Nowhere => None,
    }
}

/// Where an address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Within this site.
    Site,
    /// To another site.
    World,
    /// To somebody's telephone or mailbox.
    Person,
    /// Where no text should lead: `javascript:`, `data:` and all the rest.
    Nowhere,
}

/// Reads an address as a browser would, which leaves out tabs and line breaks and takes `\` for `/`.
fn way_of(address: &str) -> Way {
    let address: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect::<String>()
        .replace('\\', "/");
    let scheme = address.split(['/', '?', '#']).next().and_then(|head| head.split_once(':'));
    match scheme.map(|(scheme, _)| scheme.to_ascii_lowercase()).as_deref() {
        None if address.starts_with("//") => Way::World,
        None => Way::Site,
        Some("http" | "https") => Way::World,
        Some("mailto" | "tel") => Way::Person,
        Some(_) => Way::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, way_of};
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
    fn a_link_without_words_says_its_address() {
        assert_eq!(to_html("[](/om)"), "<p><a href=\"/om\">/om</a></p>\n");
    }

    #[test]
    fn no_disguise_helps() {
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
            assert_eq!(way_of(address), Way::Nowhere, "{address:?}");
        }
        assert_eq!(to_html("[a](javascript:alert(1)) b"), "<p>a b</p>\n");
        assert_eq!(way_of("\\\\x.example"), Way::World);
        assert_eq!(way_of("/sok?q=a:b"), Way::Site);
    }
}
