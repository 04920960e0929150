//! The revisions of a post.

use super::super::SidePage;
use super::message::{self, done};
use crate::admin::editor::views::{self, Versions};
use crate::comments;
use crate::error::AppError;
use crate::paths;
use crate::posts::diff::differences;
use crate::posts::save::{self, Basis};
use crate::posts::store::{revisions, texts};
use crate::posts::{Act, DraftVersion, PostError, PostId, PreparedContent, Revision};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// How many revisions a page shows.
const PER_PAGE: u32 = 25;

/// Shows a page of the revisions, and what changed from one to another. Without numbers: from the one before to the newest.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    id: PostId,
    from: Revision,
    to: Revision,
    page: u32,
) -> Result<SidePage, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let post = texts::find(reader, id, now).await?;
    let count = revisions::count(reader, id).await?;
    let pages = count.div_ceil(PER_PAGE).max(1);
    let page = page.clamp(1, pages);
    let shown = revisions::page(reader, id, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let to = if to > Revision::NONE { to } else { post.newest };
    let from = if from > Revision::NONE { from } else { to.before() };
    let differences = if from > Revision::NONE && to > Revision::NONE {
        let mut connection = reader.acquire().await?;
        let before = revisions::content(&mut connection, id, from).await?;
        let after = revisions::content(&mut connection, id, to).await?;
        drop(connection);
        Some(differences(before, after).await?)
    } else {
        None
    };
    let versions = Versions { post: &post, shown, count, page, pages, from, to, differences };
    Ok(SidePage { title: "Tidigare versioner".into(), html: render_to_string(views::versions(&versions)) })
}

/// Saves the content of an older revision as the newest one.
pub(in crate::admin::editor) async fn restore(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    number: Revision,
    base_revision: Revision,
) -> Result<(), AppError> {
    let flash = match restore_revision(state, staff, id, number, base_revision).await {
        Ok(()) => done(format!("Version {number} är tillbaka, som den nyaste."), None),
        Err(refusal) => message::refused(refusal)?,
    };
    message::redirect(state, &paths::edit_post(id), &flash).await
}

async fn restore_revision(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    number: Revision,
    base_revision: Revision,
) -> Result<(), PostError> {
    let mut connection = state.db.reader().acquire().await?;
    let content = revisions::content(&mut connection, id, number).await?;
    let post = texts::load(&mut connection, id, state.clock.now_millis()).await?;
    drop(connection);
    let content = PreparedContent::prepare(post.kind, content).await?;
    let mut act = Act::begin_quietly(state, staff).await?;
    let basis = Basis { post: id, base_revision, draft_version: DraftVersion::NONE };
    save::restore(&mut act, basis, number, &content).await?;
    comments::follow(&mut act, id, state.clock.now_millis()).await;
    Ok(act.commit().await?)
}
