//! The texts that a page offers to erase.

use crate::admin::consents::person::{ShownPerson, keys, shown};
use crate::consent::{Identity, Keys, store};
use crate::erasure::{Related, Spread, related, spread};
use crate::error::AppError;
use crate::ids::PostId;
use crate::posts::store::texts;
use crate::state::AppState;

/// A text that is offered.
pub(super) struct Found {
    pub(super) text: Related,
    pub(super) spread: Spread,
    /// Whether it is ticked at first.
    pub(super) is_chosen: bool,
    /// Why it is offered.
    pub(super) why: Why,
}

/// Why a text is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It is the text of the page.
    Asked,
    /// Its entry in the ledger names the same person.
    SamePerson,
    /// It was made of one of the others by copying, or one of them of it.
    Copy,
}

/// All that is offered.
pub(super) struct Offer {
    pub(super) found: Vec<Found>,
    /// How many entries of the ledger cannot be read, so that nobody knows whom they name.
    pub(super) unreadable: usize,
}

/// Finds the text, those about the same person if all are asked for, and their copies.
pub(super) async fn find(state: &AppState, post: PostId, everything: bool) -> Result<Offer, AppError> {
    let reader = state.db.reader();
    let text = texts::find(reader, post, state.clock.now_millis()).await?;
    let title = text.content.title_or_untitled().to_owned();
    let mut offered = vec![(Related { id: post, title }, Why::Asked)];
    let mut unreadable = 0;
    if everything {
        let keys = keys(state).await;
        let sealed = store::sealed(reader, post).await?;
        let person = identity(&keys, post, sealed.as_deref()).unwrap_or_default();
        for entry in store::everywhere(reader).await? {
            match identity(&keys, entry.post, entry.sealed.as_deref()) {
                Some(other) if entry.post != post && person.is_same(&other) => {
                    offered.push((Related { id: entry.post, title: entry.title }, Why::SamePerson));
                }
                Some(_) => {}
                None => unreadable += 1,
            }
        }
    }
    let mut copies = Vec::new();
    for (text, _) in &offered {
        copies.extend(related(state, text.id).await?);
    }
    for copy in copies {
        if offered.iter().all(|(text, _)| text.id != copy.id) {
            offered.push((copy, Why::Copy));
        }
    }
    let ids: Vec<_> = offered.iter().map(|(text, _)| text.id).collect();
    let spreads = spread(state, &ids).await?;
    let found = offered.into_iter().zip(spreads).map(|((text, why), spread)| Found {
        text,
        spread,
        is_chosen: why != Why::Copy,
        why,
    });
    Ok(Offer { found: found.collect(), unreadable })
}

/// Returns who an entry names; none when that cannot be read.
fn identity(keys: &Keys, post: PostId, sealed: Option<&[u8]>) -> Option<Identity> {
    match shown(keys, post, sealed) {
        ShownPerson::Known(person) => Some(Identity::of(&person.who)),
        ShownPerson::Nobody => Some(Identity::default()),
        ShownPerson::Unreadable => None,
    }
}
