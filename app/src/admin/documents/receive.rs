//! A document that somebody has sent: added or put in place of another's file, and then told.

use http::HeaderMap;
use http::request::Parts;

use super::attach::attach_and_tell;
use super::handlers::{FORM, More, refused};
use crate::admin::flash::Flash;
use crate::documents::change::{Sent, add, replace};
use crate::documents::{DocumentError, DocumentId, IncomingDocument};
use crate::error::AppError;
use crate::language::Language;
use crate::paths;
use crate::posts::PostId;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Role, Staff, flash};
use crate::state::AppState;

/// The form that came with a document.
#[derive(Debug)]
pub struct SentDocument {
    /// The file, if one was chosen; or why it, or the form, is refused before it is looked at.
    pub file: Result<Option<IncomingDocument>, DocumentError>,
    /// The title as typed.
    pub title: String,
    /// The language as chosen.
    pub language: String,
    /// The post below which it is to stand.
    pub text: Option<PostId>,
    /// The document whose file it replaces.
    pub replaces: Option<DocumentId>,
}

/// Does what a form with a document says, and returns the headers of the redirect to the page that tells. Once begun it is
/// done to the end, also when the sender has left.
///
/// # Errors
/// [`AppError::NotFound`] when the post is gone; when the database cannot be written.
pub async fn receive_document(
    state: &AppState,
    staff: &Staff,
    request: Parts,
    sent: SentDocument,
) -> Result<HeaderMap, AppError> {
    let (state, staff) = (state.clone(), staff.clone());
    let receiving = tokio::spawn(async move {
        let request = RequestContext::of(&request);
        receive(&state, &staff, &request, sent).await?;
        Ok(request.response_headers())
    });
    receiving.await.unwrap_or_else(|error| {
        tracing::error!(%error, "receiving a document was aborted");
        Err(AppError::Internal)
    })
}

async fn receive(
    state: &AppState,
    staff: &Staff,
    request: &RequestContext,
    sent: SentDocument,
) -> Result<(), AppError> {
    let SentDocument { file, title, language, text, replaces } = sent;
    let language = Language::parse(&language);
    let done = match (file, replaces) {
        (Err(refusal), _) => Err(refusal),
        (Ok(None), _) => Err(DocumentError::NoFile),
        (Ok(Some(_)), Some(_)) if staff.role < Role::Editor => Err(DocumentError::Forbidden),
        (Ok(Some(file)), Some(id)) => replace(state, staff, id, file).await,
        (Ok(Some(file)), None) => add(state, staff, file, &title, language).await,
    };
    let (page, flash) = match (done, text, replaces) {
        (Ok(sent), Some(text), None) => {
            let (document, sentence) = match &sent {
                Sent::New(new) => {
                    (new, format!("Dokumentet ”{}” är sparat och står nu under texten.", new.title))
                }
                Sent::Known(known) => (
                    known,
                    format!("Filen fanns redan som dokumentet ”{}”, som nu står under texten.", known.title),
                ),
            };
            return attach_and_tell(state, staff, request, document, text, &sentence).await;
        }
        (Ok(sent), _, replaces) => {
            let (document, message) = match (&sent, replaces) {
                (Sent::New(new), None) => {
                    (new, "Dokumentet är sparat. Läsarna får det när en text visar det.".to_owned())
                }
                (Sent::New(new), Some(_)) => (new, "Filen är utbytt. Läsarna får den nya.".to_owned()),
                (Sent::Known(known), None) => (known, "Filen fanns redan. Det här är dokumentet.".to_owned()),
                (Sent::Known(known), Some(_)) => {
                    (known, "Dokumentet har redan haft den filen. Läsarna får den igen.".to_owned())
                }
            };
            (paths::staff_document(document.id), Flash::done(message, More::default()))
        }
        (Err(refusal), text, replaces) => {
            let page = match (replaces, text) {
                (Some(id), _) if refusal != DocumentError::Gone => paths::staff_document(id),
                (None, Some(text)) => paths::documents_for(text),
                _ => paths::STAFF_DOCUMENTS.to_owned(),
            };
            let more = More { title: Some(title), language: Some(language), undo: None };
            let more = if replaces.is_some() { More::default() } else { more };
            (page, refused(&refusal, more))
        }
    };
    request.redirect(&LocalPath::parse(&page).ok_or(AppError::Internal)?);
    flash::leave(state, request, FORM, &flash).await
}
