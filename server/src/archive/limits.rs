//! What an archive may ask of whoever opens it.

/// What an archive may ask of whoever opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many entries it may list, folders included.
    pub entries: u64,
    /// How many bytes one entry may become.
    pub entry_bytes: u64,
    /// How many bytes all entries together may become.
    pub total_bytes: u64,
    /// How many times larger than its packed bytes an entry may become. Entries below a megabyte are exempt: a short text
    /// of blanks is no bomb.
    pub ratio: u64,
}

impl Limits {
    /// How many bytes an entry may take in the list of entries on average, above what its name usually needs.
    const LISTED: u64 = 512;
    /// What the list may always take.
    const SHORTEST_LIST: u64 = 64 * 1024;

    /// How many bytes the list of entries may have, so that it need not be read to be refused.
    pub(super) const fn list_bytes(&self) -> u64 {
        self.entries.saturating_mul(Self::LISTED).saturating_add(Self::SHORTEST_LIST)
    }
}
