//! How much memory the process takes and gives back. Measured where the system tells (Linux).
#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::program::Running;

/// Returns the resident memory of a server, in megabytes.
fn megabytes(server: &Running) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn log_in(server: &Running, email: &str) {
    let body = format!("email={email}&password=fel");
    let mut stream = TcpStream::connect(server.addr).unwrap();
    write!(
        stream,
        "POST /api/staff/log_in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    assert!(response.starts_with("HTTP/1.1 302"), "{response}");
}

#[test]
fn the_memory_of_password_hashes_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &[]);
    log_in(&server, "");
    let rest = megabytes(&server);
    for number in 0..12 {
        log_in(&server, &format!("a{number}%40exempel.se"));
    }
    let limit = Instant::now() + Duration::from_secs(10);
    while megabytes(&server) > rest + 40 {
        assert!(Instant::now() < limit, "{} MB at rest, {} after twelve log-ins", rest, megabytes(&server));
        std::thread::sleep(Duration::from_millis(100));
    }
}
