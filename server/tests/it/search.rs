//! The search over HTTP: hits, corrections, and nothing of closed doors.

use app::calendar::store::add_edition;
use app::calendar::{EditionState, NewEdition, Schedule};
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::posts::{GuldkornForm, PostKind};
use app::time::UnixMillis;
use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse, instant};

const BEFORE: &str = "2026-12-02T23:59:59.999+01:00";
const OPENS: &str = "2026-12-03T00:00:00+01:00";

fn post(kind: PostKind, slug: &str, title: &str, body: &str) -> NewPost {
    NewPost {
        published: true,
        published_at: (kind != PostKind::Guldkorn).then(|| instant("2026-11-01T08:00:00+01:00").into()),
        ..NewPost::draft(kind, slug, title).with_content(|content| {
            content.form = (kind == PostKind::Guldkorn).then_some(GuldkornForm::Thought);
            content.body = body.into();
        })
    }
}

/// Creates a site with a few texts and one on the third door, if given.
async fn site(on_the_door: Option<NewPost>) -> TestApp {
    let app = TestApp::empty(BEFORE).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let edition = NewEdition {
        state: EditionState::Published,
        ..NewEdition::draft(
            "2026",
            "Kalendern",
            Schedule::parse("2026-12-01", 5, "00:00", "Europe/Stockholm").unwrap(),
        )
    };
    let edition = add_edition(&mut writer, &edition, "").await.unwrap();
    let long = "Vi väntade länge. ".repeat(40);
    for post in [
        post(
            PostKind::Article,
            "tradgard",
            "Trädgården växer",
            &format!("{long}Där står en **lykta**. {long}"),
        ),
        post(PostKind::Article, "lyktan", "Lyktan vid bron", "Den lyser."),
        post(PostKind::Voice, "rost", "De väntade på mig", "En lykta i fönstret."),
        post(PostKind::Page, "om", "Om oss", "En lykta är vårt märke."),
        post(PostKind::Article, "slaget", "Det hände hemma", "En krossad lykta.").with_content(|content| {
            content.sensitive = true;
        }),
    ] {
        add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
    }
    if let Some(post) = on_the_door {
        let id = add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        hang(&mut writer, edition, 3, id).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

fn texts(response: &TestResponse, selector: &str) -> Vec<String> {
    let page = Html::parse_document(response.text());
    let selector = Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef| element.text().collect::<String>();
    page.select(&selector)
        .map(|element| text(element).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn found(response: &TestResponse) -> Vec<String> {
    let page = Html::parse_document(response.text());
    let hits = Selector::parse(".hits h3 a").unwrap();
    page.select(&hits).filter_map(|hit| hit.attr("href").map(str::to_owned)).collect()
}

#[tokio::test]
async fn hits_show_their_kind_and_place() {
    let app = site(None).await;
    let response = app.get("/sok?q=lykta").await;
    assert_eq!(response.status, 200);
    assert_eq!(
        found(&response),
        ["/inlagg/lyktan", "/inlagg/slaget", "/om", "/roster/rost", "/inlagg/tradgard"]
    );
    let what = ["Artikel · 1 november 2026", "Artikel · 1 november 2026", "Sida", "Röst · 1 november 2026"];
    assert_eq!(texts(&response, ".hits .meta")[..4], what);
    assert_eq!(texts(&response, "h2")[0], "5 träffar för lykta");
    assert_eq!(texts(&response, ".hits mark")[0], "Lyktan");
    let extracts = texts(&response, ".hit > p:not(.meta)");
    assert!(extracts[4].starts_with('…') && extracts[4].contains("Där står en lykta."), "{}", extracts[4]);
    assert!(!response.text().contains("krossad"), "nothing of a sensitive text is shown");
    assert!(response.text().contains(r#"<meta name="robots" content="noindex">"#));
    assert!(texts(&response, "title")[0].starts_with("Sök – "), "the tab does not say what was searched for");
    assert!(response.text().contains(r#"value="lykta""#));
}

#[tokio::test]
async fn a_guldkorn_is_found_from_the_instant_its_door_opens() {
    let guldkorn =
        post(PostKind::Guldkorn, "stjarnfall", "Stjärnfall", "Vintergatan syns.").with_content(|content| {
            content.quote = "Kaffet var varmt".into();
            content.source = "Kocken".into();
        });
    let app = site(Some(guldkorn)).await;
    for word in ["stjärnfall", "stjarnfall", "kaffet", "kocken", "vintergatan", "stjärnfal"] {
        let address = format!("/sok?q={}", word.replace('ä', "%C3%A4"));
        for (at, is_open) in [(BEFORE, false), (OPENS, true), (BEFORE, false)] {
            app.set_clock(at);
            let response = app.get(&address).await;
            assert_eq!(found(&response) == ["/inlagg/stjarnfall"], is_open, "{word} {at}");
            let function = app.get(&format!("/api/site/read?address=%2Fsok%3Fq%3D{word}")).await;
            assert_eq!(function.text().contains("/inlagg/stjarnfall"), is_open, "{word} {at}");
        }
    }
}

/// A text on a closed door changes neither hits nor their order, counts, pages, extracts or corrections.
#[tokio::test]
async fn a_text_on_a_closed_door_changes_no_response() {
    let guldkorn =
        post(PostKind::Guldkorn, "hemlig", "Lyktan Bron Bänken Växer", &"lykta bron väntade ".repeat(500))
            .with_content(|content| {
                content.quote = "lykta lykta lykta".into();
                content.source = "lykta".into();
                content.tags = Vec::new();
            });
    let (full, bare) = (site(Some(guldkorn)).await, site(None).await);
    let words = [
        "",
        "l",
        "lykta",
        "lyktan",
        "lyktam",
        "lykta bron",
        "\"lykta bron\"",
        "bänken",
        "bankem",
        "vaxer",
        "väntade",
        "vantade pa",
        "bron lykta väntade",
        "hemlig",
        "en lykta",
        "trädgarden",
        "kalendern",
        "om oss",
    ];
    for word in words {
        let word = percent_encoding::utf8_percent_encode(word, percent_encoding::NON_ALPHANUMERIC);
        for page in 1..3 {
            let address = format!("/sok?q={word}&sida={page}");
            let answers = (full.get(&address).await, bare.get(&address).await);
            assert_eq!(without_nonce(&answers.0), without_nonce(&answers.1), "{address}");
        }
    }
    full.set_clock(OPENS);
    assert!(found(&full.get("/sok?q=b%C3%A4nken").await).contains(&"/inlagg/hemlig".to_owned()), "once open");
}

fn without_nonce(response: &TestResponse) -> String {
    let policy = response.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or("-");
    response.text().replace(nonce, "")
}

#[tokio::test]
async fn misspelt_words_of_titles_are_found() {
    let app = site(None).await;
    for (typed, meant) in [
        ("lyktam", "lyktan"),
        ("lykatn", "lyktan"),
        ("lykttan", "lyktan"),
        ("tradgarden", "trädgården"),
        ("tr%C3%A4dg%C3%A5rdem", "trädgården"),
        ("vaxer", "växer"),
        ("tradg", "trädg"),
    ] {
        let response = app.get(&format!("/sok?q={typed}")).await;
        assert!(!found(&response).is_empty(), "{typed}");
        let notice = &texts(&response, ".notice")[0];
        assert!(notice.contains(&format!("Visar träffar för {meant}.")), "{typed}: {notice}");
    }
    let response = app.get("/sok?q=%22lyktam%22").await;
    assert!(found(&response).is_empty(), "exactly what was typed");
    assert!(texts(&response, "h2")[0].starts_with("Inga träffar för"));
    assert!(texts(&response, ".dark-house .intro")[0].starts_with("Kontrollera stavningen."));
}

#[tokio::test]
async fn the_query_is_never_markup() {
    let app = site(None).await;
    for typed in [
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "lykta+AND+NOT",
        "NEAR(a+b)",
        "title%3Alykta*",
        "%5E-%22(",
        "%27%3B+drop+table+posts%3B+--",
        "%F0%9F%99%82",
        "%2541",
        "100%25",
        &"a".repeat(1_000),
        "",
        "l",
    ] {
        let response = app.get(&format!("/sok?q={typed}")).await;
        assert_eq!(response.status, 200, "{typed}");
        let page = Html::parse_document(response.text());
        for tag in ["main script", "main img:not([src^='/scener/'])", "main [onerror]"] {
            assert_eq!(page.select(&Selector::parse(tag).unwrap()).count(), 0, "{typed}");
        }
        let input = page.select(&Selector::parse("#q").unwrap()).next().unwrap();
        let expected = percent_encoding::percent_decode_str(&typed.replace('+', " "))
            .decode_utf8()
            .unwrap()
            .into_owned();
        assert_eq!(input.attr("value"), Some(&*expected), "the words stand in the form again");
    }
    let odd = app.get("/sok?q=lykta%00%09%0d%0a%7f%ff").await;
    assert_eq!((odd.status.as_u16(), odd.text().contains('\0')), (200, false), "not even that is an error");
    let cut = app.get(&format!("/sok?q={}", "a".repeat(201))).await;
    assert!(texts(&cut, ".notice")[0].contains("längre än 200 tecken"));
    assert_eq!(app.get("/sok").await.status, 200);
}

#[tokio::test]
async fn ten_hits_fit_on_a_page() {
    let app = TestApp::empty(OPENS).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for number in 0..23 {
        let post = post(PostKind::Article, &format!("text-{number}"), "Samma titel", "");
        add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
    }
    writer.commit().await.unwrap();
    let mut all = Vec::new();
    for page in 1..=3 {
        let response = app.get(&format!("/sok?q=samma&sida={page}")).await;
        all.extend(found(&response));
        assert_eq!(texts(&response, "h2")[0], "23 träffar för samma");
    }
    let expected: Vec<_> = (0..23).rev().map(|number| format!("/inlagg/text-{number}")).collect();
    assert_eq!(all, expected);
    for (page, shown) in [("0", 10), ("99", 3), ("x", 10), ("-1", 10), ("99999999999", 10)] {
        assert_eq!(found(&app.get(&format!("/sok?q=samma&sida={page}")).await).len(), shown, "{page}");
    }
}
