use crate::calendar::EditionId;
use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;
use proptest::prelude::*;

use super::*;
use crate::audit_log::AuditAction;
use crate::calendar::EditionForm;
use crate::posts::PostKind;
use crate::posts::store::doors::hang;
use crate::posts::store::{NewPost, add_post};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff};
use crate::time::from_millis;

fn anna() -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
}

fn set_clock(site: &TestSite, at: &str) {
    site.state.clock.set(at.parse().expect("an instant"));
}

/// An edition that begins on the first of December 2026, published, on the seventh of that month.
async fn december(site: &TestSite) -> EditionRecord {
    set_clock(site, "2026-11-20T12:00:00+01:00");
    let typed = proposal(&site.state).await.expect("proposes");
    let Begun::Done(id) = begin(&site.state, &anna(), &typed).await.expect("answers") else {
        panic!("the proposal does not fit");
    };
    let published = EditionForm { state: "published".into(), ..typed };
    let saved = save(&site.state, &anna(), (id, 1), &published, false).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionPublished));
    set_clock(site, "2026-12-07T08:00:00+01:00");
    kept(site, id).await
}

async fn kept(site: &TestSite, id: EditionId) -> EditionRecord {
    find(site.state.db.reader(), id).await.expect("reads").expect("is there")
}

async fn hang_on(site: &TestSite, edition: EditionId, day: u16, slug: &str) -> PostId {
    let mut tx = site.state.db.write_content().await.expect("begins");
    let post =
        NewPost { published: true, body: "Hej.".into(), ..NewPost::draft(PostKind::Guldkorn, slug, "Titel") };
    let id = add_post(&mut tx, &post, UnixMillis(0)).await.expect("adds");
    hang(&mut tx, edition, day, id).await.expect("hangs");
    tx.commit().await.expect("commits");
    id
}

fn wrong(saved: Saved) -> (String, String) {
    match saved {
        Saved::Wrong(mut wrong) => wrong.remove(0),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_next_december_is_proposed_and_begun_as_a_draft() {
    let site = TestSite::new().await;
    let first = december(&site).await;
    assert_eq!((first.slug.as_str(), first.version), ("2026", 2));
    let next = proposal(&site.state).await.expect("proposes");
    assert_eq!((next.slug.as_str(), next.first_day.as_str()), ("2027", "2027-12-01"));
    let typed = EditionForm { slug: "2026".into(), state: "published".into(), ..next.clone() };
    let begun = begin(&site.state, &anna(), &typed).await.expect("answers");
    assert!(matches!(begun, Begun::Wrong(wrong) if wrong[0].0 == "slug"), "the address is taken");
    let typed = EditionForm { state: "published".into(), ..next };
    let Begun::Done(id) = begin(&site.state, &anna(), &typed).await.expect("answers") else { panic!("fits") };
    assert!(!kept(&site, id).await.is_public(), "a new edition is a draft, whatever was typed");
    assert_eq!(site.count("select count(*) from doors").await, 48);
    assert_eq!(site.count("select count(*) from audit_log").await, 3);
}

#[tokio::test]
async fn what_is_saved_changes_the_doors_and_their_texts() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let post = hang_on(&site, edition.id, 9, "nio").await;
    let typed = EditionForm {
        opens_at: "08:00".into(),
        labels: [("9".into(), " Nian ".into()), ("25".into(), "x".into())].into(),
        ..edition.typed()
    };
    let saved = save(&site.state, &anna(), (edition.id, 2), &typed, false).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionChanged));
    let at: UnixMillis = sqlx::query_scalar("select public_from from posts where id = $1")
        .bind(post)
        .fetch_one(site.state.db.reader())
        .await
        .expect("reads");
    assert_eq!(from_millis(at), "2026-12-09T08:00:00+01:00".parse().expect("an instant"));
    let days = days(&site.state, &kept(&site, edition.id).await).await.expect("reads");
    assert_eq!((days.len(), days[8].label.as_str()), (24, "Nian"));
}

#[tokio::test]
async fn nobody_saves_over_somebody_else() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let (mine, theirs) = (
        EditionForm { title: "Min".into(), ..edition.typed() },
        EditionForm { title: "Deras".into(), ..edition.typed() },
    );
    let bo = Staff { name: "Bo".into(), ..anna() };
    let done = save(&site.state, &bo, (edition.id, 2), &theirs, false).await.expect("answers");
    assert_eq!(done, Saved::Done(AuditAction::EditionChanged));
    let refused = save(&site.state, &anna(), (edition.id, 2), &mine, false).await.expect("answers");
    assert_eq!(refused, Saved::Overtaken);
    let now = kept(&site, edition.id).await;
    assert_eq!((now.title.as_str(), now.changed_by.as_str(), now.version), ("Deras", "Bo", 3));
    assert_eq!(
        save(&site.state, &anna(), (EditionId(4711), 1), &mine, false).await.expect("answers"),
        Saved::Unknown
    );
}

#[tokio::test]
async fn no_text_falls_off_its_door() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    hang_on(&site, edition.id, 23, "tjugotre").await;
    hang_on(&site, edition.id, 24, "tjugofyra").await;
    let typed = EditionForm { days: "20".into(), sure: "1".into(), ..edition.typed() };
    let (field, sentence) =
        wrong(save(&site.state, &anna(), (edition.id, 2), &typed, false).await.expect("answers"));
    assert!(field == "days" && sentence.contains("23–24"), "{field} {sentence}");
    assert_eq!(site.count("select count(*) from doors where post_id is not null").await, 2);
    let typed = EditionForm { days: "25".into(), ..edition.typed() };
    let saved = save(&site.state, &anna(), (edition.id, 2), &typed, false).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionChanged));
    assert_eq!(site.count("select count(*) from doors").await, 25);
}

#[tokio::test]
async fn open_doors_close_and_closed_ones_open_only_when_somebody_says_so() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let typed = edition.typed();
    for (change, words) in [
        (EditionForm { first_day: "2026-12-03".into(), ..typed.clone() }, "stänger lucka 6–7"),
        (EditionForm { opens_at: "09:00".into(), ..typed.clone() }, "stänger lucka 7"),
        (EditionForm { days: "3".into(), ..typed.clone() }, "stänger lucka 4–7"),
        (EditionForm { state: "draft".into(), ..typed.clone() }, "stänger lucka 1–7"),
        (EditionForm { first_day: "2026-11-28".into(), ..typed.clone() }, "öppnar lucka 8–10"),
        (EditionForm { time_zone: "America/Anchorage".into(), ..typed.clone() }, "stänger lucka 7"),
    ] {
        let saved = save(&site.state, &anna(), (edition.id, 2), &change, false).await.expect("answers");
        let (field, sentence) = wrong(saved);
        assert!(field == "sure" && sentence.contains(words), "{field} {sentence}");
    }
    assert_eq!(kept(&site, edition.id).await, edition, "nothing was changed");
    // What readers do not notice needs no word.
    let harmless = EditionForm { opens_at: "07:00".into(), title: "Ny".into(), ..typed.clone() };
    let saved = save(&site.state, &anna(), (edition.id, 2), &harmless, true).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionChanged));
    let hidden = EditionForm { state: "draft".into(), sure: "1".into(), ..typed };
    let saved = save(&site.state, &anna(), (edition.id, 3), &hidden, false).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionHidden));
    // A draft has no open doors.
    let again = EditionForm { first_day: "2027-12-01".into(), sure: String::new(), ..hidden };
    let saved = save(&site.state, &anna(), (edition.id, 4), &again, false).await.expect("answers");
    assert_eq!(saved, Saved::Done(AuditAction::EditionChanged));
}

#[tokio::test]
async fn an_edition_is_found_where_it_was_before() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let (state, id) = (&site.state, edition.id);
    let typed = EditionForm { slug: "jul".into(), ..edition.typed() };
    save(state, &anna(), (id, 2), &typed, false).await.expect("answers");
    for (path, now) in [
        ("/kalender/2026", Some("/kalender/jul")),
        ("/kalender/2026.ics", Some("/kalender/jul.ics")),
        ("/kalender/2026/lucka/7", Some("/kalender/jul/lucka/7")),
        ("/bild/kalender/2026/lucka/7.png", Some("/bild/kalender/jul/lucka/7.png")),
        ("/kalender/jul", None),
        ("/kalender/", None),
        ("/blogg/2026", None),
    ] {
        assert_eq!(redirect_from(state, path).await.expect("reads").as_deref(), now, "{path}");
    }
    // Back again: the address is its own, and not one of before.
    save(state, &anna(), (id, 3), &edition.typed(), false).await.expect("answers");
    assert_eq!(redirect_from(state, "/kalender/2026").await.expect("reads"), None);
    assert_eq!(
        redirect_from(state, "/kalender/jul").await.expect("reads").as_deref(),
        Some("/kalender/2026")
    );
    // Another edition may have the old address; a draft is nobody's business.
    let next = EditionForm { slug: "jul".into(), ..proposal(state).await.expect("proposes") };
    let Begun::Done(_) = begin(state, &anna(), &next).await.expect("answers") else { panic!("fits") };
    assert_eq!(redirect_from(state, "/kalender/jul").await.expect("reads"), None);
    let hidden =
        EditionForm { slug: "gomd".into(), state: "draft".into(), sure: "1".into(), ..edition.typed() };
    save(state, &anna(), (id, 4), &hidden, false).await.expect("answers");
    assert_eq!(redirect_from(state, "/kalender/2026").await.expect("reads"), None);
}

#[tokio::test]
async fn what_is_missing_is_told_and_is_urgent_within_a_week() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let post = hang_on(&site, edition.id, 8, "atta").await;
    let newest = r#"{"title":"Ny titel","form":"quote","quote":"Hej","picture":"1","source":""}"#;
    let mut tx = site.state.db.write_content().await.expect("begins");
    sqlx::query("insert into revisions (post_id, number, content, saved_at) values ($1, 1, $2, 0)")
        .bind(post)
        .bind(newest)
        .execute(&mut *tx)
        .await
        .expect("adds");
    tx.commit().await.expect("commits");
    hang_on(&site, edition.id, 1, "ett").await;
    let days = days(&site.state, &edition).await.expect("reads");
    let hung = days[7].hung.as_ref().expect("hangs");
    assert_eq!((hung.title.as_str(), hung.form, hung.state), ("Ny titel", "citat", "schemalagd"));
    assert_eq!(days[7].missing, ["ingen källa", "ingen alternativtext"]);
    assert_eq!(days[0].hung.as_ref().map(|hung| hung.state), Some("publicerad"));
    assert!(days[0].missing.is_empty());
    assert_eq!(days[8].missing, ["ingen text"]);
    let urgent: Vec<_> = days.iter().filter(|day| day.is_urgent).map(|day| day.number).collect();
    assert_eq!(ranges(&urgent), "2–14", "open already, or within a week");
    assert_eq!(hung_counts(site.state.db.reader()).await.expect("reads")[&edition.id], 2);
}

fn typed() -> impl Strategy<Value = EditionForm> {
    let date = prop_oneof!["[0-9]{4}-[01][0-9]-[0-3][0-9]", ".{0,12}"];
    let days = prop_oneof![(-2_i64..400).prop_map(|days| days.to_string()), ".{0,6}".prop_map(|text| text)];
    let time = prop_oneof!["[0-2][0-9][:.][0-6][0-9]", ".{0,6}"];
    let zone = prop_oneof![
        Just("Europe/Stockholm".to_owned()),
        Just("Pacific/Apia".to_owned()),
        ".{0,12}".prop_map(|text| text)
    ];
    let word =
        || prop_oneof![Just("published".to_owned()), Just("grid".to_owned()), ".{0,5}".prop_map(|text| text)];
    let labels = proptest::collection::btree_map("[0-9a-z]{0,4}", ".{0,8}", 0..4);
    let texts = (".{0,9}", ".{0,9}", "\\PC{0,20}", "[a-z0-9-]{0,5}|.{0,5}");
    (texts, date, days, time, zone, (word(), word(), word(), word()), labels).prop_map(
        |((title, lead, introduction, slug), first_day, days, opens_at, time_zone, words, labels)| {
            let (scene, order, state, sure) = words;
            EditionForm {
                title,
                lead,
                introduction,
                slug,
                first_day,
                days,
                opens_at,
                time_zone,
                scene,
                order,
                state,
                sure,
                labels,
            }
        },
    )
}

/// Whatever is typed gets an answer, and what is saved can be read again.
#[test]
fn any_form_gets_an_answer() {
    let runtime = tokio::runtime::Runtime::new().expect("starts");
    let (site, id) = runtime.block_on(async {
        let site = TestSite::new().await;
        let id = december(&site).await.id;
        (site, id)
    });
    proptest!(ProptestConfig::with_cases(96), |(typed in typed(), shuffle: bool)| {
        runtime.block_on(async {
            let now = kept(&site, id).await;
            let saved = save(&site.state, &anna(), (id, now.version), &typed, shuffle).await;
            if saved.expect("an answer") != Saved::Overtaken {
                let after = kept(&site, id).await;
                let days = days(&site.state, &after).await.expect("reads");
                assert_eq!(days.len(), usize::from(after.schedule().expect("can be").days()));
            }
        });
    });
}
