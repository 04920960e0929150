//! Links: those that leave the site say so, and those that a browser must not follow become plain text.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::documents::DocumentLink;

/// Words at the end of a link that leaves the site. They are for screen readers; the style sheet shows a mark instead.
const HIDDEN_WORDS: &str = "<span class=\"visually-hidden\"> (annan webbplats)</span>";

/// Removes from rendered HTML what only a page can hide: the words at the end of links.
pub(crate) fn without_hidden_words(html: &str) -> String {
    html.replace(HIDDEN_WORDS, "")
}

/// Marks the links that leave the site, and leaves only the words of those that are unsafe. No link opens a window of its
/// own.
pub(super) fn mark_external(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut marked = Vec::with_capacity(events.len());
    let mut kind = LinkKind::Unsafe;
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let dest_url = if link_type == LinkType::Email { dest_url } else { completed(dest_url) };
                kind = if link_type == LinkType::Email { LinkKind::Contact } else { kind_of(&dest_url) };
                let is_empty = matches!(events.peek(), Some(Event::End(TagEnd::Link)));
                let words = is_empty.then(|| Event::Text(dest_url.clone()));
                marked.extend(start(&kind, link_type, dest_url));
                marked.extend(words);
            }
            Event::End(TagEnd::Link) => match &kind {
                LinkKind::Document(link) => {
                    let facts = format!(" ({})</a>", link.facts());
                    marked.push(Event::InlineHtml(facts.into()));
                }
                LinkKind::Internal | LinkKind::Contact => marked.push(event),
                LinkKind::External => {
                    marked.extend([HIDDEN_WORDS, "</a>"].map(|end| Event::InlineHtml(end.into())));
                }
                LinkKind::Unsafe => {}
            },
            other => marked.push(other),
        }
    }
    marked
}

fn start<'a>(kind: &LinkKind, link_type: LinkType, address: CowStr<'a>) -> Option<Event<'a>> {
    match kind {
        LinkKind::Document(link) => {
            let hreflang = link.lang().map(|lang| format!(" hreflang=\"{lang}\"")).unwrap_or_default();
            let (address, media_type) = (link.href(), link.format.media_type());
            Some(Event::InlineHtml(
                format!("<a href=\"{address}\" type=\"{media_type}\"{hreflang} rel=\"external\">").into(),
            ))
        }
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

/// Completes what somebody wrote as people write addresses, `www.kommun.example` or `namn@kommun.example`: a browser would
/// look for it on this site. The editor's field for links does the same (`parseUrl` in `frontend/editor/src/urls.js`).
fn completed(address: CowStr<'_>) -> CowStr<'_> {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((local, domain)) = address.split_once('@')
        && !local.is_empty()
        && !local.contains(['/', ':', '@'])
        && is_host(domain)
    {
        return format!("mailto:{address}").into();
    }
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    if is_host(name) && port.bytes().all(|digit| digit.is_ascii_digit()) {
        return format!("https://{address}").into();
    }
    address
}

/// Whether a text is the name of a host: at least two labels, the last one of letters.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-')
    };
    text.rsplit_once('.').is_some_and(|(labels, top)| {
        labels.split('.').all(is_label) && top.chars().count() > 1 && top.chars().all(char::is_alphabetic)
    })
}

/// The kind of a link, by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum LinkKind {
    /// To a document of this site, which says format, size and language.
    Document(DocumentLink),
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
    if let Some(link) = DocumentLink::parse(address) {
        return LinkKind::Document(link);
    }
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
    use super::{LinkKind, completed, kind_of, without_hidden_words};
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
    fn a_link_to_a_document_says_what_it_is() {
        let path = "/dokument/0123456789abcdef0123456789abcdef/rapport.pdf";
        assert_eq!(
            to_html(&format!("[Report]({path}#1234567-en)")),
            format!(
                "<p><a href=\"{path}\" type=\"application/pdf\" hreflang=\"en\" rel=\"external\">Report (PDF, 1,2&nbsp;MB, på engelska)</a></p>\n"
            )
        );
        assert_eq!(
            to_html(&format!("[Rapport]({path}#830000-sv)")),
            format!(
                "<p><a href=\"{path}\" type=\"application/pdf\" rel=\"external\">Rapport (PDF, 830&nbsp;kB)</a></p>\n"
            )
        );
    }

    #[test]
    fn what_people_write_as_an_address_leads_there() {
        for (typed, address) in [
            ("www.kommun.example", "https://www.kommun.example"),
            ("kommun.example/om?a=b#c", "https://kommun.example/om?a=b#c"),
            ("Åre.se", "https://Åre.se"),
            ("localhost.test:8080/x", "https://localhost.test:8080/x"),
            ("anna.berg@kommun.example", "mailto:anna.berg@kommun.example"),
            ("/om.html", "/om.html"),
            ("om", "om"),
            ("#not", "#not"),
            ("?q=a.se", "?q=a.se"),
            ("./a.se", "./a.se"),
            ("tel:112", "tel:112"),
            ("https://a.example", "https://a.example"),
            ("javascript:a.se", "javascript:a.se"),
            ("1.5", "1.5"),
        ] {
            assert_eq!(&*completed(typed.into()), address);
        }
        let html = to_html("[Kommunen](www.kommun.example)");
        assert!(
            html.starts_with("<p><a href=\"https://www.kommun.example\" rel=\"noopener\">Kommunen<"),
            "{html}"
        );
    }

    #[test]
    fn hidden_words_are_removed_where_nothing_hides_them() {
        let html = to_html("[Digg](https://www.digg.se/), [Om](/om)");
        assert_eq!(
            without_hidden_words(&html),
            "<p><a href=\"https://www.digg.se/\" rel=\"noopener\">Digg</a>, <a href=\"/om\">Om</a></p>\n"
        );
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
