//! What the library knows of its pictures, and what it does with them.

use sqlx::sqlite::SqliteConnection;

use super::store::{pictures, uses};
use super::trash::{self, Thrown};
use super::words::{self, Described, PictureWords};
use super::{Filter, LibraryPicture, PictureUse, PostPlace, Shape, Shelf, find_unused, replace};
use crate::error::AppError;
use crate::markdown::to_html;
use crate::media::intake::QueuePermit;
use crate::media::store::{NewPicture, Variant, add_picture};
use crate::media::{PictureError, PictureId};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

async fn staff(site: &TestSite, email: &str, role: Role) -> Staff {
    site.add_staff(email, role).await;
    let id = sqlx::query_scalar("select id from staff where email = $1")
        .bind(email)
        .fetch_one(site.state.db.reader())
        .await
        .unwrap();
    Staff { id: StaffId(id), name: "Anna".into(), email: email.into(), role }
}

async fn picture(site: &TestSite, name: &str, (width, height): (u32, u32), by: Option<StaffId>) -> PictureId {
    let id = PictureId::random().unwrap();
    let variant = Variant { name: "480.webp".into(), media_type: "image/webp".into(), width: 480, bytes: 4 };
    let new = NewPicture { id, width, height, variants: vec![variant], alt: String::new(), added_by: by };
    let mut writer = site.state.db.write_quietly().await.unwrap();
    add_picture(&mut writer, &new, site.now()).await.unwrap();
    pictures::set_words(&mut writer, id, [name, "", "", ""]).await.unwrap();
    writer.commit().await.unwrap();
    id
}

async fn find(site: &TestSite, id: PictureId) -> LibraryPicture {
    pictures::find(&mut site.state.db.reader().acquire().await.unwrap(), id).await.unwrap()
}

async fn uses_of(site: &TestSite, id: PictureId) -> Vec<PictureUse> {
    uses::uses_of(&mut site.state.db.reader().acquire().await.unwrap(), id).await.unwrap()
}

async fn add_post(writer: &mut SqliteConnection, title: &str, lead: Option<PictureId>, body: &str) -> i64 {
    sqlx::query_scalar(
        "insert into posts (kind, slug, title, picture_id, body_markdown, body_html, created_at, updated_at)
         values ('article', lower($1), $1, $2, $3, $4, 1, 1) returning id",
    )
    .bind(title)
    .bind(lead)
    .bind(body)
    .bind(to_html(body))
    .fetch_one(writer)
    .await
    .unwrap()
}

/// Adds a revision, and a draft of a staff member if there is one.
async fn add_version(writer: &mut SqliteConnection, post: i64, draft_of: Option<StaffId>, body: &str) {
    let content = serde_json::json!({ "body": body, "picture": null }).to_string();
    let query = match draft_of {
        Some(_) => {
            "insert into drafts (post_id, staff_id, base_revision, content, saved_at) values ($1, $2, 1, $3, 5)"
        }
        None => "insert into revisions (post_id, number, content, saved_at) values ($1, 1, $3, 1)",
    };
    sqlx::query(query).bind(post).bind(draft_of).bind(content).execute(writer).await.unwrap();
}

fn address(id: PictureId) -> String {
    format!("![En bro](/media/{id}/960.webp#1600x1067)")
}

/// A picture that everything uses which can, and the names of those places in the order in which they are listed.
async fn everywhere(site: &TestSite, by: &Staff) -> (PictureId, [(&'static str, PostPlace); 5]) {
    let id = picture(site, "bro.jpg", (1600, 1067), Some(by.id)).await;
    let text = address(id);
    let mut writer = site.state.db.write_content().await.unwrap();
    let first = add_post(&mut writer, "Alla", Some(id), &text).await;
    add_version(&mut writer, first, None, &text).await;
    add_post(&mut writer, "Brev", None, &text).await;
    let third = add_post(&mut writer, "Citat", None, "").await;
    add_version(&mut writer, third, Some(by.id), &text).await;
    let fourth = add_post(&mut writer, "Dag", None, "").await;
    add_version(&mut writer, fourth, None, &text).await;
    let fifth = add_post(&mut writer, "Ett", Some(id), "").await;
    sqlx::query("update posts set state = 'trash', trashed_at = 1, trashed_from = 'draft' where id = $1")
        .bind(fifth)
        .execute(&mut *writer)
        .await
        .unwrap();
    sqlx::query(
        "insert into editions (slug, title, introduction_markdown, introduction_html, first_day, days)
         values ('2026', 'Kalendern', $1, $2, '2026-12-01', 24)",
    )
    .bind(&text)
    .bind(to_html(&text))
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("insert into funders (position, name, logo) values (1, 'Norr', $1)")
        .bind(id)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let places = [
        ("Alla", PostPlace::Text),
        ("Brev", PostPlace::Text),
        ("Citat", PostPlace::Draft),
        ("Dag", PostPlace::Version),
        ("Ett", PostPlace::Trash),
    ];
    (id, places)
}

#[tokio::test]
async fn every_use_of_a_picture_is_listed_once() {
    let site = TestSite::new().await;
    let anna = staff(&site, "anna@exempel.se", Role::Editor).await;
    let (id, places) = everywhere(&site, &anna).await;
    let other = picture(&site, "annan.jpg", (10, 10), None).await;
    let uses = uses_of(&site, id).await;
    assert_eq!(uses.len(), 7, "{uses:?}");
    for (listed, (wanted, wanted_place)) in uses.iter().zip(places) {
        let PictureUse::Post { title, place, .. } = listed else { panic!("{listed:?}") };
        assert_eq!((title.as_str(), *place), (wanted, wanted_place));
    }
    assert!(matches!(&uses[5], PictureUse::Edition { title, .. } if title == "Kalendern"));
    assert!(matches!(&uses[6], PictureUse::Setting { section: "finansiarer", .. }));
    assert_eq!(uses_of(&site, other).await, []);
    let mut connection = site.state.db.reader().acquire().await.unwrap();
    let unused = find_unused(&mut connection).await.unwrap();
    assert_eq!(unused.into_iter().collect::<Vec<_>>(), [other]);
}

#[tokio::test]
async fn a_used_picture_stays_and_an_unused_one_comes_back_from_the_trash() {
    let site = TestSite::new().await;
    let anna = staff(&site, "anna@exempel.se", Role::Editor).await;
    let (used, _) = everywhere(&site, &anna).await;
    let idle = picture(&site, "annan.jpg", (10, 10), None).await;
    let Thrown::InUse(places) = trash::throw(&site.state, &anna, used).await.unwrap() else { panic!() };
    assert_eq!(places.len(), 7);
    assert!(find(&site, used).await.trashed_at.is_none());
    assert!(matches!(trash::throw(&site.state, &anna, idle).await, Ok(Thrown::Trashed(_))));
    assert_eq!(find(&site, idle).await.trashed_at, Some(site.now()));
    trash::restore(&site.state, &anna, idle).await.unwrap();
    assert_eq!(find(&site, idle).await.trashed_at, None);
    let actions = "select count(*) from audit_log where about = 'annan.jpg'
                   and action in ('picture_trashed', 'picture_restored')";
    assert_eq!(site.count(actions).await, 2);
    let nothing = PictureId::random().unwrap();
    assert_eq!(trash::throw(&site.state, &anna, nothing).await, Err(AppError::NotFound));
}

#[tokio::test]
async fn writers_describe_their_own_pictures_and_editors_all() {
    let site = TestSite::new().await;
    let writer = staff(&site, "skribent@exempel.se", Role::Writer).await;
    let editor = staff(&site, "redaktor@exempel.se", Role::Editor).await;
    let own = picture(&site, "a.jpg", (10, 10), Some(writer.id)).await;
    let other = picture(&site, "b.jpg", (10, 10), Some(editor.id)).await;
    let typed = PictureWords {
        name: " Bron\n".into(),
        alt: "En bro i  snö".into(),
        caption: "Bron".into(),
        credit: "Bo".into(),
    };
    assert_eq!(words::describe(&site.state, &writer, own, &typed).await, Ok(Described::Saved));
    let saved = find(&site, own).await;
    assert_eq!((&*saved.name, &*saved.caption, &*saved.credit), ("Bron", "Bron", "Bo"));
    assert_eq!(words::describe(&site.state, &writer, other, &typed).await, Err(AppError::Forbidden));
    assert_eq!(words::describe(&site.state, &editor, own, &typed).await, Ok(Described::Saved));
    assert_eq!(site.count("select count(*) from audit_log where action = 'picture_changed'").await, 1);
    for (wrong, field) in [
        (PictureWords { name: " ".into(), ..typed.clone() }, "name"),
        (PictureWords { alt: "a".repeat(501), ..typed.clone() }, "alt"),
        (PictureWords { name: "bro.jpg".into(), alt: "bro.jpg".into(), ..typed.clone() }, "alt"),
    ] {
        let Ok(Described::Invalid(errors)) = words::describe(&site.state, &editor, own, &wrong).await else {
            panic!("{wrong:?}")
        };
        assert!(errors.message_for(field).is_some(), "{errors:?}");
    }
    assert_eq!(find(&site, own).await.name, "Bron", "what is refused changes nothing");
}

#[tokio::test]
async fn an_exchange_reaches_every_text_and_can_be_undone() {
    let site = TestSite::new().await;
    let anna = staff(&site, "anna@exempel.se", Role::Editor).await;
    let (id, _) = everywhere(&site, &anna).await;
    let before = uses_of(&site, id).await;
    let former = find(&site, id).await;
    let permit = QueuePermit::wait().await.unwrap();
    let broken = replace::replace(&site.state, &anna, &former, permit, b"GIF".to_vec()).await;
    assert_eq!(broken, Err(PictureError::WrongKind));
    assert_eq!(uses_of(&site, id).await, before, "a broken file changes nothing");

    let permit = QueuePermit::wait().await.unwrap();
    let new = replace::replace(&site.state, &anna, &former, permit, png(700, 300)).await.unwrap();
    assert!(new.has_other_proportions);
    assert_eq!((uses_of(&site, id).await.len(), uses_of(&site, new.id).await), (0, before.clone()));
    let shown = format!("/media/{}/700.webp#700x300", new.id);
    let bodies = "select count(*) from posts where instr(body_markdown, $1) > 0 and instr(body_html, 'width=\"700\"') > 0";
    let count: i64 = sqlx::query_scalar(bodies).bind(&shown).fetch_one(site.state.db.reader()).await.unwrap();
    assert_eq!(count, 2, "the size in the address follows");
    assert_eq!(site.count("select count(*) from drafts where saved_at > 5").await, 1, "open windows notice");
    let (old, put) = (find(&site, id).await, find(&site, new.id).await);
    assert_eq!((old.replaced_by, old.trashed_at), (Some(new.id), Some(site.now())));
    assert_eq!(put.name, "bro.jpg");

    assert_eq!(replace::undo(&site.state, &anna, new.id).await, Ok(id));
    assert_eq!((uses_of(&site, id).await, uses_of(&site, new.id).await.len()), (before, 0));
    assert!(find(&site, id).await.trashed_at.is_none() && find(&site, new.id).await.trashed_at.is_some());
    let sizes = "select count(*) from posts where instr(body_markdown, '.webp#1600x1067') > 0";
    assert_eq!(site.count(sizes).await, 2);
    assert_eq!(replace::undo(&site.state, &anna, new.id).await, Err(AppError::NotFound), "only once");
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn pictures_are_found_by_all_that_is_written_of_them() {
    let site = TestSite::new().await;
    let anna = staff(&site, "anna@exempel.se", Role::Editor).await;
    let id = picture(&site, "Älven.jpg", (1600, 900), Some(anna.id)).await;
    let drawn = picture(&site, "märke.svg", (100, 98), None).await;
    let mut writer = site.state.db.write_quietly().await.unwrap();
    pictures::set_words(&mut writer, id, ["Älven.jpg", "En å i snö", "Vid ån", "Åsa"]).await.unwrap();
    pictures::set_trashed(&mut writer, drawn, Some(UnixMillis(1)), None).await.unwrap();
    writer.commit().await.unwrap();
    let mut connection = site.state.db.reader().acquire().await.unwrap();
    let all = pictures::list(&mut connection).await.unwrap();
    let unused = find_unused(&mut connection).await.unwrap();
    let found = |filter: Filter| {
        let shown = all.iter().filter(|picture| filter.shows(picture, &unused));
        shown.map(|picture| picture.id).collect::<Vec<_>>()
    };
    let by_words = |words: &str| found(Filter { words: words.into(), ..Filter::default() });
    for words in ["älven", "SNÖ å", "vid", "åsa", "anna", ""] {
        assert_eq!(by_words(words), [id], "{words}");
    }
    assert_eq!(by_words("älven skog"), []);
    let on = |shelf| found(Filter { shelf, ..Filter::default() });
    assert_eq!(
        (on(Shelf::Unused), on(Shelf::Undescribed), on(Shelf::Trash)),
        (vec![id], vec![], vec![drawn])
    );
    let shaped = |shape| found(Filter { shape: Some(shape), ..Filter::default() });
    assert_eq!((shaped(Shape::Wide), shaped(Shape::High)), (vec![id], vec![]));
    assert_eq!(
        found(Filter { shape: Some(Shape::Square), shelf: Shelf::Trash, ..Filter::default() }),
        [drawn]
    );
    assert_eq!(found(Filter { by: Some(StaffId(99)), ..Filter::default() }), []);
    assert_eq!(found(Filter { year: Some(all[0].year()), ..Filter::default() }), [id]);
}
