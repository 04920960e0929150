//! What is given again in front of the router is what the router would give.

use axum::body::Body;
use http::{Request, StatusCode};

use crate::conditional::picture;
use crate::test_app::TestApp;

/// A second before the door of the 8th opens.
const BEFORE: &str = "2026-12-07T23:59:59+01:00";
const AT: &str = "2026-12-07T08:00:00+01:00";
const LATER: &str = "2026-12-07T08:00:05+01:00";

/// One address of each kind of response that is the same for everybody.
const ADDRESSES: [&str; 26] = [
    "/",
    "/blogg",
    "/blogg?sida=2",
    "/blogg/2026",
    "/blogg?utm_source=brev",
    "/kalender/2026",
    "/kalender/2026?vy=lista",
    "/kalender/2026/lucka/7",
    "/kalender/2026/lucka/12",
    "/kalender/2026/las",
    "/roster",
    "/om",
    "/tillganglighet",
    "/tillganglighet/svar",
    "/saker-surf",
    "/feed.xml",
    "/kalender/2026.ics",
    "/sitemap.xml",
    "/manifest.webmanifest",
    "/eu-emblem.svg",
    "/farger/nu.css",
    "/favicon.svg",
    "/icon-192.png",
    "/fonts/fraunces.woff2",
    "/scener/stad.svg",
    "/pkg/guldkorn.Ab3.css",
];

/// Leads past what is given again, and changes nothing else: nobody has such a session.
const PAST: (&str, &str) = ("cookie", "annat=1");

type Headers<'a> = Vec<(&'a str, &'a str)>;

/// Conditions of every kind for a file with this tag and date, and whether the router need not be asked about them.
fn conditions(etag: &str, date: &str) -> Vec<(Vec<(&'static str, String)>, bool)> {
    let tag = |value: String| vec![("if-none-match", value)];
    let since = |date: &str| vec![("if-modified-since", date.to_owned())];
    vec![
        (tag(etag.to_owned()), true),
        (tag(format!("\"annan\", W/{etag}")), true),
        (tag("*".to_owned()), true),
        (tag("\"annan\"".to_owned()), true),
        (since(date), true),
        ([tag("\"annan\"".to_owned()), since(date)].concat(), true),
        ([tag(etag.to_owned()), since("Thu, 01 Jan 1970 00:00:00 GMT")].concat(), true),
        (since("Thu, 01 Jan 1970 00:00:00 GMT"), false),
        (since("Sat, 01 Jan 2028 00:00:00 GMT"), false),
        (since("i går"), false),
        (vec![("if-unmodified-since", "Thu, 01 Jan 1970 00:00:00 GMT".to_owned())], false),
        (vec![("if-unmodified-since", date.to_owned())], false),
        (vec![("range", "bytes=0-1".to_owned())], false),
        ([vec![("range", "bytes=0-1".to_owned())], tag(etag.to_owned())].concat(), false),
    ]
}

fn is_given_again(app: &TestApp, address: &str, headers: &[(&str, &str)]) -> bool {
    let request = Request::get(address).header("host", "guldkorn.example");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    app.front.repeat(&request.body(Body::empty()).unwrap()).is_some()
}

#[tokio::test]
async fn a_response_that_is_given_again_is_the_routers() {
    let app = TestApp::demo(AT).await;
    let picture = picture(&app).await;
    let addresses: Vec<_> = ADDRESSES.into_iter().chain([&*picture]).collect();
    for address in &addresses {
        app.get(address).await;
    }
    app.set_clock(LATER);
    let ways: [Headers<'_>; 5] = [
        vec![],
        vec![("accept-encoding", "gzip, br")],
        vec![("accept-encoding", "gzip")],
        vec![("x-forwarded-proto", "https"), ("x-forwarded-for", "192.0.2.1")],
        vec![("x-forwarded-host", "guldkorn.example"), ("accept-encoding", "br")],
    ];
    for address in addresses {
        for way in &ways {
            let routed = app.get_with(address, &[&way[..], &[PAST]].concat()).await;
            app.get_with(address, way).await;
            assert!(is_given_again(&app, address, way), "{address} {way:?}");
            let again = app.get_with(address, way).await;
            assert_eq!((again.status, &again.headers), (routed.status, &routed.headers), "{address} {way:?}");
            assert_eq!(again.body, routed.body, "{address} {way:?}");

            let (etag, date) = (routed.header("etag").to_owned(), routed.header("last-modified").to_owned());
            for (conditions, is_from_memory) in conditions(&etag, &date) {
                let conditions: Headers<'_> =
                    conditions.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let asked = [&way[..], &conditions].concat();
                let routed = app.get_with(address, &[&asked[..], &[PAST]].concat()).await;
                // The first one teaches the front what the router says.
                app.get_with(address, &asked).await;
                assert!(!is_from_memory || is_given_again(&app, address, &asked), "{address} {asked:?}");
                let again = app.get_with(address, &asked).await;
                assert_eq!(
                    (again.status, &again.headers),
                    (routed.status, &routed.headers),
                    "{address} {asked:?}"
                );
                assert_eq!(again.body, routed.body, "{address} {asked:?}");
            }
        }
    }
    assert_eq!(
        app.get_with("/", &[("if-none-match", "*")]).await.status,
        StatusCode::NOT_MODIFIED,
        "the comparison above has met what it is for"
    );
}

#[tokio::test]
async fn what_is_no_longer_true_is_not_given_again() {
    let app = TestApp::demo(AT).await;
    let door = "/kalender/2026/lucka/8";
    app.get(door).await;
    app.set_clock(BEFORE);
    let closed = app.get(door).await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
    assert!(is_given_again(&app, door, &[]));
    assert_eq!(app.get(door).await.header("cache-control"), "public, max-age=1");

    app.set_clock("2026-12-08T00:00:00+01:00");
    assert!(!is_given_again(&app, door, &[]));
    assert_eq!(app.get(door).await.status, StatusCode::OK);
    app.set_clock("2026-12-08T00:00:05+01:00");
    app.get(door).await;
    assert!(is_given_again(&app, door, &[]));

    app.set_clock(BEFORE);
    assert!(!is_given_again(&app, door, &[]), "the clock was set back");
    assert_eq!(app.get(door).await.status, StatusCode::FORBIDDEN);

    app.set_clock("2026-12-08T00:00:09+01:00");
    app.get("/blogg").await;
    app.set_clock("2026-12-08T00:00:19+01:00");
    app.get("/blogg").await;
    assert!(is_given_again(&app, "/blogg", &[]));
    let picture = picture(&app).await;
    app.get(&picture).await;
    assert!(is_given_again(&app, &picture, &[]));
    app.change_content().await;
    assert!(!is_given_again(&app, "/blogg", &[]) && !is_given_again(&app, &picture, &[]));
}

#[tokio::test]
async fn what_is_somebodys_own_or_has_no_end_is_not_given_again() {
    let app = TestApp::demo(AT).await;
    app.set_clock(LATER);
    for address in ["/admin/logga-in", "/sok?q=mod", "/finns-inte", "/healthz", "/lamna", "/api/site/start"] {
        app.get(address).await;
        app.set_clock("2026-12-07T08:00:15+01:00");
        app.get(address).await;
        assert!(!is_given_again(&app, address, &[]), "{address}");
    }
}

#[tokio::test]
async fn a_304_of_a_file_is_given_as_long_as_the_file_is_the_same() {
    let app = TestApp::demo(AT).await;
    let file = "/fonts/fraunces.woff2";
    let etag = app.get(file).await.header("etag").to_owned();
    let known = [("if-none-match", &*etag)];
    assert!(!is_given_again(&app, file, &known), "nobody has said yet how it looks");
    assert_eq!(app.get_with(file, &known).await.status, StatusCode::NOT_MODIFIED);
    assert!(is_given_again(&app, file, &known));
    // A file of a folder is looked at again after a second, by whoever asks.
    app.set_clock(LATER);
    assert!(!is_given_again(&app, file, &known) && !is_given_again(&app, file, &[]));
    assert_eq!(app.get_with(file, &known).await.status, StatusCode::NOT_MODIFIED);
    assert!(is_given_again(&app, file, &known) && is_given_again(&app, file, &[]));
    // Another build has written another one.
    std::fs::write(app.site_folder().join("fonts/fraunces.woff2"), "another font").unwrap();
    app.set_clock("2026-12-07T08:00:09+01:00");
    let now = app.get_with(file, &known).await;
    assert_eq!((now.status, &*now.body), (StatusCode::OK, &b"another font"[..]));
    assert!(is_given_again(&app, file, &known), "as a whole");

    let picture = picture(&app).await;
    let etag = app.get(&picture).await.header("etag").to_owned();
    let known = [("if-none-match", &*etag)];
    app.get_with(&picture, &known).await;
    assert!(is_given_again(&app, &picture, &known));
    app.change_content().await;
    assert!(!is_given_again(&app, &picture, &known), "it may have been withdrawn");
}
