//! Focus and crop of pictures, by plain forms, and what readers get of them.

use std::io::Cursor;

use app::media::PictureId;
use app::posts::store::{NewPost, add_post};
use app::posts::{AltMode, PostContent, PostKind};
use app::staff::Role;
use http::StatusCode;
use image::{Rgb, RgbImage};
use scraper::Html;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00:00+01:00";
const LATER: &str = "2026-12-09T08:00:00+01:00";

/// Red on the left, green on the right.
fn picture() -> Vec<u8> {
    let half = |x| if x < 600 { Rgb([220, 20, 20]) } else { Rgb([20, 220, 20]) };
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(1200, 800, |x, _| half(x)).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn send(browser: &mut Browser<'_>) -> PictureId {
    let file = picture();
    let files: [(&str, &str, &[u8]); 1] = [("file", "bro.png", &file)];
    assert_eq!(browser.upload("/admin/bilder?flera=1", &files).await, "/admin/bilder");
    let page = browser.see("/admin/bilder").await.attributes(".notice li a", "href").remove(0);
    page.rsplit('/').next().unwrap().parse().unwrap()
}

/// Adds a public post that shows a picture with the library's words.
async fn publish(app: &TestApp, slug: &str, picture: PictureId) {
    let mut writer = app.state.db.write_content().await.unwrap();
    let content = PostContent {
        title: slug.into(),
        body: "Text.".into(),
        picture: Some(picture.to_string()),
        picture_alt_mode: AltMode::Library,
        ..PostContent::default()
    };
    let at = app.state.clock.now_millis();
    let post = NewPost {
        kind: PostKind::Article,
        slug: slug.into(),
        content,
        published: true,
        published_at: Some(at),
    };
    add_post(&mut writer, &post, at).await.unwrap();
    writer.commit().await.unwrap();
}

const NONE: [&str; 6] = [""; 6];

/// Sends the form: what it was made with, what is typed, and the button.
async fn crop(
    browser: &mut Browser<'_>,
    id: PictureId,
    was: [&str; 6],
    typed: [&str; 6],
    place: &str,
) -> Page {
    let names = ["focus_x", "focus_y", "crop_left", "crop_top", "crop_width", "crop_height"];
    let field = |form: &str, name: &str| format!("{form}[{name}]");
    let all: Vec<_> = [("was", was), ("typed", typed)]
        .into_iter()
        .flat_map(|(form, values)| names.map(|name| field(form, name)).into_iter().zip(values))
        .collect();
    let id = id.to_string();
    let mut form: Vec<_> = all.iter().map(|(name, value)| (&**name, *value)).collect();
    form.extend([("id", &*id), ("place", place)]);
    browser.form("picture/crop", &form, &format!("/admin/bilder/{id}")).await
}

async fn shown(app: &TestApp, address: &str) -> Page {
    Page(Html::parse_document(app.get(address).await.text()))
}

async fn sources(app: &TestApp, address: &str, selector: &str) -> Vec<String> {
    let page = shown(app, address).await;
    let sets = page.attributes(selector, "srcset");
    sets.iter()
        .flat_map(|set| set.split(", "))
        .filter_map(|file| file.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_crop_shows_everywhere_at_once_and_is_undone() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = send(&mut eva).await;
    for slug in ["ett", "tva", "tre"] {
        publish(&app, slug, id).await;
    }
    let whole = sources(&app, "/inlagg/ett", ".lead img").await;
    assert!(whole.iter().any(|file| file.ends_with("/960.webp")), "{whole:?}");
    let typed = ["70", "50", "50", "0", "50", "100"];
    let page = crop(&mut eva, id, NONE, typed, "").await;
    assert!(page.says("Fokus och beskärning är sparade."));
    assert_eq!(page.attributes("#focus_x", "value"), ["70"]);
    for slug in ["ett", "tva", "tre"] {
        let cut = sources(&app, &format!("/inlagg/{slug}"), ".lead img").await;
        assert!(!cut.is_empty() && cut.iter().all(|file| !whole.contains(file)), "{cut:?}");
        let shown = app.get(cut.last().unwrap()).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/webp"));
        let pixels = image::load_from_memory(&shown.body).unwrap().to_rgb8();
        assert_eq!((pixels.width(), pixels.height()), (600, 800));
        let [red, green, _] = pixels.get_pixel(300, 400).0;
        assert!(green > 180 && red < 60, "only the right half is left");
    }
    let face = sources(&app, "/blogg", ".face img").await;
    assert!(face.len() >= 3 && face.iter().all(|file| !whole.contains(file)), "{face:?}");
    assert_eq!(app.get(&whole[0]).await.status, StatusCode::OK, "the whole picture stays");

    let cut = sources(&app, "/inlagg/ett", ".lead img").await;
    let page = crop(&mut eva, id, typed, NONE, "").await;
    assert!(page.says("sparade"));
    assert_eq!(sources(&app, "/inlagg/ett", ".lead img").await, whole, "as before");
    assert_eq!(app.get(&cut[0]).await.status, StatusCode::OK, "for those who have the page open");
    let page = crop(&mut eva, id, NONE, typed, "").await;
    assert!(page.says("sparade"));
    assert_eq!(sources(&app, "/inlagg/ett", ".lead img").await, cut, "the same cut has the same files");
}

#[tokio::test]
async fn nine_places_and_a_way_back_need_no_script() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let id = send(&mut bo).await;
    let page = crop(&mut bo, id, NONE, ["", "", "10", "10", "80", "80"], "85-15").await;
    assert_eq!(page.attributes("#focus_x, #focus_y, #crop_left", "value"), ["85", "15", "10"]);
    let page = crop(&mut bo, id, ["85", "15", "10", "10", "80", "80"], NONE, "reset").await;
    assert_eq!(page.attributes("#focus_x, #crop_left", "value"), ["", ""]);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = send(&mut eva).await;
    let page = crop(&mut eva, id, NONE, ["120", "5", "", "", "", ""], "").await;
    assert_eq!(page.attributes("[aria-invalid]", "id"), ["focus_x"]);
    assert_eq!(page.attributes("#focus_x, #focus_y", "value"), ["120", "5"]);
    let saved = ["10", "10", "", "", "", ""];
    assert!(crop(&mut eva, id, NONE, saved, "").await.says("sparade"));
    let page = crop(&mut eva, id, NONE, ["20", "20", "", "", "", ""], "").await;
    assert!(page.says("Någon annan har ändrat bilden under tiden."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#focus_x", "value"), ["20"]);
    assert_eq!(page.attributes("[name='was[focus_x]']", "value"), ["10"], "saving again knows the newest");
}

#[tokio::test]
async fn a_writer_does_not_change_what_readers_see() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let id = send(&mut bo).await;
    assert_eq!(bo.see(&format!("/admin/bilder/{id}")).await.attributes("#focus_x", "value"), [""]);
    publish(&app, "ett", id).await;
    let page = crop(&mut bo, id, NONE, ["10", "10", "", "", "", ""], "").await;
    assert!(page.says("Läsarna ser bilden. Be en redaktör om hjälp."));
    assert_eq!(page.attributes("#focus_x", "value"), [""; 0], "there is no form");
    assert!(sources(&app, "/inlagg/ett", ".lead img").await.iter().any(|file| file.ends_with("/960.webp")));
}

#[tokio::test]
async fn the_librarys_words_are_read_when_the_page_is_made() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = send(&mut eva).await;
    publish(&app, "ett", id).await;
    let page = format!("/admin/bilder/{id}");
    for (alt, credit) in [("En röd bro", "Kim Ek"), ("En grön bro", "")] {
        let id = id.to_string();
        let words = [("id", &*id), ("name", "Bron"), ("alt", alt), ("caption", "I snö"), ("credit", credit)];
        assert!(eva.form("picture/describe", &words, &page).await.says("Sparat."));
        let shown = shown(&app, "/inlagg/ett").await;
        assert_eq!(shown.attributes(".lead img", "alt"), [alt]);
        let caption = if credit.is_empty() { "I snö".to_owned() } else { format!("I snö. Foto: {credit}") };
        assert_eq!(shown.texts(".lead figcaption"), [caption]);
    }
    let nothing = [("id", &*id.to_string()), ("name", "Bron"), ("alt", "")]
        .map(|(name, value)| (name, value.to_owned()));
    let nothing: Vec<_> = nothing.iter().map(|(name, value)| (*name, &**value)).collect();
    let refused = eva.form("picture/describe", &nothing, &page).await;
    assert_eq!(
        refused.attributes("[aria-invalid]", "id"),
        ["alt"],
        "readers would have a picture without words"
    );
    app.set_clock(LATER);
    assert_eq!(app.get("/inlagg/ett").await.status, StatusCode::OK);
}

#[tokio::test]
async fn pictures_are_found_for_the_dialog_by_staff_alone() {
    let app = TestApp::empty(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let id = send(&mut bo).await;
    let address = "/api/picture/choices?words=BRO&page=1";
    let json = ("accept", "application/json");
    assert_eq!(app.get_with(address, &[json]).await.status, StatusCode::UNAUTHORIZED);
    let cookie = format!("__Host-guldkorn={}", bo.cookie("__Host-guldkorn"));
    let headers = [json, ("cookie", &*cookie)];
    let found = app.get_with(address, &headers).await;
    let found: serde_json::Value = serde_json::from_str(found.text()).unwrap();
    assert_eq!((&found["count"], &found["has_more"]), (&1.into(), &false.into()));
    let choice = &found["pictures"][0];
    assert_eq!(choice["id"], id.to_string());
    assert_eq!(choice["address"], format!("/media/{id}/960.webp#1200x800"));
    let none = app.get_with("/api/picture/choices?words=hus", &headers).await;
    assert!(none.text().contains("\"count\":0"));
}
