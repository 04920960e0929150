//! Takes connections and gives each to hyper. `axum::serve` has no limits in time or number, so it is not used.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use app::staff::network::Peer;
use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt as _;

/// How long a client may take for the head of a request; also how long an idle connection is kept.
const HEAD_LIMIT: Duration = Duration::from_secs(10);
/// The longest head of a request, in bytes.
const HEAD_BYTES: usize = 32 * 1024;
/// How long requests under way may go on after the server was asked to stop.
const DRAIN_LIMIT: Duration = Duration::from_secs(8);
/// Connections at the same time, where the machine allows as many open files.
const CONNECTIONS: u64 = 4096;
/// Open files that are not connections: database, pictures, style sheets.
const OTHER_FILES: u64 = 128;

/// Serves until `stop` comes, then lets requests under way end.
pub(crate) async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(places()));
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            taken = take(&listener, &places) => {
                if let Some((stream, peer, place)) = taken {
                    converse(stream, peer, place, router.clone(), &open);
                }
            }
            () = &mut stop => break,
        }
    }
    drop(listener);
    tracing::info!(connections = open.count(), "stopping");
    if tokio::time::timeout(DRAIN_LIMIT, open.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

/// The next connection, once there is a place for it.
async fn take(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, Peer, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, Peer(peer.ip()), place)),
        Err(error) => {
            // Usually too many open files: others must close first.
            tracing::warn!(%error, "cannot take a connection");
            tokio::time::sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

fn converse(
    stream: TcpStream,
    peer: Peer,
    place: OwnedSemaphorePermit,
    router: Router,
    open: &GracefulShutdown,
) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection without nodelay");
    }
    let router = router.map_request(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        request
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_LIMIT)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let connection = open.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection broke");
        }
        drop(place);
    });
}

fn places() -> usize {
    let files = rlimit::increase_nofile_limit(CONNECTIONS + OTHER_FILES).unwrap_or(1024);
    let places = files.saturating_sub(OTHER_FILES).clamp(16, CONNECTIONS);
    usize::try_from(places).unwrap_or(16)
}
