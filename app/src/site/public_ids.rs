//! Ids of posts and doors for the world outside: feed readers and calendars.

use sha2::{Digest as _, Sha256};

use super::store;
use crate::error::AppError;
use crate::state::AppState;

/// Makes ids that never change and that nobody can guess or count.
#[derive(Debug, Clone)]
pub struct PublicIds(String);

impl PublicIds {
    /// Reads the site's key, from which all its ids are made.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database cannot be read.
    pub async fn load(state: &AppState) -> Result<Self, AppError> {
        Ok(Self::from_key(store::public_id_key(state.db.reader()).await?))
    }

    /// Makes ids from a key.
    pub const fn from_key(key: String) -> Self {
        Self(key)
    }

    /// Returns the id of a thing such as `post/7`, as a UUID (version 8 of RFC 9562: made by a rule of our own). It is
    /// a hash of the site's random key and the thing's row id: it stays when the thing or the whole site moves, and
    /// nobody reads from it how many posts are still to come.
    pub fn uuid(&self, thing: &str) -> String {
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
    use super::PublicIds;

    #[test]
    fn ids_are_uuids_that_stay() {
        let ids = PublicIds::from_key("0123".to_owned());
        let id = ids.uuid("post/7");
        assert_eq!(id, ids.uuid("post/7"));
        assert_ne!(id, ids.uuid("post/8"));
        assert_ne!(id, PublicIds::from_key("0124".to_owned()).uuid("post/7"));
        let parts: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "8");
        assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"), "{id}");
    }
}
