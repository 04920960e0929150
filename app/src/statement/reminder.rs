//! The yearly reminder to look at the statement again, as a letter to the admins.

use crate::error::AppError;
use crate::mail::Letter;
use crate::paths;
use crate::site::{self, Section};
use crate::staff::{Role, accounts};
use crate::state::AppState;
use crate::time::at_home;

/// Sends the letter when the last review is eleven months old: once for each review, because the mark is set before the
/// letters go. The dashboard says the same until somebody has looked.
pub(crate) async fn remind(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() || state.clock.is_moved() {
        return Ok(());
    }
    let settings = site::store::settings(state.db.reader()).await?;
    if !settings.accessibility.is_review_due(at_home(state.clock.now()).date()) {
        return Ok(());
    }
    let mut tx = state.db.write_quietly().await?;
    let is_first = site::store::mark_reminded(&mut tx).await?;
    tx.commit().await?;
    if !is_first {
        return Ok(());
    }
    let (site, address) = (settings.name, site::address(state).await?);
    let path = paths::settings_section(Section::Statement.slug());
    for account in accounts::active(state.db.reader(), Role::Admin).await? {
        let text = format!(
            "Hej {}!\n\nDet är snart ett år sedan någon såg över tillgänglighetsredogörelsen på {site}. Läs igenom den och \
             rätta det som har ändrats:\n\n{address}{path}\n\nStämmer allt trycker du på Inget har ändrats.\n\n{site}\n\
             {address}\n",
            account.name
        );
        let subject = format!("Se över tillgänglighetsredogörelsen på {site}");
        state.mail.send(Letter { to: account.email, subject, text, sender: site.clone() }).await;
    }
    Ok(())
}
