//! Whether the proxy in front of the server says what it must.
//!
//! A proxy that ends TLS and says nothing of it makes cookies that are not `Secure`, no HSTS and refused forms, and
//! nobody notices: the pages look right. The dashboard is the first page that an owner sees through the proxy.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::AppError;
use crate::site;
use crate::staff::request_context::RequestContext;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// Whether the log has said it already.
#[derive(Debug, Clone, Default)]
struct IsLogged(Arc<AtomicBool>);

/// Returns what the proxy leaves out, as sentences for an admin; nothing for others, who cannot change it. The first
/// time the log says it, too.
pub(super) async fn missing_headers(state: &AppState, staff: &Staff) -> Result<Vec<String>, AppError> {
    if staff.role < Role::Admin {
        return Ok(Vec::new());
    }
    let address = site::address(state).await?;
    let missing = missing(&RequestContext::current()?, &address);
    if !missing.is_empty() && !state.extensions.get::<IsLogged>().0.swap(true, Ordering::Relaxed) {
        tracing::warn!("Webbplatsens adress är {address}, men proxyn: {}", missing.join(" "));
    }
    Ok(missing)
}

fn missing(request: &RequestContext, address: &str) -> Vec<String> {
    let Some(host) = address.strip_prefix("https://") else { return Vec::new() };
    let asked = request.header("host").unwrap_or_default();
    let is_behind_tls = request.header("x-forwarded-proto") == Some("https");
    [
        (!is_behind_tls).then(|| "Rubriken X-Forwarded-Proto: https saknas.".to_owned()),
        (asked != host).then(|| format!("Rubriken Host är {asked} i stället för {host}.")),
        (!request.has_known_network()).then(|| "Rubriken X-Forwarded-For saknas.".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
