//! Accepts connections and serves each with hyper. `axum::serve` limits neither their number nor slow clients.

mod activity;
mod connection;
mod strangers;
mod stream;

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use self::activity::Newcomers;
use self::connection::{Connection, LAST_HEAD_TIMEOUT};
use self::strangers::Strangers;
use crate::front::Front;

/// How long requests under way may go on after the server was asked to stop.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(8);
/// The most connections at the same time, where the machine allows as many open files.
const MAX_CONNECTIONS: u64 = 4096;
/// Open files that are not connections: database, pictures, style sheets.
const OTHER_FILES: u64 = 128;

/// Serves until `shutdown` resolves, then lets requests under way end.
pub(crate) async fn serve(listener: TcpListener, front: Front, shutdown: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let limit = connection_limit();
    let permits = Arc::new(Semaphore::new(limit));
    let strangers = Strangers::default();
    let newcomers = Newcomers::new();
    let (stop, stopping) = watch::channel(());
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            accepted = accept(&listener, &permits) => {
                // A network that has its share is refused at once: whoever waits would keep others waiting.
                let left = permits.available_permits();
                if let Some((stream, peer, permit)) = accepted
                    && let Ok(place) = strangers.admit(peer.ip(), left)
                {
                    let connection = Connection {
                        stream,
                        peer: peer.ip(),
                        stopping: stopping.clone(),
                        newcomer: newcomers.admit(),
                        is_scarce: left < limit / 2,
                    };
                    connection.spawn(front.clone(), &connections, (permit, place));
                }
            }
            () = &mut shutdown => break,
        }
    }
    drop(listener);
    // Those who have been let in are answered, if they ask at once.
    let _ = tokio::time::timeout(LAST_HEAD_TIMEOUT, newcomers.have_begun()).await;
    drop(stop);
    tracing::info!(connections = connections.count(), "stopping");
    if tokio::time::timeout(DRAIN_TIMEOUT, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

/// Accepts the next connection, once the limit allows one more.
async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = Arc::clone(permits).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, permit)),
        Err(error) => {
            // Usually too many open files: others must close first.
            tracing::warn!(%error, "cannot accept a connection");
            tokio::time::sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

/// Raises the limit of open files as far as the machine allows, and returns how many of them may be connections.
fn connection_limit() -> usize {
    let files = rlimit::increase_nofile_limit(MAX_CONNECTIONS + OTHER_FILES).unwrap_or(1024);
    let limit = files.saturating_sub(OTHER_FILES).clamp(16, MAX_CONNECTIONS);
    usize::try_from(limit).unwrap_or(16)
}
