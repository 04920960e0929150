//! An import that staff have begun.

use sqlx::Type;

use super::MoveInChoices;
use crate::ids::MoveInId;
use crate::import::ReportSummary;
use crate::time::UnixMillis;

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Type)]
#[sqlx(rename_all = "lowercase")]
pub enum MoveInState {
    /// Its files are on their way.
    Receiving,
    /// A dry run is under way.
    Trying,
    /// The dry run has ended, and somebody has to decide.
    Tried,
    /// The import is under way.
    Moving,
    /// The last run ended early. Its files are still there.
    Failed,
    /// Nothing but its report is left.
    Ended,
}

/// Whether a run keeps what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// It finds out what would happen, and writes nothing.
    DryRun,
    /// It writes each text in a transaction of its own, and keeps what it has written when it is stopped.
    Import,
}

/// An import that staff have begun.
#[derive(Debug, Clone)]
pub struct MoveIn {
    /// Its id.
    pub id: MoveInId,
    /// How far it has come.
    pub state: MoveInState,
    /// The file's name.
    pub file_name: String,
    /// The name of the zip file with the pictures; empty without one.
    pub media_name: String,
    /// What is decided about the file.
    pub choices: MoveInChoices,
    /// The report of the last run.
    pub(crate) report: Option<ReportSummary>,
    /// Why the last run ended early, as a sentence.
    pub failure: String,
    /// When it last went a step on.
    pub changed_at: UnixMillis,
}

impl MoveInState {
    /// Whether a run is under way.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Trying | Self::Moving)
    }
}

impl RunKind {
    /// Returns the state of an import during such a run.
    pub(super) const fn state(self) -> MoveInState {
        match self {
            Self::DryRun => MoveInState::Trying,
            Self::Import => MoveInState::Moving,
        }
    }

    /// Returns the states in which such a run may begin. Nothing is imported that no dry run has shown.
    pub(super) const fn begins_in(self) -> &'static [MoveInState] {
        match self {
            Self::DryRun => &[MoveInState::Tried, MoveInState::Failed],
            Self::Import => &[MoveInState::Tried],
        }
    }
}

impl MoveIn {
    /// Returns the report of the last run as plain text.
    pub fn report_text(&self) -> Option<String> {
        self.report.as_ref().map(ToString::to_string)
    }
}
