//! Letters to staff, for sites that are configured with a mail server.
//!
//! A letter may hold a secret link. So it is stored nowhere, goes over an encrypted connection or not at all, and only
//! codes of a failure are logged: a server may repeat in words what it refuses.

mod config;
mod letter;

use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;

pub use config::MailConfigError;
pub use letter::Letter;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// How long a letter may take. Mail servers may be slow on purpose.
const TIMEOUT: Duration = Duration::from_secs(30);
/// How long a request waits for a letter's outcome, if nothing else is said.
const PATIENCE: Duration = Duration::from_secs(3);

/// Sends letters, if the site is configured to. Cheap to clone.
#[derive(Clone, Default)]
pub struct Mail(Option<Arc<Mailer>>);

struct Mailer {
    transport: Transport,
    from: Mailbox,
    /// How long a request waits for a letter's outcome.
    patience: Duration,
}

/// What is known of a letter when the request goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// The site sends no letters.
    NotConfigured,
    /// The mail server has taken it.
    Sent,
    /// The mail server has not answered yet.
    Pending,
    /// The mail server has not taken it.
    Failed,
}

impl Mail {
    /// Whether the site can send letters.
    pub const fn is_configured(&self) -> bool {
        self.0.is_some()
    }

    /// Sends a letter in a task of its own, which goes on when the request is gone; the outcome comes after a moment even
    /// when the mail server does not answer. What the letter tells of must be committed before.
    pub async fn send(&self, letter: Letter) -> Delivery {
        let Some(mailer) = self.0.clone() else { return Delivery::NotConfigured };
        let Some(message) = letter.message(&mailer.from, None) else { return unwritten() };
        let patience = mailer.patience;
        outcome_within(patience, tokio::spawn(async move { mailer.send(message).await })).await
    }

    /// Sends one of a series of letters and waits for its outcome. A POST to `way_out` ends the series, which mail programs
    /// offer as a button (RFC 8058). [`Delivery::Failed`]: the mail server has certainly not taken it;
    /// [`Delivery::Pending`]: nobody knows.
    pub async fn send_of_series(&self, letter: &Letter, way_out: &str) -> Delivery {
        let Some(mailer) = &self.0 else { return Delivery::NotConfigured };
        let Some(message) = letter.message(&mailer.from, Some(way_out)) else { return unwritten() };
        mailer.send(message).await
    }
}

impl Mailer {
    async fn send(&self, message: Message) -> Delivery {
        match tokio::time::timeout(TIMEOUT, self.transport.send(message)).await {
            Ok(Ok(_)) => Delivery::Sent,
            Ok(Err(error)) => {
                match error.status() {
                    Some(code) => tracing::error!(%code, "the mail server refused a letter"),
                    None => tracing::error!(%error, "a letter could not be sent"),
                }
                if error.is_timeout() { Delivery::Pending } else { Delivery::Failed }
            }
            Err(_) => {
                tracing::error!("a letter could not be sent: the mail server does not answer");
                Delivery::Pending
            }
        }
    }
}

fn unwritten() -> Delivery {
    tracing::error!("a letter could not be written: its address cannot be one");
    Delivery::Failed
}

async fn outcome_within(patience: Duration, sending: JoinHandle<Delivery>) -> Delivery {
    match tokio::time::timeout(patience, sending).await {
        Ok(outcome) => outcome.unwrap_or(Delivery::Failed),
        Err(_) => Delivery::Pending,
    }
}
