//! Addresses of the site, and the file that each becomes. One rule for all, without clashes: a page is a folder with an
//! `index.html`, a file is itself, and what a query asks for becomes steps of the way: `/blogg?sida=2` is
//! `blogg/sida/2/index.html`.

use app::paths;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::static_files::is_file;

/// What stands in links as it is; all else is encoded there, and decoded in the names of files.
pub(super) const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');
/// The host of relative links, and of absolute ones while the site has no address. No real host can have this name
/// (RFC 6761).
pub(super) const NO_HOST: &str = "arkiv.invalid";
/// The name of a page's file.
const PAGE: &str = "index.html";

/// A path of the site with the part of its query that makes a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Address {
    /// Decoded.
    path: String,
    query: String,
}

impl Address {
    /// Takes a path as the program writes it, with or without a query.
    pub(super) fn of(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        Self { query: known_query(query), path }
    }

    /// Returns the decoded path.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn has_query(&self) -> bool {
        !self.query.is_empty()
    }

    /// Returns whether it is a page, not a file.
    pub(super) fn is_page(&self) -> bool {
        !is_file(&self.path)
    }

    /// Returns whether a page that leads on can stand there: a web server sends it as a page, and it is in nobody's way.
    pub(super) fn can_lead_on(&self) -> bool {
        let file = self.file();
        let own = ["404.html", "_redirects"].contains(&file.as_str())
            || ["sok/", "redirects/"].iter().any(|folder| file.starts_with(folder));
        let folders_are_plain = file.rsplit_once('/').is_none_or(|(folders, _)| !folders.contains('.'));
        let is_html = file.rsplit_once('.').is_some_and(|(_, extension)| matches!(extension, "html" | "htm"));
        !own && folders_are_plain && (self.is_page() || is_html)
    }

    /// Returns the address as it stands in a request.
    pub(super) fn to_request(&self) -> String {
        let path = utf8_percent_encode(&self.path, ENCODED).to_string();
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }

    /// Returns the path of its file, within the folder that is written.
    pub(super) fn file(&self) -> String {
        let steps = self.query.split(['&', '=']).filter(|step| !step.is_empty());
        let steps = steps.flat_map(|step| [step, "/"]).collect::<String>();
        let path = self.path.trim_matches('/');
        if !self.is_page() {
            let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
            let separator = if folder.is_empty() { "" } else { "/" };
            return format!("{folder}{separator}{steps}{name}");
        }
        let separator = if path.is_empty() { "" } else { "/" };
        format!("{path}{separator}{steps}{PAGE}")
    }

    /// Returns the address under which a web server serves its file: that of a page ends in a slash.
    pub(super) fn served(&self) -> String {
        let file = self.file();
        format!("/{}", encode(if self.is_page() { file.strip_suffix(PAGE).unwrap_or(&file) } else { &file }))
    }
}

/// Encodes the path of a file for a link.
pub(super) fn encode(file: &str) -> String {
    utf8_percent_encode(file, ENCODED).to_string()
}

/// Returns the link from one file to another.
pub(super) fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len().saturating_sub(1).min(to.len().saturating_sub(1));
    let shared = (0..folders).take_while(|step| from.get(*step) == to.get(*step)).count();
    let up = "../".repeat(from.len().saturating_sub(1 + shared));
    format!("{up}{}", encode(&to.get(shared..).unwrap_or_default().join("/")))
}

/// Returns the pairs of a query that make a page of its own, in one order. All others, such as the version of an icon,
/// lead to the same file.
fn known_query(query: &str) -> String {
    let is_known = |pair: &&str| match pair.split_once('=') {
        Some(("sida", page)) => page.parse::<u32>().is_ok_and(|page| page > 1),
        Some(("vy", view)) => view == "lista",
        Some(("neutral", words)) => words == "1",
        _ => false,
    };
    let mut pairs: Vec<&str> = query.split('&').filter(is_known).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.join("&")
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To a page or file of the site. The rest is what follows the address in a link: a search, a fragment.
    Within(Address, String),
    /// To what only a running server has: the staff's pages, its functions.
    Server,
    /// To another site, or not to a page at all: under the address as it stands, or under another one.
    Elsewhere(Option<String>),
}

/// The names under which links find the site.
#[derive(Debug, Clone)]
pub(super) struct Hosts {
    own: String,
}

impl Hosts {
    /// Takes the site's own host without "www.", or nothing where it has no address.
    pub(super) fn new(own: &str) -> Self {
        Self { own: own.to_ascii_lowercase() }
    }

    /// Resolves a link on a page.
    pub(super) fn target(&self, page: &Address, link: &str) -> Target {
        let Ok(base) = Url::parse(&format!("https://{NO_HOST}{}", page.to_request())) else {
            return Target::Elsewhere(None);
        };
        let Ok(url) = base.join(link.trim()) else { return Target::Elsewhere(None) };
        let is_web = matches!(url.scheme(), "http" | "https");
        if !is_web || !self.is_own(&url) {
            return Target::Elsewhere(None);
        }
        let address = Address::of(&format!("{}?{}", trimmed(url.path()), url.query().unwrap_or_default()));
        if is_of_server(&address.path) {
            return Target::Server;
        }
        let search = url.query().filter(|_| address.path == paths::SEARCH);
        let search = search.map(|query| format!("?{query}")).unwrap_or_default();
        let fragment = url.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        Target::Within(address, format!("{search}{fragment}"))
    }

    fn is_own(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let host = format!("{}{port}", host.strip_prefix("www.").unwrap_or(host));
        host == NO_HOST || (!self.own.is_empty() && host == self.own)
    }
}

/// Removes the slash at a path's end: the site redirects from there.
fn trimmed(path: &str) -> &str {
    if path.len() > 1 { path.trim_end_matches('/') } else { path }
}

fn is_of_server(path: &str) -> bool {
    let within =
        |parent: &str| path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    [paths::ADMIN, paths::API, paths::REVIEW_LINK, paths::HEALTH, paths::READINESS, paths::METRICS]
        .into_iter()
        .any(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_a_file_of_its_own() {
        for (address, file, served) in [
            ("/", "index.html", "/"),
            ("/blogg", "blogg/index.html", "/blogg/"),
            ("/blogg?sida=2&x=1", "blogg/sida/2/index.html", "/blogg/sida/2/"),
            ("/kalender/2026?vy=lista", "kalender/2026/vy/lista/index.html", "/kalender/2026/vy/lista/"),
            ("/favicon.svg?v=12", "favicon.svg", "/favicon.svg"),
            ("/kalender/2026.ics?neutral=1", "kalender/neutral/1/2026.ics", "/kalender/neutral/1/2026.ics"),
            ("/dokument/1/Tr%C3%A4d.pdf", "dokument/1/Träd.pdf", "/dokument/1/Tr%C3%A4d.pdf"),
        ] {
            let parsed = Address::of(address);
            assert_eq!((parsed.file().as_str(), parsed.served().as_str()), (file, served), "{address}");
        }
    }

    #[test]
    fn old_addresses_take_nobodys_place() {
        for (address, can) in [
            ("/inlagg/gammal", true),
            ("/2020/12/text.html", true),
            ("/404.html", false),
            ("/sok/gammal", false),
            ("/feed.xml/x", false),
            ("/kalender/gammal.ics", false),
        ] {
            assert_eq!(Address::of(address).can_lead_on(), can, "{address}");
        }
    }

    #[test]
    fn links_lead_up_and_down_to_files_by_name() {
        assert_eq!(relative("index.html", "blogg/index.html"), "blogg/index.html");
        assert_eq!(relative("blogg/index.html", "index.html"), "../index.html");
        assert_eq!(relative("blogg/index.html", "blogg/index.html"), "index.html");
        assert_eq!(relative("a/b/index.html", "a/c/ett träd.pdf"), "../c/ett%20tr%C3%A4d.pdf");
        assert_eq!(relative("a/index.html", "a/b/index.html"), "b/index.html");
    }

    #[test]
    fn links_are_resolved_as_browsers_do() {
        let hosts = Hosts::new("mia.example");
        let page = Address::of("/blogg/2026");
        let within = |address: &str, rest: &str| Target::Within(Address::of(address), rest.to_owned());
        for (link, target) in [
            ("/om", within("/om", "")),
            ("/om/#kontakt", within("/om", "#kontakt")),
            ("2025?sida=3", within("/blogg/2025?sida=3", "")),
            ("http://www.mia.example/om", within("/om", "")),
            ("/sok?q=sm%C3%A5", within("/sok", "?q=sm%C3%A5")),
            ("/admin/logga-in", Target::Server),
            ("/administration", within("/administration", "")),
            ("https://annan.example/om", Target::Elsewhere(None)),
            ("//annan.example/om", Target::Elsewhere(None)),
            ("mailto:mia@mia.example", Target::Elsewhere(None)),
        ] {
            assert_eq!(hosts.target(&page, link), target, "{link}");
        }
    }
}
