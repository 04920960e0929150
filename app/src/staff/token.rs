//! Secrets that open something: a session, a flash, a link for choosing a password.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::error::AppError;

const BYTES: usize = 32;

/// 256 random bits. They go to one person's browser or screen; the database keeps only their hash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token([u8; BYTES]);

impl Token {
    /// A new secret.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub(crate) fn new() -> Result<Self, AppError> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| {
            tracing::error!(%error, "no random bits");
            AppError::Internal
        })?;
        Ok(Self(bytes))
    }

    /// Reads a secret as [`text`](Self::text) writes it, and nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 2 * BYTES {
            return None;
        }
        let mut bytes = [0; BYTES];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair.iter().try_fold(0, |value, digit| Some(value << 4 | nibble(*digit)?))?;
        }
        Some(Self(bytes))
    }

    /// The secret in lower-case hexadecimal, fit for a cookie or an address.
    pub(crate) fn text(&self) -> String {
        self.0.iter().fold(String::with_capacity(2 * BYTES), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// What the database knows the secret by.
    pub(crate) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// Derives another token, which tells nothing about this one. The label says what it is for; a context of fixed
    /// length keeps two derivations apart and leaves no room for extending the hash.
    pub(crate) fn derive<const N: usize>(&self, label: &'static [u8], context: [i64; N]) -> Self {
        let mut hash = Sha256::new();
        hash.update(label);
        hash.update(self.0);
        for number in context {
            hash.update(number.to_be_bytes());
        }
        Self(hash.finalize().into())
    }
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_two_are_alike_and_the_hash_is_not_the_secret() {
        let (one, two) = (Token::new().expect("random"), Token::new().expect("random"));
        assert!(one != two);
        assert_ne!(one.hash(), one.0);
        assert_eq!(one.hash().len(), 32);
    }

    proptest! {
        #[test]
        fn a_secret_is_read_back(bytes: [u8; 32]) {
            let token = Token(bytes);
            prop_assert!(Token::parse(&token.text()) == Some(token));
        }

        #[test]
        fn nothing_else_is_one(text in ".{0,70}") {
            prop_assert!(Token::parse(&text).is_none_or(|token| token.text() == text));
        }
    }
}
