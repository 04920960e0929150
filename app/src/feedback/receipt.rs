//! Receipt numbers: what a sender reads the answer by.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::error::AppError;

/// Letters and digits that are told apart on paper and on the telephone: without 0 and O, 1, I and L, 2 and Z, 5 and S, 8
/// and B, U and V.
const ALPHABET: &[u8; 24] = b"ACDEFGHJKMNPQRTUWXY34679";
const GROUPS: usize = 4;
const LETTERS: usize = 4 * GROUPS;

/// A receipt number such as `K7MP-3TAX-9RWC-HE4J`: 24^16, about 73 bits, so that nobody guesses one. The database has only
/// its hash.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Receipt([u8; LETTERS]);

impl Receipt {
    /// Makes a random one; [`AppError::Internal`] when the machine has no randomness to give.
    pub(super) fn new() -> Result<Self, AppError> {
        let mut bits = [0; 2 * LETTERS];
        getrandom::fill(&mut bits).map_err(|error| {
            tracing::error!(%error, "no random bits");
            AppError::Internal
        })?;
        let mut letters = [0; LETTERS];
        for (letter, bits) in letters.iter_mut().zip(bits.chunks_exact(2)) {
            // Sixteen bits for each letter: the remainder favours none by more than a thousandth.
            let number = bits.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
            *letter = ALPHABET.get(number % ALPHABET.len()).copied().unwrap_or_default();
        }
        Ok(Self(letters))
    }

    /// Reads a number as people write it: in small letters, with spaces, with any dash or without.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let is_between = |c: &char| c.is_whitespace() || matches!(c, '-' | '‐'..='―' | '−' | '.' | ',');
        let mut letters = [0; LETTERS];
        let mut typed = typed.chars().filter(|c| !is_between(c));
        for letter in &mut letters {
            let c = u8::try_from(typed.next()?.to_ascii_uppercase()).ok()?;
            *letter = ALPHABET.contains(&c).then_some(c)?;
        }
        typed.next().is_none().then_some(Self(letters))
    }

    /// Returns the hash by which the database finds the message.
    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// Returns the groups, for reading aloud.
    pub(super) fn groups(&self) -> Vec<String> {
        self.0.chunks(LETTERS / GROUPS).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join("-"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_number_is_read_back_however_it_is_written() {
        let receipt = Receipt::new().unwrap();
        let written = receipt.to_string();
        assert_eq!(written.len(), 19);
        for typed in [
            written.clone(),
            written.to_lowercase(),
            written.replace('-', " "),
            written.replace('-', ""),
            format!("\u{a0}{}\n", written.replace('-', " – ")),
        ] {
            assert!(Receipt::parse(&typed).is_some_and(|read| read == receipt), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        let long = "A".repeat(17);
        for typed in ["", "AAAA", "AAAA-AAAA-AAAA-AAA0", "AAAA-AAAA-AAAA-AAAÅ", &long, "' or 1=1 --"] {
            assert!(Receipt::parse(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn every_letter_comes_and_no_number_twice() {
        let numbers: HashSet<_> = (0..500).map(|_| Receipt::new().unwrap().to_string()).collect();
        assert_eq!(numbers.len(), 500);
        let letters: HashSet<_> = numbers.iter().flat_map(|number| number.bytes()).collect();
        assert_eq!(letters.len(), ALPHABET.len() + 1);
    }
}
