//! The letter that says that a reserve has filled a door.

use std::collections::HashSet;

use super::store::{self, Filling};
use crate::error::AppError;
use crate::mail::Letter;
use crate::paths;
use crate::site;
use crate::staff::{Role, StaffId, accounts};
use crate::state::AppState;
use crate::time::{DAY, at_home, from_millis, weekday_and_date};

/// How many doors one letter lists.
const MOST: usize = 20;

/// Tells editors, and whoever began a text that came or went, of the doors that reserves have filled: in one letter each, and
/// once, since the mark is set before the letters go.
pub(super) async fn tell(state: &AppState) {
    if let Err(error) = try_to_tell(state).await {
        tracing::error!(%error, "the staff could not be told of a door that a reserve has filled");
    }
}

async fn try_to_tell(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() || state.clock.is_moved() {
        return Ok(());
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let fillings = store::mark_told(&mut tx, now - DAY, now).await?;
    if fillings.is_empty() {
        return Ok(());
    }
    tx.commit().await?;
    let writers = writers(state, &fillings).await?;
    let site = site::store::settings(state.db.reader()).await?.name;
    let address = site::address(state).await?;
    let (subject, what) = words(&fillings, &address);
    for account in accounts::active(state.db.reader(), Role::Writer).await? {
        if account.role < Role::Editor && !writers.contains(&account.id) {
            continue;
        }
        let text = format!(
            "Hej {}!\n\n{what}\nDu kan byta text på tavlan när du vill. Det som låg på dagen och inte var publicerat finns kvar \
             bland texterna utan dag.\n\n{site}\n{address}\n",
            account.name
        );
        let letter = Letter { to: account.email, subject: subject.clone(), text, sender: site.clone() };
        state.mail.send(letter).await;
    }
    Ok(())
}

/// Returns who began the texts that came or went.
async fn writers(state: &AppState, fillings: &[Filling]) -> Result<HashSet<StaffId>, AppError> {
    let mut writers = HashSet::new();
    for filling in fillings {
        writers.extend(store::begun_by(state.db.reader(), filling.post).await?);
        if let Some(displaced) = filling.displaced {
            writers.extend(store::begun_by(state.db.reader(), displaced).await?);
        }
    }
    Ok(writers)
}

/// Returns the subject and the sentences: days and addresses, and nothing of a text.
fn words(fillings: &[Filling], address: &str) -> (String, String) {
    let subject = match fillings {
        [one] => format!("En reserv fyllde lucka {} i {}", one.day, one.edition_title),
        several => format!("Reserver fyllde {} luckor", several.len()),
    };
    let line = |filling: &Filling| {
        let at = at_home(from_millis(filling.filled_at));
        format!(
            "Lucka {} i {} hade ingen publicerad text när den öppnades. {} klockan {} fylldes den med en reserv:\n{address}{}\n",
            filling.day,
            filling.edition_title,
            crate::time::capitalized(&weekday_and_date(at.date())),
            at.strftime("%H.%M"),
            paths::board_day(filling.edition, filling.day),
        )
    };
    let mut lines: Vec<_> = fillings.iter().take(MOST).map(line).collect();
    if fillings.len() > MOST {
        lines.push("De andra står på tavlan.\n".to_owned());
    }
    (subject, lines.join("\n"))
}
