//! An edition made from an earlier one.

use super::*;
use crate::posts::Act;
use crate::posts::store::texts;

#[tokio::test]
async fn the_form_after_an_edition_has_its_structure_in_the_next_free_year() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let named = EditionForm {
        labels: [("13".into(), "Lucia".into())].into(),
        best_doors: "3".into(),
        introduction: "Om kalendern 2026.".into(),
        ..edition.to_form()
    };
    save_version(&site, edition.id, 2, &named).await.expect("saved");
    let edition = record(&site, edition.id).await;
    let form = form_after(&site.state, &edition).await.expect("a form");
    let expected = EditionForm {
        title: "Kalendern 2027".into(),
        slug: "2027".into(),
        first_day: "2027-12-01".into(),
        best_doors: String::new(),
        state: "draft".into(),
        ..named
    };
    assert_eq!(form, expected);
    assert_eq!(fields_with_year(&form, 2026), ["Om kalendern"]);
    begin(&site.state, &form).await.expect("created");
    let next = form_after(&site.state, &edition).await.expect("a form");
    assert_eq!((&*next.slug, &*next.first_day), ("2028", "2028-12-01"), "the next year is taken");
    set_clock(&site, "2030-12-24T12:00:00+01:00");
    let next = form_after(&site.state, &edition).await.expect("a form");
    assert_eq!(next.first_day, "2031-12-01", "the first day is still to come");
}

#[tokio::test]
async fn chosen_texts_become_drafts_of_their_own_on_the_same_days() {
    let site = TestSite::new().await;
    site.add_staff(&anna().email, Role::Editor).await;
    let edition = december(&site).await;
    for day in [1, 2, 3, 24] {
        hang_on(&site, edition.id, day, &format!("text-{day}")).await;
    }
    let mut tx = site.state.db.write_content().await.expect("begins");
    sqlx::query("update posts set state = 'withdrawn' where slug = 'text-3'")
        .execute(&mut *tx)
        .await
        .expect("withdrawn");
    tx.commit().await.expect("commits");
    let form = EditionForm { days: "20".into(), ..form_after(&site.state, &edition).await.expect("a form") };
    let chosen = TextChoice::Days(vec![2, 3, 24]);
    let (id, count) = create(&site.state, &anna(), &form, (edition.id, &chosen)).await.expect("created");
    assert_eq!(count, 1, "one is withdrawn, and one has no day any more");
    let days = days(&site.state, &record(&site, id).await).await.expect("read");
    let hung: Vec<_> = days.iter().filter_map(|day| Some((day.number, day.hung.as_ref()?))).collect();
    let [(2, hung)] = hung[..] else { panic!("{hung:?}") };
    assert_eq!((hung.state, hung.status), ("utkast", crate::posts::PostStatus::Draft));
    assert_eq!(hung.copied_from, "Kopia av ”Ett namn”, lucka 2 i Kalendern 2026.");
    let anna = anna();
    let mut act = Act::begin(&site.state, &anna).await.expect("begins");
    let copy = act.post(hung.post).await.expect("the copy");
    assert_eq!((copy.published_at, copy.public_from, copy.newest.0), (None, None, 1));
    assert_eq!((&*copy.content.body, &*copy.content.slug), ("Hej.", ""));
    assert_ne!(copy.slug, "text-2");
    drop(act);
    assert_eq!(site.count("select count(distinct uid) from posts").await, 5);

    // A source that is taken away is not named any more.
    let mut tx = site.state.db.write_content().await.expect("begins");
    let source =
        sqlx::query_scalar("select source_id from copied_posts").fetch_one(&mut *tx).await.expect("one");
    texts::set_state(&mut tx, source, crate::posts::PostState::Withdrawn).await.expect("withdrawn");
    tx.commit().await.expect("commits");
    let days = super::days(&site.state, &record(&site, id).await).await.expect("read");
    let words = &days[1].hung.as_ref().expect("hangs").copied_from;
    assert_eq!(words, "Kopia av en text som är borttagen. Fråga innan ni publicerar den.");
}

#[tokio::test]
async fn an_edition_that_cannot_be_made_leaves_no_copies() {
    let site = TestSite::new().await;
    site.add_staff(&anna().email, Role::Editor).await;
    let edition = december(&site).await;
    hang_on(&site, edition.id, 1, "ett").await;
    let form = form_after(&site.state, &edition).await.expect("a form");
    let mut tx = site.state.db.write_content().await.expect("begins");
    let fail = "create trigger fail before insert on audit_log when new.action = 'hung'
        begin select raise(abort, 'full'); end";
    sqlx::query(fail).execute(&mut *tx).await.expect("a trigger");
    tx.commit().await.expect("commits");
    let failed = create(&site.state, &anna(), &form, (edition.id, &TextChoice::All)).await;
    assert!(matches!(failed, Err(EditionError::Post(_))), "{failed:?}");
    assert_eq!(site.count("select count(*) from editions").await, 1);
    assert_eq!(site.count("select count(*) from posts").await, 1);
}

#[tokio::test]
async fn an_own_scene_comes_along_with_the_places_of_the_doors_that_there_are() {
    let site = TestSite::new().await;
    let edition = december(&site).await;
    let mut tx = site.state.db.write_content().await.expect("begins");
    for add in [
        "insert into pictures (id, width, height, created_at, alt)
         values ('0123456789abcdef0123456789abcdef', 9, 9, 1, 'En stad')",
        "insert into scene_pictures (edition_id, layout, picture_id)
         select id, 'landscape', '0123456789abcdef0123456789abcdef' from editions",
        "insert into scene_doors (edition_id, layout, day, x, y, width, height)
         select edition_id, 'landscape', day, day, 2, 3, 4 from doors",
    ] {
        sqlx::query(add).execute(&mut *tx).await.expect(add);
    }
    tx.commit().await.expect("commits");
    let form = EditionForm { days: "20".into(), ..form_after(&site.state, &edition).await.expect("a form") };
    let chosen = (edition.id, &TextChoice::None);
    create(&site.state, &anna(), &form, chosen).await.expect("created");
    assert_eq!(site.count("select count(*) from scene_pictures").await, 2);
    assert_eq!(site.count("select count(*) from scene_doors where x = day").await, 24 + 20);
}
