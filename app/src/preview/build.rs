//! Building a preview: a copy of the site in which its target is published.

use std::future::Future;

use sqlx::sqlite::SqliteConnection;
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::store;
use crate::calendar::{EditionId, GuldkornForm};
use crate::db::Db;
use crate::error::AppError;
use crate::media::PictureId;
use crate::paths;
use crate::posts::store::{doors, drafts, texts, write_content};
use crate::posts::{EditablePost, PostContent, PostId, PostStatus, PreparedContent};
use crate::reserves;
use crate::staff::StaffId;
use crate::state::AppState;
use crate::time::{Clock, UnixMillis, from_millis, parse_local};

/// How many previews there may be at once: each takes as much memory as the database takes on the disk.
const MOST_AT_ONCE: usize = 2;
static PERMITS: Semaphore = Semaphore::const_new(MOST_AT_ONCE);

/// What a preview shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewTarget {
    /// One post.
    Post(PostId),
    /// An edition of the calendar with all that hangs on its doors.
    Edition(EditionId),
}

/// A site of its own, in memory, for one rendering.
pub struct Preview {
    state: AppState,
    path: String,
    pictures: Vec<PictureId>,
    unsaved_at: Option<UnixMillis>,
    _permit: SemaphorePermit<'static>,
}

impl Preview {
    /// Builds what staff see at an instant: the post with the staff member's own draft or else its newest words, or the
    /// whole edition with the newest words of every post.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such post or edition.
    pub async fn for_staff(
        state: &AppState,
        target: PreviewTarget,
        at: UnixMillis,
        staff: StaffId,
    ) -> Result<Self, AppError> {
        let state = state.clone();
        off_async_threads(async move {
            let builder = PreviewBuilder::start(&state).await?;
            let path = match target {
                PreviewTarget::Post(post) => builder.publish_post(post, Some(staff), at).await?,
                PreviewTarget::Edition(edition) => builder.publish_edition(edition, at).await?,
            };
            let preview = builder.finish(&state, at, path);
            // The doors that reserves will have filled by then.
            reserves::settle(&preview.state).await?;
            Ok(preview)
        })
        .await
    }

    /// Builds what a reviewer outside sees: the newest words of one post as it will look and, of everything else, only
    /// what is public right now.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such post, or nobody outside may see it.
    pub async fn for_reviewer(state: &AppState, post: PostId) -> Result<Self, AppError> {
        let state = state.clone();
        off_async_threads(async move {
            let builder = PreviewBuilder::start(&state).await?;
            let now = builder.now;
            let mut writer = builder.copy.write_quietly().await?;
            let work = texts::load(&mut writer, post, now).await?;
            if is_gone(&work) {
                return Err(AppError::NotFound);
            }
            if let Some(original) = &work.original {
                if is_gone(&texts::load(&mut writer, original.id, now).await?) {
                    return Err(AppError::NotFound);
                }
                store::empty_if_hidden(&mut writer, original.id, now).await?;
            }
            store::hide_others(&mut writer, post, now).await?;
            // A reviewer is told nothing of an edition that is not public.
            if work.door.as_ref().is_some_and(|place| !place.is_published) {
                doors::take_down(&mut writer, post).await?;
            }
            writer.commit().await?;
            let at = public_from(&work).map_or(now, |from| from.max(now));
            let path = builder.publish_post(post, None, at).await?;
            let pictures = store::pictures(builder.copy.reader(), post).await?;
            let unsaved_at = work.draft.as_ref().map(|draft| draft.version.saved_at());
            Ok(Self { pictures, unsaved_at, ..builder.finish(&state, at, path) })
        })
        .await
    }

    /// Returns the state to render with.
    pub fn state(&self) -> AppState {
        self.state.clone()
    }

    /// Returns the path of the target, on the site in the copy.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the post's pictures; empty unless the preview is for a reviewer.
    pub fn pictures(&self) -> &[PictureId] {
        &self.pictures
    }

    /// Returns when the words were written that the post shows to a reviewer, if they are not saved as a version.
    pub fn unsaved_at(&self) -> Option<UnixMillis> {
        self.unsaved_at
    }

    /// Frees the copy. Dropping it does the same, a little later.
    pub async fn close(self) {
        self.state.db.close().await;
    }
}

/// Builds on a thread for blocking work: rendering the Markdown of a whole edition would hold up a thread that serves
/// readers.
async fn off_async_threads(
    building: impl Future<Output = Result<Preview, AppError>> + Send + 'static,
) -> Result<Preview, AppError> {
    let runtime = Handle::current();
    let built = tokio::task::spawn_blocking(move || runtime.block_on(building));
    built.await.unwrap_or_else(|error| {
        tracing::error!(%error, "building a preview was aborted");
        Err(AppError::Internal)
    })
}

/// Returns when a post becomes public, as far as somebody has decided, whatever its status: when its door opens, or at
/// its own time.
pub(super) fn public_from(work: &EditablePost) -> Option<UnixMillis> {
    let door = work.door.as_ref().map(|place| place.opens_at);
    door.or_else(|| parse_local(&work.content.publish_at)).or(work.published_at)
}

/// Returns whether a post was withdrawn or trashed.
pub(super) fn is_gone(work: &EditablePost) -> bool {
    matches!(work.status, PostStatus::Withdrawn | PostStatus::Trash)
}

/// A copy of the database that becomes a preview.
struct PreviewBuilder {
    copy: Db,
    /// The time at which a change made now is made; the preview's own clock may stand elsewhere.
    now: UnixMillis,
    permit: SemaphorePermit<'static>,
}

impl PreviewBuilder {
    async fn start(state: &AppState) -> Result<Self, AppError> {
        let permit = PERMITS.acquire().await.map_err(|_| AppError::Internal)?;
        Ok(Self { copy: state.db.copy().await?, now: state.clock.now_millis(), permit })
    }

    fn finish(self, state: &AppState, at: UnixMillis, path: String) -> Preview {
        let state = state.over(self.copy, Clock::fixed(from_millis(at)));
        Preview { state, path, pictures: Vec::new(), unsaved_at: None, _permit: self.permit }
    }

    /// Publishes a post with a staff member's own draft, or else with its newest words, and returns its path.
    async fn publish_post(
        &self,
        post: PostId,
        staff: Option<StaffId>,
        at: UnixMillis,
    ) -> Result<String, AppError> {
        let mut writer = self.copy.write_quietly().await?;
        let mut work = texts::load(&mut writer, post, self.now).await?;
        let own = match staff {
            Some(staff) => drafts::find(&mut writer, post, staff).await?,
            None => None,
        };
        let is_new = own.is_some() || work.draft.is_some() || work.newest > work.published_revision;
        work.content = own.map_or_else(|| work.newest_words().clone(), |own| own.content);
        publish(&mut writer, &work, is_new, at, self.now).await?;
        if let Some(original) = &work.original {
            store::publish_original(&mut writer, original.id, at).await?;
        }
        if let Some(place) = &work.door {
            store::publish_edition(&mut writer, place.edition).await?;
        }
        let slug = store::slug(&mut writer, post).await?;
        writer.commit().await?;
        Ok(work.kind.path(&slug))
    }

    /// Publishes an edition with all that hangs on its doors, and returns its path.
    async fn publish_edition(&self, edition: EditionId, at: UnixMillis) -> Result<String, AppError> {
        let (slug, _) = store::edition(self.copy.reader(), edition).await?;
        let mut writer = self.copy.write_quietly().await?;
        store::publish_edition(&mut writer, edition).await?;
        for post in store::posts_on_doors(&mut writer, edition).await? {
            let mut work = texts::load(&mut writer, post, self.now).await?;
            if work.is_blank() {
                continue;
            }
            let is_new = work.draft.is_some() || work.newest > work.published_revision;
            work.content = work.newest_words().clone();
            publish(&mut writer, &work, is_new, at, self.now).await?;
        }
        writer.commit().await?;
        Ok(paths::edition(&slug))
    }
}

/// Publishes a post no later than at an instant. What readers have already is not written again.
async fn publish(
    copy: &mut SqliteConnection,
    work: &EditablePost,
    is_new: bool,
    at: UnixMillis,
    now: UnixMillis,
) -> Result<(), AppError> {
    if is_new {
        let content = PreparedContent::prepare(work.kind, with_quote(&work.content)).await?;
        write_content(copy, work.id, &content, now).await?;
    }
    let from = parse_local(&work.content.publish_at).or(work.published_at);
    Ok(store::publish(copy, work.id, from.map_or(at, |from| from.min(at))).await?)
}

/// Fills in a placeholder where the quote is still to be written: the schema accepts no published quote without one.
fn with_quote(text: &PostContent) -> PostContent {
    let mut text = text.clone();
    if text.form == Some(GuldkornForm::Quote) && text.quote.is_empty() {
        store::MISSING_QUOTE.clone_into(&mut text.quote);
    }
    text
}
