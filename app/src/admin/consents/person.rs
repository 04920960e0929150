//! The person of an entry, for those who may see it.

use crate::consent::{Keys, Person, open};
use crate::ids::PostId;
use crate::state::AppState;

/// Who a text tells of, as far as it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ShownPerson {
    /// Nobody is written down.
    Nobody,
    /// This person.
    Known(Person),
    /// Somebody is written down, and the key is not there or the entry is damaged.
    Unreadable,
}

/// Reads the key file. A file that cannot be read is told to the operator, and opens nothing.
pub(super) async fn keys(state: &AppState) -> Keys {
    Keys::load(&state.media_folder).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the key file of the consent ledger cannot be read");
        Keys::default()
    })
}

/// Opens what is sealed for a text.
pub(super) fn shown(keys: &Keys, post: PostId, sealed: Option<&[u8]>) -> ShownPerson {
    match sealed.map(|sealed| open(keys, post, sealed)) {
        None => ShownPerson::Nobody,
        Some(Ok(person)) => ShownPerson::Known(person),
        Some(Err(error)) => {
            tracing::warn!(%post, %error, "a person of the consent ledger cannot be read");
            ShownPerson::Unreadable
        }
    }
}
