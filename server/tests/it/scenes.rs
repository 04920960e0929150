//! A picture of an edition's own as scene: what editors do with it by plain forms, and what readers get.

use std::io::Cursor;

use app::media::PictureId;
use app::staff::Role;
use http::{Method, StatusCode};
use image::{Rgb, RgbImage};
use scraper::Html;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const LANDSCAPE: (u32, u32) = (1600, 1000);
const PORTRAIT: (u32, u32) = (900, 1200);

/// A picture whose left half is dark and whose right half is light.
async fn send(browser: &mut Browser<'_>, (width, height): (u32, u32)) -> PictureId {
    let half = |x| if x < width / 2 { Rgb([15, 25, 60]) } else { Rgb([245, 240, 225]) };
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(width, height, |x, _| half(x)).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let files: [(&str, &str, &[u8]); 1] = [("file", "scen.png", &bytes.into_inner())];
    assert_eq!(browser.upload("/admin/bilder?flera=1", &files).await, "/admin/bilder");
    let page = browser.see("/admin/bilder").await.attributes(".notice li a", "href").remove(0);
    page.rsplit('/').next().unwrap().parse().unwrap()
}

/// An editor at work on the scene of the edition of 2026.
struct Work<'a> {
    anna: Browser<'a>,
    room: String,
}

impl<'a> Work<'a> {
    async fn begin(app: &'a TestApp) -> Self {
        let id: i64 = sqlx::query_scalar("select id from editions where slug = '2026'")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
        Self {
            anna: Browser::of(app, "Anna", Role::Editor).await,
            room: format!("/admin/kalendrar/{id}/scen"),
        }
    }

    /// Sends a form of the page with its edition and version.
    async fn send(&mut self, function: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.anna.see(&self.room).await;
        let [id, version] = ["id", "version"]
            .map(|name| page.attributes(&format!("main input[name={name}]"), "value").remove(0));
        let mut form = vec![("id", &*id), ("version", &*version)];
        form.extend(fields);
        self.post(function, &form).await
    }

    /// Sends a form, and loads the page to which it leads.
    async fn post(&mut self, function: &str, form: &[(&str, &str)]) -> Page {
        let response = self.anna.send(Method::POST, &format!("/api/calendar/{function}"), form).await;
        assert_eq!(response.status, StatusCode::FOUND, "{function}");
        self.anna.see(response.header("location")).await
    }

    async fn choose(&mut self, layout: &str, picture: PictureId) -> Page {
        let picture = picture.to_string();
        self.send("choose_scene_picture", &[("layout", layout), ("picture", &picture)]).await
    }

    /// Chooses a picture of a size as the scene.
    async fn with_picture(app: &'a TestApp, layout: &str, size: (u32, u32)) -> (Self, PictureId) {
        let mut work = Self::begin(app).await;
        let picture = send(&mut work.anna, size).await;
        let page = work.send("choose_scene", &[("scene", "picture")]).await;
        assert!(page.says("Välj en bild nu"), "{:?}", page.texts(".notice"));
        let page = work.choose(layout, picture).await;
        assert!(page.says("Bilden är vald."), "{:?}", page.texts(".notice"));
        (work, picture)
    }
}

async fn see(app: &TestApp, address: &str) -> Page {
    Page(Html::parse_document(app.get(address).await.text()))
}

/// Returns the address of the style sheet that places the doors of the page, and its text.
async fn style(app: &TestApp) -> (String, String) {
    let page = see(app, "/kalender/2026").await;
    let address = page.attributes("main .picture-scene > link", "href").remove(0);
    let head = page.attributes("head link[rel=stylesheet]", "href");
    assert!(head.contains(&address), "before anything is painted: {head:?}");
    let sheet = app.get(&address).await;
    assert_eq!((sheet.status, sheet.header("content-type")), (StatusCode::OK, "text/css; charset=utf-8"));
    assert!(sheet.header("cache-control").contains("immutable"));
    (address.clone(), sheet.text().to_owned())
}

#[tokio::test]
async fn readers_find_all_doors_in_order_on_the_picture() {
    let app = TestApp::demo(AT).await;
    let (_, picture) = Work::with_picture(&app, "portrait", PORTRAIT).await;
    let page = see(&app, "/kalender/2026").await;
    let days = page.attributes(".picture-scene .doors > li > a", "data-door");
    assert_eq!(days, (1..=24).map(|day| day.to_string()).collect::<Vec<_>>());
    assert_eq!(page.texts("#lucka-7 .visually-hidden"), ["Lucka 7, dagens lucka, öppen"]);
    assert_eq!(page.attributes(".scene-picture", "width"), ["900"], "its place is kept while it loads");
    assert!(page.attributes(".scene-picture", "srcset")[0].contains(&picture.to_string()));
    let (_, css) = style(&app).await;
    assert!(css.contains("li:nth-child(24){inset:") && css.len() < 3000, "{} {css}", css.len());
    let start = see(&app, "/").await;
    assert_eq!(start.attributes(".picture-scene .doors a", "data-door").len(), 24, "on the start page too");
    let list = see(&app, "/kalender/2026?vy=lista").await;
    assert_eq!(list.texts("#vy"), ["Visa bilden"]);
}

#[tokio::test]
async fn the_picture_is_public_as_long_as_readers_see_the_scene() {
    let app = TestApp::demo(AT).await;
    let (mut work, picture) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    let file = format!("/media/{picture}/480.webp");
    assert_eq!(app.get(&file).await.status, StatusCode::OK);
    let (sheet, _) = style(&app).await;
    work.send("choose_scene", &[("scene", "town")]).await;
    assert_eq!(app.get(&file).await.status, StatusCode::NOT_FOUND);
    assert!(app.get("/kalender/2026").await.text().contains("quarter-picture"));
    work.send("choose_scene", &[("scene", "picture")]).await;
    assert_eq!(style(&app).await.0, sheet, "nothing is lost");
    let page = work.send("choose_scene_picture", &[("layout", "landscape")]).await;
    assert!(page.says("Bilden är borttagen från kalendern."));
    assert_eq!(
        (app.get(&file).await.status, app.get(&sheet).await.status),
        (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
    );
    assert!(
        app.get("/kalender/2026").await.text().contains("grid-scene"),
        "without a picture there is a grid"
    );
    let library = work.anna.see(&format!("/admin/bilder/{picture}")).await;
    assert!(library.texts(".empty").contains(&"Ingenstans just nu.".to_owned()));
}

#[tokio::test]
async fn a_picture_of_a_scene_is_in_use_while_it_has_another_scene() {
    let app = TestApp::demo(AT).await;
    let (mut work, picture) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    work.send("choose_scene", &[("scene", "grid")]).await;
    let page = work.anna.see(&format!("/admin/bilder/{picture}")).await;
    assert!(
        page.texts(".entries.told li").iter().any(|used| used.contains("Kalender")),
        "{:?}",
        page.texts("li")
    );
}

#[tokio::test]
async fn doors_are_placed_by_numbers_and_put_back() {
    let app = TestApp::demo(AT).await;
    let (mut work, _) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    let before = style(&app).await;
    let row = |x: &'static str| {
        [("doors[7][x]", x), ("doors[7][y]", "10"), ("doors[7][width]", "14,5"), ("doors[7][height]", "25")]
    };
    let wrong = [vec![("layout", "landscape")], row("95").to_vec()].concat();
    let page = work.send("place_doors", &wrong).await;
    assert_eq!(page.attributes(".notice a", "href"), ["#plats-7-width"]);
    assert_eq!(
        page.texts("#plats-7-width-error"),
        ["Luckan går utanför bildens högra kant. Gör den smalare eller flytta den åt vänster."]
    );
    assert_eq!(page.attributes("#plats-7-x", "value"), ["95"], "what was typed stays");
    assert_eq!(style(&app).await, before);

    let right = [vec![("layout", "landscape")], row("30,25").to_vec()].concat();
    let page = work.send("place_doors", &right).await;
    assert!(
        page.says("Luckornas platser är sparade. På en telefon visas de i ett rutnät under bilden."),
        "{:?}",
        page.texts(".notice")
    );
    assert!(page.texts("[data-scene-found]")[0].contains("Lucka 1–6 och 8–24 har ingen plats på bilden."));
    assert_eq!(page.attributes("#plats-7-x", "value"), ["30,25"]);
    assert!(!style(&app).await.1.contains("nth-child"), "until all doors have a place they are a grid");
    let room = work.room.trim_end_matches("/scen").to_owned();
    let warned = work.anna.see(&room).await.texts(".missing");
    assert!(
        warned.iter().any(|words| words.starts_with("På en telefon visas luckorna i ett rutnät")),
        "{warned:?}"
    );

    let undo = page.attributes(".notice input[name=undo]", "value").remove(0);
    let page = work.send("place_doors", &[("layout", "landscape"), ("undo", &undo)]).await;
    assert!(page.says("Luckorna ligger där de låg förut."));
    assert_eq!(style(&app).await, before);
}

#[tokio::test]
async fn numbers_are_seen_on_whatever_is_behind_them() {
    let app = TestApp::demo(AT).await;
    let (mut work, _) = Work::with_picture(&app, "portrait", PORTRAIT).await;
    work.anna.see(&work.room).await;
    let mut form: Vec<(String, String)> = vec![("layout".into(), "portrait".into())];
    // Three columns: on the dark half, across the middle, on the light half.
    for day in 1..=24 {
        let (column, row) = ((day - 1) % 3, (day - 1) / 3);
        let values =
            [["10", "42", "75"][column].to_owned(), (row * 12).to_string(), "15".into(), "11".into()];
        for (name, value) in ["x", "y", "width", "height"].into_iter().zip(values) {
            form.push((format!("doors[{day}][{name}]"), value));
        }
    }
    let form: Vec<_> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    let page = work.send("place_doors", &form).await;
    assert!(page.says("Luckornas platser är sparade."), "{:?}", page.texts(".notice"));
    assert!(
        page.texts("[data-scene-found]")[0].contains("Lucka 2, 5, 8"),
        "{:?}",
        page.texts("[data-scene-found]")
    );
    let (_, css) = style(&app).await;
    let colour_of = |day: usize| {
        let rule = css.split('}').find(|rule| {
            rule.contains("--number")
                && rule.split(['{', ',']).any(|selector| selector.ends_with(&format!(":nth-child({day})")))
        });
        rule.map(|rule| rule.split("--number:").nth(1).unwrap().split(';').next().unwrap().to_owned())
    };
    assert_eq!([1, 2, 3].map(colour_of), [Some("#ffffff".into()), None, Some("#0b1b27".into())]);
}

#[tokio::test]
async fn a_picture_of_other_proportions_asks_what_becomes_of_the_doors() {
    let app = TestApp::demo(AT).await;
    let (mut work, _) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    let places = |page: &Page| page.attributes(".scene-table input", "value");
    let before = places(&work.anna.see(&work.room).await);
    let alike = send(&mut work.anna, (1280, 800)).await;
    let page = work.choose("landscape", alike).await;
    assert!(page.says("Bilden är vald."));
    assert_eq!(places(&page), before, "the same proportions");

    let square = send(&mut work.anna, (1000, 1000)).await;
    let page = work.choose("landscape", square).await;
    assert!(page.says("Den nya bilden har andra proportioner än den förra"));
    assert_eq!(page.attributes("form.notice input[name=picture]", "value"), [square.to_string()]);
    assert_eq!(places(&page), before);
    let id = square.to_string();
    let fields = [("layout", "landscape"), ("picture", &*id), ("fate", "arrange")];
    let page = work.send("choose_scene_picture", &fields).await;
    assert!(page.says("Bilden är vald.") && places(&page) != before);
    assert_eq!(page.attributes(".notice input[name=undo]", "value").len(), 1, "and can be undone");
}

#[tokio::test]
async fn nobody_writes_over_what_somebody_else_has_saved() {
    let app = TestApp::demo(AT).await;
    let (mut work, _) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    let page = work.anna.see(&work.room).await;
    let [id, version] =
        ["id", "version"].map(|name| page.attributes(&format!("main input[name={name}]"), "value").remove(0));
    work.send("place_doors", &[("layout", "landscape"), ("arrange", "days")]).await;
    let saved = style(&app).await;
    let late = [("id", &*id), ("version", &*version), ("layout", "landscape"), ("arrange", "edition")];
    let page = work.post("place_doors", &late).await;
    assert!(page.says("Någon annan har ändrat kalendern"), "{:?}", page.texts(".notice"));
    assert_eq!(style(&app).await, saved);
}

#[tokio::test]
async fn of_a_draft_nothing_is_public_and_staff_see_it_in_the_preview() {
    let app = TestApp::demo(AT).await;
    let (mut work, picture) = Work::with_picture(&app, "landscape", LANDSCAPE).await;
    let (sheet, css) = style(&app).await;
    let mut tx = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'draft' where slug = '2026'").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    for address in [sheet.clone(), format!("/media/{picture}/480.webp")] {
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        let seen = work.anna.send(Method::GET, &address, &[]).await;
        assert_eq!(seen.status, StatusCode::OK, "{address}");
        assert!(seen.header("cache-control").contains("private"), "{address}");
    }
    assert_eq!(work.anna.send(Method::GET, &sheet, &[]).await.text(), css);
}
