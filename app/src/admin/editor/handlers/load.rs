//! The desk as its writer finds it.

use super::super::WritingDesk;
use super::flash::Flash;
use super::{flash, late};
use crate::admin::editor::company::company;
use crate::admin::editor::views::{self, Desk};
use crate::error::AppError;
use crate::media;
use crate::posts::store::{doors, drafts, texts};
use crate::posts::tags::tag_names;
use crate::posts::{DraftVersion, PostId, PostKind, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// The desk of a text, with the writer's own draft on it if there is one.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    picture: String,
) -> Result<WritingDesk, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let work = texts::find(reader, id, now).await?;
    let mut flash = flash::take_flash(state).await?;
    if late::put_back(state, staff, &work).await? {
        flash = Flash::done("Det du skrev när du blev utloggad är tillbaka.");
    }
    let draft = drafts::find(&mut *reader.acquire().await?, id, staff.id).await?;
    let (base, known) =
        draft.as_ref().map_or((work.newest, DraftVersion::NONE), |draft| (draft.base, draft.version));
    let is_draft = draft.is_some();
    let mut text = draft.map_or_else(|| work.text.clone(), |draft| draft.text);
    if !picture.is_empty() {
        text.picture = Some(picture);
    }
    let doors = if work.kind == PostKind::Guldkorn { doors::all(reader).await? } else { Vec::new() };
    let company = company(state, staff.id, id, base).await?;
    let shown = match text.picture.as_deref().and_then(|picture| picture.parse().ok()) {
        Some(id) => media::store::thumbnail_address(reader, id).await?,
        None => None,
    };
    let title = text.shown_title();
    let title = if flash.is_error { format!("Fel: {title}") } else { title.to_owned() };
    let remarks = views::remarks(state, &work, &text).await?;
    let html = render_to_string(views::desk(&Desk {
        staff,
        base,
        known,
        is_draft,
        drafts: drafts::of_others(reader, id, staff.id).await?,
        doors,
        tags: tag_names(reader).await?,
        company,
        remarks,
        shown,
        flash,
        now,
        text: &text,
        work: &work,
    }));
    let is_open = work.status != PostStatus::Trash;
    Ok(WritingDesk {
        title,
        html,
        name: if is_open { format!("{}-{id}", staff.id) } else { String::new() },
        editor: (state.assets.editor_js.clone(), state.assets.editor_css.clone()),
    })
}
