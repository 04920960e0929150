//! The picture library, by plain forms and without script.

use std::io::Cursor;

use app::staff::Role;
use http::Method;
use image::{ImageFormat, RgbImage};

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const LIBRARY: &str = "/admin/bilder";
const MANY: &str = "/admin/bilder?flera=1";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::new(width, height).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Sends a picture and returns the address of its page.
async fn send(browser: &mut Browser<'_>, name: &str, file: &[u8]) -> String {
    assert_eq!(browser.upload(MANY, &[("file", name, file)]).await, LIBRARY);
    browser.see(LIBRARY).await.attributes(".notice li a", "href").remove(0)
}

/// Returns the id in the address of a picture's page.
fn id_of(page: &str) -> &str {
    page.rsplit('/').next().unwrap()
}

fn names(page: &Page) -> Vec<String> {
    page.texts(".pictures .name")
}

#[tokio::test]
async fn several_files_come_in_at_once_and_each_is_told_of() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let page = bo.see(LIBRARY).await;
    assert!(page.texts(".empty")[0].contains("inga bilder än"));
    let long = format!("{}.png", "å".repeat(300));
    let (one, two) = (png(40, 20), png(20, 40));
    let broken = &one[..50];
    let files = [
        ("file", "bro.png", &*one),
        ("file", "trasig.png", broken),
        ("file", "brev.pdf", &b"%PDF"[..]),
        ("file", "telefon.heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("file", long.as_str(), &two),
        ("file", "samma.png", &one),
    ];
    assert_eq!(bo.upload(MANY, &files).await, LIBRARY);
    let page = bo.see(LIBRARY).await;
    assert!(page.says("3 av 6 bilder klara. 3 misslyckades."), "{:?}", page.texts(".notice"));
    let rows = page.texts(".notice li");
    assert_eq!((rows.len(), &*rows[0]), (6, "bro.png: Klar."));
    assert!(
        rows[1].contains("trasig")
            && rows[2].starts_with("brev.pdf")
            && rows[5].contains("Den bilden finns redan. Här är den."),
        "{rows:?}"
    );
    let links = page.attributes(".notice li a", "href");
    assert_eq!((links.len(), &links[0]), (3, &links[2]), "the same file is the same picture");
    let listed = names(&page);
    assert_eq!(listed.len(), 2);
    assert!(listed.contains(&"bro.png".into()) && listed.iter().any(|name| name.chars().count() == 120));
    assert_eq!(
        page.texts(".pictures .marks li"),
        ["Utan bildbeskrivning", "Oanvänd", "Utan bildbeskrivning", "Oanvänd"]
    );
    assert_eq!(page.attributes(".pictures img", "alt"), ["", ""], "a file's name is no description");

    assert_eq!(bo.upload(MANY, &[("file", "", b"")]).await, LIBRARY);
    assert!(bo.see(LIBRARY).await.says("Välj minst en bild."));
    let pictures: Vec<_> = (1..=22).map(|width| (format!("{width}.png"), png(width, 9))).collect();
    let files: Vec<_> = pictures.iter().map(|(name, file)| ("file", name.as_str(), &**file)).collect();
    bo.upload(MANY, &files).await;
    let page = bo.see(LIBRARY).await;
    assert!(
        page.texts(".notice li").last().unwrap().contains("Högst 20 bilder"),
        "{:?}",
        page.texts(".notice li")
    );
}

#[tokio::test]
async fn the_library_is_searched_by_its_address() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Editor).await;
    let wide = send(&mut bo, "bro.png", &png(40, 20)).await;
    send(&mut bo, "torn.png", &png(20, 40)).await;
    for (query, found) in [
        ("q=BRO", &["bro.png"][..]),
        ("q=bo", &["torn.png", "bro.png"]),
        ("q=ån", &[]),
        ("form=staende", &["torn.png"]),
        ("visa=oanvanda&ar=2026", &["torn.png", "bro.png"]),
        ("visa=papperskorgen", &[]),
        ("ar=1999", &[]),
        ("sida=99", &["torn.png", "bro.png"]),
    ] {
        let page = bo.see(&format!("{LIBRARY}?{query}").replace('å', "%C3%A5")).await;
        let mut listed = names(&page);
        listed.sort_unstable_by(|one, other| other.cmp(one));
        assert_eq!(listed, found, "{query}");
        assert_eq!(page.texts("h1"), ["Bilder"]);
    }
    let id = id_of(&wide).to_owned();
    let words = [("id", &*id), ("name", "Bron"), ("alt", "En bro i snö"), ("caption", ""), ("credit", "Åsa")];
    assert!(bo.form("picture/describe", &words, &wide).await.says("Sparat."));
    assert_eq!(names(&bo.see("/admin/bilder?q=%C3%A5sa+sn%C3%B6").await), ["Bron"]);
    assert_eq!(names(&bo.see("/admin/bilder?visa=obeskrivna").await), ["torn.png"]);
    let long = "x".repeat(600);
    let words = [("id", &*id), ("name", ""), ("alt", &*long), ("caption", "Kvar"), ("credit", "")];
    let page = bo.form("picture/describe", &words, &wide).await;
    assert_eq!(page.attributes("[aria-invalid]", "id"), ["alt", "name"]);
    assert_eq!(page.attributes("#caption", "value"), ["Kvar"], "what was typed stands there");
}

#[tokio::test]
async fn a_picture_is_chosen_by_links_for_a_page_of_the_staff_only() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let picture = send(&mut bo, "bro.png", &png(40, 20)).await;
    let id = id_of(&picture);
    for (back, link) in [
        ("/admin/inlagg/3", format!("/admin/inlagg/3?bild={id}")),
        (
            "/admin/installningar/logotyp%3Ffalt%3Dikon",
            format!("/admin/installningar/logotyp?falt=ikon&bild={id}"),
        ),
    ] {
        let page = bo.see(&format!("{LIBRARY}?valj={back}&q=bro")).await;
        assert_eq!(page.texts("h1"), ["Välj en bild"]);
        assert_eq!(page.attributes(".pictures a", "href"), [link.as_str()]);
        assert_eq!(page.attributes(".sift [name='valj']", "value").len(), 1, "a search goes on choosing");
        let back = page.attributes(".sift [name='valj']", "value").remove(0);
        let files = [("valj", "", back.as_bytes()), ("file", "bro.png", &*png(40, 20))];
        assert_eq!(bo.upload(MANY, &files).await, link, "a picture that is sent is chosen");
    }
    for elsewhere in
        ["/blogg", "//ond.example", "https://ond.example/admin", "/admin/../blogg", "/administration", ""]
    {
        let page = bo.see(&format!("{LIBRARY}?valj={elsewhere}")).await;
        assert_eq!(page.attributes(".pictures a", "href"), [picture.as_str()], "{elsewhere}");
    }
}

#[tokio::test]
async fn only_an_unused_picture_is_thrown_away_and_comes_back() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let unused = send(&mut eva, "bro.png", &png(40, 20)).await;
    let page = eva.form("picture/trash", &[("id", id_of(&unused))], LIBRARY).await;
    assert!(page.says("”bro.png” ligger i papperskorgen") && !names(&page).contains(&"bro.png".into()));
    assert_eq!(page.attributes(".notice [name='id']", "value"), [id_of(&unused)], "to be undone");
    assert_eq!(names(&eva.see("/admin/bilder?visa=papperskorgen").await), ["bro.png"]);
    assert!(eva.see(&unused).await.texts("main").concat().contains("raderas om 30 dagar"));
    assert!(eva.form("picture/restore", &[("id", id_of(&unused))], &unused).await.says("tillbaka"));

    let used: String =
        sqlx::query_scalar("select picture_id from post_pictures group by picture_id order by count(*) desc")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
    let address = format!("{LIBRARY}/{used}");
    let page = eva.form("picture/trash", &[("id", &used)], &address).await;
    assert!(
        page.says("Bilden ligger kvar")
            && page.attributes("form[action$='picture/trash']", "action").is_empty()
    );
    assert!(!page.attributes("section[aria-labelledby='uses'] a", "href").is_empty());
}

#[tokio::test]
async fn a_picture_is_exchanged_everywhere_and_put_back() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let (slug, id): (String, String) = sqlx::query_as(
        "select slug, picture_id from posts where kind = 'article' and picture_id is not null and state = 'published' limit 1",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let post = format!("/inlagg/{slug}");
    assert!(app.get(&post).await.text().contains(&id));
    let former = format!("{LIBRARY}/{id}");
    let exchange = format!("{former}/byt");
    assert_eq!(eva.upload(&exchange, &[("file", "x.png", b"inget")]).await, former);
    assert!(eva.see(&former).await.says("Filen är ingen bild"));
    assert_eq!(eva.upload(&exchange, &[("file", "", b"")]).await, former);
    assert!(eva.see(&former).await.says("Välj en bild."));

    let new = eva.upload(&exchange, &[("file", "ny.png", &png(700, 300))]).await;
    assert_ne!(new, former);
    let page = eva.see(&new).await;
    assert!(page.says("utbytt överallt") && page.says("andra proportioner"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes(".notice [name='id']", "value"), [id_of(&new)]);
    let shown = app.get(&post).await;
    assert!(!shown.text().contains(&id) && shown.text().contains(id_of(&new)), "in cached pages too");
    assert_eq!(app.get(&format!("/media/{id}/480.webp")).await.status, 404, "the former one is not public");
    assert!(
        eva.form("picture/undo_replacement", &[("id", id_of(&new))], &former).await.says("tillbaka överallt")
    );
    assert!(app.get(&post).await.text().contains(&id));
    assert_eq!(app.get(&format!("/media/{}/480.webp", id_of(&new))).await.status, 404);
    let page = eva.form("picture/undo_replacement", &[("id", id_of(&new))], &new).await;
    assert!(page.says("går inte att ångra längre"));
}

#[tokio::test]
async fn each_role_sees_what_it_may_do() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let mut kim = Browser::of(&app, "Kim", Role::Reviewer).await;
    let (of_eva, of_bo) =
        (send(&mut eva, "e.png", &png(40, 20)).await, send(&mut bo, "b.png", &png(20, 40)).await);
    let forms = async |browser: &mut Browser<'_>, page: &str| {
        let actions = browser.see(page).await.attributes("main form[method='post']", "action");
        let last = |action: String| action.rsplit('/').next().unwrap().to_owned();
        actions.into_iter().map(last).collect::<Vec<_>>()
    };
    assert_eq!(forms(&mut kim, LIBRARY).await, [""; 0]);
    assert_eq!(forms(&mut kim, &of_bo).await, [""; 0]);
    // A picture that has no readers yet is cropped by whoever writes.
    assert_eq!(forms(&mut bo, &of_eva).await, ["crop"]);
    assert_eq!(forms(&mut bo, &of_bo).await, ["describe", "crop"]);
    assert_eq!(forms(&mut eva, &of_bo).await, ["describe", "crop", "byt", "trash"]);
    for (browser, way) in [(&mut kim, "/admin"), (&mut bo, "/admin")] {
        let sent = browser.send(Method::POST, "/api/picture/trash", &[("id", id_of(&of_bo))]).await;
        assert_eq!(sent.header("location"), way);
        let response = browser.send(Method::POST, &format!("{of_bo}/byt"), &[]).await;
        assert_eq!(response.status, 403);
    }
    let response = app.send(Method::POST, &format!("{of_bo}/byt"), &[], "x".into()).await;
    assert_eq!(response.header("location"), "/admin/logga-in");
    for nothing in
        ["/admin/bilder/1", "/admin/bilder/0123456789abcdef0123456789abcdef", &format!("{of_bo}/x")]
    {
        assert_eq!(eva.send(Method::GET, nothing, &[]).await.status, 404, "{nothing}");
    }
}
