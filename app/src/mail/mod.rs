//! Letters to the staff, for sites that have been given a mail server.
//!
//! A letter may hold a secret link. So it is written down nowhere, goes over an encrypted connection or not at all,
//! and what the log hears about a failure are codes: a server may repeat in words what it refuses.

mod letter;
mod set_up;

use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::task::JoinHandle;

pub use letter::Letter;
pub use set_up::MailSetUpError;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// How long a letter may take. Mail servers may think before they speak.
const LIMIT: Duration = Duration::from_secs(30);
/// How long somebody waits to hear what became of a letter.
const MOMENT: Duration = Duration::from_secs(3);

/// The way out for letters, if the site has one. Cheap to clone.
#[derive(Clone, Default)]
pub struct Mail(Option<Arc<PostOffice>>);

struct PostOffice {
    transport: Transport,
    from: Mailbox,
}

/// What is known of a letter after a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// The site sends no letters.
    NoWay,
    /// The mail server has it.
    Sent,
    /// It is still on its way there.
    UnderWay,
    /// The mail server did not take it.
    Failed,
}

impl Mail {
    /// Whether the site can send letters.
    pub const fn is_set_up(&self) -> bool {
        self.0.is_some()
    }

    /// Sends a letter, in a task of its own: the answer comes after a moment even when the mail server does not.
    /// Whatever the letter tells of must be in the database before.
    pub async fn send(&self, letter: Letter) -> Posted {
        let Some(office) = self.0.clone() else { return Posted::NoWay };
        let Some(message) = letter.message(&office.from) else {
            tracing::error!("a letter could not be written: its address cannot be one");
            return Posted::Failed;
        };
        after_a_moment(tokio::spawn(async move { office.post(message).await })).await
    }
}

impl PostOffice {
    async fn post(&self, message: Message) -> bool {
        match tokio::time::timeout(LIMIT, self.transport.send(message)).await {
            Ok(Ok(_)) => return true,
            Ok(Err(error)) => match error.status() {
                Some(code) => tracing::error!(%code, "the mail server refused a letter"),
                None => tracing::error!(%error, "a letter could not be sent"),
            },
            Err(_) => tracing::error!("a letter could not be sent: the mail server does not answer"),
        }
        false
    }
}

async fn after_a_moment(posting: JoinHandle<bool>) -> Posted {
    match tokio::time::timeout(MOMENT, posting).await {
        Ok(Ok(true)) => Posted::Sent,
        Ok(_) => Posted::Failed,
        Err(_) => Posted::UnderWay,
    }
}
