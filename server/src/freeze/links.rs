//! Makes the links of a page or style sheet relative, and says where they lead.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::FreezeError;
use super::address::{Address, Hosts, Target, encode, relative};
use super::style_urls;

/// Attributes that hold one address.
const LINKS: [&str; 5] = ["href", "src", "poster", "action", "data"];
/// Attributes that hold addresses with sizes.
const SETS: [&str; 2] = ["srcset", "imagesrcset"];

/// Knows where links lead.
pub(super) struct Links {
    pub(super) hosts: Hosts,
    /// The site's own address, where it has one.
    pub(super) site: Option<String>,
    /// Addresses that lead on, and where to: links need no detour.
    pub(super) moved: HashMap<Address, Target>,
    /// Where the files will lie on their server: begins and ends with a slash.
    pub(super) base: String,
}

/// A page or style sheet with other links.
pub(super) struct Linked {
    pub(super) text: String,
    /// What it links to and loads.
    pub(super) targets: BTreeSet<Address>,
    /// How many links only a running server could have followed.
    pub(super) of_server: u64,
}

/// What becomes of a link.
enum NewLink {
    Unchanged,
    To(String),
    Removed,
}

impl Links {
    /// Rewrites the links of a page. Where `anywhere`, the page may be shown under any address, so that its links begin
    /// at the site's place on its server.
    pub(super) fn rewrite_page(
        &self,
        page: &Address,
        html: &str,
        anywhere: bool,
    ) -> Result<Linked, FreezeError> {
        let found =
            RefCell::new(Found { links: self, page, anywhere, targets: BTreeSet::new(), of_server: 0 });
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("*", |element| {
                found.borrow_mut().rewrite_element(element);
                Ok(())
            }))
            .append_element_content_handler(element!(
                "meta[property='og:image'], meta[property='og:url']",
                |meta| {
                    found.borrow_mut().rewrite_metadata(meta);
                    Ok(())
                }
            ));
        let text = rewrite_str(html, settings).map_err(FreezeError::Rewrite)?;
        Ok(found.into_inner().into_linked(text))
    }

    /// Rewrites the addresses in a style sheet.
    pub(super) fn rewrite_style(&self, sheet: &Address, css: &str) -> Linked {
        let mut found =
            Found { links: self, page: sheet, anywhere: false, targets: BTreeSet::new(), of_server: 0 };
        let text = style_urls::replace(css, |url| match found.new_link(url) {
            NewLink::To(link) => Some(link),
            NewLink::Unchanged | NewLink::Removed => None,
        });
        found.into_linked(text)
    }

    /// Resolves a link, and what has moved since.
    pub(super) fn target(&self, page: &Address, link: &str) -> Target {
        match self.hosts.target(page, link) {
            Target::Within(address, rest) => match self.moved.get(&address) {
                Some(Target::Within(new, _)) => Target::Within(new.clone(), rest),
                Some(other) => other.clone(),
                None => Target::Within(address, rest),
            },
            other => other,
        }
    }
}

/// What is found in one page or style sheet.
struct Found<'a> {
    links: &'a Links,
    page: &'a Address,
    anywhere: bool,
    targets: BTreeSet<Address>,
    of_server: u64,
}

impl Found<'_> {
    fn into_linked(self, text: String) -> Linked {
        Linked { text, targets: self.targets, of_server: self.of_server }
    }

    fn rewrite_element(&mut self, element: &mut Element<'_, '_>) {
        // Its address stays absolute, see below.
        if element.get_attribute("rel").as_deref() == Some("canonical") {
            return self.rewrite_absolute(element, "href");
        }
        for name in LINKS {
            let Some(link) = element.get_attribute(name) else { continue };
            match self.new_link(&link) {
                NewLink::Unchanged => {}
                // Only an invalid attribute name is an error.
                NewLink::To(link) => _ = element.set_attribute(name, &link),
                NewLink::Removed => {
                    self.of_server += 1;
                    element.remove_and_keep_content();
                }
            }
        }
        for name in SETS {
            let Some(set) = element.get_attribute(name) else { continue };
            let candidates = set.split(',').map(|candidate| {
                let (link, size) = candidate.trim().split_once(' ').unwrap_or((candidate.trim(), ""));
                match self.new_link(link) {
                    NewLink::To(link) => format!("{link} {size}").trim_end().to_owned(),
                    NewLink::Unchanged | NewLink::Removed => candidate.trim().to_owned(),
                }
            });
            let set = candidates.collect::<Vec<_>>().join(", ");
            _ = element.set_attribute(name, &set);
        }
    }

    /// What other sites show of a page needs whole addresses.
    fn rewrite_metadata(&mut self, meta: &mut Element<'_, '_>) {
        self.rewrite_absolute(meta, "content");
    }

    fn rewrite_absolute(&mut self, element: &mut Element<'_, '_>, name: &str) {
        let Some(site) = &self.links.site else { return };
        let Some(link) = element.get_attribute(name) else { return };
        if let Target::Within(address, _) = self.links.hosts.target(self.page, &link) {
            _ = element.set_attribute(name, &format!("{site}{}", address.served()));
            self.targets.insert(address);
        }
    }

    fn new_link(&mut self, link: &str) -> NewLink {
        if link.starts_with('#') {
            return NewLink::Unchanged;
        }
        match self.links.target(self.page, link) {
            Target::Elsewhere(Some(other)) => NewLink::To(other),
            Target::Elsewhere(None) => NewLink::Unchanged,
            Target::Server => NewLink::Removed,
            Target::Within(address, rest) => {
                let file = address.file();
                let link = if self.anywhere {
                    format!("{}{}", self.links.base, encode(&file))
                } else {
                    relative(&self.page.file(), &file)
                };
                self.targets.insert(address);
                NewLink::To(format!("{link}{rest}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Links {
        let hosts = Hosts::new("mia.example");
        let moved = [
            (Address::of("/kalender"), Target::Within(Address::of("/kalender/2026"), String::new())),
            (Address::of("/lamna"), Target::Elsewhere(Some("https://vader.example/".into()))),
        ];
        Links { hosts, site: Some("https://mia.example".into()), moved: moved.into(), base: "/arkiv/".into() }
    }

    #[test]
    fn all_that_is_loaded_or_linked_becomes_relative() {
        let page = r##"<link rel="canonical" href="https://mia.example/blogg?sida=2"><link href="/a.css">
            <meta property="og:image" content="https://mia.example/bild/x.png">
            <a href="/om#k">1</a><a href="#x">2</a><a href="/admin">Logga in</a><a href="/kalender">3</a>
            <a href="https://annan.example/om">4</a><a href="/lamna">5</a>
            <img src="/media/1/960.webp" srcset="/media/1/480.webp 480w, /media/1/960.webp 960w">"##;
        let linked = links().rewrite_page(&Address::of("/blogg?sida=2"), page, false).unwrap();
        let new = r##"<link rel="canonical" href="https://mia.example/blogg/sida/2/"><link href="../../../a.css">
            <meta property="og:image" content="https://mia.example/bild/x.png">
            <a href="../../../om/index.html#k">1</a><a href="#x">2</a>Logga in<a href="../../../kalender/2026/index.html">3</a>
            <a href="https://annan.example/om">4</a><a href="https://vader.example/">5</a>
            <img src="../../../media/1/960.webp" srcset="../../../media/1/480.webp 480w, ../../../media/1/960.webp 960w">"##;
        assert_eq!(linked.text, new);
        assert_eq!((linked.targets.len(), linked.of_server), (7, 1), "{:?}", linked.targets);
    }

    #[test]
    fn a_page_for_any_address_links_from_its_place() {
        let page = links().rewrite_page(&Address::of("/x/y"), r#"<a href="/om">Om</a>"#, true).unwrap();
        assert_eq!(page.text, r#"<a href="/arkiv/om/index.html">Om</a>"#);
    }

    #[test]
    fn style_sheets_load_relative_files() {
        let css = "@font-face{src:url(/fonts/a.woff2)}a{background:url('/b.svg#x'),url(data:image/png;base64,AA==)}";
        let linked = links().rewrite_style(&Address::of("/pkg/1/a.css"), css);
        assert_eq!(
            linked.text,
            "@font-face{src:url(\"../../fonts/a.woff2\")}\
             a{background:url(\"../../b.svg#x\"),url(data:image/png;base64,AA==)}"
        );
        assert_eq!(linked.targets.len(), 2);
    }
}
