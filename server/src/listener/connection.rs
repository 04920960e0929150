//! Serves one connection.

use std::convert::Infallible;
use std::net::IpAddr;
use std::time::Duration;

use app::staff::network::Peer;
use axum::body::Body;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::activity::{Activity, Newcomer};
use super::stream::ClientStream;
use crate::front::Front;
use crate::held_body::HeldBody;

/// How long a client may take to send the head of a request; also how long a connection may be idle.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// The same where few connections are left: then those who say nothing make room for those who ask.
const SHORT_HEAD_TIMEOUT: Duration = Duration::from_secs(3);
/// The longest head of a request, in bytes.
const MAX_HEAD_BYTES: usize = 32 * 1024;
/// How long the head of a request may still take to come when the server stops.
pub(super) const LAST_HEAD_TIMEOUT: Duration = Duration::from_millis(500);

/// An accepted connection.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) peer: IpAddr,
    /// Closed when the server stops.
    pub(super) stopping: watch::Receiver<()>,
    /// Held until its first request has come.
    pub(super) newcomer: Newcomer,
    /// Whether few connections are left.
    pub(super) is_scarce: bool,
}

impl Connection {
    /// Serves the connection in a task of its own, and holds `permits` until it has ended.
    pub(super) fn spawn<P: Send + 'static>(self, front: Front, connections: &GracefulShutdown, permits: P) {
        let Self { stream, peer, stopping, newcomer, is_scarce } = self;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection without nodelay");
        }
        let activity = Activity::new(newcomer);
        let service = {
            let activity = activity.clone();
            service_fn(move |request: hyper::Request<Incoming>| {
                let (front, under_way) = (front.clone(), activity.begin());
                async move {
                    let response = match front.repeat(&request) {
                        Some(response) => response.map(|body| Either::Left(Full::new(body))),
                        None => {
                            let mut request = request.map(Body::new);
                            request.extensions_mut().insert(Peer(peer));
                            front.ask_router(request).await.map(Either::Right)
                        }
                    };
                    Ok::<_, Infallible>(response.map(|body| HeldBody::new(body, under_way)))
                }
            })
        };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(if is_scarce { SHORT_HEAD_TIMEOUT } else { HEAD_TIMEOUT })
            .max_buf_size(MAX_HEAD_BYTES)
            .serve_connection(TokioIo::new(ClientStream::new(stream, activity.clone())), service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            tokio::select! {
                result = connection => if let Err(error) = result {
                    tracing::debug!(%error, "a connection broke");
                },
                () = until_nothing_comes(stopping, &activity) => {}
            }
            drop(permits);
        });
    }
}

/// Waits until the server stops and the connection is not answering anything: then hyper waits for the rest of a head,
/// which belongs to no request yet.
async fn until_nothing_comes(mut stopping: watch::Receiver<()>, activity: &Activity) {
    while stopping.changed().await.is_ok() {}
    loop {
        tokio::time::sleep(LAST_HEAD_TIMEOUT).await;
        if !activity.is_busy() {
            return;
        }
    }
}
