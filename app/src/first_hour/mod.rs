//! What the owner of a site has to see to: one list of steps, each as the data say it is.
//!
//! Nobody ticks a step off, but for the two that only a person can know: that a letter arrived, and that somebody else
//! makes the backups. What does not concern a site is skipped.

mod examples;
mod facts;
mod step;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use examples::{remove_examples, restore_examples};
pub(crate) use step::{Step, StepKind, StepState};

use self::facts::Facts;
use crate::error::AppError;
use crate::posts::store::examples::untouched;
use crate::posts::{PostId, PostState};
use crate::staff::Staff;
use crate::state::AppState;

/// The name under which it is recorded that somebody has put the list away.
const LIST: &str = "list";

/// The list, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FirstHour {
    /// Every step, in their order.
    pub(crate) steps: Vec<Step>,
    /// Whether somebody has put the list away.
    pub(crate) is_put_away: bool,
    /// The example pages that nobody has written in.
    pub(crate) examples: Vec<PostId>,
}

impl FirstHour {
    /// Loads the list.
    pub(crate) async fn load(state: &AppState) -> Result<Self, AppError> {
        let facts = Facts::load(state).await?;
        let reader = state.db.reader();
        let recorded = store::recorded(reader).await?;
        let steps = StepKind::ALL.into_iter().map(|kind| {
            let recorded = recorded.iter().find(|recorded| recorded.step == kind.as_str());
            facts.step(kind, recorded)
        });
        let steps = steps.collect();
        let is_put_away = recorded.iter().any(|recorded| recorded.step == LIST);
        Ok(Self { steps, is_put_away, examples: untouched(reader, PostState::Draft).await? })
    }

    /// Counts the steps in a state.
    pub(crate) fn count(&self, state: StepState) -> usize {
        self.steps.iter().filter(|step| step.state == state).count()
    }

    /// Whether nothing is left to do.
    pub(crate) fn is_done(&self) -> bool {
        self.count(StepState::Left) == 0
    }

    /// Returns how far it has come: "7 av 13 klara".
    pub(crate) fn progress(&self) -> String {
        let (done, skipped) = (self.count(StepState::Done), self.count(StepState::Skipped));
        let skipped = match skipped {
            0 => String::new(),
            1 => ", 1 hoppas över".to_owned(),
            many => format!(", {many} hoppas över"),
        };
        format!("{done} av {} klara{skipped}", self.steps.len())
    }
}

/// What somebody says of a step, or of the whole list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It does not concern this site.
    Skip(StepKind),
    /// It was done, which nothing shows but this answer.
    Done(StepKind),
    /// It is as the data say after all.
    TakeBack(StepKind),
    /// The list is not to be shown on the dashboard.
    PutAway,
    /// The list is to be shown on the dashboard again.
    BringBack,
}

/// Records an answer.
pub(crate) async fn answer(state: &AppState, by: &Staff, answer: Answer) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    match answer {
        Answer::Skip(step) => {
            store::record(&mut tx, step.as_str(), store::Recorded::SKIPPED, now, &by.name).await?;
        }
        Answer::Done(step) => {
            store::record(&mut tx, step.as_str(), store::Recorded::DONE, now, &by.name).await?;
        }
        Answer::TakeBack(step) => store::forget(&mut tx, step.as_str()).await?,
        Answer::PutAway => store::record(&mut tx, LIST, store::Recorded::SKIPPED, now, &by.name).await?,
        Answer::BringBack => store::forget(&mut tx, LIST).await?,
    }
    Ok(tx.commit().await?)
}
