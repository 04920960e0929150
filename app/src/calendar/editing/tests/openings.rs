//! Changes by which doors open or close, and what days are missing.

use super::*;

#[tokio::test]
async fn doors_close_or_open_at_once_only_when_it_is_confirmed() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let form = edition.to_form();
    for (change, expected) in [
        (EditionForm { first_day: "2026-12-03".into(), ..form.clone() }, ("6–7", "")),
        (EditionForm { opens_at: "09:00".into(), ..form.clone() }, ("7", "")),
        (EditionForm { days: "3".into(), ..form.clone() }, ("4–7", "")),
        (EditionForm { state: "draft".into(), ..form.clone() }, ("1–7", "")),
        (EditionForm { first_day: "2026-11-28".into(), ..form.clone() }, ("", "8–10")),
        (EditionForm { time_zone: "America/Anchorage".into(), ..form.clone() }, ("7", "")),
    ] {
        let refused = save_version(&site, edition.id, 2, &change).await;
        assert!(matches!(refused, Err(EditionError::NotSure)), "{refused:?}");
        let moves = Moves::by_form(&edition, &change, site.state.clock.now()).expect("a form");
        assert_eq!((&*day_list(&moves.closing), &*day_list(&moves.opening)), expected);
    }
    assert_eq!(record(&site, edition.id).await, edition, "nothing was changed");
    // What moves no day needs no confirmation.
    let harmless = EditionForm { reminds_at: "07:00".into(), title: "Ny".into(), ..form.clone() };
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
        EditionForm {
            reminds_at: "07:30".into(),
            opens_at: "06:00".into(),
            sure: "1".into(),
            ..form.clone()
        },
        EditionForm { opens_at: "06:00".into(), days: "23".into(), sure: "1".into(), ..form.clone() },
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
