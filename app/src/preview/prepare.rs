//! Making a preview: a copy of the site in which what is looked at is in.

use crate::calendar::EditionId;
use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::store;
use crate::db::Db;
use crate::error::AppError;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::posts::store::{doors, drafts, put, texts};
use crate::posts::{EditablePost, PostContent};
use crate::state::AppState;
use crate::time::{Clock, from_millis, parse_local};

/// Each copy takes as much memory as the database takes on the disk. Who comes third waits a moment.
const AT_ONCE: usize = 2;
static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A text, by its number.
    Text(PostId),
    /// An edition of the calendar, by its number.
    Edition(EditionId),
}

/// A site of its own, in memory, for one rendering.
pub struct Preview {
    state: AppState,
    path: String,
    pictures: Vec<String>,
    _place: SemaphorePermit<'static>,
}

impl Preview {
    /// What staff see at a moment in milliseconds UTC: the text with what the one of them has not saved yet, or the
    /// whole edition with its newest versions.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such text or edition.
    pub async fn of(
        state: &AppState,
        shown: Shown,
        at: UnixMillis,
        staff: StaffId,
    ) -> Result<Self, AppError> {
        let making = Making::begin(state).await?;
        let path = match shown {
            Shown::Text(post) => making.put_in_text(post, Some(staff), at).await?,
            Shown::Edition(edition) => making.put_in_edition(edition, at).await?,
        };
        Ok(making.finish(state, at, path, Vec::new()))
    }

    /// What somebody outside sees: the newest saved version of one text as it will look and, of everything else, only
    /// what is public right now.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such text, or nobody outside may see it.
    pub async fn for_outside(state: &AppState, post: PostId) -> Result<Self, AppError> {
        let making = Making::begin(state).await?;
        let now = making.now;
        let mut writer = making.copy.write_quietly().await?;
        let work = texts::work(&mut writer, post, now).await?;
        if is_gone(&work) {
            return Err(AppError::NotFound);
        }
        store::hide_others(&mut writer, post, now).await?;
        // The edition is none of their business before it is public.
        if work.place.as_ref().is_some_and(|place| !place.is_published) {
            doors::take_down(&mut writer, post).await?;
        }
        writer.commit().await?;
        let at = public_from(&work).map_or(now, |from| from.max(now));
        let path = making.put_in_text(post, None, at).await?;
        let pictures = store::pictures(making.copy.reader(), post).await?;
        Ok(making.finish(state, at, path, pictures))
    }

    /// The state to render with.
    pub fn state(&self) -> AppState {
        self.state.clone()
    }

    /// The path of what is looked at, on the site in the copy.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The numbers of the text's pictures, for somebody outside.
    pub fn pictures(&self) -> &[String] {
        &self.pictures
    }

    /// Lets the copy go. Dropping it does the same, a little later.
    pub async fn end(self) {
        self.state.db.close().await;
    }
}

/// When a text becomes public, as far as somebody has decided, whatever its state: when its door opens, or at its own
/// time.
pub(super) fn public_from(work: &EditablePost) -> Option<UnixMillis> {
    let door = work.place.as_ref().map(|place| place.opens_at);
    door.or_else(|| parse_local(&work.text.publish_at)).or(work.published_at)
}

/// Whether a text was withdrawn or thrown away.
pub(super) fn is_gone(work: &EditablePost) -> bool {
    matches!(work.state.as_str(), "withdrawn" | "trash")
}

/// A copy under way.
struct Making {
    copy: Db,
    /// The time at which something written now is written, in milliseconds UTC.
    now: UnixMillis,
    place: SemaphorePermit<'static>,
}

impl Making {
    async fn begin(state: &AppState) -> Result<Self, AppError> {
        let place = PLACES.acquire().await.map_err(|_| AppError::Internal)?;
        Ok(Self { copy: state.db.copy().await?, now: state.clock.now_millis(), place })
    }

    fn finish(self, state: &AppState, at: UnixMillis, path: String, pictures: Vec<String>) -> Preview {
        let state = state.over(self.copy, Clock::fixed(from_millis(at)));
        Preview { state, path, pictures, _place: self.place }
    }

    /// Puts a text in as published, with what somebody has not saved, and says where it is.
    async fn put_in_text(
        &self,
        post: PostId,
        staff: Option<StaffId>,
        at: UnixMillis,
    ) -> Result<String, AppError> {
        let mut writer = self.copy.write_quietly().await?;
        let mut work = texts::work(&mut writer, post, self.now).await?;
        let draft = match staff {
            Some(staff) => drafts::find(&mut writer, post, staff).await?,
            None => None,
        };
        let is_new = draft.is_some() || work.newest > work.published_revision;
        if let Some(draft) = draft {
            work.text = draft.text;
        }
        publish(&mut writer, &work, is_new, at, self.now).await?;
        if let Some(place) = &work.place {
            store::publish_edition(&mut writer, place.edition).await?;
        }
        let slug = store::slug(&mut writer, post).await?;
        writer.commit().await?;
        Ok(work.kind.path(&slug))
    }

    /// Puts an edition in as published, with all that hangs on it, and says where it is.
    async fn put_in_edition(&self, edition: EditionId, at: UnixMillis) -> Result<String, AppError> {
        let (slug, _) = store::edition(self.copy.reader(), edition).await?;
        let mut writer = self.copy.write_quietly().await?;
        store::publish_edition(&mut writer, edition).await?;
        for post in store::on_doors(&mut writer, edition).await? {
            let work = texts::work(&mut writer, post, self.now).await?;
            publish(&mut writer, &work, work.newest > work.published_revision, at, self.now).await?;
        }
        writer.commit().await?;
        Ok(paths::edition(&slug))
    }
}

/// Counts a text as published no later than at a moment. What readers have already is not put there again.
async fn publish(
    copy: &mut SqliteConnection,
    work: &EditablePost,
    is_new: bool,
    at: UnixMillis,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    if is_new {
        put(copy, work.id, work.kind, &without_hole(&work.text), now).await?;
    }
    let from = parse_local(&work.text.publish_at).or(work.published_at);
    store::publish(copy, work.id, from.map_or(at, |from| from.min(at))).await
}

/// A published quote must have a quotation.
fn without_hole(text: &PostContent) -> PostContent {
    let mut text = text.clone();
    if text.form == Some(GuldkornForm::Quote) && text.quote.is_empty() {
        store::NO_QUOTE.clone_into(&mut text.quote);
    }
    text
}
