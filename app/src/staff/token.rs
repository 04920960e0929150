//! Secrets that open something: a session, a flash, a link for choosing a password.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::error::AppError;

const BYTES: usize = 32;

/// 256 secret bits. They go to one person's browser or screen; the database has only their hash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token([u8; BYTES]);

impl Token {
    /// Makes a random token; [`AppError::Internal`] when the machine has no randomness to give.
    pub(crate) fn new() -> Result<Self, AppError> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| {
            tracing::error!(%error, "no random bits");
            AppError::Internal
        })?;
        Ok(Self(bytes))
    }

    /// Parses what [`text`](Self::text) writes, and nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// Writes the token in lower-case hexadecimal, fit for a cookie or an address.
    pub(crate) fn text(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// Returns the hash by which the database finds the token.
    pub(crate) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).to_vec())
    }

    /// Derives another token, which reveals nothing about this one. The label names its purpose; a context of fixed
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

/// SHA-256 of a [`Token`]. It opens nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub(crate) struct TokenHash(Vec<u8>);

impl TokenHash {
    /// Returns the hash's bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
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
        assert_ne!(one.hash().0, one.0);
        assert_eq!(one.hash().0.len(), 32);
    }

    #[test]
    fn derived_tokens_differ_by_label_and_context_and_are_made_again() {
        let token = Token::new().expect("random");
        let derived = token.derive(b"link", [1, 2]);
        assert!(derived == token.derive(b"link", [1, 2]));
        for other in [token.derive(b"link", [2, 1]), token.derive(b"other", [1, 2]), token.clone()] {
            assert!(derived != other);
        }
        assert!(derived != Token::new().expect("random").derive(b"link", [1, 2]));
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
