//! Documents that an item links to, until they are documents of this site.

use std::path::{Path, PathBuf};

use crate::documents::DocumentFormat;

/// What placeholders begin with, where a text links to a document that is not added yet.
const PLACEHOLDER: &str = "import-document:";

/// A document that an item links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDocument {
    /// The file on this machine, which was found within a given folder.
    pub file: PathBuf,
    /// The file's name.
    pub name: String,
}

/// The documents of one item's text as they are met, each with a placeholder until it is added.
#[derive(Debug, Clone, Default)]
pub struct DocumentList(Vec<ItemDocument>);

impl DocumentList {
    /// Adds a file and returns its placeholder, to stand as the address of a link. `None` when its name is not that of a
    /// document.
    pub fn add(&mut self, file: &Path) -> Option<String> {
        file.extension()?.to_str()?.to_lowercase().parse::<DocumentFormat>().ok()?;
        let known = self.0.iter().position(|known| known.file == file);
        let place = known.unwrap_or_else(|| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.0.push(ItemDocument { file: file.to_owned(), name });
            self.0.len() - 1
        });
        Some(format!("{PLACEHOLDER}{place}"))
    }

    /// Returns the documents, in the order of their placeholders.
    pub fn into_documents(self) -> Vec<ItemDocument> {
        self.0
    }
}

/// Returns which document of its item a placeholder stands for.
pub(super) fn place_of(address: &str) -> Option<usize> {
    address.strip_prefix(PLACEHOLDER)?.parse().ok()
}
