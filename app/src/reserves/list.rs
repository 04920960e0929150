//! The reserves of an edition, as the board shows them.

use super::fitness::{Unfit, unfit};
use super::store::{self, Filling};
use crate::error::AppError;
use crate::ids::EditionId;
use crate::posts::checks;
use crate::posts::store::texts;
use crate::posts::{GuldkornForm, Language, PostId};
use crate::state::AppState;

/// The reserves of an edition.
pub(crate) struct Reserves {
    /// Whether they fill doors.
    pub(crate) is_on: bool,
    /// In the order in which they are taken.
    pub(crate) list: Vec<Reserve>,
    /// The doors that they have filled, in day order.
    pub(crate) filled: Vec<Filling>,
}

/// A reserve.
pub(crate) struct Reserve {
    pub(crate) post: PostId,
    /// The title of the words that readers would get.
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) form: Option<GuldkornForm>,
    /// Why it would be passed over.
    pub(crate) unfit: Option<Unfit>,
}

/// Loads the reserves of an edition.
pub(crate) async fn reserves(state: &AppState, edition: EditionId) -> Result<Reserves, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let mut list = Vec::new();
    for listed in store::listed(reader, edition).await? {
        let post = texts::find(reader, listed.post, now).await?;
        let facts = checks::facts(state, listed.post, &post.content).await?;
        list.push(Reserve {
            post: listed.post,
            title: post.content.title_or_untitled().to_owned(),
            language: post.content.language,
            form: post.content.form,
            unfit: unfit(&post, Some(listed.revision), &facts),
        });
    }
    let filled = store::filled_of(reader, edition).await?;
    Ok(Reserves { is_on: store::is_on(reader, edition).await?, list, filled })
}
