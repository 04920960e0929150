//! What becomes of a file.

use app::staff::Role;
use http::StatusCode;
use serde_json::Value;

use super::{AT, JSON, PLAIN, folders, form, log_in, picture, pictures, refusal, send, sent};
use crate::test_app::TestApp;

#[tokio::test]
async fn a_picture_is_described_or_decorative() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let file = picture(20, 10);
    let long = "a".repeat(501);
    let endless = "a".repeat(9000);
    for (fields, code) in [
        (&[("file", &*file)][..], "no_alt"),
        (&[("file", &*file), ("alt", b" \t ")], "no_alt"),
        (&[("file", &*file), ("decorative", b"")], "no_alt"),
        (&[("file", &*file), ("alt", long.as_bytes())], "long_alt"),
        (&[("file", &*file), ("alt", endless.as_bytes())], "long_alt"),
        (&[("alt", b"En bro")], "no_file"),
        (&[("file", b""), ("alt", b"En bro")], "no_file"),
        (&[("file", b"<svg/>"), ("alt", b"En bro")], "wrong_kind"),
        (&[("file", &file[..40]), ("alt", b"En bro")], "broken"),
        (&[("file", b"GIF89a"), ("alt", b"")], "no_alt"),
    ] {
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(fields)).await;
        let (status, told) = refusal(&response);
        assert_eq!(told, code);
        assert!(matches!(status, 415 | 422), "{status}");
    }
    for (fields, code) in [
        (&[("file", &*file), ("file", &*file), ("alt", b"En bro")][..], "unreadable"),
        (&[("file", &*file), ("alt", b"\xff\xfe")], "unreadable"),
    ] {
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(fields)).await;
        assert_eq!(refusal(&response), (400, code.into()));
    }
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0), "nothing is left behind");
    let kinds = [("  En\n bro ", "", "En bro"), ("", "on", ""), ("En bro", "on", "")];
    for (height, (alt, decorative, kept)) in (11..).zip(kinds) {
        let file = picture(20, height);
        let fields = [("decorative", decorative.as_bytes()), ("alt", alt.as_bytes()), ("file", &*file)];
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(&fields)).await;
        let told: Value = serde_json::from_slice(&response.body).unwrap();
        let saved: (String, bool) =
            sqlx::query_as("select alt, added_by is not null from pictures where id = $1")
                .bind(told["id"].as_str().unwrap())
                .fetch_one(app.state.db.reader())
                .await
                .unwrap();
        assert_eq!(saved, (kept.to_owned(), true));
    }
}

#[tokio::test]
async fn the_same_file_is_stored_once() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let mut first = sent(&app, &cookie, &picture(20, 10)).await;
    assert_eq!(first["known"], false);
    first["known"] = true.into();
    assert_eq!(sent(&app, &cookie, &picture(20, 10)).await, first, "and its sender is told");
    assert_eq!((pictures(&app).await, folders(&app)), (1, 1));
    assert_ne!(sent(&app, &cookie, &picture(20, 11)).await["id"], first["id"]);
}

#[tokio::test]
async fn a_plain_form_gets_a_redirect_or_an_error_page() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    for (referer, page) in [
        ("http://guldkorn.example/admin/inlagg/3?x=1", "/admin/inlagg/3"),
        ("http://guldkorn.example/blogg", "/admin"),
        ("https://other.example//other.example", "/admin"),
        ("\\", "/admin"),
    ] {
        let site = ("sec-fetch-site", "same-origin");
        let headers = [PLAIN, ("cookie", &*cookie), ("referer", referer), site];
        let response = send(&app, &headers, body.clone()).await;
        assert_eq!(response.status, StatusCode::SEE_OTHER);
        let (before, id) = response.header("location").split_once("?bild=").expect("which picture");
        assert_eq!((before, id.len()), (page, 32));
    }
    let response =
        send(&app, &[PLAIN, ("cookie", &cookie)], form(&[("file", b"BM\x3a"), ("alt", b"x")])).await;
    assert_eq!(response.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(
        response.text().contains("Välj en bild i formatet JPEG, PNG, WebP, GIF eller SVG."),
        "{}",
        response.text()
    );
}

#[tokio::test]
async fn heic_is_taken_where_the_operator_has_turned_it_on() {
    let heic = include_bytes!("../../../../app/src/media/intake/tests/turned.heic");
    let body = form(&[("file", heic), ("alt", b"Fyra f\xc3\xa4lt")]);
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
    assert_eq!(response.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(response.text().contains("Spara bilden som JPEG"), "{}", response.text());

    let app = TestApp::with_heic(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let response = send(&app, &[JSON, ("cookie", &cookie)], body).await;
    assert_eq!(response.status, StatusCode::CREATED, "{}", response.text());
    let added: Value = serde_json::from_str(response.text()).unwrap();
    assert_eq!((&added["width"], &added["height"]), (&Value::from(96), &Value::from(64)));
    let broken = form(&[("file", &heic[..300]), ("alt", b"x")]);
    let response = send(&app, &[JSON, ("cookie", &cookie)], broken).await;
    assert_eq!(response.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", response.text());
}
