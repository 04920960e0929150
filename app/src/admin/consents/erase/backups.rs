//! The backups that were made while a story was there.

use jiff::civil::Date;

use crate::backups::{gone_on, kept_in};
use crate::state::AppState;
use crate::time::at_home;

/// A backup, and the first day on which it is not kept any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeptBackup {
    pub(super) name: String,
    /// None when that cannot be told.
    pub(super) gone_on: Option<Date>,
}

/// Lists the backups that the server has made; none when it makes none.
pub(super) async fn kept(state: &AppState) -> Option<Vec<KeptBackup>> {
    let names = kept_in(state).await?;
    let today = at_home(state.clock.now()).date();
    let days = gone_on(&names, today);
    Some(names.into_iter().zip(days).map(|(name, gone_on)| KeptBackup { name, gone_on }).collect())
}
