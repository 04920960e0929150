//! Sending the letters that are due.

use std::time::Duration;

use jiff::civil::Date;
use tokio::time::MissedTickBehavior;

use super::content::Content;
use super::letter::{Occasion, write};
use super::store::{self, Recipient};
use super::way_out;
use crate::error::AppError;
use crate::mail::Delivery;
use crate::site;
use crate::staff::Role;
use crate::staff::accounts::{self, StaffAccount};
use crate::state::AppState;
use crate::time::{MINUTE, site_zone};

/// How often the task looks.
const PERIOD: Duration = Duration::from_mins(1);
/// How many letters one look sends; the rest follows with the next.
const MOST: usize = 50;
/// How often a letter that was refused is tried in all.
const TRIES: u32 = 3;
/// How long it waits between, in milliseconds.
const RETRY: i64 = 15 * MINUTE;
/// After so many refused letters in a row the mail server is left alone until the next look.
const PATIENCE: u32 = 3;

/// Sends what is due each minute, until the future is dropped.
pub async fn run(state: AppState) {
    let mut ticks = tokio::time::interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = send_due(&state).await {
            tracing::error!(%error, "letters of what comes could not be sent; the next minute tries again");
        }
    }
}

/// Sends the letters that are due. A letter counts as sent before it goes, so that no restart sends it twice; only when the
/// mail server has certainly refused it, it is tried again the same day.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn send_due(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() || state.clock.is_moved() {
        return Ok(());
    }
    let due = due(state).await?;
    let Some(earliest) = due.iter().map(|(recipient, ..)| recipient.told_until).min() else { return Ok(()) };
    let content = Content::gather(state, earliest).await?;
    let site = site::store::settings(state.db.reader()).await?.name;
    let address = site::address(state).await?;
    let mut refused = 0;
    for (recipient, account, day) in due {
        let way_out = way_out::path(state, &recipient).await?;
        let occasion = Occasion {
            account: &account,
            choice: recipient.choice,
            since: recipient.told_until,
            site: &site,
            address: &address,
            way_out: &way_out,
        };
        let mut tx = state.db.write_quietly().await?;
        let is_ours = store::claim(&mut tx, &recipient, day).await?;
        tx.commit().await?;
        if !is_ours {
            continue;
        }
        let delivery = match write(&content, &occasion) {
            Some(letter) => state.mail.send_of_series(&letter, &format!("{address}{way_out}")).await,
            None => Delivery::NotConfigured,
        };
        note(state, &recipient, delivery).await?;
        refused = if delivery == Delivery::Failed { refused + 1 } else { 0 };
        if refused >= PATIENCE {
            break;
        }
    }
    Ok(())
}

/// Returns whose letters are due, each with the day that it is for.
async fn due(state: &AppState) -> Result<Vec<(Recipient, StaffAccount, Date)>, AppError> {
    let (now, zone) = (state.clock.now(), site_zone());
    let recipients = store::recipients(state.db.reader()).await?;
    if recipients.is_empty() {
        return Ok(Vec::new());
    }
    let accounts = accounts::active(state.db.reader(), Role::Reviewer).await?;
    let due = recipients.into_iter().filter(|recipient| recipient.retry_at <= now.into());
    let due = due.filter_map(|recipient| {
        let day = recipient.choice.due_day(recipient.done_on()?, now, &zone)?;
        let account = accounts.iter().find(|account| account.id == recipient.staff)?.clone();
        Some((recipient, account, day))
    });
    Ok(due.take(MOST).collect())
}

/// Remembers what became of a letter.
async fn note(state: &AppState, recipient: &Recipient, delivery: Delivery) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    match delivery {
        Delivery::Failed if recipient.failures + 1 < TRIES => {
            store::note_refused(&mut tx, recipient, now, now + RETRY).await?;
        }
        Delivery::Failed => store::note_given_up(&mut tx, recipient.staff, now).await?,
        Delivery::Sent | Delivery::Pending | Delivery::NotConfigured => {
            store::note_done(&mut tx, recipient.staff, now).await?;
        }
    }
    Ok(tx.commit().await?)
}
