//! How far pictures have come.

/// How far a picture has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Progress {
    /// Others are sent before it.
    Waiting,
    Sending,
    /// It is in the library, on a page of its own at this address.
    Done {
        address: String,
        is_known: bool,
    },
    /// It was refused; the same file may be accepted later or not.
    Failed {
        message: String,
        may_retry: bool,
    },
}

impl Progress {
    /// Returns whether nothing more happens by itself.
    pub(super) const fn is_final(&self) -> bool {
        matches!(self, Self::Done { .. } | Self::Failed { .. })
    }

    /// Returns the word for it, which style sheets know it by.
    pub(super) const fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Done { .. } => "done",
            Self::Failed { .. } => "failed",
        }
    }
}

/// Says how far all pictures together have come: "7 av 20 bilder klara. 1 misslyckades."
pub(super) fn total(pictures: &[Progress]) -> String {
    let count = |is: fn(&Progress) -> bool| pictures.iter().filter(|progress| is(progress)).count();
    let all = pictures.len();
    let done = count(|progress| matches!(progress, Progress::Done { .. }));
    let failed = count(|progress| matches!(progress, Progress::Failed { .. }));
    let pictures = if all == 1 { "bild klar" } else { "bilder klara" };
    let failed = if failed == 0 { String::new() } else { format!(" {failed} misslyckades.") };
    format!("{done} av {all} {pictures}.{failed}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_says_what_is_done_and_what_failed() {
        let done = Progress::Done { address: String::new(), is_known: false };
        let failed = Progress::Failed { message: String::new(), may_retry: true };
        assert!(done.is_final() && failed.is_final() && !Progress::Waiting.is_final());
        assert_eq!((Progress::Sending.as_str(), failed.as_str()), ("sending", "failed"));
        assert_eq!(total(&[Progress::Sending]), "0 av 1 bild klar.");
        assert_eq!(
            total(&[done, failed, Progress::Waiting, Progress::Sending]),
            "1 av 4 bilder klara. 1 misslyckades."
        );
    }
}
