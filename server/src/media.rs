//! `/media/{id}/{variant}`: pictures, for the public while something public shows them, for staff always.

use app::media::PictureId;
use app::media::store::{Variant, any_variant, public_variant};
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::front::{While, mark};
use crate::pages::Site;
use crate::render::snapshot;
use crate::stored_file::{self, Access, Asked, StoredFile};

/// Media type of drawings.
const SVG: &str = "image/svg+xml";
/// The content security policy of a drawing that somebody sent. It was rebuilt without anything that runs or loads; should
/// that fail one day, it still can do neither, also when it is opened by itself. Its groups may have a style.
pub(crate) const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; sandbox";

/// Serves a picture. Returns the same 404 for what does not exist and for what is not public yet.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let state = &site.state;
    let now = snapshot(state);
    let Ok(id) = id.parse() else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    let found = async {
        let reader = state.db.reader();
        let public = public_variant(reader, id, &name, state.clock.now_millis()).await?;
        stored_file::find(state, &request, public, any_variant(reader, id, &name)).await
    };
    let (variant, access) = match found.await {
        Ok(Some(found)) => found,
        Ok(None) => return site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a picture could not be looked up");
            return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    let mut response = file(&site, &request, id, &variant, access).await;
    if let Access::Public { until } = access
        && now.millis < until
    {
        mark(&mut response, While::SameContent(now, until));
    }
    response
}

/// Serves the file of a picture to somebody who may see it.
pub(crate) async fn file(
    site: &Site,
    request: &Parts,
    id: PictureId,
    variant: &Variant,
    access: Access,
) -> Response {
    let file = StoredFile {
        path: site.state.media_folder.join(id.to_string()).join(&variant.name),
        etag: format!("\"{id}-{}\"", variant.name),
        access,
        asked: Asked::Since,
        headers: headers(variant, access),
    };
    stored_file::serve(site, request, file).await
}

fn headers(variant: &Variant, access: Access) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(media_type) = HeaderValue::from_str(&variant.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    if variant.media_type == SVG {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DRAWING_POLICY));
    }
    if let Access::Public { .. } = access {
        // As with the site's files: a sandboxed frame of this site counts as another origin.
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        headers.insert(policy, HeaderValue::from_static("cross-origin"));
    }
    headers
}
