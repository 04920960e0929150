//! The file that was sent, read at any place of it, and never beyond its end.

use std::io::{BufReader, Read, Seek, SeekFrom};

use super::{Output, RecordingError};

/// How much of the file is in memory at a time.
const PIECE: usize = 64 * 1024;

/// What can be read and searched.
pub(super) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// A file and its length.
pub(super) struct Input<'a> {
    source: BufReader<&'a mut dyn Source>,
    at: u64,
    length: u64,
}

impl<'a> Input<'a> {
    pub(super) fn new(source: &'a mut dyn Source) -> Result<Self, RecordingError> {
        let length = source.seek(SeekFrom::End(0)).map_err(unreadable)?;
        source.rewind().map_err(unreadable)?;
        Ok(Self { source: BufReader::with_capacity(PIECE, source), at: 0, length })
    }

    /// How many bytes it has.
    pub(super) const fn length(&self) -> u64 {
        self.length
    }

    /// Fills `into` with what stands at a place.
    ///
    /// # Errors
    /// `Broken` when the file ends before.
    pub(super) fn read(&mut self, at: u64, into: &mut [u8]) -> Result<(), RecordingError> {
        let end = at.checked_add(into.len() as u64).filter(|end| *end <= self.length);
        let end = end.ok_or(RecordingError::Broken)?;
        let distance = i64::try_from(at).unwrap_or(i64::MAX) - i64::try_from(self.at).unwrap_or(i64::MAX);
        if distance != 0 {
            self.source.seek_relative(distance).map_err(unreadable)?;
        }
        self.source.read_exact(into).map_err(unreadable)?;
        self.at = end;
        Ok(())
    }

    /// Reads a few bytes.
    ///
    /// # Errors
    /// `Broken` when the file ends before.
    pub(super) fn array<const N: usize>(&mut self, at: u64) -> Result<[u8; N], RecordingError> {
        let mut bytes = [0; N];
        self.read(at, &mut bytes)?;
        Ok(bytes)
    }

    /// Reads a piece whose length somebody has bounded, or less of it where the file ends before.
    pub(super) fn at_most(&mut self, at: u64, bytes: usize) -> Result<Vec<u8>, RecordingError> {
        let left = usize::try_from(self.length.saturating_sub(at)).unwrap_or(usize::MAX);
        let mut piece = vec![0; bytes.min(left)];
        self.read(at, &mut piece)?;
        Ok(piece)
    }

    /// Copies a part of the file.
    ///
    /// # Errors
    /// `Broken` when the file ends before; those of `output`.
    pub(super) fn copy(
        &mut self,
        at: u64,
        bytes: u64,
        output: &mut Output<'_>,
    ) -> Result<(), RecordingError> {
        let mut piece = [0; 16 * 1024];
        let (mut at, mut left) = (at, bytes);
        while left > 0 {
            let count = usize::try_from(left).map_or(piece.len(), |left| left.min(piece.len()));
            let Some(part) = piece.get_mut(..count) else { return Err(RecordingError::Internal) };
            self.read(at, part)?;
            output(part)?;
            at += count as u64;
            left -= count as u64;
        }
        Ok(())
    }
}

fn unreadable(error: std::io::Error) -> RecordingError {
    RecordingError::internal("a recording that was sent could not be read", &error)
}
