//! Files that are small enough to be held in memory.

use super::{FileSink, FormFault};

/// A file in memory, with the most bytes that it may have as its place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FileInMemory {
    /// The name that its sender gives it.
    pub(crate) sent_name: String,
    pub(crate) bytes: Vec<u8>,
    most: usize,
}

impl FileSink for FileInMemory {
    type Place = usize;
    type Refusal = FormFault;

    async fn begin(most: &usize, sent_name: &str) -> Result<Self, FormFault> {
        Ok(Self { sent_name: sent_name.to_owned(), bytes: Vec::new(), most: *most })
    }

    async fn append(mut self, piece: Vec<u8>) -> Result<Self, FormFault> {
        if self.bytes.len() + piece.len() > self.most {
            return Err(FormFault::TooLarge);
        }
        self.bytes.extend_from_slice(&piece);
        Ok(self)
    }
}
