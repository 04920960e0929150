//! Tells the caches in front of the site that its content has changed.
//!
//! Any change of content may change any page, which is why the page cache compares one number
//! (`docs/decisions/0005-page-cache-compares.md`). So there is one message, "forget what you have of this site", and nothing
//! that has to be stored: who missed any number of changes, or a restart, is told once
//! (`docs/decisions/0029-caches-in-front-forget-everything.md`). Nobody waits for it: each cache has a task of its own.

mod call;
mod target;
mod teller;
mod webhook;

use app::shared_caches::SharedCaches;
use app::state::AppState;
use tokio::task::JoinSet;

use self::target::Target;
pub use self::target::TargetError;

/// The most caches that are told.
const MAX_TARGETS: usize = 16;

/// Where and how changes are told.
#[derive(Debug, Clone, Default)]
pub struct Purge(Vec<Target>);

/// The settings as they were typed.
#[derive(Clone, Copy)]
pub struct PurgeSettings<'a> {
    /// Addresses of caches that get a request of their own method, separated by commas or spaces.
    pub caches: &'a str,
    /// That method.
    pub method: &'a str,
    /// Addresses that get a message (JSON), separated likewise.
    pub webhooks: &'a str,
    /// What these messages are signed with.
    pub secret: Option<&'a str>,
}

impl Purge {
    /// Reads the settings.
    ///
    /// # Errors
    /// See [`TargetError`].
    pub fn read(settings: PurgeSettings<'_>) -> Result<Self, TargetError> {
        let method = target::method(settings.method)?;
        let caches = addresses(settings.caches).map(|address| Target::cache(address, method.clone()));
        let webhooks = addresses(settings.webhooks).map(|address| Target::webhook(address, settings.secret));
        let targets = caches.chain(webhooks).collect::<Result<Vec<_>, _>>()?;
        if targets.len() > MAX_TARGETS { Err(TargetError::TooMany) } else { Ok(Self(targets)) }
    }

    /// Returns the caches, of which none has been told anything yet.
    pub fn shared_caches(&self) -> SharedCaches {
        SharedCaches::new(self.0.iter().map(|target| target.name().to_owned()))
    }

    /// Tells each cache of every change from now on, beginning with what it missed. Ends when the returned tasks are dropped.
    /// The state must have the [`shared_caches`](Self::shared_caches).
    pub fn begin(self, state: &AppState) -> JoinSet<()> {
        let mut tellers = JoinSet::new();
        for (number, target) in self.0.into_iter().enumerate() {
            tellers.spawn(teller::tell(state.clone(), number, target));
        }
        tellers
    }
}

fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '\n']).map(str::trim).filter(|address| !address.is_empty())
}
