//! Where the pages of a preview are.
//!
//! `/admin/forhandsvisning/text/12/2026-12-07T08:00` is the text itself, and what stands under `…/sida` is the rest of
//! the site at that moment: `…/sida/kalender/2026`.

use super::Shown;
use crate::calendar::EditionId;
use crate::paths;
use crate::posts::PostId;
use crate::time::{UnixMillis, parse_local, to_local};

/// What parts the preview's own part of an address from that of the page in it.
const SITE: &str = "sida";

/// A page of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What is looked at.
    pub shown: Shown,
    /// As of when, in milliseconds UTC.
    pub at: UnixMillis,
    /// The path of a page of the site; nothing for what is looked at itself.
    pub page: Option<String>,
}

impl Address {
    /// Where one begins to look.
    pub fn first(shown: Shown, at: UnixMillis) -> Self {
        Self { shown, at, page: None }
    }

    /// Reads a path. A page of the staff, of the machines or of a file is no page of a preview.
    pub fn parse(path: &str) -> Option<Self> {
        let rest = path.strip_prefix(paths::PREVIEW)?.strip_prefix('/')?;
        let mut steps = rest.splitn(4, '/');
        let (kind, id, at) = (steps.next()?, steps.next()?, steps.next()?);
        let id = id.parse().ok().filter(|id| *id > 0)?;
        let shown = match kind {
            "text" => Shown::Text(PostId(id)),
            "kalender" => Shown::Edition(EditionId(id)),
            _ => return None,
        };
        let page = match steps.next() {
            None => None,
            Some(page) => {
                let page = page.strip_prefix(SITE)?;
                let page = if page.is_empty() { paths::START } else { page };
                Some(page.to_owned()).filter(|page| is_page(page)).map(Some)?
            }
        };
        Some(Self { shown, at: parse_local(at)?, page })
    }

    /// The path of what is looked at.
    pub fn path(&self) -> String {
        let shown = match self.shown {
            Shown::Text(post) => paths::preview_of_text(post),
            Shown::Edition(edition) => paths::preview_of_edition(edition),
        };
        format!("{shown}/{}", to_local(self.at))
    }

    /// Where a link to a page of the site leads within the preview; nothing for what is no page of it. The link may
    /// have a query and a fragment.
    pub fn of_link(&self, link: &str) -> Option<String> {
        let path = link.split(['?', '#']).next().unwrap_or(link);
        let link = if path == paths::START { link.strip_prefix('/')? } else { link };
        is_page(path).then(|| format!("{}/{SITE}{link}", self.path()))
    }
}

/// Whether a path is that of a public page. Files and feeds have a dot in their names.
fn is_page(path: &str) -> bool {
    let is_room = |room: &str| {
        path.strip_prefix(room).is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b'/')))
    };
    let elsewhere =
        ["/api", "/bild", "/healthz", "/media", "/pkg", paths::ADMIN, paths::QUICK_EXIT, paths::REVIEW_LINK];
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['.', '\\'])
        && !elsewhere.into_iter().any(is_room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written() {
        let text = Address::parse("/admin/forhandsvisning/text/12/2026-12-07T08:00").unwrap();
        assert_eq!((text.shown, text.page.as_deref()), (Shown::Text(PostId(12)), None));
        assert_eq!(text.path(), "/admin/forhandsvisning/text/12/2026-12-07T08:00");
        for (page, path) in [("", "/"), ("/om", "/om"), ("/kalender/2026/lucka/7", "/kalender/2026/lucka/7")]
        {
            let address = format!("/admin/forhandsvisning/kalender/3/2026-12-07T08:00/sida{page}");
            let read = Address::parse(&address).unwrap();
            assert_eq!((read.shown, read.page.as_deref()), (Shown::Edition(EditionId(3)), Some(path)));
            assert_eq!(read.of_link(path), Some(address), "{path}");
        }
        for nothing in [
            "/admin/forhandsvisning/text/12",
            "/admin/forhandsvisning/text/x/2026-12-07T08:00",
            "/admin/forhandsvisning/text/0/2026-12-07T08:00",
            "/admin/forhandsvisning/bild/1/2026-12-07T08:00",
            "/admin/forhandsvisning/text/1/nu",
            "/admin/forhandsvisning/text/1/2026-12-07T08:00/annat",
            "/admin/forhandsvisning/text/1/2026-12-07T08:00/sidan",
            "/admin/forhandsvisning/text/1/2026-12-07T08:00/sida/admin/personer",
            "/admin/forhandsvisning/text/1/2026-12-07T08:00/sida/feed.xml",
            "/admin/forhandsvisningar/text/1/2026-12-07T08:00",
        ] {
            assert_eq!(Address::parse(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn links_to_pages_stay_and_others_have_no_place() {
        let here = Address::first(Shown::Text(PostId(1)), parse_local("2026-12-07T08:00").unwrap());
        let there = "/admin/forhandsvisning/text/1/2026-12-07T08:00/sida";
        for (link, within) in [
            ("/", ""),
            ("/?a=b", "?a=b"),
            ("/#x", "#x"),
            ("/kalender/2026?vy=lista", "/kalender/2026?vy=lista"),
            ("/kalender/2026#lucka-7", "/kalender/2026#lucka-7"),
            ("/administration", "/administration"),
        ] {
            assert_eq!(here.of_link(link), Some(format!("{there}{within}")), "{link}");
        }
        for link in [
            "https://x.example/",
            "//x.example",
            "/\\x",
            "mailto:a@b.se",
            "tel:112",
            "/feed.xml",
            "/lamna",
            "/admin",
            "/admin/konto",
            "/media/1/480.webp",
            "/delad/x",
            "om",
            "",
            "#innehall",
            "?sida=2",
            "javascript:alert(1)",
        ] {
            assert_eq!(here.of_link(link), None, "{link}");
        }
    }
}
