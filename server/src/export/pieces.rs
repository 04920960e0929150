//! Content that is read from the database while it is written.

use std::io::{self, Read};

use serde::Serialize;

/// Reads pieces one after another, each made when it is needed; an empty one is the end.
pub(super) struct Pieces<F> {
    next: F,
    piece: Vec<u8>,
    read: usize,
}

impl<F: FnMut() -> io::Result<Vec<u8>>> Pieces<F> {
    pub(super) const fn new(next: F) -> Self {
        Self { next, piece: Vec::new(), read: 0 }
    }
}

impl<F: FnMut() -> io::Result<Vec<u8>>> Read for Pieces<F> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() {
            self.piece = (self.next)()?;
            self.read = 0;
        }
        let mut rest = self.piece.get(self.read..).unwrap_or_default();
        let length = rest.read(target)?;
        self.read += length;
        Ok(length)
    }
}

/// Writes values as JSON Lines.
pub(super) fn json_lines<'a, T: Serialize + 'a>(
    values: impl IntoIterator<Item = &'a T>,
) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for value in values {
        serde_json::to_writer(&mut lines, value)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_to_the_first_empty_one() {
        let mut pieces = [&b"ett"[..], b"tv", b""].into_iter();
        let mut reader = Pieces::new(|| Ok(pieces.next().unwrap_or(b"mer").to_vec()));
        let mut small = [0; 2];
        assert_eq!((reader.read(&mut small).unwrap(), small), (2, *b"et"));
        let mut rest = String::new();
        reader.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "ttv");
    }

    #[test]
    fn an_error_while_reading_is_told() {
        let mut reader = Pieces::new(|| Err(io::Error::other("databasen")));
        assert_eq!(reader.read(&mut [0]).unwrap_err().to_string(), "databasen");
    }
}
