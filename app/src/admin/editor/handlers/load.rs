//! The editor as it is shown to a writer.

use sqlx::sqlite::SqlitePool;

use super::super::Editor;
use super::late;
use super::message::{self, Flash, done};
use crate::admin::editor::company::company;
use crate::admin::editor::views::{self, EditorView, Original, RenditionState};
use crate::comments::open_threads;
use crate::error::AppError;
use crate::media::{LibraryWords, PictureId};
use crate::posts::store::{doors, drafts, texts};
use crate::posts::tags::tag_names;
use crate::posts::{
    AltMode, DraftVersion, EditablePost, PostContent, PostId, PostKind, PostStatus, checks, rendition,
};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;
use crate::{consent, documents, markdown, media, recordings};

/// Loads the editor of a post, with the writer's own draft in it if there is one.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    picture: String,
) -> Result<Editor, AppError> {
    let post = texts::find(state.db.reader(), id, state.clock.now_millis()).await?;
    let mut flash = message::take(state).await?;
    if late::restore(state, staff, &post).await? {
        flash = done("Det du skrev när du blev utloggad är tillbaka.", None);
    }
    show(state, staff, id, picture, flash).await
}

/// Shows the editor of a post with a message.
pub(super) async fn show(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    picture: String,
    flash: Flash,
) -> Result<Editor, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let post = texts::find(reader, id, now).await?;
    let draft = drafts::find(&mut *reader.acquire().await?, id, staff.id).await?;
    let (base_revision, draft_version) = draft
        .as_ref()
        .map_or((post.newest, DraftVersion::NONE), |draft| (draft.base_revision, draft.version));
    let is_draft = draft.is_some();
    let mut content = draft.map_or_else(|| post.content.clone(), |draft| draft.content);
    if !picture.is_empty() {
        set_picture(reader, &mut content, picture).await?;
    }
    let doors = if post.kind == PostKind::Guldkorn { doors::all(reader).await? } else { Vec::new() };
    let company = company(state, staff.id, id, base_revision).await?;
    let lead: Option<PictureId> = content.picture.as_deref().and_then(|picture| picture.parse().ok());
    let (shown, library) = match lead {
        Some(id) => (
            media::store::thumbnail_address(reader, id).await?,
            media::store::library_words(reader, id).await?,
        ),
        None => (None, None),
    };
    let documents = documents::store::with_ids(reader, &content.document_ids()).await?;
    let title = content.title_or_untitled();
    let title = if flash.is_error { format!("Fel: {title}") } else { title.to_owned() };
    let review = checks::review(state, id, post.kind, content.clone()).await?;
    let (original, renditions) = family(state, &post).await?;
    let html = render_to_string(views::editor(&EditorView {
        staff,
        base_revision,
        draft_version,
        is_draft,
        drafts: drafts::of_others(reader, id, staff.id).await?,
        doors,
        tags: tag_names(reader).await?,
        company,
        review,
        shown,
        documents,
        staff_js: state.assets.staff_js.clone(),
        library: library.unwrap_or_default(),
        open_threads: open_threads(state, id).await?,
        recording: recordings::store::of_post(reader, id).await?,
        removed_recording: recordings::store::last_removed(&mut *reader.acquire().await?, id).await?,
        consent: consent::store::find(&mut *reader.acquire().await?, id).await?,
        original,
        renditions,
        flash,
        now,
        content: &content,
        post: &post,
    }));
    let is_open = post.status != PostStatus::Trash;
    Ok(Editor {
        title,
        html,
        name: if is_open { format!("{}-{id}", staff.id) } else { String::new() },
        scripts: (state.assets.editor_js.clone(), state.assets.editor_css.clone()),
    })
}

/// Loads the original of a rendition, or the renditions of any other post.
async fn family(
    state: &AppState,
    post: &EditablePost,
) -> Result<(Option<Original>, Vec<RenditionState>), AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    if let Some(of) = &post.original {
        let original = texts::find(reader, of.id, now).await?;
        let body = original.words_for_readers().body.clone();
        let html = tokio::task::spawn_blocking(move || markdown::to_html(&body));
        // An id of the original's headings could be that of a field.
        let body_html = html.await.map_err(|_| AppError::Internal)?.replace(" id=\"", " data-id=\"");
        let changes = rendition::changes(reader, &original, of.seen).await?;
        return Ok((Some(Original { post: original, told: of.told, body_html, changes }), Vec::new()));
    }
    let mut renditions = Vec::new();
    for rendition in rendition::renditions_of(reader, post.id, now).await? {
        let has_changed = !rendition::changes(reader, post, rendition.seen).await?.is_empty();
        renditions.push(RenditionState { rendition, has_changed });
    }
    Ok((None, renditions))
}

/// Puts a picture into the content that was sent or chosen elsewhere. Words about another picture do not fit it; those of
/// the library do.
async fn set_picture(
    reader: &SqlitePool,
    content: &mut PostContent,
    picture: String,
) -> Result<(), sqlx::Error> {
    if content.picture.as_ref() == Some(&picture) {
        return Ok(());
    }
    if content.picture.is_some() {
        content.picture_alt.clear();
        content.picture_caption.clear();
    }
    let library = match picture.parse() {
        Ok(id) => media::store::library_words(reader, id).await?.unwrap_or_default(),
        Err(_) => LibraryWords::default(),
    };
    content.picture_alt_mode = match (content.picture_alt.is_empty(), library.alt.is_empty()) {
        (false, _) => AltMode::Own,
        (true, false) => AltMode::Library,
        (true, true) => AltMode::Undecided,
    };
    content.picture = Some(picture);
    Ok(())
}
