//! The letter to the admins when nightly backups begin to fail.

use super::store;
use crate::error::AppError;
use crate::mail::Letter;
use crate::paths;
use crate::site;
use crate::staff::{Role, accounts};
use crate::state::AppState;

/// Sends the letter if backups fail and the admins have got none about it: one for each time that they begin to fail,
/// because the mark is set before the letters go. The dashboard says the same until one succeeds.
///
/// # Errors
/// Those of the database.
pub async fn notify(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() {
        return Ok(());
    }
    let mut tx = state.db.write_quietly().await?;
    let is_first = store::mark_notified(&mut tx, state.clock.now_millis()).await?;
    tx.commit().await?;
    if !is_first {
        return Ok(());
    }
    let failure = store::status(state.db.reader()).await?.failure.unwrap_or_default();
    let (site, address) = (site::store::settings(state.db.reader()).await?.name, site::address(state).await?);
    for account in accounts::active(state.db.reader(), Role::Admin).await? {
        let text = format!(
            "Hej {}!\n\n{site} kunde inte säkerhetskopieras: {failure}.\n\nVisa det här för den som sköter servern. \
             Webbplatsen försöker igen varje timme. Du får inget nytt brev, men skrivbordet visar hur det går:\n\n\
             {address}{}\n\n{site}\n{address}\n",
            account.name,
            paths::ADMIN
        );
        let subject = format!("Säkerhetskopian av {site} misslyckades");
        state.mail.send(Letter { to: account.email, subject, text, sender: site.clone() }).await;
    }
    Ok(())
}
