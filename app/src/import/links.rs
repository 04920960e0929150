//! Where links and pictures of items lead now.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::finding::{Cause, Finding};
use super::{
    DocumentList, ItemDocument, ItemPicture, Match, MediaFolder, OldAddress, PictureFile, PictureList,
};

const MISSING: Cause = Cause::missing("picture-missing", "Bilden saknas i mappen med bilder");
const NO_FOLDER: Cause =
    Cause::missing("no-media-folder", "Bilden hämtas aldrig från nätet: ange mappen med bilder med --media");
const OTHER_CASE: Cause = Cause::note("picture-case", "Bilden hittades trots stora och små bokstäver");
const ELSEWHERE: Cause =
    Cause::look("picture-elsewhere", "Bilden ligger på en annan webbplats och följer inte med");
const NO_ADDRESS: Cause = Cause::look("bad-address", "Adressen går inte att läsa");
const OLD_SITE: Cause =
    Cause::look("old-site", "Länken leder till den gamla webbplatsen, som inte har sidan i filen");

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To an address: one of this site where the page has moved in, otherwise as it was, made whole.
    To(String),
    /// Nowhere that can be linked to: its words stay without a link.
    Nowhere,
}

/// Answers where the links and pictures of one item lead. What turns HTML or Markdown into the text of an item asks it.
pub trait Resolver {
    /// Returns where a link leads, by its address as written.
    fn link(&mut self, address: &str) -> Link;

    /// Returns the address that the text shows instead of a picture's own: a placeholder. `None` when the picture cannot
    /// be had: then its alternative text takes its place, and the resolver has noted why.
    fn picture(&mut self, address: &str, alt: &str, caption: &str) -> Option<String>;

    /// Notes something about the item, such as a part that could not be converted.
    fn note(&mut self, cause: Cause, detail: &str);
}

/// Where every item comes to lie, and the folder with the old site's pictures.
#[derive(Debug, Default)]
pub struct Links {
    by_address: HashMap<OldAddress, String>,
    by_id: HashMap<String, String>,
    hosts: HashSet<String>,
    media: Option<MediaFolder>,
}

impl Links {
    /// Returns links without a place yet.
    pub fn new(media: Option<MediaFolder>) -> Self {
        Self { media, ..Self::default() }
    }

    /// Names the old site's address, so that links with it lead to its items: with and without "www", by http or https.
    pub fn add_site(&mut self, site: &str) {
        if let Some(host) = Url::parse(site).ok().as_ref().and_then(Url::host_str) {
            self.hosts.insert(without_www(host).to_owned());
        }
    }

    /// Notes where an item lies: its source's id, its old addresses, its path here. Of two items with one address the first
    /// keeps it.
    pub fn add(&mut self, id: String, addresses: Vec<OldAddress>, path: String) {
        for address in addresses {
            self.by_address.entry(address).or_insert_with(|| path.clone());
        }
        self.by_id.insert(id, path);
    }

    /// Returns the path here of the item with an id.
    pub fn path_of(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }

    /// Returns the path here of the item that had an old address.
    pub fn path_at(&self, address: &OldAddress) -> Option<&str> {
        address.queries().into_iter().find_map(|query| {
            let address = OldAddress { path: address.path.clone(), query: query.to_owned() };
            self.by_address.get(&address).map(String::as_str)
        })
    }

    /// Returns the folder with the old site's pictures.
    pub const fn media(&self) -> Option<&MediaFolder> {
        self.media.as_ref()
    }

    /// Answers for an item of a web site, whose own address relative ones are relative to. It may be empty.
    pub fn of_item<'a>(&'a self, item: &'a str, address: &str) -> References<'a> {
        References {
            links: self,
            item,
            base: Url::parse(address).ok(),
            documents: None,
            pictures: PictureList::default(),
            findings: Vec::new(),
        }
    }

    fn is_old_site(&self, url: &Url) -> bool {
        url.host_str().is_some_and(|host| self.hosts.contains(without_www(host)))
    }
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// The [`Resolver`] of an item that comes from a web site.
#[derive(Debug)]
pub struct References<'a> {
    links: &'a Links,
    item: &'a str,
    base: Option<Url>,
    /// None: links to files stay as they are.
    documents: Option<DocumentList>,
    pictures: PictureList,
    findings: Vec<Finding>,
}

impl References<'_> {
    /// Lets links to documents of the old site become placeholders, which [`documents`](Self::documents) returns.
    #[must_use]
    pub fn with_documents(mut self) -> Self {
        self.documents = Some(DocumentList::default());
        self
    }

    /// Takes the documents that the item links to, in the order of their placeholders.
    pub fn documents(&mut self) -> Vec<ItemDocument> {
        self.documents.take().unwrap_or_default().into_documents()
    }

    /// Returns the placeholder of a document of the old site that lies in the folder.
    fn document(&mut self, path: &str) -> Option<String> {
        let (Some(Match::Exact(file) | Match::OtherCase(file)), Some(documents)) =
            (self.links.media.as_ref()?.find(path), &mut self.documents)
        else {
            return None;
        };
        documents.add(file)
    }

    /// Returns the pictures that the item shows, and what was noted.
    pub fn finish(self) -> (Vec<ItemPicture>, Vec<Finding>) {
        (self.pictures.into_pictures(), self.findings)
    }

    /// Finds a picture's file by its old address, without placing it in the text, as for a cover.
    pub fn file(&mut self, address: &str, alt: &str, caption: &str) -> Option<ItemPicture> {
        let url = self.whole(address);
        // Without an address of its own, an item names its pictures by their files.
        let path = match &url {
            Some(url) => url.path(),
            None if self.base.is_none() && !address.contains(':') => address,
            None => {
                self.note(NO_ADDRESS, address);
                return None;
            }
        };
        let shown = url.as_ref().map_or(address, Url::as_str);
        let Some(media) = &self.links.media else {
            self.note(NO_FOLDER, shown);
            return None;
        };
        let (path, cause) = match media.find(path) {
            Some(Match::Exact(path)) => (path.to_owned(), None),
            Some(Match::OtherCase(path)) => (path.to_owned(), Some(OTHER_CASE)),
            None => {
                let is_ours = url.as_ref().is_none_or(|url| self.links.is_old_site(url));
                self.note(if is_ours { MISSING } else { ELSEWHERE }, shown);
                return None;
            }
        };
        if let Some(cause) = cause {
            self.note(cause, shown);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Some(ItemPicture { file: PictureFile::Path(path), name, alt: alt.into(), caption: caption.into() })
    }

    fn whole(&self, address: &str) -> Option<Url> {
        let address = address.trim();
        match &self.base {
            Some(base) => base.join(address).ok(),
            None => Url::parse(address).ok(),
        }
        .filter(|url| matches!(url.scheme(), "http" | "https"))
    }
}

impl Resolver for References<'_> {
    fn link(&mut self, address: &str) -> Link {
        let address = address.trim();
        if address.starts_with('#') || address.starts_with("mailto:") || address.starts_with("tel:") {
            return Link::To(address.to_owned());
        }
        let Some(url) = self.whole(address) else {
            if self.base.is_none() && address.starts_with('/') {
                let here = OldAddress::parse(address).and_then(|old| self.links.path_at(&old));
                return Link::To(here.unwrap_or(address).to_owned());
            }
            self.note(NO_ADDRESS, address);
            return Link::Nowhere;
        };
        if !self.links.is_old_site(&url) {
            return Link::To(url.into());
        }
        let fragment = url.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        let old = OldAddress::of(url.path(), url.query().unwrap_or_default());
        if let Some(path) = old.as_ref().and_then(|old| self.links.path_at(old)) {
            return Link::To(format!("{path}{fragment}"));
        }
        match self.document(url.path()) {
            Some(placeholder) => Link::To(placeholder),
            None => {
                self.note(OLD_SITE, url.as_str());
                Link::To(url.into())
            }
        }
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str) -> Option<String> {
        let picture = self.file(address, alt, caption)?;
        Some(self.pictures.add(picture))
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.findings.push(Finding::new(cause, self.item, detail));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Links {
        let mut links = Links::default();
        links.add_site("https://www.gammal.example");
        let addresses = ["/2020/12/ljus/", "/?p=7"].map(|address| OldAddress::parse(address).unwrap());
        links.add("7".into(), addresses.into(), "/inlagg/ljus".into());
        links
    }

    #[test]
    fn every_spelling_of_an_old_address_leads_to_the_post() {
        let links = links();
        let mut item = links.of_item("Ett inlägg", "https://gammal.example/2021/01/annat/");
        for address in [
            "https://gammal.example/2020/12/ljus/",
            "http://www.gammal.example/2020/12/ljus",
            "/2020/12/ljus?utm=x",
            "//gammal.example/2020/12/ljus",
            "/?p=7",
            "../../../2020/12/ljus",
        ] {
            assert_eq!(item.link(address), Link::To("/inlagg/ljus".into()), "{address}");
        }
        assert_eq!(item.link("/2020/12/ljus#del"), Link::To("/inlagg/ljus#del".into()));
        assert_eq!(item.link("https://annan.example/a"), Link::To("https://annan.example/a".into()));
        assert_eq!(item.link("javascript:alert(1)"), Link::Nowhere);
        assert_eq!(item.link("/borta"), Link::To("https://gammal.example/borta".into()));
        let causes: Vec<_> = item.finish().1.iter().map(|finding| finding.cause.code).collect();
        assert_eq!(causes, ["bad-address", "old-site"]);
    }
}
