//! What others do beside one open page of the staff, as a stream of changes that ends with the session or the server.

use std::time::Duration;

use http::request::Parts;
use serde::Serialize;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout_at};

use crate::error::AppError;
use crate::posts::{OpenEditor, Place, Presence};
use crate::staff::{Role, StaffId, guard};
use crate::state::AppState;

/// How long a change waits for others. Whoever saves a post loads a new page, and would else leave and come back.
const SETTLE: Duration = Duration::from_secs(1);
/// How often the session is checked and the connection used when nothing changes. Proxies close a connection that has
/// been silent for a minute.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// What a stream tells of.
pub trait Watched: Send + Sync + 'static {
    /// What there is to tell at one moment.
    type News: Serialize + PartialEq + Send + Sync + 'static;
    /// The least role that may know of it.
    const LEAST_ROLE: Role;
    /// Returns where whoever opens the stream is seen by others. Fails when there is no such thing.
    #[doc(hidden)]
    fn place(&self, state: &AppState) -> impl Future<Output = Result<WatchedPlace, AppError>> + Send;
    /// Returns what there is to tell one person now.
    fn look(
        &self,
        state: &AppState,
        staff: StaffId,
    ) -> impl Future<Output = Result<Self::News, AppError>> + Send;
}

/// Where somebody is, for [`Watched`].
#[derive(Debug, Clone, Copy)]
pub struct WatchedPlace(pub(super) Place);

/// The news of one open page. Its holder counts as present until it is dropped.
pub struct StaffStream<W: Watched> {
    state: AppState,
    /// The request that opened it, whose session must stay alive.
    request: Parts,
    staff: StaffId,
    watched: W,
    open: OpenEditor,
    commits: watch::Receiver<()>,
    sent: Option<W::News>,
    keep_alive: Duration,
}

/// An event of a [`StaffStream`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffEvent {
    /// The news as JSON: the first, or others than before.
    Changed(String),
    /// Nothing has changed for a while.
    KeepAlive,
}

impl<W: Watched> StaffStream<W> {
    /// Opens the stream for the staff member of a request, who must have the role for it.
    ///
    /// # Errors
    /// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role,
    /// [`AppError::NotFound`] without such a thing, [`AppError::Unreachable`] when too many streams are open.
    pub async fn open(state: &AppState, request: Parts, watched: W) -> Result<Self, AppError> {
        let staff = guard::authorize(state, &request, W::LEAST_ROLE).await?;
        let WatchedPlace(place) = watched.place(state).await?;
        let open = state.extensions.get::<Presence>().open(place, &staff).ok_or(AppError::Unreachable)?;
        Ok(Self {
            state: state.clone(),
            request,
            staff: staff.id,
            watched,
            open,
            commits: state.db.commits(),
            sent: None,
            keep_alive: KEEP_ALIVE,
        })
    }

    /// Waits for the next event. None when the session has ended, the server is stopping, or the database fails.
    pub async fn next(&mut self) -> Option<StaffEvent> {
        tokio::select! {
            biased;
            () = self.open.closed() => None,
            event = self.next_while_open() => event.inspect_err(|error| {
                tracing::warn!(%error, "a stream of what others do ended");
            }).ok().flatten(),
        }
    }

    async fn next_while_open(&mut self) -> Result<Option<StaffEvent>, AppError> {
        let silent_until = Instant::now() + self.keep_alive;
        loop {
            // Read before the wait, so that nothing is missed that happens meanwhile.
            if !guard::is_still_authorized(&self.state, &self.request, W::LEAST_ROLE).await? {
                return Ok(None);
            }
            let news = self.watched.look(&self.state, self.staff).await?;
            if self.sent.as_ref() != Some(&news) {
                let json = serde_json::to_string(&news).map_err(|_| AppError::Internal)?;
                self.sent = Some(news);
                return Ok(Some(StaffEvent::Changed(json)));
            }
            if Instant::now() >= silent_until {
                return Ok(Some(StaffEvent::KeepAlive));
            }
            _ = timeout_at(silent_until, self.changed()).await;
        }
    }

    /// Waits for anything that may be news, or concern the session.
    async fn changed(&mut self) {
        tokio::select! {
            () = self.open.changed() => {}
            // The sender lives as long as the database.
            _ = self.commits.changed() => {}
        }
        sleep(SETTLE).await;
    }
}

/// Returns "Anna och Bo är också här."
pub(super) fn others_here(state: &AppState, place: Place, staff: StaffId) -> String {
    in_words(&state.extensions.get::<Presence>().others(place, staff))
}

fn in_words(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => format!("{name} är också här."),
        [first @ .., last] => format!("{} och {last} är också här.", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::PostCompany;
    use crate::posts::store::texts;
    use crate::posts::{PostContent, PostKind, PreparedContent, Revision};
    use crate::staff::testing::TestSite;

    #[tokio::test]
    async fn a_silent_stream_is_kept_alive_until_the_session_expires() {
        const IDLE: i64 = 8 * 60 * 60_000;
        let site = TestSite::new().await;
        let token = site.logged_in("anna@exempel.se").await;
        let mut tx = site.state.db.write_quietly().await.unwrap();
        let content = PreparedContent::new(PostKind::Article, PostContent::default());
        let post = texts::create(&mut tx, &content, StaffId(1), site.now()).await.unwrap();
        tx.commit().await.unwrap();
        let cookie = format!("__Host-guldkorn={}", token.text());
        let request = http::Request::builder().header("cookie", cookie).body(()).unwrap();
        let company = PostCompany { post, base_revision: Revision::NONE };
        let mut stream =
            StaffStream::open(&site.state, request.into_parts().0, company).await.expect("opens");
        stream.keep_alive = Duration::from_millis(10);
        assert!(matches!(stream.next().await, Some(StaffEvent::Changed(_))));
        site.advance(IDLE - 1);
        assert_eq!(stream.next().await, Some(StaffEvent::KeepAlive));
        site.advance(1);
        assert_eq!(stream.next().await, None, "the open stream alone is no use of the session");
    }

    #[test]
    fn others_are_named() {
        let names = ["Anna", "Bo", "Cia"].map(str::to_owned);
        assert_eq!(in_words(&names[..0]), "");
        assert_eq!(in_words(&names[..1]), "Anna är också här.");
        assert_eq!(in_words(&names), "Anna, Bo och Cia är också här.");
    }
}
