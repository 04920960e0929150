//! More than the site can do is refused at once, by the router and by the front in the same way.

use app::db::Db;
use app::time::Clock;
use http::{HeaderMap, Request};
use tempfile::TempDir;

use super::*;
use crate::admission::Lane;

async fn empty_site() -> (TempDir, Front) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
    let clock = Clock::fixed("2026-12-07T08:00:00.5+01:00".parse().unwrap());
    let state = AppState::offline(db, clock, folder.path());
    let front = Front::new(state, &SiteFiles::folder(folder.path()), MetricsToken::default());
    (folder, front)
}

/// What one request gets.
async fn ask(front: &Front, address: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Bytes) {
    let request = Request::get(address).header("host", "guldkorn.example");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let (head, body) = front.respond(request.body(Body::empty()).unwrap()).await.into_parts();
    (head.status, head.headers, axum::body::to_bytes(body, usize::MAX).await.unwrap())
}

fn is_refused_by_the_front(front: &Front, address: &str) -> bool {
    let request = Request::get(address).header("host", "guldkorn.example").body(()).unwrap();
    let Inner { site, refusals, .. } = &*front.0;
    refusals.again(site, &request, false, snapshot(&site.state)).is_some()
}

#[tokio::test]
async fn a_refusal_is_the_same_with_and_without_the_router() {
    let (_folder, front) = empty_site().await;
    let full = front.0.site.admission.fill(Lane::Other);
    let _clients = front.0.site.admission.fill(Lane::Client);
    for tls in [&[][..], &[("x-forwarded-proto", "https")]] {
        for address in ["/sok?q=mod", "/api/calendar/board?slug=2026"] {
            // A cookie of nobody leads past what is given again.
            let routed = ask(&front, address, &[tls, &[("cookie", "annat=1")]].concat()).await;
            ask(&front, address, tls).await;
            let again = ask(&front, address, tls).await;
            assert_eq!(again, routed, "{address} {tls:?}");
            assert!(is_refused_by_the_front(&front, address), "{address}");
            assert_eq!(
                (again.0, &again.1["retry-after"]),
                (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
            );
            assert!(
                again.1.contains_key("content-security-policy") && again.1.contains_key("referrer-policy")
            );
            assert!(str::from_utf8(&again.2).unwrap().contains("Vi hinner inte svara just nu"));
        }
    }
    drop(full);
    assert!(!is_refused_by_the_front(&front, "/sok?q=mod"));
    assert_eq!(ask(&front, "/sok?q=mod", &[]).await.0, StatusCode::OK, "well again");
}
