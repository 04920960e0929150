//! Pictures behind closed doors are not served.

use http::StatusCode;

use crate::test_app::TestApp;

/// Returns the path of a file of the picture on a door of the demo's edition 2026.
async fn picture_on_door(app: &TestApp, day: u16) -> String {
    let (id, name): (String, String) = sqlx::query_as(
        "select v.picture_id, v.name from doors d join editions e on e.id = d.edition_id
         join posts p on p.id = d.post_id join picture_variants v on v.picture_id = p.picture_id
         where e.slug = '2026' and d.day = $1
           and not exists (select 1 from posts o where o.picture_id = p.picture_id and o.public_from < p.public_from)
         limit 1",
    )
    .bind(day)
    .fetch_one(app.state.db.reader())
    .await
    .expect("a picture that only this door shows first");
    format!("/media/{id}/{name}")
}

#[tokio::test]
async fn a_picture_comes_and_goes_with_its_door() {
    let app = TestApp::demo("2026-11-01T00:00+01:00").await;
    let day: u16 = sqlx::query_scalar(
        "select d.day from doors d join editions e on e.id = d.edition_id join posts p on p.id = d.post_id
         where e.slug = '2026' and p.picture_id is not null
           and not exists (select 1 from posts o where o.picture_id = p.picture_id and o.public_from < p.public_from)
         order by d.day limit 1",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let address = picture_on_door(&app, day).await;
    let (before, after) =
        (format!("2026-12-{:02}T23:59:59.999+01:00", day - 1), format!("2026-12-{day:02}T00:00:00+01:00"));
    let before = if day == 1 { "2026-11-30T23:59:59.999+01:00".to_owned() } else { before };
    for (at, status) in [(&before, 404), (&after, 200), (&before, 404)] {
        app.set_clock(at);
        assert_eq!(app.get(&address).await.status, status, "{address} {at}");
    }
    app.set_clock(&after);
    let picture = app.get(&address).await;
    assert_eq!(picture.header("content-type"), "image/webp");
    assert_eq!(picture.header("cache-control"), "public, max-age=60");
    assert!(picture.body.starts_with(b"RIFF"));
    let again = app.get_with(&address, &[("if-none-match", picture.header("etag"))]).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    app.set_clock(&before);
    let closed = app.get_with(&address, &[("if-none-match", picture.header("etag"))]).await;
    let nothing = app.get("/media/00000000000000000000000000000000/480.webp").await;
    assert_eq!(
        (closed.status, &closed.body),
        (nothing.status, &nothing.body),
        "closed and missing look alike"
    );
}
