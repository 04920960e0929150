//! Passwords: which are accepted, and their hashes.

mod common;
mod queue;

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use unicode_normalization::UnicodeNormalization as _;

pub(super) use self::queue::HashPermit;
use super::PasswordError;
use crate::error::AppError;
use crate::text_input;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;

// The least that OWASP's Password Storage Cheat Sheet (2026-08) allows for argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash of a password that nobody has, made with the parameters above. Where there is no account, the
/// password is compared with this one, so that the response takes as long.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGxvZ3MgaW4$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Validates a new password: long enough, not too long, and not one of the first that somebody would guess. Which
/// characters it has is its owner's business.
fn validate(password: &str, about: &[&str]) -> Result<(), PasswordError> {
    match password.chars().count() {
        ..SHORTEST => Err(PasswordError::TooShort),
        SHORTEST..=LONGEST if common::is_common(password, about) => Err(PasswordError::Common),
        SHORTEST..=LONGEST => Ok(()),
        _ => Err(PasswordError::TooLong),
    }
}

/// Validates and hashes a new password on this thread, for the command line; `about` is what others know of its owner.
pub(super) fn make(password: &str, about: &[&str]) -> Result<String, PasswordError> {
    let password = text_input::password(password);
    validate(&password, about)?;
    Ok(hash(&password)?)
}

/// The outcome of comparing a password with a hash.
pub(super) struct Verified {
    /// Whether the hash is of this password.
    pub(super) is_right: bool,
    /// A hash to replace the compared one, where that was made of another spelling of the same password.
    pub(super) new_hash: Option<String>,
}

impl HashPermit {
    /// Validates and hashes a new password: see [`make`].
    pub(super) async fn make(self, password: &str, about: [String; 4]) -> Result<String, PasswordError> {
        let password = password.to_owned();
        self.work(move || make(&password, &about.each_ref().map(String::as_str))).await?
    }

    /// Compares a password with a hash, or, taking as long, with nobody's.
    pub(super) async fn verify(self, password: &str, hash: Option<&str>) -> Result<Verified, AppError> {
        let password = password.to_owned();
        let hash: Arc<str> = hash.unwrap_or(NOBODYS).into();
        self.work(move || verify(&password, &hash)).await
    }
}

/// Hashes a password, in PHC form with a new salt.
fn hash(password: &str) -> Result<String, AppError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok();
    let hasher = params.map(|params| Argon2::new(Algorithm::Argon2id, Version::V0x13, params));
    let hash = hasher.and_then(|hasher| hasher.hash_password(password.as_bytes()).ok());
    hash.map(|hash| hash.to_string()).ok_or_else(|| {
        tracing::error!("a password could not be hashed");
        AppError::Internal
    })
}

/// Compares a password in normal form with a hash, and then, for hashes of before there was one, as it was typed and with
/// its letters taken apart, as some systems type them.
fn verify(password: &str, hash: &str) -> Verified {
    let normal = text_input::password(password);
    if matches(&normal, hash) {
        return Verified { is_right: true, new_hash: None };
    }
    let decomposed: String = normal.nfd().collect();
    let mut others = vec![password, &decomposed];
    others.dedup();
    let is_right = others.into_iter().any(|other| other != normal && matches(other, hash));
    Verified { is_right, new_hash: is_right.then(|| self::hash(&normal).ok()).flatten() }
}

/// Compares a password with a hash, by the parameters in the hash.
fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Hashes a password without its normal form, as it was done before there was one.
#[cfg(test)]
pub(super) fn hash_as_typed(password: &str) -> String {
    hash(password).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_to_a_hundred_and_twenty_eight_characters_of_any_kind() {
        let validated = |password: &str| validate(password, &[]);
        assert_eq!(validated("mod och möj"), Err(PasswordError::TooShort));
        assert_eq!(validated("mod och möjl"), Ok(()));
        assert_eq!(validated(&"blå himmel, 🌟 ".repeat(10)[..]), Err(PasswordError::TooLong));
        assert_eq!(validated(&"blå himmel, 🌟 ".chars().cycle().take(128).collect::<String>()), Ok(()));
        assert_eq!(validated("lösenord1234"), Err(PasswordError::Common));
    }

    #[test]
    fn a_hash_fits_its_own_password_only() {
        let made = hash(" blå himmel ").expect("a hash");
        assert!(made.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{made}");
        assert!(matches(" blå himmel ", &made));
        assert!(!matches("blå himmel", &made));
        assert!(!matches("blå himmel", "no hash"));
        assert_ne!(made, hash(" blå himmel ").expect("another"), "the salt is new each time");
    }

    #[test]
    fn a_password_is_right_however_a_keyboard_spells_it() {
        let (composed, decomposed) = ("blå grytor och glas", "bla\u{30a} grytor och glas");
        let made = make(decomposed, &[]).expect("a hash");
        for typed in [composed, decomposed, "blå\u{a0}grytor och glas"] {
            let verified = verify(typed, &made);
            assert!(verified.is_right && verified.new_hash.is_none(), "{typed}");
        }
        assert!(!verify("bla grytor och glas", &made).is_right);
    }

    #[test]
    fn a_hash_of_another_spelling_still_fits_and_is_replaced() {
        let (composed, decomposed) = ("blå grytor och glas", "bla\u{30a} grytor och glas");
        let older = hash(decomposed).expect("a hash");
        for typed in [composed, decomposed] {
            let verified = verify(typed, &older);
            assert!(verified.is_right, "{typed}");
            assert!(matches(composed, &verified.new_hash.expect("a new hash")), "{typed}");
        }
        assert!(!verify("bla grytor och glas", &older).is_right);
    }

    #[test]
    fn nobodys_hash_costs_as_much_as_a_real_one() {
        let real = hash("tolv tecken eller fler").expect("a hash");
        let (real, nobodys) =
            (PasswordHash::new(&real).expect("PHC"), PasswordHash::new(NOBODYS).expect("PHC"));
        assert_eq!(
            (&real.algorithm, real.version, &real.params),
            (&nobodys.algorithm, nobodys.version, &nobodys.params)
        );
        let length = |hash: &PasswordHash| hash.hash.as_ref().map(|hash| hash.as_ref().len());
        assert_eq!(length(&real), length(&nobodys));
        assert!(!matches("", NOBODYS));
    }
}
