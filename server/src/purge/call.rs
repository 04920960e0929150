//! One HTTP request to a cache: a connection of its own, no redirect followed, nothing read of the answer but its status.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::{Either, select};
use http::{HeaderValue, Request, StatusCode, header};
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::target::{Target, TargetError};

/// How long a cache may take to answer.
const TIMEOUT: Duration = Duration::from_secs(3);
const USER_AGENT: HeaderValue = HeaderValue::from_static(concat!("guldkorn/", env!("CARGO_PKG_VERSION")));

/// Why a cache is not known to have forgotten anything, as a clause after its name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum CallError {
    #[error("går inte att nå ({0})")]
    Unreachable(String),
    #[error("svarar inte inom tre sekunder")]
    Slow,
    #[error("svarade inte som en webbserver ({0})")]
    Broken(String),
    #[error("svarade {0}")]
    Refused(StatusCode),
}

/// How a target is recognised that is reached over TLS.
#[derive(Clone)]
pub(super) struct Tls {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("tls")
    }
}

/// Returns how a host is recognised: by the certificates that the machine trusts, as with mail servers. `None` when it has no
/// name that a certificate could have.
pub(super) fn tls(host: &str) -> Result<Option<Tls>, TargetError> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        let why = found.errors.first().map_or_else(|| "det finns inga".to_owned(), ToString::to_string);
        return Err(TargetError::Certificates(why));
    }
    let name = host.trim_matches(['[', ']']).to_owned();
    let Ok(name) = ServerName::try_from(name) else { return Ok(None) };
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Ok(Some(Tls { connector: TlsConnector::from(Arc::new(config)), name }))
}

/// Sends a request to a target, and returns when it has answered that it has done as it was told.
pub(super) async fn call(target: &Target, mut request: Request<Full<Bytes>>) -> Result<(), CallError> {
    let headers = request.headers_mut();
    if let Ok(host) = HeaderValue::from_str(target.name()) {
        headers.insert(header::HOST, host);
    }
    headers.insert(header::USER_AGENT, USER_AGENT);
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    let status = tokio::time::timeout(TIMEOUT, ask(target, request)).await.unwrap_or(Err(CallError::Slow))?;
    if status.is_success() { Ok(()) } else { Err(CallError::Refused(status)) }
}

async fn ask(target: &Target, request: Request<Full<Bytes>>) -> Result<StatusCode, CallError> {
    let unreachable = |error: std::io::Error| CallError::Unreachable(error.to_string());
    let stream = TcpStream::connect((&*target.host, target.port)).await.map_err(unreachable)?;
    match &target.tls {
        None => exchange(stream, request).await,
        Some(Tls { connector, name }) => {
            let stream = connector.connect(name.clone(), stream).await.map_err(unreachable)?;
            exchange(stream, request).await
        }
    }
}

async fn exchange<S>(stream: S, request: Request<Full<Bytes>>) -> Result<StatusCode, CallError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let broken = |error: hyper::Error| CallError::Broken(error.to_string());
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let answer = pin!(sender.send_request(request));
    // The connection may end in the same moment in which it has brought the answer.
    let answer = match select(answer, pin!(connection)).await {
        Either::Left((answer, _)) => answer,
        Either::Right((_, answer)) => answer.await,
    };
    answer.map(|answer| answer.status()).map_err(broken)
}
