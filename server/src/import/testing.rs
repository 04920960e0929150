//! Reads the cases of `tests/cases/import` as an import does, without a site.

use std::ops::ControlFlow;
use std::path::PathBuf;

use app::import::{Finding, IndexEntry, Item, Links, MediaFolder, OldAddress, ReadError, Reader, Yield};

/// What was read of an export.
pub(super) struct Read {
    pub(super) entries: Vec<IndexEntry>,
    pub(super) items: Vec<Item>,
    pub(super) found: Vec<Finding>,
    pub(super) skipped: Vec<Finding>,
}

/// Returns where a case lies.
pub(super) fn case(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import").join(name)
}

impl Read {
    /// Reads a source twice, with a folder of pictures among the cases. Every item lies under its slug.
    pub(super) fn of(reader: &mut dyn Reader, media: Option<&str>) -> Result<Self, ReadError> {
        let mut entries = Vec::new();
        reader.index(&mut |entry| entries.push(entry))?;
        let mut links = Links::new(media.map(|folder| MediaFolder::open(&case(folder)).unwrap()));
        links.add_site(&reader.source().site);
        for IndexEntry { id, addresses, slug, .. } in &entries {
            links.add(id.clone(), addresses.clone(), format!("/inlagg/{slug}"));
        }
        let mut read = Self { entries, items: Vec::new(), found: Vec::new(), skipped: Vec::new() };
        reader.items(&links, &mut |one| {
            match one {
                Yield::Item(item) => read.items.push(*item),
                Yield::Found(finding) => read.found.push(finding),
                Yield::Skipped(finding) => read.skipped.push(finding),
            }
            ControlFlow::Continue(())
        })?;
        Ok(read)
    }

    pub(super) fn item(&self, id: &str) -> &Item {
        self.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no {id}"))
    }

    pub(super) fn markdown(&self, id: &str) -> &str {
        self.item(id).markdown.trim_end()
    }

    pub(super) fn ids(&self) -> Vec<&str> {
        self.items.iter().map(|item| &*item.id).collect()
    }

    /// Returns the old addresses of an item.
    pub(super) fn addresses(&self, id: &str) -> Vec<String> {
        let entry = self.entries.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no {id}"));
        entry.addresses.iter().map(OldAddress::to_string).collect()
    }

    /// Returns the details of a cause, each with the id in its item's name.
    pub(super) fn told(&self, code: &str) -> Vec<(String, String)> {
        let of_cause = self.found.iter().chain(&self.skipped).filter(|finding| finding.cause.code == code);
        of_cause.map(|finding| (id_in(&finding.item), finding.detail.clone())).collect()
    }

    pub(super) fn is_told(&self, code: &str, id: &str) -> bool {
        self.told(code).iter().any(|(item, _)| item == id)
    }

    /// Returns everything that was read, to look for what must not be there.
    pub(super) fn everything(&self) -> String {
        format!("{:?} {:?} {:?} {:?}", self.entries, self.items, self.found, self.skipped)
    }
}

/// Returns the id at the end of a name: `Title (id)` or `post id`.
fn id_in(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or_default().trim_matches(['(', ')']).to_owned()
}
