//! Who else has a post open, and whether somebody has saved a newer version: once, or as a stream of changes.

use std::time::Duration;

use http::request::Parts;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout_at};

use super::{Company, views};
use crate::error::AppError;
use crate::posts::store::{revisions, texts};
use crate::posts::{OpenEditor, PostId, Presence, Revision};
use crate::staff::{Role, StaffId, guard};
use crate::state::AppState;
use crate::ui::render_to_string;

/// How long a change waits for others. Whoever saves a post loads a new page, and would else leave and come back.
const SETTLE: Duration = Duration::from_secs(1);
/// How often the session is checked and the connection used when nothing changes. Proxies close a connection that has
/// been silent for a minute.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// Returns what the others do in a post at the moment.
pub(super) async fn company(
    state: &AppState,
    staff: StaffId,
    post: PostId,
    base_revision: Revision,
) -> Result<Company, AppError> {
    let newest = revisions::newest(state.db.reader(), post).await?;
    let newer = newest.filter(|newest| newest.number > base_revision);
    let now = state.clock.now_millis();
    Ok(Company {
        here: in_words(&state.extensions.get::<Presence>().others(post, staff)),
        newer: newer.map(|newer| render_to_string(views::newer(&newer, now))).unwrap_or_default(),
    })
}

/// What the others do in a post, for one open editor. Its holder counts as present until it is dropped.
pub struct CompanyStream {
    state: AppState,
    /// The request that opened it, whose session must stay alive.
    request: Parts,
    staff: StaffId,
    post: PostId,
    base_revision: Revision,
    editor: OpenEditor,
    commits: watch::Receiver<()>,
    sent: Option<Company>,
    keep_alive: Duration,
}

/// An event of a [`CompanyStream`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompanyEvent {
    /// The company as JSON: the first, or another than before.
    Changed(String),
    /// Nothing has changed for a while.
    KeepAlive,
}

impl CompanyStream {
    /// Opens the stream for the staff member of a request, who must be allowed to write.
    ///
    /// # Errors
    /// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role,
    /// [`AppError::NotFound`] without such a post, [`AppError::Unreachable`] when too many editors are open.
    pub async fn open(
        state: &AppState,
        request: Parts,
        post: PostId,
        base_revision: Revision,
    ) -> Result<Self, AppError> {
        let staff = guard::authorize(state, &request, Role::Writer).await?;
        texts::find(state.db.reader(), post, state.clock.now_millis()).await?;
        let editor = state.extensions.get::<Presence>().open(post, &staff).ok_or(AppError::Unreachable)?;
        Ok(Self {
            state: state.clone(),
            request,
            staff: staff.id,
            post,
            base_revision,
            editor,
            commits: state.db.commits(),
            sent: None,
            keep_alive: KEEP_ALIVE,
        })
    }

    /// Waits for the next event. None when the session has ended, the server is stopping, or the database fails.
    pub async fn next(&mut self) -> Option<CompanyEvent> {
        tokio::select! {
            biased;
            () = self.editor.closed() => None,
            event = self.next_while_open() => event.inspect_err(|error| {
                tracing::warn!(%error, "a stream of who is in a post ended");
            }).ok().flatten(),
        }
    }

    async fn next_while_open(&mut self) -> Result<Option<CompanyEvent>, AppError> {
        let silent_until = Instant::now() + self.keep_alive;
        loop {
            // Read before the wait, so that nothing is missed that happens meanwhile.
            if !guard::is_still_authorized(&self.state, &self.request, Role::Writer).await? {
                return Ok(None);
            }
            let company = company(&self.state, self.staff, self.post, self.base_revision).await?;
            if self.sent.as_ref() != Some(&company) {
                let json = serde_json::to_string(&company).map_err(|_| AppError::Internal)?;
                self.sent = Some(company);
                return Ok(Some(CompanyEvent::Changed(json)));
            }
            if Instant::now() >= silent_until {
                return Ok(Some(CompanyEvent::KeepAlive));
            }
            _ = timeout_at(silent_until, self.changed()).await;
        }
    }

    /// Waits for anything that may concern the post or the session.
    async fn changed(&mut self) {
        tokio::select! {
            () = self.editor.changed() => {}
            // The sender lives as long as the database.
            _ = self.commits.changed() => {}
        }
        sleep(SETTLE).await;
    }
}

/// Returns "Anna och Bo är också här."
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
    use crate::posts::{PostContent, PostKind, PreparedContent};
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
        let mut stream = CompanyStream::open(&site.state, request.into_parts().0, post, Revision::NONE)
            .await
            .expect("opens");
        stream.keep_alive = Duration::from_millis(10);
        assert!(matches!(stream.next().await, Some(CompanyEvent::Changed(_))));
        site.advance(IDLE - 1);
        assert_eq!(stream.next().await, Some(CompanyEvent::KeepAlive));
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
