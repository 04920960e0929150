//! How far a post has come between its first word and its readers.

use crate::time::UnixMillis;

/// State of a post as it is stored. Whether readers have a published one depends on the time: see [`PostStatus::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum PostState {
    /// Somebody is writing it.
    Draft,
    /// Its writer is done.
    Ready,
    /// An editor has decided that readers may have it, at once or later.
    Published,
    /// An editor has taken it away from readers.
    Withdrawn,
    /// It was thrown away.
    Trash,
}

/// Status of a post as staff speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PostStatus {
    /// Somebody is writing it.
    Draft,
    /// Its writer is done; somebody who may publish has to look at it.
    Ready,
    /// It is published from a time to come, or hangs on a door that is closed.
    Scheduled,
    /// Readers have it.
    Published,
    /// Readers had it, and it was taken away from them.
    Withdrawn,
    /// It was thrown away, and can be restored for thirty days.
    Trash,
}

impl PostStatus {
    /// Every status.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Ready, Self::Scheduled, Self::Published, Self::Withdrawn, Self::Trash];

    /// Returns the status at an instant of a post that readers may see from one instant on and until before another. A
    /// published one whose consent has ended is withdrawn: readers had it, and it was taken away from them.
    pub fn of(state: PostState, public: (Option<UnixMillis>, UnixMillis), now: UnixMillis) -> Self {
        let (public_from, public_until) = public;
        match state {
            PostState::Draft => Self::Draft,
            PostState::Ready => Self::Ready,
            PostState::Published if public_from.is_some_and(|from| from <= now) => {
                if now < public_until {
                    Self::Published
                } else {
                    Self::Withdrawn
                }
            }
            PostState::Published => Self::Scheduled,
            PostState::Withdrawn => Self::Withdrawn,
            PostState::Trash => Self::Trash,
        }
    }

    /// Returns the word for it in addresses and pages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "utkast",
            Self::Ready => "klar",
            Self::Scheduled => "schemalagd",
            Self::Published => "publicerad",
            Self::Withdrawn => "tillbakadragen",
            Self::Trash => "papperskorg",
        }
    }

    /// Parses what [`as_str`](Self::as_str) returns.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// Returns its label.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Draft => "Utkast",
            Self::Ready => "Klar för publicering",
            Self::Scheduled => "Schemalagd",
            Self::Published => "Publicerad",
            Self::Withdrawn => "Tillbakadragen",
            Self::Trash => "I papperskorgen",
        }
    }

    /// Whether an editor has decided that readers may have it, now or later.
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Scheduled | Self::Published)
    }
}

#[cfg(test)]
mod tests {
    use super::{PostState, PostStatus};
    use crate::time::UnixMillis;

    #[test]
    fn what_is_published_later_is_scheduled() {
        let until = |state, public_from: Option<i64>, public_until| {
            PostStatus::of(state, (public_from.map(UnixMillis), public_until), UnixMillis(5))
        };
        let of = |state, public_from| until(state, public_from, UnixMillis::MAX);
        assert_eq!(of(PostState::Published, Some(5)), PostStatus::Published);
        assert_eq!(of(PostState::Published, Some(6)), PostStatus::Scheduled);
        assert_eq!(of(PostState::Published, None), PostStatus::Scheduled, "its edition is a draft");
        assert_eq!(of(PostState::Draft, None), PostStatus::Draft);
        assert_eq!(until(PostState::Published, Some(1), UnixMillis(6)), PostStatus::Published);
        assert_eq!(
            until(PostState::Published, Some(1), UnixMillis(5)),
            PostStatus::Withdrawn,
            "to the millisecond"
        );
        assert_eq!(until(PostState::Published, Some(6), UnixMillis(5)), PostStatus::Scheduled);
        for status in PostStatus::ALL {
            assert_eq!(PostStatus::parse(status.as_str()), Some(status));
        }
    }
}
