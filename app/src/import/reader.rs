//! What a format must be able to do.

use std::ops::ControlFlow;

use super::{Finding, IndexEntry, Item, Links};

/// Where items come from. Together with an item's id it says whether the item has been here before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The format: "wordpress", "ghost", "markdown", "csv".
    pub kind: &'static str,
    /// The site that is left, such as `https://gammal.example`, or a folder's name; may be empty.
    pub site: String,
}

impl Source {
    /// Returns its name in the table `imported_items`.
    pub fn key(&self) -> String {
        if self.site.is_empty() { self.kind.to_owned() } else { format!("{} {}", self.kind, self.site) }
    }
}

/// Why a source cannot be read at all, or no further: one sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(pub String);

/// What the second pass yields.
#[derive(Debug)]
pub enum Yield {
    /// An item. One that the index did not name is refused.
    Item(Box<Item>),
    /// Something that is left out; counted as skipped under its cause.
    Skipped(Finding),
    /// Something to report; the item itself comes, too.
    Found(Finding),
}

impl Yield {
    /// Returns what is to be reported.
    pub fn found(findings: &[Finding]) -> impl Iterator<Item = Self> {
        findings.iter().cloned().map(Self::Found)
    }

    /// Returns an item, after what is to be reported of it.
    pub fn item(item: Item, findings: Vec<Finding>) -> impl Iterator<Item = Self> {
        findings.into_iter().map(Self::Found).chain([Self::Item(Box::new(item))])
    }
}

/// A source of items, read twice in bounded memory: once for what there is, once for the items themselves. It runs on a
/// thread for blocking work. A fault in an item is a [`Finding`]; an error ends the run, which keeps what it has written.
pub trait Reader: Send {
    /// Returns where the items come from. Asked after the index.
    fn source(&self) -> Source;

    /// Tells every item that the second pass will yield, in the same order each time.
    ///
    /// # Errors
    /// When the source as a whole is hostile or no such format.
    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError>;

    /// Yields the items, one at a time, until told to stop.
    ///
    /// # Errors
    /// When the source ends in the middle or cannot be read further.
    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError>;
}
