//! `/admin/statistik.csv`: how often texts were read, as a file for a spreadsheet. Its page is in `app::admin`.

use app::admin::{StatisticsFile, statistics_file};
use app::error::AppError;
use app::paths;
use app::staff::{Role, guard};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use http::{HeaderValue, StatusCode, header};

use crate::pages::Site;

/// Serves the file to staff.
pub(crate) async fn file(State(site): State<Site>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let file = async {
        guard::authorize(&site.state, &head, Role::Reviewer).await?;
        statistics_file(&site.state, head.uri.query().unwrap_or_default()).await
    };
    match file.await {
        Ok(file) => download(file),
        Err(AppError::LogInFirst) => Redirect::to(paths::LOG_IN).into_response(),
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            site.error_pages.response(status)
        }
    }
}

fn download(StatisticsFile { name, content }: StatisticsFile) -> Response {
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
