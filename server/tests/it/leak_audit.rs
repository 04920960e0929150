//! `guldkorn audit-leaks`: a site that keeps its secrets has no trace of them, and each way of telling one is found.

use server::leak_audit::{Trace, audit};

use crate::check::Stopped;
use crate::program::guldkorn;

const AT: &str = "2026-12-07T08:00";
/// The text on the last door.
const LAST: &str = "(select d.post_id from doors d join editions e on e.id = d.edition_id where d.day = 24 and e.slug = '2026')";

async fn traces(site: &Stopped) -> Vec<Trace> {
    audit(&site.data(), Some(AT)).await.unwrap()
}

/// Asserts that some address tells of something.
fn assert_told(traces: &[Trace], address: &str, what: &str) {
    let told = traces.iter().any(|trace| trace.address.starts_with(address) && trace.what.contains(what));
    assert!(told, "{address} {what}: {traces:?}");
}

#[tokio::test]
async fn the_demo_site_keeps_its_secrets() {
    let site = Stopped::demo().await;
    site.change(&[
        "update posts set state = 'draft' where id = (select min(id) from posts where kind = 'article')",
        // One story whose consent has ended, and one on an open door of which nobody knows whether it has any.
        "insert into consents (post_id, state, on_site, given_how, given_on, ends_at, changed_at)
         select min(id), 'given', 1, 'paper', '2026-01-01', 1796600000000, 1 from posts where kind = 'voice'",
        "insert into consents (post_id, state, changed_at)
         select post_id, 'unknown', 1 from doors d join editions e on e.id = d.edition_id
         where d.day = 3 and e.slug = '2026'",
    ])
    .await;
    let before = std::fs::read(site.data().join("guldkorn.db")).unwrap();
    assert_eq!(traces(&site).await, []);
    assert_eq!(std::fs::read(site.data().join("guldkorn.db")).unwrap(), before, "nothing is written");
}

#[tokio::test]
async fn a_reserve_is_a_secret_also_when_its_turn_came_while_nobody_was_there() {
    let site = Stopped::demo().await;
    let reserve =
        "insert into posts (kind, slug, title, form, body_markdown, body_html, state, created_at, updated_at)
         values ('guldkorn', 'reserven', 'Reservfageln', 'story', 'Hej.', '<p>Hej.</p>', 'ready', 1, 1)";
    for step in [
        reserve,
        "insert into reserves (edition_id, post_id, position, revision)
         select (select id from editions where slug = '2026'), id, 1, 0 from posts where slug = 'reserven'",
        "update doors set post_id = null where day = 5 and edition_id = (select id from editions where slug = '2026')",
        "insert into reserve_switches (edition_id, settled_until) select id, 0 from editions where slug = '2026'",
    ] {
        site.change(&[step]).await;
    }
    assert_eq!(traces(&site).await, []);
}

#[tokio::test]
async fn a_door_that_opens_too_early_is_told_of() {
    let site = Stopped::demo().await;
    site.change(&["update doors set opens_at = 1796598000000 where day = 24 and edition_id = (select id from editions where slug = '2026')"])
        .await;
    let traces = traces(&site).await;
    assert_told(&traces, "/blogg", "(lucka 24 i ");
    assert_told(&traces, "/feed.xml", "berättar om");
    assert_told(&traces, "/sok?q=", "berättar om");
    assert_told(&traces, "/api/site/start", "");
}

#[tokio::test]
async fn a_text_that_is_public_against_the_rule_is_told_of() {
    let site = Stopped::demo().await;
    site.change(&[
        "drop trigger posts_changed",
        "update posts set public_from = 1 where id = (select max(post_id) from doors)",
    ])
    .await;
    assert!(!traces(&site).await.is_empty());
}

#[tokio::test]
async fn a_link_that_somebody_has_written_is_told_of() {
    let site = Stopped::demo().await;
    let link = format!(
        "update posts set body_html = body_html || '<p><a href=\"/inlagg/' || (select slug from posts where id = {LAST}) || '\">i morgon</a></p>'
         where id = (select id from posts where kind = 'article' and public_from < 1796000000000 order by public_from desc limit 1)"
    );
    let link: &'static str = link.leak();
    site.change(&[link]).await;
    let traces = traces(&site).await;
    assert!(!traces.is_empty());
    for trace in &traces {
        assert!(trace.what.starts_with("länkar till") && trace.what.contains("lucka 24"), "{trace:?}");
    }
}

/// Runs the command for as long as it takes.
fn ran(options: &[&str]) -> std::process::Output {
    guldkorn(&[&["audit-leaks"], options].concat()).output().unwrap()
}

#[tokio::test]
async fn the_command_prints_each_trace_and_how_many_there_are() {
    let site = Stopped::demo().await;
    // Few texts, so that it takes little time.
    site.change(&[
        "delete from editions where slug <> '2026'",
        "delete from posts where id not in (select post_id from doors where day in (1, 7, 24) and post_id is not null)",
    ])
    .await;
    let data = site.data();
    let data = data.to_str().unwrap();
    let clean = ran(&["--data", data, "--at", AT]);
    assert_eq!((clean.status.code(), &*String::from_utf8_lossy(&clean.stdout)), (Some(0), "0 spår\n"));
    site.change(&["update doors set opens_at = 1796598000000 where day = 24"]).await;
    let leaking = ran(&["--data", data, "--at", AT]);
    let text = String::from_utf8_lossy(&leaking.stdout).into_owned();
    assert_eq!(leaking.status.code(), Some(1));
    assert!(
        text.contains(": berättar om ”") && text.ends_with(" spår\n") && text.lines().count() > 5,
        "{text}"
    );
    let wrong = ran(&["--data", data, "--at", "i morgon"]);
    assert_eq!(wrong.status.code(), Some(2));
    let missing = ran(&["--data", &format!("{data}/nowhere")]);
    assert_eq!(missing.status.code(), Some(1));
}
