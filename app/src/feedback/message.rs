//! A message as it is stored.

use crate::ids::FeedbackId;
use crate::time::{DAY, UnixMillis};

/// How long a message may wait before staff are told that it is late. The law says "as soon as possible"; the days are ours.
const LATE_AFTER: i64 = 7 * DAY;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum FeedbackKind {
    /// Something does not work.
    #[default]
    Fault,
    /// Somebody needs content in a form that they can use.
    Request,
}

impl FeedbackKind {
    pub(super) const ALL: [Self; 2] = [Self::Fault, Self::Request];

    /// Returns the value that forms send.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Fault => "brist",
            Self::Request => "begaran",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Returns the words that the sender chooses between.
    pub(super) const fn choice(self) -> &'static str {
        match self {
            Self::Fault => "Något fungerar inte för mig",
            Self::Request => "Jag behöver innehåll på ett sätt som fungerar för mig",
        }
    }

    /// Returns the Swedish word.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Fault => "Brist",
            Self::Request => "Begäran",
        }
    }
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FeedbackStatus {
    /// Nobody has answered or closed it.
    New,
    /// It has an answer.
    Answered,
    /// Nothing more will be done.
    Closed,
}

impl FeedbackStatus {
    /// Returns the Swedish word.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::New => "Obesvarat",
            Self::Answered => "Besvarat",
            Self::Closed => "Avslutat",
        }
    }
}

/// A message with what has become of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Message {
    pub(crate) id: FeedbackId,
    pub(crate) kind: FeedbackKind,
    /// The page that it is about, as the sender wrote it.
    pub(crate) page: String,
    pub(crate) description: String,
    /// The sender's assistive technology.
    pub(crate) technology: String,
    pub(crate) name: String,
    /// Where to send the answer; empty for nowhere.
    pub(crate) email: String,
    pub(crate) received_at: UnixMillis,
    pub(crate) answer: String,
    pub(crate) answered_at: Option<UnixMillis>,
    /// The name of the account that answered.
    pub(crate) answered_by: String,
    pub(crate) closed_at: Option<UnixMillis>,
    /// In the trash since.
    pub(crate) deleted_at: Option<UnixMillis>,
}

impl Message {
    pub(crate) const fn status(&self) -> FeedbackStatus {
        match (self.closed_at, self.answered_at) {
            (Some(_), _) => FeedbackStatus::Closed,
            (None, Some(_)) => FeedbackStatus::Answered,
            (None, None) => FeedbackStatus::New,
        }
    }

    /// Whether it has waited for too long.
    pub(crate) fn is_late(&self, now: UnixMillis) -> bool {
        self.status() == FeedbackStatus::New && self.received_at <= late_before(now)
    }
}

/// Returns the instant from which a message without an answer is not late yet.
pub(super) fn late_before(now: UnixMillis) -> UnixMillis {
    now - LATE_AFTER
}
