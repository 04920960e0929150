//! What names something that is not there.

use server::check::Check;

use super::{Stopped, assert_found};

#[tokio::test]
async fn references_to_what_does_not_exist_are_named() {
    let site = Stopped::demo().await;
    site.change_without_references("insert into post_tags (post_id, tag_id) values (99999, 1)").await;
    assert_found(&site.repair().await, Check::Database, &["1 rad i tabellen post_tags", "guldkorn restore"]);
    site.change_without_references("delete from post_tags where post_id = 99999").await;
    site.change_without_references("update brand set logo = '0000000000000000000000000000000f'").await;
    let report = site.check().await;
    assert!(report.found.iter().any(|(check, _)| *check == Check::Settings), "{:?}", report.lines());
    let lines = report.lines().join("\n");
    assert!(lines.contains("Logotypen") && lines.contains("/admin/installningar/logotyp"), "{lines}");
}

#[tokio::test]
async fn an_address_that_two_texts_had_is_named() {
    let site = Stopped::demo().await;
    site.change(&["insert into post_redirects (slug, post_id)
         select slug, (select max(id) from posts) from posts where id = (select min(id) from posts)"])
        .await;
    assert_found(
        &site.check().await,
        Check::Redirects,
        &["som en annan text hade förut", "Ge den en annan adress."],
    );
}

#[tokio::test]
async fn an_old_address_that_leads_to_nothing_is_named_with_what_to_do() {
    let site = Stopped::demo().await;
    site.change(&["insert into path_redirects (path, query, to_path, created_at)
         values ('/', 'p=1', '/inlagg/finns-inte', 1), ('/gammal', '', '/om', 1)"])
        .await;
    let report = site.check().await;
    assert_found(
        &report,
        Check::Redirects,
        &["/?p=1 leder till /inlagg/finns-inte, där det inte finns någon sida", "guldkorn import"],
    );
    assert!(!report.lines().join("\n").contains("/gammal"), "{:?}", report.lines());
}
