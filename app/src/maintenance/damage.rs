//! Whether the file of the database is whole. A disk that fails damages single pages, and those who read and write others
//! notice nothing until somebody needs one of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::db::integrity::{first_problem, is_damage};
use crate::state::AppState;

/// What the last look at the database found.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<AtomicBool>);

impl Damage {
    /// Returns whether pages of the database were damaged.
    pub fn was_found(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Looks through the whole file, and remembers and logs what it finds.
pub async fn look_for_damage(state: &AppState) {
    let problem = match first_problem(state.db.reader()).await {
        Ok(problem) => problem,
        Err(error) if is_damage(&error) => Some(error.to_string()),
        Err(error) => return tracing::error!(%error, "the database could not be looked through"),
    };
    if let Some(problem) = &problem {
        tracing::error!(
            problem,
            "Databasen är skadad: kör guldkorn check, och lägg tillbaka en säkerhetskopia med guldkorn restore"
        );
    }
    state.extensions.get::<Damage>().0.store(problem.is_some(), Ordering::Relaxed);
}
