//! Slow clients and the shutdown, over real sockets.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::program::Running;

fn connect(server: &Running) -> TcpStream {
    let stream = TcpStream::connect(server.addr).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Reads until the server closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset ends the connection, too.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn slow_clients_are_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &[]);
    let start = Instant::now();
    let mut slow_head = connect(&server);
    slow_head.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    let mut idle = connect(&server);
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut slow_body = connect(&server);
    slow_body
        .write_all(b"POST /api/staff/log_in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nemail=")
        .unwrap();
    rest(&mut slow_head);
    assert!(rest(&mut idle).starts_with("HTTP/1.1 200"));
    let response = rest(&mut slow_body);
    assert!(response.starts_with("HTTP/1.1 408"), "{response}");
    let gone = start.elapsed();
    assert!(gone > Duration::from_secs(5) && gone < Duration::from_secs(15), "{gone:?}");
}

#[test]
fn requests_under_way_finish_before_the_shutdown() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path(), &[]);
    let mut idle = connect(&server);
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut busy = connect(&server);
    busy.write_all(
        b"POST /api/staff/log_in HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\
          Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 18\r\n\r\nemail=a",
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    server.terminate();
    std::thread::sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(server.addr).is_err(), "it takes nobody new");
    busy.write_all(b"&password=b").unwrap();
    let response = rest(&mut busy);
    assert!(response.starts_with("HTTP/1.1 302"), "{response}");
    assert!(server.ended(Duration::from_secs(5)).success());
    assert!(rest(&mut idle).starts_with("HTTP/1.1 200"));
    let database = folder.path().join("data/guldkorn.db");
    assert!(database.exists() && !database.with_extension("db-wal").exists(), "the log is folded in");
}

#[test]
fn a_head_that_is_half_sent_does_not_delay_the_shutdown() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path(), &[]);
    let mut half = connect(&server);
    half.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let start = Instant::now();
    server.terminate();
    assert!(server.ended(Duration::from_secs(12)).success());
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
}

#[test]
fn a_client_that_reads_nothing_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &[]);
    // More than the buffers of both ends hold.
    std::fs::write(folder.path().join("site/stor.bin"), vec![7; 64 * 1024 * 1024]).unwrap();
    let mut deaf = connect(&server);
    deaf.write_all(b"GET /stor.bin HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut slow = connect(&server);
    slow.write_all(b"GET /stor.bin HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    // Who reads a little now and then stays.
    let mut piece = vec![0; 4 * 1024 * 1024];
    for _ in 0..5 {
        slow.read_exact(&mut piece).unwrap();
        std::thread::sleep(Duration::from_secs(6));
    }
    let mut got = Vec::new();
    let cut = deaf.read_to_end(&mut got);
    assert!(cut.is_err() || got.len() < 64 * 1024 * 1024, "{} bytes", got.len());
    slow.read_exact(&mut piece).unwrap();
}

#[test]
fn a_request_that_two_readers_could_take_for_different_ones_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &[]);
    for head in [
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n",
        "GET / HTTP/1.1\r\nHost: a.example/b\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n",
        "GET / HTTP/1.1\r\nHost : a.example\r\n",
        "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        "POST / HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: gzip\r\n",
    ] {
        let mut stream = connect(&server);
        stream.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).unwrap();
        let response = rest(&mut stream);
        assert!(response.starts_with("HTTP/1.1 400"), "{head:?}: {response}");
    }
    // By RFC 9112, section 6.1: the length is ignored, and nothing after the body is taken for a request.
    let mut stream = connect(&server);
    stream
        .write_all(
            b"POST /api/staff/log_out HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n\
              0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
        )
        .unwrap();
    let response = rest(&mut stream);
    assert_eq!(response.matches("HTTP/1.1 ").count(), 1, "{response}");
}

#[test]
fn a_client_that_never_finishes_does_not_stop_the_shutdown() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path(), &[]);
    let mut stuck = connect(&server);
    stuck.write_all(b"POST /api/staff/log_in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let start = Instant::now();
    server.terminate();
    assert!(server.ended(Duration::from_secs(12)).success());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
