//! `bare-hyper PORT BODY HEADERS` answers every request with the bytes of one file and the headers of another (`name: value`
//! lines): what the library alone can do, for `make bench`.

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() {
    let [port, body, headers] = std::env::args()
        .skip(1)
        .collect::<Vec<_>>()
        .try_into()
        .expect("three arguments: PORT BODY HEADERS");
    let body = Bytes::from(std::fs::read(body).expect("the file of the body"));
    let mut response = hyper::Response::new(Full::new(body));
    for line in std::fs::read_to_string(headers).expect("the file of the headers").lines() {
        let (name, value) = line.split_once(": ").expect("a header in each line");
        let name: http::HeaderName = name.parse().expect("a header's name");
        response.headers_mut().append(name, value.parse().expect("a header's value"));
    }
    let listener = TcpListener::bind(("127.0.0.1", port.parse().expect("a port"))).await.expect("a free port");
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        stream.set_nodelay(true).expect("a TCP connection");
        let response = response.clone();
        tokio::spawn(async move {
            let answer = service_fn(move |_| {
                let response = response.clone();
                async { Ok::<_, Infallible>(response) }
            });
            // A client that has gone is no matter of this program.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}
