//! Boxes, which `QuickTime` calls atoms.

use crate::recordings::RecordingError;
use crate::recordings::intake::input::Input;

/// More boxes than any file of one sound has beside each other.
const MOST: usize = 1_000;

/// A box: its kind, and where its content begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) kind: [u8; 4],
    pub(super) begin: u64,
    pub(super) end: u64,
}

/// Lists the boxes between two places.
///
/// # Errors
/// `Broken` when one ends where it must not; `OtherSound` when the file is in fragments.
pub(super) fn children(input: &mut Input<'_>, begin: u64, end: u64) -> Result<Vec<Atom>, RecordingError> {
    let mut found = Vec::new();
    let mut at = begin;
    // QuickTime ends some lists by four empty bytes.
    while at + 8 <= end {
        let [s0, s1, s2, s3, a, b, c, d] = input.array(at)?;
        let kind = [a, b, c, d];
        let (head, size) = match u32::from_be_bytes([s0, s1, s2, s3]) {
            0 => (8, end - at),
            1 => (16, u64::from_be_bytes(input.array(at + 8)?)),
            size => (8, u64::from(size)),
        };
        let after = at.checked_add(size).filter(|after| size >= head && *after <= end);
        let after = after.ok_or(RecordingError::Broken)?;
        if kind == *b"moof" {
            return Err(RecordingError::OtherSound);
        }
        if found.len() == MOST {
            return Err(RecordingError::Broken);
        }
        found.push(Atom { kind, begin: at + head, end: after });
        at = after;
    }
    Ok(found)
}

/// Returns the first box of a kind.
pub(super) fn find(atoms: &[Atom], kind: [u8; 4]) -> Option<Atom> {
    atoms.iter().copied().find(|atom| atom.kind == kind)
}

/// Reads the content of a box that may not be longer than `most` bytes.
pub(super) fn read_whole(input: &mut Input<'_>, atom: Atom, most: usize) -> Result<Vec<u8>, RecordingError> {
    let bytes = usize::try_from(atom.end - atom.begin).ok().filter(|bytes| *bytes <= most);
    input.at_most(atom.begin, bytes.ok_or(RecordingError::Broken)?)
}
