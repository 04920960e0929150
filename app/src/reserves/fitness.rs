//! Which texts may fill a door by themselves.

use crate::posts::checks::{self, PostFacts};
use crate::posts::{EditablePost, PostKind, PostStatus, Revision};

/// Why a text cannot fill a door. Each says in Swedish what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    /// It has a day, or readers have it, or it is no guldkorn any more.
    #[error("Texten har redan en dag, eller är publicerad, eller ligger i papperskorgen.")]
    Placed,
    /// Nobody but a person decides when readers get it.
    #[error("Texten är märkt som känslig. En människa ska välja vilken dag den visas.")]
    Sensitive,
    /// Nobody has saved its newest words.
    #[error("Texten har ändringar som ingen har sparat. Öppna den och spara först.")]
    Unsaved,
    /// Its words are others than those that an editor decided on.
    #[error("Texten har ändrats sedan den blev reserv. Läs den, ta bort den ur listan och lägg in den igen.")]
    Changed,
    /// Something is missing in it.
    #[error("Texten är inte hel: {0}. Rätta den först.")]
    Missing(String),
}

/// Returns why the saved words of a post cannot fill a door; `decided` is the revision that an editor has decided on, if
/// one has.
pub(super) fn unfit(post: &EditablePost, decided: Option<Revision>, facts: &PostFacts) -> Option<Unfit> {
    let is_free = post.door.is_none() && matches!(post.status, PostStatus::Draft | PostStatus::Ready);
    if !is_free || post.kind != PostKind::Guldkorn {
        return Some(Unfit::Placed);
    }
    match decided {
        None if post.draft.is_some() => return Some(Unfit::Unsaved),
        Some(revision) if revision != post.newest => return Some(Unfit::Changed),
        _ => {}
    }
    if post.content.sensitive {
        return Some(Unfit::Sensitive);
    }
    let mut missing: Vec<_> =
        checks::missing(post.kind, &post.content, facts).iter().map(|remark| remark.in_words).collect();
    missing.dedup();
    (!missing.is_empty()).then(|| Unfit::Missing(missing.join(", ")))
}
