//! How a text stands between its first word and its readers.

use crate::time::UnixMillis;

/// The state of a text as staff speak of it.
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
    /// It was thrown away, and can be taken back for thirty days.
    Trash,
}

impl PostStatus {
    /// Every status.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Ready, Self::Scheduled, Self::Published, Self::Withdrawn, Self::Trash];

    /// What the state in the database comes to at an instant, given from when the public may see the text.
    pub fn of(state: &str, public_from: Option<UnixMillis>, now: UnixMillis) -> Self {
        match state {
            "ready" => Self::Ready,
            "published" if public_from.is_some_and(|from| from <= now) => Self::Published,
            "published" => Self::Scheduled,
            "withdrawn" => Self::Withdrawn,
            "trash" => Self::Trash,
            _ => Self::Draft,
        }
    }

    /// As written in addresses and in the page.
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

    /// Reads [`as_str`](Self::as_str) back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// In words, as a label.
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

    /// Whether somebody has decided that readers may have it, now or later.
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Scheduled | Self::Published)
    }
}

#[cfg(test)]
mod tests {
    use super::PostStatus;
    use crate::time::UnixMillis;

    #[test]
    fn what_is_published_later_is_scheduled() {
        assert_eq!(PostStatus::of("published", Some(UnixMillis(5)), UnixMillis(5)), PostStatus::Published);
        assert_eq!(PostStatus::of("published", Some(UnixMillis(6)), UnixMillis(5)), PostStatus::Scheduled);
        assert_eq!(
            PostStatus::of("published", None, UnixMillis(5)),
            PostStatus::Scheduled,
            "its edition is a draft"
        );
        assert_eq!(PostStatus::of("draft", None, UnixMillis(5)), PostStatus::Draft);
        for status in PostStatus::ALL {
            assert_eq!(PostStatus::parse(status.as_str()), Some(status));
        }
    }
}
