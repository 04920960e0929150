//! The buttons of an import's page, and its report as a text file.

use app::error::AppError;
use app::ids::MoveInId;
use app::moving_in::{self, MoveInChoices, RunKind, Running};
use app::paths;
use app::staff::{Role, Staff};
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, get};
use http::{HeaderValue, StatusCode, header};

use super::run;
use crate::pages::Site;
use crate::staff_route;

/// The name of the report, as the last part of its address.
const REPORT: &str = "rapport.txt";
/// More than the form has. The common limit is smaller than any file.
const MOST_BYTES: usize = 64 * 1024;

/// Returns the handlers of the route.
pub(crate) fn route() -> MethodRouter<Site> {
    get(report).post(act)
}

/// Does what a button says and leads back to the page, which shows where the import is now.
async fn act(
    State(site): State<Site>,
    Path((id, act)): Path<(MoveInId, String)>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let staff = match staff_route::admit(&site, &head, Role::Admin).await {
        Ok(staff) => staff,
        Err(response) => return response,
    };
    let Ok(form) = to_bytes(body, MOST_BYTES).await else {
        return site.error_pages.response(StatusCode::BAD_REQUEST);
    };
    match do_act(&site, &staff, id, &act, &form).await {
        Ok(page) => Redirect::to(&page).into_response(),
        Err(error) => site.error_pages.response_to(error),
    }
}

async fn do_act(
    site: &Site,
    staff: &Staff,
    id: MoveInId,
    act: &str,
    form: &[u8],
) -> Result<String, AppError> {
    let state = &site.state;
    let kind = match act {
        "provkor" => RunKind::DryRun,
        "flytta" => RunKind::Import,
        "stoppa" => {
            if let Some(progress) = state.extensions.get::<Running>().progress(id) {
                progress.stop();
            }
            return Ok(paths::move_in(id));
        }
        "avsluta" => {
            moving_in::discard(state, id).await?;
            return Ok(paths::MOVE_IN.to_owned());
        }
        _ => return Err(AppError::NotFound),
    };
    let choices = MoveInChoices::parse(form).filter(|_| kind == RunKind::DryRun);
    if let Some((begun, progress)) = moving_in::begin_run(state, id, kind, choices.as_ref()).await? {
        run::start(state, staff, begun, progress);
    }
    let is_there = moving_in::find(state.db.reader(), id).await?.is_some();
    Ok(if is_there { paths::move_in(id) } else { paths::MOVE_IN.to_owned() })
}

/// Serves the report as a text file.
async fn report(
    State(site): State<Site>,
    Path((id, name)): Path<(MoveInId, String)>,
    request: Request,
) -> Response {
    let (head, _) = request.into_parts();
    if let Err(response) = staff_route::admit(&site, &head, Role::Admin).await {
        return response;
    }
    let text = match moving_in::find(site.state.db.reader(), id).await {
        Ok(found) => found.filter(|_| name == REPORT).and_then(|found| found.report_text()),
        Err(error) => return site.error_pages.response_to(error.into()),
    };
    let Some(text) = text else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    let mut response = Response::new(Body::from(text));
    for (name, value) in [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rapport.txt\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
