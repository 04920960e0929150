//! `/healthz`: whether the process answers. `/readyz`: whether the site can do its work.

use std::sync::Arc;
use std::time::Duration;

use app::maintenance::Damage;
use app::paths;
use app::state::AppState;
use app::time::UnixMillis;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sqlx::Connection as _;
use tokio::sync::Mutex;

use crate::pages::anonymous_request;
use crate::render::render;

const TIMEOUT: Duration = Duration::from_secs(2);
/// How long an answer about readiness holds, in milliseconds: anybody may ask, and each look writes to the disk.
const PERIOD: i64 = 5_000;

/// Returns 200 if the process and its database answer, otherwise 503.
pub(crate) async fn health(State(state): State<AppState>) -> Response {
    let ping = async { state.db.reader().acquire().await?.ping().await };
    match tokio::time::timeout(TIMEOUT, ping).await {
        Ok(Ok(())) => concat!("ok ", env!("CARGO_PKG_VERSION")).into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "databasen svarar inte").into_response(),
    }
}

/// What the last look found, and when.
#[derive(Debug, Clone, Default)]
struct LastLook(Arc<Mutex<Option<Look>>>);

type Look = (UnixMillis, Result<(), &'static str>);

/// Returns 200 if pages can be rendered and something can be written, otherwise 503 and what is wrong.
pub(crate) async fn readiness(State(state): State<AppState>) -> Response {
    let last = state.extensions.get::<LastLook>();
    let mut last = last.0.lock().await;
    let now = state.clock.now_millis();
    let found = match *last {
        Some((at, found)) if (0..PERIOD).contains(&(now - at)) => found,
        _ => {
            let found = look(&state).await;
            *last = Some((now, found));
            found
        }
    };
    match found {
        Ok(()) => "ok".into_response(),
        Err(reason) => (StatusCode::SERVICE_UNAVAILABLE, reason).into_response(),
    }
}

async fn look(state: &AppState) -> Result<(), &'static str> {
    // Past every cache: a page may be in memory long after the database is broken.
    let page = tokio::time::timeout(TIMEOUT, render(state.clone(), start_page())).await;
    if !page.is_ok_and(|page| page.is_ok_and(|page| page.status == StatusCode::OK)) {
        return Err("sidorna kan inte visas: läs loggen");
    }
    // Each picture is a file that has to be opened.
    if let Err(error) = tokio::fs::read_dir(&*state.media_folder).await {
        tracing::error!(%error, "the media folder cannot be opened");
        return Err("bilderna kan inte läsas: kontrollera mappen media och gränsen för öppna filer");
    }
    if state.extensions.get::<Damage>().was_found() {
        return Err("databasen är skadad: kör guldkorn check");
    }
    match tokio::time::timeout(TIMEOUT, state.db.probe()).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            tracing::error!(%error, "nothing can be written");
            Err("det går inte att spara: kontrollera att disken inte är full")
        }
        Err(_) => Err("det går inte att spara: databasen är upptagen"),
    }
}

fn start_page() -> axum::extract::Request {
    anonymous_request(http::Uri::from_static(paths::START))
}
