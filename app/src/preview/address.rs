//! Addresses of the pages of previews.
//!
//! `/admin/forhandsvisning/text/12/2026-12-07T08:00` is the target itself, and under `…/sida` is the rest of the site at
//! that moment: `…/sida/kalender/2026`.

use super::PreviewTarget;
use crate::calendar::EditionId;
use crate::paths;
use crate::posts::PostId;
use crate::time::{UnixMillis, parse_local, to_local};

/// Separates the preview's own part of an address from the path of a page in it.
const SITE: &str = "sida";

/// Address of a page of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewAddress {
    /// What the preview is of.
    pub target: PreviewTarget,
    /// Instant at which the preview's clock stands.
    pub at: UnixMillis,
    /// Path of a page of the site; none for the target itself.
    pub page: Option<String>,
}

impl PreviewAddress {
    /// Returns the address of the target itself.
    pub const fn new(target: PreviewTarget, at: UnixMillis) -> Self {
        Self { target, at, page: None }
    }

    /// Parses a path. The admin, feeds and files are no pages of a preview.
    pub fn parse(path: &str) -> Option<Self> {
        let rest = path.strip_prefix(paths::PREVIEW)?.strip_prefix('/')?;
        let mut segments = rest.splitn(4, '/');
        let (kind, id, at) = (segments.next()?, segments.next()?, segments.next()?);
        let id = id.parse().ok().filter(|id| *id > 0)?;
        let target = match kind {
            "text" => PreviewTarget::Post(PostId(id)),
            "kalender" => PreviewTarget::Edition(EditionId(id)),
            _ => return None,
        };
        let page = match segments.next() {
            None => None,
            Some(page) => {
                let page = page.strip_prefix(SITE)?;
                let page = if page.is_empty() { paths::START } else { page };
                Some(page.to_owned()).filter(|page| is_page(page)).map(Some)?
            }
        };
        Some(Self { target, at: parse_local(at)?, page })
    }

    /// Returns the path of the target itself.
    pub fn path(&self) -> String {
        let target = match self.target {
            PreviewTarget::Post(post) => paths::preview_of_text(post),
            PreviewTarget::Edition(edition) => paths::preview_of_edition(edition),
        };
        format!("{target}/{}", to_local(self.at))
    }

    /// Returns where a link on a page of the site leads within the preview; none for a link to anything else. The link
    /// may have a query and a fragment.
    pub fn resolve_link(&self, link: &str) -> Option<String> {
        let path = link.split(['?', '#']).next().unwrap_or(link);
        let link = if path == paths::START { link.strip_prefix('/')? } else { link };
        is_page(path).then(|| format!("{}/{SITE}{link}", self.path()))
    }
}

/// Returns whether a path is that of a public page. Files and feeds have a dot in their names.
fn is_page(path: &str) -> bool {
    let is_below = |prefix: &str| {
        path.strip_prefix(prefix).is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b'/')))
    };
    let no_pages =
        ["/api", "/bild", "/healthz", "/media", "/pkg", paths::ADMIN, paths::QUICK_EXIT, paths::REVIEW_LINK];
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['.', '\\'])
        && !no_pages.into_iter().any(is_below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written() {
        let text = PreviewAddress::parse("/admin/forhandsvisning/text/12/2026-12-07T08:00").unwrap();
        assert_eq!((text.target, text.page.as_deref()), (PreviewTarget::Post(PostId(12)), None));
        assert_eq!(text.path(), "/admin/forhandsvisning/text/12/2026-12-07T08:00");
        for (page, path) in [("", "/"), ("/om", "/om"), ("/kalender/2026/lucka/7", "/kalender/2026/lucka/7")]
        {
            let address = format!("/admin/forhandsvisning/kalender/3/2026-12-07T08:00/sida{page}");
            let read = PreviewAddress::parse(&address).unwrap();
            assert_eq!(
                (read.target, read.page.as_deref()),
                (PreviewTarget::Edition(EditionId(3)), Some(path))
            );
            assert_eq!(read.resolve_link(path), Some(address), "{path}");
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
            assert_eq!(PreviewAddress::parse(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn links_to_pages_stay_and_others_lead_nowhere() {
        let here =
            PreviewAddress::new(PreviewTarget::Post(PostId(1)), parse_local("2026-12-07T08:00").unwrap());
        let there = "/admin/forhandsvisning/text/1/2026-12-07T08:00/sida";
        for (link, within) in [
            ("/", ""),
            ("/?a=b", "?a=b"),
            ("/#x", "#x"),
            ("/kalender/2026?vy=lista", "/kalender/2026?vy=lista"),
            ("/kalender/2026#lucka-7", "/kalender/2026#lucka-7"),
            ("/administration", "/administration"),
        ] {
            assert_eq!(here.resolve_link(link), Some(format!("{there}{within}")), "{link}");
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
            assert_eq!(here.resolve_link(link), None, "{link}");
        }
    }
}
