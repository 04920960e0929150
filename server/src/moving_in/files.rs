//! The route that receives files.

use std::time::Duration;

use app::admin::{MoveInField, leave_refusal};
use app::error::AppError;
use app::ids::MoveInId;
use app::moving_in::{self, RunKind};
use app::paths;
use app::staff::{Role, Staff};
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, post};
use http::request::Parts;
use http_body_util::Limited;

use super::form::{self, Received};
use super::incoming::IncomingFile;
use super::refusal::{Refusal, most_bytes};
use super::run;
use crate::pages::{self, Site};
use crate::staff_route;

/// A longer body is cut off. It has room for files that are too large, which are read and dropped.
const MOST_BYTES: u64 = most_bytes(MoveInField::File) + most_bytes(MoveInField::Media) + 500_000_000;
/// How long a client may take to send everything.
const TIMEOUT: Duration = Duration::from_hours(1);

/// Returns the handler of the route. Its page is one of the staff's.
pub(crate) fn route() -> MethodRouter<Site> {
    post(receive).fallback(pages::page).layer(DefaultBodyLimit::disable())
}

/// Receives files. The sender's role is checked before the first byte of the body is read. Once begun it is done to the end,
/// also when the sender has left: what came half is then removed.
async fn receive(State(site): State<Site>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let staff = match staff_route::admit(&site, &head, Role::Admin).await {
        Ok(staff) => staff,
        Err(response) => return response,
    };
    let receiving = {
        let (site, head) = (site.clone(), head.clone());
        tokio::spawn(async move { take_in(&site, &staff, head, body).await })
    };
    let outcome = receiving.await.unwrap_or_else(|error| {
        tracing::error!(%error, "receiving the files of an import was aborted");
        Err(AppError::Internal)
    });
    outcome.unwrap_or_else(|error| site.error_pages.response_to(error))
}

async fn take_in(site: &Site, staff: &Staff, head: Parts, body: Body) -> Result<Response, AppError> {
    let state = &site.state;
    let mut received = Received::default();
    let length = usize::try_from(MOST_BYTES).unwrap_or(usize::MAX);
    let request = Request::from_parts(head.clone(), Body::new(Limited::new(body, length)));
    let reading = tokio::time::timeout(TIMEOUT, form::read(state, request, &mut received)).await;
    let (id, replaces) = (received.id, received.replaces);
    let stored = match reading.unwrap_or(Err(Refusal::Slow)) {
        Ok(()) => store(site, received).await,
        Err(refusal) => {
            drop(received);
            Err(refusal)
        }
    };
    match stored {
        Ok(id) => {
            if let Some((begun, progress)) = moving_in::begin_run(state, id, RunKind::DryRun, None).await? {
                run::start(state, staff, begun, progress);
            }
            Ok(Redirect::to(&paths::move_in(id)).into_response())
        }
        Err(refusal) => {
            if let Some(id) = id {
                moving_in::cancel_receiving(state, id).await?;
            }
            let page = replaces.map_or_else(|| paths::MOVE_IN.to_owned(), paths::move_in);
            let headers = leave_refusal(state, &head, refusal.field(), &refusal.to_string()).await?;
            Ok((headers, Redirect::to(&page)).into_response())
        }
    }
}

/// Puts the files in their places and records them.
async fn store(site: &Site, received: Received) -> Result<MoveInId, Refusal> {
    let Received { id, replaces, file, media } = received;
    let id = id.ok_or(Refusal::NoFile)?;
    if file.is_none() && replaces.is_none() {
        return Err(Refusal::NoFile);
    }
    let [file_name, media_name] = [&file, &media].map(|file| file.as_ref().map(|file| file.name.clone()));
    let kept = tokio::task::spawn_blocking(move || {
        [file, media].into_iter().flatten().try_for_each(IncomingFile::keep)
    });
    kept.await.unwrap_or_else(|error| Err(error.into()))?;
    moving_in::received(&site.state, id, file_name.as_deref(), media_name.as_deref()).await?;
    Ok(id)
}
