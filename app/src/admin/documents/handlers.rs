//! Loads the pages, and changes documents.

use serde::{Deserialize, Serialize};

use super::query::DocumentsQuery;
use super::views;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::documents::{DocumentError, DocumentId, change, store};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::language::Language;
use crate::paths;
use crate::posts::store::texts;
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

pub(super) const FORM: &str = "documents";
const PER_PAGE: u32 = 25;

/// What the pages need beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct More {
    /// The title as typed.
    pub(super) title: Option<String>,
    /// The language as chosen.
    pub(super) language: Option<Language>,
    /// The document that can be taken out of the bin.
    pub(super) undo: Option<DocumentId>,
}

/// `/admin/dokument`.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let mut query = DocumentsQuery::parse(query);
    let text = match query.text {
        Some(text) => Some(texts::find(reader, text, now).await?),
        None => None,
    };
    let count = store::count(reader, &query.filter).await?;
    let pages = count.div_ceil(PER_PAGE).max(1);
    query.page = query.page.min(pages);
    let documents = store::page(reader, &query.filter, PER_PAGE, (query.page - 1) * PER_PAGE).await?;
    let shown = views::Shown { documents, query, text, pages, now };
    Ok(PrerenderedAdminPage {
        title: flash.title("Dokument"),
        html: render_to_string(views::list(&shown, &flash, staff)),
    })
}

/// `/admin/dokument/{id}`.
pub(in crate::admin) async fn detail(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
) -> Result<PrerenderedAdminPage, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let document = store::any_file(reader, id).await?.ok_or(AppError::NotFound)?;
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let shown = views::ShownDocument {
        uses: store::uses(&mut *reader.acquire().await?, id, now).await?,
        former: store::former_files(reader, id).await?,
        deleted_at: store::deleted_at(reader, id).await?,
        now,
        document,
    };
    Ok(PrerenderedAdminPage {
        title: flash.title(&shown.document.title),
        html: render_to_string(views::detail(&shown, &flash, staff)),
    })
}

pub(super) async fn change(
    state: &AppState,
    staff: &Staff,
    id: &str,
    title: String,
    language: String,
) -> Result<(), AppError> {
    let Ok(id) = id.parse() else { return gone(state).await };
    let language = Language::parse(&language);
    let done = change::set_title(state, staff, id, &title, language).await;
    let more = More { title: Some(title), language: Some(language), undo: None };
    finish(state, id, done.map(|()| "Dokumentet är sparat.".to_owned()), more).await
}

pub(super) async fn use_former_file(
    state: &AppState,
    staff: &Staff,
    id: &str,
    file: &str,
) -> Result<(), AppError> {
    let (Ok(id), Ok(file)) = (id.parse(), file.parse()) else { return gone(state).await };
    let done = change::use_former_file(state, staff, id, file).await;
    let done = done.map(|()| "Läsarna får den tidigare filen igen.".to_owned());
    finish(state, id, done, More::default()).await
}

pub(super) async fn delete(state: &AppState, staff: &Staff, id: &str) -> Result<(), AppError> {
    let Ok(id) = id.parse() else { return gone(state).await };
    match change::move_to_bin(state, staff, id).await {
        Ok(document) => {
            let message =
                format!("Dokumentet ”{}” ligger i papperskorgen. Det raderas om 30 dagar.", document.title);
            let flash = Flash::done(message, More { undo: Some(id), ..More::default() });
            redirect_with_flash(state, FORM, paths::STAFF_DOCUMENTS, &flash).await
        }
        Err(refusal) => finish(state, id, Err(refusal), More::default()).await,
    }
}

pub(super) async fn restore(state: &AppState, staff: &Staff, id: &str) -> Result<(), AppError> {
    let Ok(id) = id.parse() else { return gone(state).await };
    let done = change::take_out_of_bin(state, staff, id).await;
    let done = done.map(|document| format!("Dokumentet ”{}” är tillbaka.", document.title));
    finish(state, id, done, More::default()).await
}

/// Redirects to the document; `more` is what was typed, for the case that it was refused.
async fn finish(
    state: &AppState,
    id: DocumentId,
    done: Result<String, DocumentError>,
    more: More,
) -> Result<(), AppError> {
    let flash = match done {
        Ok(message) => Flash::done(message, More::default()),
        Err(DocumentError::Gone) => return gone(state).await,
        Err(refusal) => refused(&refusal, more),
    };
    redirect_with_flash(state, FORM, &paths::staff_document(id), &flash).await
}

async fn gone(state: &AppState) -> Result<(), AppError> {
    let flash = Flash::refused(DocumentError::Gone.to_string(), More::default());
    redirect_with_flash(state, FORM, paths::STAFF_DOCUMENTS, &flash).await
}

/// Returns the message for a refusal, at the field that it is about.
pub(super) fn refused(refusal: &DocumentError, more: More) -> Flash<More> {
    let field = match refusal {
        DocumentError::NoTitle | DocumentError::LongTitle => "title",
        DocumentError::Used
        | DocumentError::Gone
        | DocumentError::Forbidden
        | DocumentError::LogInFirst
        | DocumentError::Internal => return Flash::refused(refusal.to_string(), more),
        _ => "file",
    };
    Flash::invalid(FieldErrors::one(field, refusal.to_string()), more)
}
