//! The list against a real database: what each filter lets through, and in which order.

use crate::staff::StaffId;
use crate::time::UnixMillis;
use proptest::prelude::*;
use tokio::runtime::Runtime;

use crate::posts::list::{Filter, ListedPost};
use crate::posts::store::choices::Choices;
use crate::posts::store::{NewPost, NewRendition, add_post, add_rendition, lists as store};
use crate::posts::tags::{Tag, add_tag};
use crate::posts::testing::act;
use crate::posts::trash::move_to_trash;
use crate::posts::{GuldkornForm, PostContent, PostKind, PostState, PostStatus, RenditionKind};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff};
use crate::time::parse_local;

fn at(local: &str) -> UnixMillis {
    parse_local(local).expect("a time")
}

/// A site with a text of every kind and status. The clock stands in November 2026.
async fn site() -> TestSite {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let mut tx = site.state.db.write_content().await.unwrap();
    add_tag(&mut tx, &Tag { slug: "mod".into(), name: "Mod".into() }).await.unwrap();
    let text = |kind, slug: &str, title: &str| {
        NewPost::draft(kind, slug, title).with_content(|content| {
            content.body = "Första steget.".into();
        })
    };
    let public =
        |post: NewPost, from: &str| NewPost { published: true, published_at: Some(at(from)), ..post };
    let texts = [
        text(PostKind::Article, "utkast", "Åtta steg"),
        public(text(PostKind::Article, "gammal", "ärlighet"), "2020-06-01T08:00"),
        public(text(PostKind::Article, "kommande", "Öppet hus"), "2027-01-01T08:00"),
        public(text(PostKind::Guldkorn, "citat", "zebra"), "2026-01-01T08:00").with_content(|content| {
            content.form = Some(GuldkornForm::Quote);
            content.quote = "Jag vågade fråga.".into();
            content.source = "deltagare, 28 år".into();
            content.author = "Redaktionen".into();
            content.tags = vec!["mod".into()];
        }),
        text(PostKind::Guldkorn, "berattelse", "Ett <b>namn</b>").with_content(|content| {
            content.sensitive = true;
        }),
        text(PostKind::Voice, "rost", "Rösten"),
        text(PostKind::Page, "om", "Om oss"),
    ];
    for (number, post) in texts.iter().enumerate() {
        let changed = at("2026-10-01T08:00") + i64::try_from(number).unwrap();
        add_post(&mut tx, post, changed).await.unwrap();
    }
    for (slug, state) in [("berattelse", "ready"), ("rost", "withdrawn")] {
        sqlx::query("update posts set state = $2 where slug = $1")
            .bind(slug)
            .bind(state)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    sqlx::query("update posts set created_by = 1 where slug = 'utkast'").execute(&mut *tx).await.unwrap();
    let original =
        sqlx::query_scalar("select id from posts where slug = 'gammal'").fetch_one(&mut *tx).await.unwrap();
    let content = PostContent { title: "Lätt zebra".into(), ..PostContent::default() };
    let rendition = NewRendition { original, told: RenditionKind::EasyRead, content, published_at: None };
    add_rendition(&mut tx, &rendition, UnixMillis(0)).await.unwrap();
    crate::search_index::index_waiting(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    site
}

async fn found(site: &TestSite, query: &str) -> Vec<ListedPost> {
    let (filter, reader) = (Filter::parse(query), site.state.db.reader());
    let rows = store::page(reader, &filter, site.now(), 25, 0).await.unwrap();
    assert_eq!(store::count(reader, &filter, site.now()).await.unwrap() as usize, rows.len(), "{query}");
    rows
}

async fn slugs(site: &TestSite, query: &str) -> Vec<String> {
    found(site, query).await.into_iter().map(|text| text.slug).collect()
}

#[tokio::test]
async fn each_filter_lets_through_what_it_says() {
    let site = site().await;
    for (query, expected) in [
        ("", vec!["rost", "berattelse", "citat", "kommande", "gammal", "utkast"]),
        ("sort=publicering", vec!["kommande", "citat", "gammal", "rost", "berattelse", "utkast"]),
        ("sort=titel", vec!["berattelse", "rost", "citat", "utkast", "gammal", "kommande"]),
        ("status=utkast", vec!["utkast"]),
        ("status=klar", vec!["berattelse"]),
        ("status=schemalagd", vec!["kommande"]),
        ("status=publicerad", vec!["citat", "gammal"]),
        ("status=tillbakadragen", vec!["rost"]),
        ("status=papperskorg", vec![]),
        ("typ=artikel", vec!["kommande", "gammal", "utkast"]),
        ("typ=guldkorn", vec!["berattelse", "citat"]),
        ("typ=citat", vec!["citat"]),
        ("typ=rost", vec!["rost"]),
        ("etikett=mod", vec!["citat"]),
        ("lattlast=finns", vec!["gammal"]),
        ("lattlast=saknas&typ=artikel", vec!["kommande", "utkast"]),
        ("av=Redaktionen", vec!["citat"]),
        ("av=%401", vec!["utkast"]),
        ("ar=2020", vec!["gammal"]),
        ("ar=2027", vec!["kommande"]),
        ("ar=2026", vec!["rost", "berattelse", "citat", "utkast"]),
        ("q=%C3%85tta", vec!["utkast"]),
        ("q=v%C3%A5gad", vec!["citat"]),
        ("q=vagade", vec![]),
        ("q=deltagare", vec!["citat"]),
        ("q=steg&status=utkast", vec!["utkast"]),
        ("q=steg&typ=rost&status=klar", vec![]),
        ("q=om+oss", vec![]),
    ] {
        assert_eq!(slugs(&site, query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn a_row_says_what_somebody_has_to_know() {
    let site = site().await;
    let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
    let now = site.now();
    let row = async |query: &str| found(&site, query).await.remove(0);
    assert_eq!(row("q=zebra").await.status_in_words(now), "Publicerad 1\u{a0}januari 2026");
    let coming = row("status=schemalagd").await;
    assert_eq!(coming.status_in_words(now), "Schemalagd till fredag 1\u{a0}januari 2027 kl.\u{a0}08.00");
    assert_eq!(row("q=zebra").await.kind_in_words(), "Guldkorn: citat");
    assert!(row("status=klar").await.sensitive);

    let post = row("status=utkast").await.id;
    act!(&site.state, &anna, move_to_trash, post).unwrap();
    let thrown = row("status=papperskorg").await;
    assert_eq!(thrown.end_in_words(now).as_deref(), Some("Raderas för gott om 30 dagar"));
    assert_eq!(thrown.change_in_words(now), "Ändrad nyss av Anna");
    assert_eq!(thrown.status(now), PostStatus::Trash);
    assert!(slugs(&site, "").await.iter().all(|slug| slug != "utkast"));
}

#[tokio::test]
async fn only_what_there_is_can_be_chosen() {
    let site = site().await;
    let choices = Choices::load(site.state.db.reader()).await.unwrap();
    assert_eq!(choices.tags, [("mod".into(), "Mod".into())]);
    assert_eq!(
        (choices.bylines, choices.beginners),
        (vec!["Redaktionen".into()], vec![(StaffId(1), "Anna".into())])
    );
    assert_eq!(choices.years, [2027, 2026, 2025, 2024, 2023, 2022, 2021, 2020]);
    assert_eq!(Choices::load(TestSite::new().await.state.db.reader()).await.unwrap(), Choices::default());
}

#[test]
fn whatever_the_query_there_is_an_answer_and_filters_only_narrow() {
    let runtime = Runtime::new().unwrap();
    let site = runtime.block_on(site());
    let all = runtime.block_on(slugs(&site, "")).len();
    let names = "(q|status|typ|etikett|av|lattlast|ar|sort|sida|x)";
    let values = "(utkast|klar|schemalagd|publicerad|papperskorg|artikel|citat|mod|Redaktionen|%401|2026|steg|\
                  titel|publicering|finns|saknas|-1|[^&]{0,10})";
    let query = format!("({names}={values}&){{0,8}}");
    proptest!(ProptestConfig::with_cases(200), |(query in query.as_str())| {
        let narrow = runtime.block_on(found(&site, &query));
        let is_trash = Filter::parse(&query).status == Some(PostStatus::Trash);
        prop_assert!(narrow.len() <= all);
        prop_assert!(narrow.iter().all(|text| (text.state == PostState::Trash) == is_trash));
        // What two filters let through, each of them lets through.
        let wider = Filter { words: String::new(), ..Filter::parse(&query) };
        let wider = wider.address();
        let wider = runtime.block_on(slugs(&site, wider.split_once('?').map_or("", |(_, query)| query)));
        prop_assert!(narrow.iter().all(|text| wider.contains(&text.slug)), "{}", query);
    });
}
