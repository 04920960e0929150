//! `/dokument/{id}/{name}`: a document, for the public while something public links to it, for staff always.
//!
//! Nothing of it can run here: it is an attachment with a type that was judged by its content, and whoever shows it
//! all the same shows it in a sandbox without scripts. Search engines are to find the page that says what it is, and to
//! keep no copy of what may be withdrawn, so the file itself is `noindex`.

use app::documents::store::{any_file, public_file};
use app::documents::{Document, DocumentId, FILE};
use app::error::AppError;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::pages::Site;
use crate::stored_file::{self, Access, Asked, StoredFile};

const POLICY: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
/// What RFC 8187 leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// Serves a document. Returns the same 404 for what does not exist and for what is not public.
pub(crate) async fn document(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let found = match id.parse() {
        Ok(id) => find(&site.state, &request, id).await,
        Err(_) => Ok(None),
    };
    match found {
        Ok(Some((document, access))) if document.name == name => {
            file(&site, &request, &document, access).await
        }
        Ok(Some((document, access))) => {
            redirect(&document, access.cache_control(site.state.clock.now_millis()))
        }
        Ok(None) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a document could not be looked up");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Finds a document that the client may have.
async fn find(
    state: &AppState,
    request: &Parts,
    id: DocumentId,
) -> Result<Option<(Document, Access)>, AppError> {
    let reader = state.db.reader();
    let public = public_file(reader, id, state.clock.now_millis()).await?;
    stored_file::find(state, request, public, any_file(reader, id)).await
}

/// Leads from a name that the document once had to the present one. Not for good: the file may be brought back.
fn redirect(document: &Document, cache_control: &'static str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    if let Ok(path) = HeaderValue::from_str(&document.path()) {
        headers.insert(header::LOCATION, path);
    }
    response
}

/// Serves the file of a document to somebody who may have it.
pub(crate) async fn file(site: &Site, request: &Parts, document: &Document, access: Access) -> Response {
    let file = StoredFile {
        path: site.state.media_folder.join(document.file_id.to_string()).join(FILE),
        etag: format!("\"{}\"", document.file_id),
        access,
        asked: Asked::Part,
        headers: headers(document),
    };
    stored_file::serve(site, request, file).await
}

fn headers(document: &Document) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(document.format.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition(&document.name)) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    if let Some(lang) = document.language.lang() {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang));
    }
    headers
}

/// Returns the header that makes browsers save the file, under its own name in every alphabet (RFC 6266).
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, ENCODED))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_is_told_in_every_alphabet() {
        assert_eq!(
            disposition("Årsrapport-2025.pdf"),
            "attachment; filename=\"_rsrapport-2025.pdf\"; filename*=UTF-8''%C3%85rsrapport-2025.pdf"
        );
    }
}
