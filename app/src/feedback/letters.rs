//! Letters: to those who answer, that there is something to answer; to a sender who left an address, the answer.

use super::message::Message;
use super::store;
use crate::error::AppError;
use crate::mail::{Delivery, Letter};
use crate::paths;
use crate::site;
use crate::staff::{Role, accounts};
use crate::state::AppState;

/// Tells those who may answer that messages wait. At most one letter an hour and person, whatever is sent; a message that
/// came within that hour is told of by the next run of the maintenance. Nobody is told twice of the same message: it is
/// marked before the letters go.
pub(crate) async fn notify(state: &AppState) {
    if let Err(error) = try_to_notify(state).await {
        tracing::error!(%error, "the staff could not be told of a message");
    }
}

async fn try_to_notify(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() || state.clock.is_moved() {
        return Ok(());
    }
    let mut tx = state.db.write_quietly().await?;
    let messages = store::mark_notified(&mut tx, state.clock.now_millis()).await?;
    tx.commit().await?;
    if messages == 0 {
        return Ok(());
    }
    let site = site::store::settings(state.db.reader()).await?.name;
    let address = site::address(state).await?;
    for account in accounts::active(state.db.reader(), Role::Editor).await? {
        let what = if messages == 1 {
            "Det har kommit ett meddelande".to_owned()
        } else {
            format!("Det har kommit {messages} meddelanden")
        };
        let text = format!(
            "Hej {}!\n\n{what} om tillgänglighet på {site}. Läs och svara här:\n\n{address}{}\n\n\
             Den som skriver ska få svar så snart det går. Vad som står i meddelandet skickar vi inte med e-post.\n\n\
             {site}\n{address}\n",
            account.name,
            paths::MESSAGES,
        );
        let subject = format!("Nytt meddelande om tillgänglighet på {site}");
        state.mail.send(Letter { to: account.email, subject, text, sender: site.clone() }).await;
    }
    Ok(())
}

/// Sends the answer to the sender, if there is an address; `None` when there is none.
pub(crate) async fn tell_sender(state: &AppState, message: &Message) -> Result<Option<Delivery>, AppError> {
    if message.email.is_empty() {
        return Ok(None);
    }
    let site = site::store::settings(state.db.reader()).await?.name;
    let address = site::address(state).await?;
    let text = format!(
        "Hej{}!\n\nDu skrev till oss om tillgänglighet på {site}. Här är vårt svar:\n\n{}\n\n\
         Du kan också läsa svaret med ditt kvittonummer:\n\n{address}{}\n\n{site}\n{address}\n",
        if message.name.is_empty() { String::new() } else { format!(" {}", message.name) },
        message.answer,
        paths::FEEDBACK_ANSWER,
    );
    let letter = Letter {
        to: message.email.clone(),
        subject: format!("Svar på ditt meddelande till {site}"),
        text,
        sender: site,
    };
    Ok(Some(state.mail.send(letter).await))
}
