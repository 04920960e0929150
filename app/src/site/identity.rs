//! Where the site is, and the names under which machines elsewhere know its texts.

use sha2::{Digest as _, Sha256};

use crate::error::AppError;
use crate::state::AppState;

/// How links to the site begin: as its owner says, otherwise where the server listens. Never what a visitor's
/// request says, for pages are shared.
///
/// # Errors
/// When the database cannot be read.
pub async fn address(state: &AppState) -> Result<String, AppError> {
    Ok(super::load_frame(state).await?.address)
}

/// Makes names for things of this site that never change and that nobody can guess or count.
#[derive(Debug, Clone)]
pub struct Names(String);

/// The site's way of naming.
///
/// # Errors
/// When the database cannot be read.
pub async fn names(state: &AppState) -> Result<Names, AppError> {
    Ok(Names::of_key(super::store::machine_key(state.db.reader()).await?))
}

impl Names {
    /// The names that come from a key.
    pub const fn of_key(key: String) -> Self {
        Self(key)
    }

    /// The name of a thing, as a UUID (version 8 of RFC 9562: made by a rule of our own). It comes from the site's
    /// random key and the thing's number, so it stays when the thing or the whole site moves; and hashed, so that
    /// nobody reads from the numbers how many texts are still to come.
    pub fn name(&self, thing: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.0.as_bytes());
        hash.update(b"/");
        hash.update(thing.as_bytes());
        let bits = hash.finalize().first_chunk().map_or(0, |bits| u128::from_be_bytes(*bits));
        let bits = bits & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
        parts.map(|(from, to)| hex.get(from..to).unwrap_or_default()).join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_uuids_that_stay() {
        let names = Names::of_key("0123".to_owned());
        let name = names.name("post/7");
        assert_eq!(name, names.name("post/7"));
        assert_ne!(name, names.name("post/8"));
        assert_ne!(name, Names::of_key("0124".to_owned()).name("post/7"));
        let parts: Vec<_> = name.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&name[14..15], "8");
        assert!(matches!(&name[19..20], "8" | "9" | "a" | "b"), "{name}");
    }
}
