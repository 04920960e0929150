use proptest::prelude::*;

use super::*;
use crate::audit_log::AuditAction;
use crate::calendar::{EditionForm, EditionId, EditionVersion};
use crate::posts::store::doors::hang;
use crate::posts::store::{NewPost, add_post};
use crate::posts::{PostId, PostKind};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::{UnixMillis, from_millis};

fn anna() -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
}

fn set_clock(site: &TestSite, at: &str) {
    site.state.clock.set(at.parse().expect("an instant"));
}

/// An edition that begins on the first of December 2026, published, on the seventh of that month.
async fn december(site: &TestSite) -> EditionRecord {
    set_clock(site, "2026-11-20T12:00:00+01:00");
    let form = default_form(&site.state).await.expect("a form");
    let id = create(&site.state, &anna(), &form).await.expect("created");
    let published = EditionForm { state: "published".into(), ..form };
    let saved = save_version(site, id, 1, &published).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionPublished);
    set_clock(site, "2026-12-07T08:00:00+01:00");
    record(site, id).await
}

async fn record(site: &TestSite, id: EditionId) -> EditionRecord {
    find(site.state.db.reader(), id).await.expect("read").expect("an edition")
}

/// Saves a form made of a version, as Anna.
async fn save_version(
    site: &TestSite,
    id: EditionId,
    version: i64,
    form: &EditionForm,
) -> Result<AuditAction, EditionError> {
    let saved = save(&site.state, &anna(), (id, EditionVersion(version)), form, false).await;
    saved.map(|saved| saved.action)
}

async fn hang_on(site: &TestSite, edition: EditionId, day: u16, slug: &str) -> PostId {
    let mut tx = site.state.db.write_content().await.expect("begins");
    let post = NewPost {
        published: true,
        ..NewPost::draft(PostKind::Guldkorn, slug, "Ett namn").with_content(|content| {
            content.body = "Hej.".into();
        })
    };
    let id = add_post(&mut tx, &post, UnixMillis(0)).await.expect("adds");
    hang(&mut tx, edition, day, id).await.expect("hangs");
    tx.commit().await.expect("commits");
    id
}

/// The first refused field, with its message.
fn refused_field<T: std::fmt::Debug>(result: Result<T, EditionError>) -> (String, String) {
    match result {
        Err(EditionError::Invalid(errors)) => {
            let (field, message) = errors.iter().next().expect("an error");
            (field.to_owned(), message.to_owned())
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_default_form_is_of_the_next_december_and_creates_a_draft() {
    let site = TestSite::new().await;
    let first = december(&site).await;
    assert_eq!((first.slug.as_str(), first.version), ("2026", EditionVersion(2)));
    let next = default_form(&site.state).await.expect("a form");
    assert_eq!((next.slug.as_str(), next.first_day.as_str()), ("2027", "2027-12-01"));
    let form = EditionForm { slug: "2026".into(), state: "published".into(), ..next.clone() };
    let refused = create(&site.state, &anna(), &form).await;
    assert_eq!(refused_field(refused).0, "slug", "the address is taken");
    let form = EditionForm { state: "published".into(), ..next };
    let id = create(&site.state, &anna(), &form).await.expect("created");
    assert!(!record(&site, id).await.is_published(), "a new edition is a draft, whatever was typed");
    assert_eq!(site.count("select count(*) from doors").await, 48);
    assert_eq!(site.count("select count(*) from audit_log").await, 3);
}

#[tokio::test]
async fn saving_changes_the_doors_and_when_their_posts_are_public() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let post = hang_on(&site, edition.id, 9, "nio").await;
    let form = EditionForm {
        opens_at: "08:00".into(),
        sure: "1".into(),
        labels: [("9".into(), " Nian ".into()), ("25".into(), "x".into())].into(),
        ..edition.to_form()
    };
    let saved = save_version(&site, edition.id, 2, &form).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionChanged);
    let at: UnixMillis = sqlx::query_scalar("select public_from from posts where id = $1")
        .bind(post)
        .fetch_one(site.state.db.reader())
        .await
        .expect("reads");
    assert_eq!(from_millis(at), "2026-12-09T08:00:00+01:00".parse().expect("an instant"));
    let days = days(&site.state, &record(&site, edition.id).await).await.expect("reads");
    assert_eq!((days.len(), days[8].label.as_str()), (24, "Nian"));
}

#[tokio::test]
async fn the_audit_log_names_the_doors_chosen_as_the_best() {
    let site = TestSite::new().await;
    let mut edition = december(&site).await;
    for (typed, logged) in [
        ("13, 3", "Kalendern 2026: årets bästa är lucka 13, 3"),
        ("", "Kalendern 2026: inga lyfts fram som årets bästa"),
    ] {
        let form = EditionForm { best_doors: typed.into(), ..edition.to_form() };
        save(&site.state, &anna(), (edition.id, edition.version), &form, false).await.expect("saved");
        edition = record(&site, edition.id).await;
        let last: String = sqlx::query_scalar("select about from audit_log order by id desc limit 1")
            .fetch_one(site.state.db.reader())
            .await
            .expect("an entry");
        assert_eq!(last, logged);
    }
}

#[tokio::test]
async fn a_form_of_an_older_version_is_refused() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let (mine, theirs) = (
        EditionForm { title: "Min".into(), ..edition.to_form() },
        EditionForm { title: "Deras".into(), ..edition.to_form() },
    );
    let bo = Staff { name: "Bo".into(), ..anna() };
    let saved = save(&site.state, &bo, (edition.id, EditionVersion(2)), &theirs, false).await;
    assert_eq!(saved.expect("saved").action, AuditAction::EditionChanged);
    let refused = save_version(&site, edition.id, 2, &mine).await;
    assert!(matches!(refused, Err(EditionError::Conflict)), "{refused:?}");
    let now = record(&site, edition.id).await;
    assert_eq!(
        (now.title.as_str(), now.changed_by.as_str(), now.version),
        ("Deras", "Bo", EditionVersion(3))
    );
    let refused = save_version(&site, EditionId(4711), 1, &mine).await;
    assert!(matches!(refused, Err(EditionError::NotFound)), "{refused:?}");
}

#[tokio::test]
async fn a_save_that_fails_in_its_last_step_changes_nothing() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let mut tx = site.state.db.write_content().await.expect("begins");
    let fail = "create trigger fail before insert on audit_log begin select raise(abort, 'full'); end";
    sqlx::query(fail).execute(&mut *tx).await.expect("a trigger");
    tx.commit().await.expect("commits");
    let form = EditionForm {
        slug: "jul".into(),
        days: "25".into(),
        labels: [("9".into(), "Nian".into())].into(),
        ..edition.to_form()
    };
    let failed = save_version(&site, edition.id, 2, &form).await;
    assert!(matches!(failed, Err(EditionError::Database(_))), "{failed:?}");
    assert_eq!(record(&site, edition.id).await, edition);
    assert_eq!(site.count("select count(*) from doors where label = ''").await, 24);
    assert_eq!(site.count("select count(*) from edition_redirects").await, 0);
}

#[tokio::test]
async fn no_post_loses_its_door_by_a_change_of_the_edition() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    hang_on(&site, edition.id, 23, "tjugotre").await;
    hang_on(&site, edition.id, 24, "tjugofyra").await;
    let form = EditionForm { days: "20".into(), sure: "1".into(), ..edition.to_form() };
    let (field, message) = refused_field(save_version(&site, edition.id, 2, &form).await);
    assert!(field == "days" && message.contains("23–24"), "{field} {message}");
    assert_eq!(site.count("select count(*) from doors where post_id is not null").await, 2);
    let form = EditionForm { days: "25".into(), ..edition.to_form() };
    let saved = save_version(&site, edition.id, 2, &form).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionChanged);
    assert_eq!(site.count("select count(*) from doors").await, 25);
}

#[tokio::test]
async fn doors_close_or_open_at_once_only_when_it_is_confirmed() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let form = edition.to_form();
    for (change, expected) in [
        (EditionForm { first_day: "2026-12-03".into(), ..form.clone() }, "stänger lucka 6–7"),
        (EditionForm { opens_at: "09:00".into(), ..form.clone() }, "stänger lucka 7"),
        (EditionForm { days: "3".into(), ..form.clone() }, "stänger lucka 4–7"),
        (EditionForm { state: "draft".into(), ..form.clone() }, "stänger lucka 1–7"),
        (EditionForm { first_day: "2026-11-28".into(), ..form.clone() }, "öppnar lucka 8–10"),
        (EditionForm { time_zone: "America/Anchorage".into(), ..form.clone() }, "stänger lucka 7"),
    ] {
        let (field, message) = refused_field(save_version(&site, edition.id, 2, &change).await);
        assert!(field == "sure" && message.contains(expected), "{field} {message}");
    }
    assert_eq!(record(&site, edition.id).await, edition, "nothing was changed");
    // What readers do not notice needs no confirmation.
    let harmless = EditionForm { opens_at: "07:00".into(), title: "Ny".into(), ..form.clone() };
    let saved = save(&site.state, &anna(), (edition.id, EditionVersion(2)), &harmless, true).await;
    assert_eq!(saved.expect("saved").action, AuditAction::EditionChanged);
    let hidden = EditionForm { state: "draft".into(), sure: "1".into(), ..form };
    let saved = save_version(&site, edition.id, 3, &hidden).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionHidden);
    // A draft has no open doors.
    let again = EditionForm { first_day: "2027-12-01".into(), sure: String::new(), ..hidden };
    let saved = save_version(&site, edition.id, 4, &again).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionChanged);
}

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
    create(state, &anna(), &next).await.expect("created");
    assert_eq!(redirect_from(state, "/kalender/jul").await.expect("read"), None);
    let hidden =
        EditionForm { slug: "gomd".into(), state: "draft".into(), sure: "1".into(), ..edition.to_form() };
    save_version(&site, id, 4, &hidden).await.expect("saved");
    assert_eq!(redirect_from(state, "/kalender/2026").await.expect("read"), None);
}

#[tokio::test]
async fn days_list_what_is_missing_and_are_urgent_within_a_week() {
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
    assert_eq!(days[7].missing, ["ingen egen rubrik", "ingen källa", "ingen bildbeskrivning"]);
    assert_eq!(days[0].hung.as_ref().map(|hung| hung.state), Some("publicerad"));
    assert!(days[0].missing.is_empty());
    assert_eq!(days[8].missing, ["ingen text"]);
    let urgent: Vec<_> = days.iter().filter(|day| day.is_urgent).map(|day| day.number).collect();
    assert_eq!(day_list(&urgent), "2–14", "open already, or within a week");
    assert_eq!(texts_in_words(&days), "2 dagar har en text. Tomma: dag 2–7 och 9–24.");
}

#[tokio::test]
async fn changes_of_dates_and_times_are_counted_and_others_are_not() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let form = edition.to_form();
    let counted = async || -> (u32, Option<UnixMillis>) {
        sqlx::query_as("select reschedulings, rescheduled_at from editions")
            .fetch_one(site.state.db.reader())
            .await
            .expect("read")
    };
    assert_eq!(form.reminds_at, "08:00");
    let retitled = EditionForm { title: "Ett annat namn".into(), lead: "En rad".into(), ..form.clone() };
    save_version(&site, edition.id, 2, &retitled).await.expect("saved");
    assert_eq!(counted().await, (0, None));
    let now = site.state.clock.now_millis();
    let changes = [
        EditionForm { reminds_at: "07:30".into(), ..form.clone() },
        EditionForm { reminds_at: "07:30".into(), opens_at: "06:00".into(), ..form.clone() },
        EditionForm { opens_at: "06:00".into(), days: "23".into(), ..form.clone() },
    ];
    for (version, changed) in (3..).zip(changes) {
        save_version(&site, edition.id, version, &changed).await.expect("saved");
        assert_eq!(counted().await, (u32::try_from(version - 2).expect("small"), Some(now)));
    }
    let refused = EditionForm { reminds_at: "åtta".into(), ..form.clone() };
    assert!(matches!(save_version(&site, edition.id, 6, &refused).await, Err(EditionError::Invalid(_))));
    let reserved = EditionForm { slug: "idag".into(), ..form };
    assert!(matches!(save_version(&site, edition.id, 6, &reserved).await, Err(EditionError::Invalid(_))));
}

fn any_form() -> impl Strategy<Value = EditionForm> {
    let date = prop_oneof!["[0-9]{4}-[01][0-9]-[0-3][0-9]", ".{0,12}"];
    let days = prop_oneof![(-2_i64..400).prop_map(|days| days.to_string()), ".{0,6}".prop_map(|text| text)];
    let time = || prop_oneof!["[0-2][0-9][:.][0-6][0-9]", ".{0,6}"];
    let zone = prop_oneof![
        Just("Europe/Stockholm".to_owned()),
        Just("Pacific/Apia".to_owned()),
        ".{0,12}".prop_map(|text| text)
    ];
    let word =
        || prop_oneof![Just("published".to_owned()), Just("grid".to_owned()), ".{0,5}".prop_map(|text| text)];
    let labels = proptest::collection::btree_map("[0-9a-z]{0,4}", ".{0,8}", 0..4);
    let texts = (".{0,9}", ".{0,9}", "\\PC{0,20}", "[a-z0-9-]{0,5}|.{0,5}");
    (texts, date, days, (time(), time()), zone, (word(), word(), word(), word()), labels).prop_map(
        |((title, lead, introduction, slug), first_day, days, times, time_zone, words, labels)| {
            let (scene, order, state, sure) = words;
            let (opens_at, reminds_at) = times;
            EditionForm {
                title,
                lead_before: lead.clone(),
                lead_last: lead.clone(),
                lead_after: lead.clone(),
                best_doors: lead.clone(),
                lead,
                introduction,
                slug,
                first_day,
                days,
                opens_at,
                reminds_at,
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

/// Whatever is typed is saved or refused, and what is saved can be read.
#[test]
fn any_form_is_saved_or_refused() {
    let runtime = tokio::runtime::Runtime::new().expect("starts");
    let (site, id) = runtime.block_on(async {
        let site = TestSite::new().await;
        let id = december(&site).await.id;
        (site, id)
    });
    proptest!(ProptestConfig::with_cases(96), |(form in any_form(), reshuffle: bool)| {
        runtime.block_on(async {
            let before = record(&site, id).await;
            let saved = save(&site.state, &anna(), (id, before.version), &form, reshuffle).await;
            let after = record(&site, id).await;
            match saved {
                Ok(_) => assert_eq!(after.version, before.version.next()),
                Err(EditionError::Invalid(_)) => assert_eq!(after, before, "nothing is written"),
                Err(error) => panic!("{error:?}"),
            }
            let days = days(&site.state, &after).await.expect("read");
            assert_eq!(days.len(), usize::from(after.schedule.days()));
        });
    });
}
