//! What the log says of requests.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::Value;

use crate::program::Running;

fn get(server: &Running, address: &str) {
    let mut stream = TcpStream::connect(server.addr).unwrap();
    write!(
        stream,
        "GET {address} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.7\r\nUser-Agent: Hemlig/1\r\n\
         Cookie: guldkorn=hemlig\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
}

#[test]
fn each_request_is_one_json_line_with_an_id_and_without_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path(), &["--log-format", "json"]);
    get(&server, "/sok?q=hemlig");
    get(&server, "/delad/hemlig");
    let log = server.into_log();
    let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).expect(line));
    let requests: Vec<_> = lines.filter(|line| line["message"] == "request").collect();
    assert_eq!(requests.len(), 2, "{log}");
    assert_eq!((&requests[0]["path"], &requests[1]["path"]), (&"/sok".into(), &"/delad/".into()));
    for request in &requests {
        assert_eq!(request["method"], "GET");
        assert!(request["status"].is_u64() && request["millis"].is_u64(), "{request}");
        assert!(request["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')), "{request}");
        assert_eq!(request["span"]["id"].as_str().map(str::len), Some(16), "{request}");
    }
    assert_ne!(requests[0]["span"]["id"], requests[1]["span"]["id"]);
    for word in ["hemlig", "Hemlig", "198.51.100"] {
        assert!(!log.contains(word), "{word} in {log}");
    }
}
