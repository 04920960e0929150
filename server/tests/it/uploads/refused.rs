//! Who may upload, and what is refused.

use std::pin::Pin;
use std::task::{Context, Poll};

use app::staff::Role;
use axum::body::Body;
use http::{Method, StatusCode};

use super::{AT, JSON, PICTURES, PLAIN, folders, form, log_in, picture, pictures, refusal, send};
use crate::test_app::TestApp;

#[tokio::test]
async fn only_writers_may_upload() {
    let app = TestApp::empty(AT).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    for cookie in ["annan=1", "__Host-guldkorn=x"] {
        let response = send(&app, &[JSON, ("cookie", cookie)], body.clone()).await;
        assert_eq!(refusal(&response), (401, "log_in_first".into()));
        let response = send(&app, &[PLAIN, ("cookie", cookie)], body.clone()).await;
        assert_eq!(
            (response.status, response.header("location")),
            (StatusCode::SEE_OTHER, "/admin/logga-in")
        );
    }
    for (height, role) in (11..).zip(Role::ALL) {
        let cookie = log_in(&app, role).await;
        let body = form(&[("file", &picture(20, height)), ("alt", b"En bro")]);
        let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
        if role >= Role::Writer {
            assert_eq!(response.status, StatusCode::CREATED, "{role:?}");
        } else {
            assert_eq!(refusal(&response), (403, "forbidden".into()));
        }
        assert_eq!(response.header("cache-control"), "no-store");
        for forged in [("sec-fetch-site", "cross-site"), ("origin", "https://other.example")] {
            let response = send(&app, &[JSON, ("cookie", &cookie), forged], body.clone()).await;
            assert_eq!(response.status, StatusCode::FORBIDDEN, "{forged:?}");
        }
        for address in ["/admin/bilder/", "/admin/Bilder", "/admin/bilder%2f", "/admin//bilder"] {
            let response = app.send(Method::POST, address, &[("cookie", &cookie)], body.clone().into()).await;
            assert!(!response.status.is_success(), "{address} {}", response.status);
        }
    }
    assert_eq!((pictures(&app).await, folders(&app)), (3, 3));
}

#[tokio::test]
async fn an_upload_without_permission_is_rejected_before_it_is_read() {
    let app = TestApp::empty(AT).await;
    let response = send(&app, &[JSON], Body::new(Untouchable)).await;
    assert_eq!(refusal(&response), (401, "log_in_first".into()));
}

/// A body that fails the test when it is read.
struct Untouchable;

impl hyper::body::Body for Untouchable {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, Self::Error>>> {
        unreachable!("nobody may read this")
    }
}

#[tokio::test]
async fn invalid_forms_and_large_files_are_rejected() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let headers = [JSON, ("cookie", &*cookie)];
    for body in [
        &b""[..],
        b"x",
        b"--grans\r\n",
        b"--grans\r\ncontent-disposition: form-data; name=\"file\"\r\n\r\nab",
    ] {
        let response = send(&app, &headers, body.to_vec()).await;
        assert_eq!(refusal(&response), (400, "unreadable".into()), "{body:?}");
    }
    for kind in ["application/json", "multipart/form-data", "multipart/form-data; boundary="] {
        let headers = [JSON, ("cookie", &*cookie), ("content-type", kind)];
        let response = app.send(Method::POST, PICTURES, &headers, Body::from("x")).await;
        assert_eq!(refusal(&response), (400, "unreadable".into()), "{kind}");
    }
    let many: Vec<_> = (0..40).map(|_| ("x", &b"y"[..])).collect();
    assert_eq!(refusal(&send(&app, &headers, form(&many)).await), (400, "unreadable".into()));
    for megabytes in [41, 70] {
        let mut file = picture(20, 10);
        file.resize(megabytes << 20, 0);
        let response = send(&app, &headers, form(&[("file", &file), ("alt", b"En bro")])).await;
        assert_eq!(refusal(&response), (413, "too_large".into()), "{megabytes}");
    }
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0));
}

#[tokio::test]
async fn a_failed_upload_leaves_nothing_behind() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    let mut change = app.state.db.write_content().await.unwrap();
    let refuse =
        "create trigger full before insert on picture_variants begin select raise(abort, 'full'); end";
    sqlx::query(refuse).execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
    assert_eq!(refusal(&response), (500, "fault".into()));
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0));
    let mut change = app.state.db.write_content().await.unwrap();
    sqlx::query("drop trigger full").execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    std::fs::remove_dir(&app.state.media_folder).unwrap();
    let response = send(&app, &[JSON, ("cookie", &cookie)], body).await;
    assert_eq!(refusal(&response), (500, "fault".into()));
    assert_eq!(pictures(&app).await, 0);
}
