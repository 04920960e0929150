//! Importing beside a running server.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::program::{PATIENCE, Running, run};

/// Returns the head and body of a response.
fn get(addr: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(addr).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n").unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    String::from_utf8_lossy(&response).into_owned()
}

/// Waits until a page holds some words.
fn wait_for(addr: SocketAddr, path: &str, words: &str) -> String {
    let start = Instant::now();
    loop {
        let response = get(addr, path);
        if response.contains(words) || start.elapsed() > PATIENCE {
            assert!(response.contains(words), "{words:?} in {response}");
            return response;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_running_server_shows_what_is_imported_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &[]);
    let texts = folder.path().join("texter");
    fs::create_dir(&texts).unwrap();
    let text =
        "---\ntitle: Rubriken som kom\ndate: 2020-05-01\naliases: [/gammalt/namn, '/?p=7']\n---\nText.";
    fs::write(texts.join("ett.md"), text).unwrap();
    // Both are cached from here on.
    assert!(!get(server.addr, "/blogg").contains("Rubriken som kom"));
    assert!(get(server.addr, "/?p=7").starts_with("HTTP/1.1 200"));

    let data = folder.path().join("data");
    let output = run(&["import", "--data", data.to_str().unwrap(), texts.to_str().unwrap()], "");
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(
        report.ends_with("Klart: allt kom med.\n"),
        "{report}{}",
        String::from_utf8_lossy(&output.stderr)
    );

    wait_for(server.addr, "/blogg", "Rubriken som kom");
    for old in ["/gammalt/namn/", "/gammalt/namn?utm=x", "/?p=7", "/?utm=x&p=7"] {
        let response = wait_for(server.addr, old, "HTTP/1.1 30");
        let location =
            if old.ends_with('/') { "location: /gammalt/namn\r\n" } else { "location: /inlagg/ett\r\n" };
        assert!(response.contains(location), "{old}: {response}");
    }
}
