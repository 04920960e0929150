//! What staff see in the frame of their preview.

use app::error::AppError;
use app::paths;
use app::preview::{Preview, PreviewAddress};
use app::staff::{Role, StaffId, guard};
use app::time::{at_home, from_millis, weekday_date_year_and_time};
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderValue, StatusCode, Uri, header};

use super::dress::{Dress, Links};
use super::{answer, for_nobody_else};
use crate::middleware::security_headers::POLICY_OF_LOOKING;
use crate::pages::{Site, asking_for};
use crate::render::{Rendered, render_once};

/// Answers GET and HEAD. Who may is asked before anything else.
pub(crate) async fn page(State(site): State<Site>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let mut response = match guard::require_of(&site.state, &head, Role::Reviewer).await {
        Ok(staff) => preview(&site, &head.uri, staff.id).await,
        Err(AppError::LogInFirst) => to(StatusCode::FOUND, paths::LOG_IN),
        Err(error) => Err(error),
    }
    .unwrap_or_else(|error| {
        site.plain.answer(StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    });
    for_nobody_else(response.headers_mut());
    response
}

async fn preview(site: &Site, asked: &Uri, staff: StaffId) -> Result<Response, AppError> {
    let address = PreviewAddress::parse(asked.path()).ok_or(AppError::NotFound)?;
    let preview = Preview::for_staff(&site.state, address.target, address.at, staff).await?;
    let path = address.page.as_deref().unwrap_or(preview.path());
    let wanted = match asked.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let rendered = match wanted.parse() {
        Ok(wanted) => render_once(preview.state(), asking_for(wanted)).await,
        Err(_) => Err(crate::render::RenderError::Missing),
    };
    preview.close().await;
    let rendered = rendered.map_err(|error| match error {
        crate::render::RenderError::Missing => AppError::NotFound,
        _ => AppError::Internal,
    })?;
    if let Some(way) = rendered.headers.get(header::LOCATION) {
        let way = way.to_str().ok().and_then(|way| address.resolve_link(way)).ok_or(AppError::NotFound)?;
        return to(rendered.status, &way);
    }
    dressed(&rendered, &address)
}

fn dressed(rendered: &Rendered, address: &PreviewAddress) -> Result<Response, AppError> {
    let at = at_home(from_millis(address.at));
    let banner = format!(
        "<b>Förhandsgranskning:</b> så ser det ut {}. Bara du och redaktionen ser den. Formulär och länkar till andra \
         webbplatser är avstängda här.",
        weekday_date_year_and_time(at.date(), at.time())
    );
    let page = Dress { label: "Förhandsgranskning", banner: &banner, links: Links::Within(address) }
        .put_on(&rendered.bytes)?;
    // Opened by itself, it is as powerless as in its frame.
    let policy =
        format!("{POLICY_OF_LOOKING}; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin");
    Ok(answer(rendered, page, &policy))
}

fn to(status: StatusCode, way: &str) -> Result<Response, AppError> {
    let mut response = Response::default();
    *response.status_mut() = status;
    let way = HeaderValue::from_str(way).map_err(|_| AppError::Internal)?;
    response.headers_mut().insert(header::LOCATION, way);
    Ok(response)
}
