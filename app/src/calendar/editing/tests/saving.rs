//! What a saved form changes, and what is refused.

use super::*;

#[tokio::test]
async fn the_default_form_is_of_the_next_december_and_creates_a_draft() {
    let site = TestSite::new().await;
    let first = december(&site).await;
    assert_eq!((first.slug.as_str(), first.version), ("2026", EditionVersion(2)));
    let next = default_form(&site.state).await.expect("a form");
    assert_eq!((next.slug.as_str(), next.first_day.as_str()), ("2027", "2027-12-01"));
    let form = EditionForm { slug: "2026".into(), state: "published".into(), ..next.clone() };
    let refused = begin(&site.state, &form).await;
    assert_eq!(refused_field(refused).0, "slug", "the address is taken");
    let form = EditionForm { state: "published".into(), ..next };
    let id = begin(&site.state, &form).await.expect("created");
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
        sure: "1".into(),
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
async fn texts_lose_their_day_only_when_it_is_confirmed_and_get_it_back() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    hang_on(&site, edition.id, 23, "tjugotre").await;
    hang_on(&site, edition.id, 24, "tjugofyra").await;
    let before = days(&site.state, &edition).await.expect("read");
    let mut form = EditionForm { days: "20".into(), ..edition.to_form() };
    let refused = save_version(&site, edition.id, 2, &form).await;
    assert!(matches!(refused, Err(EditionError::NotSure)), "{refused:?}");
    assert_eq!(site.count("select count(*) from doors where post_id is not null").await, 2);
    form.sure = "1".into();
    let saved =
        save(&site.state, &anna(), (edition.id, EditionVersion(2)), &form, false).await.expect("saved");
    assert_eq!((saved.moved, saved.lost), (0, 2));
    assert_eq!(site.count("select count(*) from doors where post_id is not null").await, 0);
    assert_eq!(
        site.count("select count(*) from posts where state = 'ready'").await,
        2,
        "they waited for their doors"
    );
    undo(&site.state, &anna(), (edition.id, EditionVersion(3)), true).await.expect("undone");
    assert_eq!(days(&site.state, &record(&site, edition.id).await).await.expect("read"), before);
    let form = EditionForm { days: "25".into(), sure: "1".into(), ..edition.to_form() };
    let saved = save_version(&site, edition.id, 4, &form).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionChanged);
    assert_eq!(site.count("select count(*) from doors").await, 25);
}
