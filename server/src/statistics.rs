//! `/admin/statistik.csv`: how often texts were read, as a file for a spreadsheet. Its page is in `app::admin`.

use app::admin::{StatisticsFile, statistics_file};
use app::staff::Role;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderValue, header};

use crate::pages::Site;
use crate::staff_route;

/// Serves the file to staff.
pub(crate) async fn file(State(site): State<Site>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    if let Err(response) = staff_route::admit(&site, &head, Role::Reviewer).await {
        return response;
    }
    match statistics_file(&site.state, head.uri.query().unwrap_or_default()).await {
        Ok(file) => download(file),
        Err(error) => site.error_pages.response_to(error),
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
