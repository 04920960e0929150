//! Sealing what is written down of a person.
//!
//! A sealed value is a version byte, the four bytes that tell which key it was sealed with, a random nonce, and
//! ChaCha20-Poly1305 (RFC 8439) of the person as JSON, or of the paper that the person has signed. The text's id is authenticated with it, so that one entry's person
//! cannot be put into another. A random nonce of 96 bits is safe for far more saves than a site will ever see.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::Person;
use super::key::{ID_BYTES, Key, Keys};
use crate::ids::PostId;

/// The form of what is sealed.
const VERSION: u8 = 1;
/// What stands before the encrypted bytes.
const HEAD: usize = 1 + ID_BYTES + NONCE_LEN;

/// Why a person cannot be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The key with which it was sealed is not in the key file.
    #[error("the key is not there")]
    NoKey,
    /// It was changed, or belongs to another text.
    #[error("the sealed value is damaged")]
    Damaged,
    /// The machine has no randomness to give.
    #[error("no random bits")]
    NoRandomness,
}

/// Seals a person with the newest key.
///
/// # Errors
/// `NoKey` when there is none; `NoRandomness`.
pub fn seal(keys: &Keys, post: PostId, person: &Person) -> Result<Vec<u8>, SealError> {
    let person = serde_json::to_vec(person).map_err(|_| SealError::Damaged)?;
    seal_bytes(keys, post, What::Person, person)
}

/// Opens what was sealed for a text.
///
/// # Errors
/// `NoKey` or `Damaged`.
pub fn open(keys: &Keys, post: PostId, sealed: &[u8]) -> Result<Person, SealError> {
    serde_json::from_slice(&open_bytes(keys, post, What::Person, sealed)?).map_err(|_| SealError::Damaged)
}

/// What is sealed. It is authenticated, so that one cannot be put in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Person,
    Paper,
}

/// Seals bytes with the newest key.
pub(super) fn seal_bytes(
    keys: &Keys,
    post: PostId,
    what: What,
    mut encrypted: Vec<u8>,
) -> Result<Vec<u8>, SealError> {
    let key = keys.newest().ok_or(SealError::NoKey)?;
    let mut nonce = [0; NONCE_LEN];
    getrandom::fill(&mut nonce).map_err(|_| SealError::NoRandomness)?;
    cipher(key)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), about(post, what), &mut encrypted)
        .map_err(|_| SealError::Damaged)?;
    let mut sealed = Vec::with_capacity(HEAD + encrypted.len());
    sealed.push(VERSION);
    sealed.extend_from_slice(&key.id());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&encrypted);
    Ok(sealed)
}

/// Opens bytes that were sealed for a text.
pub(super) fn open_bytes(keys: &Keys, post: PostId, what: What, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let (head, encrypted) = sealed.split_at_checked(HEAD).ok_or(SealError::Damaged)?;
    let (id, nonce) = match head.split_first() {
        Some((&VERSION, rest)) => rest.split_at_checked(ID_BYTES).ok_or(SealError::Damaged)?,
        _ => return Err(SealError::Damaged),
    };
    let key = keys.with_id(id).ok_or(SealError::NoKey)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::Damaged)?;
    let mut bytes = encrypted.to_vec();
    let length = cipher(key)?
        .open_in_place(nonce, about(post, what), &mut bytes)
        .map_err(|_| SealError::Damaged)?
        .len();
    bytes.truncate(length);
    Ok(bytes)
}

fn cipher(key: &Key) -> Result<LessSafeKey, SealError> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key.bytes()).map_err(|_| SealError::Damaged)?;
    Ok(LessSafeKey::new(key))
}

/// Returns what is authenticated with the bytes: what they are, and of which text.
fn about(post: PostId, what: What) -> Aad<Vec<u8>> {
    let what: &[u8] = match what {
        What::Person => b"guldkorn consent ",
        What::Paper => b"guldkorn consent paper ",
    };
    Aad::from([what, &post.0.to_be_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(bytes: &[u8]) -> Keys {
        let lines: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}").repeat(32)).collect();
        Keys::parse(&lines.join("\n")).unwrap()
    }

    fn person(who: &str) -> Person {
        Person { who: who.into(), shown_as: "deltagare, 28 år".into(), notes: String::new() }
    }

    #[test]
    fn a_person_is_opened_with_the_key_and_for_the_text_that_it_was_sealed_for() {
        let sealed = seal(&keys(&[7]), PostId(1), &person("Hemligt namn")).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("namn"));
        assert_eq!(open(&keys(&[7]), PostId(1), &sealed), Ok(person("Hemligt namn")));
        assert_eq!(open(&keys(&[7]), PostId(2), &sealed), Err(SealError::Damaged));
        assert_eq!(open(&keys(&[8]), PostId(1), &sealed), Err(SealError::NoKey));
        assert_eq!(open(&keys(&[8, 7]), PostId(1), &sealed), Ok(person("Hemligt namn")), "an older key");
        assert_eq!(open(&Keys::default(), PostId(1), &sealed), Err(SealError::NoKey));
        assert_eq!(seal(&Keys::default(), PostId(1), &person("x")), Err(SealError::NoKey));
    }

    #[test]
    fn what_is_sealed_twice_is_not_the_same() {
        let seal = || seal(&keys(&[7]), PostId(1), &person("Någon")).unwrap();
        assert_ne!(seal(), seal());
    }

    #[test]
    fn a_person_is_not_in_debug_output() {
        assert_eq!(format!("{:?}", person("Hemligt namn")), "Person");
    }

    proptest! {
        #[test]
        fn one_changed_bit_is_noticed(at in 0..60_usize, bit in 0..8_u8) {
            let mut sealed = seal(&keys(&[7]), PostId(1), &person("Någon")).unwrap();
            sealed[at] ^= 1 << bit;
            prop_assert!(open(&keys(&[7]), PostId(1), &sealed).is_err());
        }

        #[test]
        fn no_bytes_break_it(sealed in prop::collection::vec(any::<u8>(), 0..100)) {
            prop_assert!(open(&keys(&[7]), PostId(1), &sealed).is_err());
        }
    }
}
