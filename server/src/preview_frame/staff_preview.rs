//! The page inside the frame of a preview, for staff.

use app::error::AppError;
use app::paths;
use app::preview::{Preview, PreviewAddress};
use app::staff::{Role, StaffId, guard};
use app::time::{at_home, from_millis, weekday_date_year_and_time};
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderValue, StatusCode, Uri, header};

use super::rewrite::{Links, Rewrite};
use super::{STAFFS_TURNS, respond, set_private};
use crate::middleware::security_headers::SCRIPTLESS_POLICY;
use crate::pages::{Site, anonymous_request};
use crate::render::{RenderError, RenderedPage, render};

/// Serves GET and HEAD. The role is checked before anything else.
pub(crate) async fn page(State(site): State<Site>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let mut response = match guard::authorize(&site.state, &head, Role::Reviewer).await {
        Ok(staff) => preview(&site, &head.uri, staff.id).await,
        Err(AppError::LogInFirst) => redirect(StatusCode::FOUND, paths::LOG_IN),
        Err(error) => Err(error),
    }
    .unwrap_or_else(|error| site.error_pages.response_to(error));
    set_private(response.headers_mut());
    response
}

async fn preview(site: &Site, request: &Uri, staff: StaffId) -> Result<Response, AppError> {
    let address = PreviewAddress::parse(request.path()).ok_or(AppError::NotFound)?;
    let _turn = STAFFS_TURNS.next().await?;
    let preview = Preview::for_staff(&site.state, address.target, address.at, staff).await?;
    let path = address.page.as_deref().unwrap_or(preview.path());
    let shown = match request.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let rendered = match shown.parse() {
        Ok(shown) => render(preview.state(), anonymous_request(shown)).await,
        Err(_) => Err(RenderError::Missing),
    };
    preview.close().await;
    let rendered = rendered.map_err(|error| match error {
        RenderError::Missing => AppError::NotFound,
        _ => AppError::Internal,
    })?;
    if let Some(location) = rendered.headers.get(header::LOCATION) {
        let location =
            location.to_str().ok().and_then(|link| address.resolve_link(link)).ok_or(AppError::NotFound)?;
        return redirect(rendered.status, &location);
    }
    rewritten(&rendered, &address)
}

fn rewritten(rendered: &RenderedPage, address: &PreviewAddress) -> Result<Response, AppError> {
    let at = at_home(from_millis(address.at));
    let banner = format!(
        "<b>Förhandsgranskning:</b> så ser det ut {}. Bara du och redaktionen ser den. Formulär och länkar till andra \
         webbplatser är avstängda här.",
        weekday_date_year_and_time(at.date(), at.time())
    );
    let page = Rewrite {
        label: "Förhandsgranskning",
        banner: &banner,
        after: "",
        style: "",
        links: Links::Within(address),
    }
    .apply(&rendered.body)?;
    // The sandbox holds for a page opened outside its frame, too.
    let policy =
        format!("{SCRIPTLESS_POLICY}; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin");
    Ok(respond(rendered.status, page, &policy))
}

fn redirect(status: StatusCode, location: &str) -> Result<Response, AppError> {
    let mut response = Response::default();
    *response.status_mut() = status;
    let location = HeaderValue::from_str(location).map_err(|_| AppError::Internal)?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}
