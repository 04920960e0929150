//! Undoing the last change of an edition's settings.

use super::*;

fn any_change() -> impl Strategy<Value = (EditionForm, bool)> {
    let days = prop_oneof![1_u16..=24, 24_u16..=40];
    let zone = prop_oneof![Just("Europe/Stockholm"), Just("Pacific/Apia")];
    // Never "idag", an address that no edition may have.
    let slug = "[a-z]{1,5}".prop_filter("the address of today's door", |slug| slug != "idag");
    let texts = ("[a-zåäö]{1,9}", "[a-zåäö]{0,9}", slug, "[1-9]{0,1}");
    let label = prop_oneof![Just(String::new()), "[a-zåäö]{1,5}"];
    (texts, 1_u8..=28, days, 0_u8..24, zone, (any::<bool>(), any::<bool>(), any::<bool>()), label).prop_map(
        |((title, lead, slug, best), day, days, hour, zone, (is_grid, is_draft, reshuffle), label)| {
            let form = EditionForm {
                title,
                introduction: lead.clone(),
                lead,
                slug,
                best_doors: best
                    .parse()
                    .ok()
                    .filter(|best: &u16| *best <= days)
                    .map(|_| best)
                    .unwrap_or_default(),
                first_day: format!("2026-12-{day:02}"),
                days: days.to_string(),
                opens_at: format!("{hour:02}:00"),
                time_zone: zone.into(),
                scene: if is_grid { "grid" } else { "town" }.into(),
                order: "shuffled".into(),
                state: if is_draft { "draft" } else { "published" }.into(),
                sure: "1".into(),
                labels: [("3".into(), label)].into(),
                ..EditionForm::default()
            };
            (form, reshuffle)
        },
    )
}

/// Whatever is changed, undoing gives the settings, the days with their names and the texts on them back.
#[test]
fn undoing_is_the_inverse_of_any_change() {
    let runtime = tokio::runtime::Runtime::new().expect("starts");
    let (site, id) = runtime.block_on(async {
        let site = TestSite::new().await;
        let edition = december(&site).await;
        for day in [1, 3, 8, 24] {
            hang_on(&site, edition.id, day, &format!("text-{day}")).await;
        }
        let named = EditionForm { labels: [("3".into(), "Tre".into())].into(), ..edition.to_form() };
        save_version(&site, edition.id, 2, &named).await.expect("saved");
        (site, edition.id)
    });
    proptest!(ProptestConfig::with_cases(48), |((form, reshuffle) in any_change())| {
        runtime.block_on(async {
            let before = record(&site, id).await;
            let days_before = days(&site.state, &before).await.expect("read");
            save(&site.state, &anna(), (id, before.version), &form, reshuffle).await.expect("saved");
            let changed = record(&site, id).await;
            assert!(last_change(&site.state, &changed).await.expect("read").is_some());
            undo(&site.state, &anna(), (id, changed.version), true).await.expect("undone");
            let after = record(&site, id).await;
            assert_eq!(EditionRecord { version: before.version, changed_by: before.changed_by.clone(), ..after.clone() }, before);
            assert_eq!(days(&site.state, &after).await.expect("read"), days_before);
            assert_eq!(last_change(&site.state, &after).await.expect("read"), None);
        });
    });
}

#[tokio::test]
async fn undoing_refuses_when_something_has_changed_since() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let id = edition.id;
    let at = |version| (id, EditionVersion(version));
    let longer = EditionForm { days: "30".into(), sure: "1".into(), ..edition.to_form() };
    save_version(&site, id, 2, &longer).await.expect("saved");
    let last = last_change(&site.state, &record(&site, id).await).await.expect("read").expect("a change");
    assert_eq!(last.about, "antal luckor 24 → 30");

    // A text that came on a day that would go.
    hang_on(&site, id, 30, "trettio").await;
    let refused = undo(&site.state, &anna(), at(3), true).await;
    assert!(matches!(refused, Err(EditionError::TextsMoved)), "{refused:?}");

    // A later change is the last one, and only that is undone.
    let renamed = EditionForm { title: "Ny".into(), ..record(&site, id).await.to_form() };
    save_version(&site, id, 3, &renamed).await.expect("saved");
    let refused = undo(&site.state, &anna(), at(3), true).await;
    assert!(matches!(refused, Err(EditionError::ChangedSince)), "{refused:?}");
    undo(&site.state, &anna(), at(4), false).await.expect("readers need no confirmation of a title");
    let refused = undo(&site.state, &anna(), at(5), true).await;
    assert!(matches!(refused, Err(EditionError::NothingToUndo)), "{refused:?}");

    // A text that lost its day and was thrown away.
    let shorter = EditionForm { days: "24".into(), sure: "1".into(), ..record(&site, id).await.to_form() };
    save_version(&site, id, 5, &shorter).await.expect("saved");
    let mut tx = site.state.db.write_content().await.expect("begins");
    sqlx::query(
        "update posts set state = 'trash', trashed_at = 1, trashed_from = 'ready' where slug = 'trettio'",
    )
    .execute(&mut *tx)
    .await
    .expect("thrown away");
    tx.commit().await.expect("commits");
    let refused = undo(&site.state, &anna(), at(6), true).await;
    assert!(matches!(refused, Err(EditionError::TextsMoved)), "{refused:?}");
}

#[tokio::test]
async fn readers_are_asked_about_before_doors_close_by_undoing() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let earlier = EditionForm { first_day: "2026-11-25".into(), sure: "1".into(), ..edition.to_form() };
    save_version(&site, edition.id, 2, &earlier).await.expect("saved");
    let changed = record(&site, edition.id).await;
    assert!(
        last_change(&site.state, &changed).await.expect("read").is_some_and(|last| last.concerns_readers)
    );
    let refused = undo(&site.state, &anna(), (edition.id, changed.version), false).await;
    assert!(matches!(refused, Err(EditionError::NotSure)), "{refused:?}");
    undo(&site.state, &anna(), (edition.id, changed.version), true).await.expect("undone");
    let closed =
        set_state(&site.state, &anna(), edition.id, crate::calendar::EditionState::Draft, false).await;
    assert!(matches!(closed, Err(EditionError::NotSure)), "{closed:?}");
}
