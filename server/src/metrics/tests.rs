use std::net::IpAddr;

use app::staff::network::Peer;
use http::Request;

use super::MetricsToken;
use super::access::is_allowed;

fn allowed(peer: &str, headers: &[(&str, &str)], token: Option<&str>) -> bool {
    let request =
        headers.iter().fold(Request::builder(), |request, (name, value)| request.header(*name, *value));
    let (mut head, ()) = request.body(()).unwrap().into_parts();
    head.extensions.insert(Peer(peer.parse::<IpAddr>().unwrap()));
    is_allowed(&head, &MetricsToken::new(token))
}

#[test]
fn without_a_token_only_this_machine_sees_the_numbers() {
    for (peer, host) in
        [("127.0.0.1", "127.0.0.1:3000"), ("::1", "[::1]:3000"), ("::ffff:127.0.0.1", "localhost:3000")]
    {
        assert!(allowed(peer, &[("host", host)], None), "{peer} {host}");
    }
    for peer in ["192.0.2.7", "10.0.0.4", "2001:db8::1"] {
        assert!(!allowed(peer, &[("host", "127.0.0.1:3000")], None), "{peer}");
    }
}

#[test]
fn what_a_proxy_on_this_machine_passes_on_is_not_this_machine() {
    for name in ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]
    {
        assert!(!allowed("127.0.0.1", &[("host", "127.0.0.1:3000"), (name, "x")], None), "{name}");
    }
    for host in ["mia.example", "127.0.0.1.example", "10.0.0.4:3000", ""] {
        assert!(!allowed("127.0.0.1", &[("host", host)], None), "{host}");
    }
    assert!(!allowed("127.0.0.1", &[], None));
}

#[test]
fn with_a_token_only_whoever_shows_it_sees_the_numbers() {
    let token = Some("hemligt ord");
    let shown = |value| [("host", "mia.example"), ("x-forwarded-for", "192.0.2.7"), ("authorization", value)];
    assert!(allowed("127.0.0.1", &shown("Bearer hemligt ord"), token));
    assert!(allowed("192.0.2.7", &shown("bearer hemligt ord"), token));
    for value in ["Bearer", "Bearer ", "Bearer hemligt", "Basic hemligt ord", "hemligt ord"] {
        assert!(!allowed("127.0.0.1", &shown(value), token), "{value}");
    }
    assert!(!allowed("127.0.0.1", &[("host", "127.0.0.1:3000")], token), "also from this machine");
    assert!(allowed("127.0.0.1", &[("host", "127.0.0.1:3000")], Some(" ")), "an empty one is none");
}
