//! Pictures that nothing uses, and files without a row.

use super::*;

/// Makes the pictures' marks a year older: a jump of the clock would move them along.
async fn pass_year(site: &TestSite) {
    execute(site, "update pictures set unused_since = unused_since - 365 * 24 * 60 * 60000").await;
    pass_days(site, 1).await;
}

async fn is_trashed(site: &TestSite, picture: PictureId) -> bool {
    let trashed = sqlx::query_scalar("select trashed_at is not null from pictures where id = $1");
    trashed.bind(picture).fetch_one(site.state.db.reader()).await.unwrap()
}

#[tokio::test]
async fn a_picture_goes_into_the_trash_a_year_after_its_last_use_and_thirty_days_later_for_good() {
    let site = site().await;
    let (unused, taken_back) = (picture(&site).await, picture(&site).await);
    pass_days(&site, 35).await;
    assert!(!is_trashed(&site, unused).await, "it waits for the text that needs it");
    pass_year(&site).await;
    assert!(is_trashed(&site, unused).await && is_trashed(&site, taken_back).await);
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", Some(taken_back), "").await;
    writer.commit().await.unwrap();
    pass_days(&site, 27).await;
    assert!(is_there(&site, unused).await);
    pass_days(&site, 4).await;
    assert!(!is_there(&site, unused).await);
    assert!(
        is_there(&site, taken_back).await && !is_trashed(&site, taken_back).await,
        "a text uses it again"
    );

    execute(&site, "update posts set picture_id = null").await;
    pass_days(&site, 35).await;
    assert!(!is_trashed(&site, taken_back).await, "the year begins anew");
    pass_year(&site).await;
    assert!(is_trashed(&site, taken_back).await);
}

#[tokio::test]
async fn a_picture_that_somebody_sees_or_may_bring_back_stays() {
    let site = site().await;
    site.add_staff("anna@exempel.se", Role::Writer).await;
    let mut pictures = Vec::new();
    for _ in 0..8 {
        pictures.push(picture(&site).await);
    }
    let &[lead, body, revision, lead_of_revision, draft, form, edition, logo] = &pictures[..] else {
        panic!()
    };
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", Some(lead), &format!("<img src=\"/media/{body}/480.webp\">")).await;
    for (number, content) in
        [(1, format!("![Bron](/media/{revision}/480.webp#480x320)")), (2, "utan bild".to_owned())]
    {
        sqlx::query("insert into revisions (post_id, number, content, saved_at) values (1, $1, $2, 1)")
            .bind(number)
            .bind(serde_json::json!({ "body": content, "picture": lead_of_revision }).to_string())
            .execute(&mut *writer)
            .await
            .unwrap();
    }
    sqlx::query(
        "insert into drafts (post_id, staff_id, base_revision, content, saved_at) values (1, 1, 2, $1, 1)",
    )
    .bind(serde_json::json!({ "picture": draft }).to_string())
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("insert into flashes (token_hash, form, content, expires_at) values (randomblob(32), 'text-1', $1, $2)")
        .bind(serde_json::json!({ "picture": form }).to_string())
        .bind(UnixMillis::MAX)
        .execute(&mut *writer)
        .await
        .unwrap();
    sqlx::query(
        "insert into editions (slug, title, introduction_markdown, introduction_html, first_day, days)
         values ('2026', 'Kalendern', '', $1, '2026-12-01', 24)",
    )
    .bind(format!("<img src=\"/media/{edition}/480.webp\">"))
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("insert into funders (position, name, logo) values (1, 'Norr', $1)")
        .bind(logo)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    pass_days(&site, 65).await;
    for (number, picture) in pictures.iter().enumerate() {
        assert!(is_there(&site, *picture).await, "{number}");
    }

    throw_in(&site, "text").await;
    pass_days(&site, 29).await;
    assert!(is_there(&site, lead).await, "somebody may take the text out of the trash");
    pass_days(&site, 28).await;
    assert_eq!(posts(&site).await, 0);
    assert!(!is_trashed(&site, lead).await, "the text has been gone for less than a year");
    pass_year(&site).await;
    pass_days(&site, 31).await;
    let mut left = Vec::new();
    for picture in &pictures {
        left.push(is_there(&site, *picture).await);
    }
    assert_eq!(left, [false, false, false, false, false, true, true, true]);
}

#[tokio::test]
async fn files_without_a_row_go_when_they_are_old() {
    let site = site().await;
    let now = SystemTime::from(site.state.clock.now());
    let mut pictures = Vec::new();
    for days in [29, 31] {
        let id = PictureId::random().unwrap();
        files::write(&site.state.media_folder, id, [("480.webp", &b"bild"[..])]).unwrap();
        let folder = site.state.media_folder.join(id.to_string());
        File::open(&folder).unwrap().set_modified(now - Duration::from_hours(24 * days)).unwrap();
        pictures.push(folder);
    }
    let known = picture(&site).await;
    let folder = site.state.media_folder.join(known.to_string());
    File::open(&folder).unwrap().set_modified(now - Duration::from_hours(24 * 100)).unwrap();
    let others = site.state.media_folder.join("av-någon-annan");
    fs::create_dir(&others).unwrap();
    File::open(&others).unwrap().set_modified(now - Duration::from_hours(24 * 100)).unwrap();
    run_once(&site.state).await;
    assert_eq!((pictures[0].exists(), pictures[1].exists()), (true, false));
    assert!(is_there(&site, known).await);
    assert!(others.exists());
}
