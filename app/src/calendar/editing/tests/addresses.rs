//! Former addresses of editions.

use super::*;

#[tokio::test]
async fn former_addresses_of_an_edition_redirect() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let (state, id) = (&site.state, edition.id);
    let form = EditionForm { slug: "jul".into(), ..edition.to_form() };
    save_version(&site, id, 2, &form).await.expect("saved");
    for (path, now) in [
        ("/kalender/2026", Some("/kalender/jul")),
        ("/kalender/2026.ics", Some("/kalender/jul.ics")),
        ("/kalender/2026/lucka/7", Some("/kalender/jul/lucka/7")),
        ("/bild/kalender/2026/lucka/7.png", Some("/bild/kalender/jul/lucka/7.png")),
        ("/kalender/jul", None),
        ("/kalender/", None),
        ("/blogg/2026", None),
    ] {
        assert_eq!(redirect_from(state, path).await.expect("read").as_deref(), now, "{path}");
    }
    // Back again: the address is the present one, and no former one.
    save_version(&site, id, 3, &edition.to_form()).await.expect("saved");
    assert_eq!(redirect_from(state, "/kalender/2026").await.expect("read"), None);
    assert_eq!(redirect_from(state, "/kalender/jul").await.expect("read").as_deref(), Some("/kalender/2026"));
    // Another edition may have the former address; to a draft nothing redirects.
    let next = EditionForm { slug: "jul".into(), ..default_form(state).await.expect("a form") };
    begin(state, &next).await.expect("created");
    assert_eq!(redirect_from(state, "/kalender/jul").await.expect("read"), None);
    let hidden =
        EditionForm { slug: "gomd".into(), state: "draft".into(), sure: "1".into(), ..edition.to_form() };
    save_version(&site, id, 4, &hidden).await.expect("saved");
    assert_eq!(redirect_from(state, "/kalender/2026").await.expect("read"), None);
}
