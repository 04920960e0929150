//! Whatever a text holds, it comes back as it was.

use app::posts::store::{NewPost, add_post};
use app::posts::{AltMode, GuldkornForm, PostContent, PostKind};
use app::time::UnixMillis;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::exchange::{export, files, import};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
/// The present in the tests, in milliseconds.
const NOW: i64 = 1_796_626_800_000;

fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("مرحبا بالعالم – שלום".to_owned()),
        Just("👩‍👩‍👧‍👦🏳️‍🌈 emoji".to_owned()),
        Just("Ord".repeat(3_000)),
        Just(
            "# Rubrik\n\n<script>alert(1)</script>\n\n![x](/media/00000000000000000000000000000000/1.webp)"
                .to_owned()
        ),
        Just("a\\*b* `kod` [länk](/inlagg/finns-inte) \"citat\" 'x' & < > \u{2028}slut".to_owned()),
        "\\PC{0,60}",
    ]
}

fn post() -> impl Strategy<Value = (PostContent, PostKind, bool, Option<i64>)> {
    let kinds = [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page];
    let texts = (odd_text(), odd_text(), odd_text(), odd_text(), "[\\PC&&[^,]]{0,20}");
    let dates = prop::option::of(prop::sample::select(vec![0, NOW - 86_400_000, NOW + 86_400_000]));
    (texts, prop::sample::select(kinds.to_vec()), any::<(bool, bool)>(), dates).prop_map(
        |((title, body, quote, source, tag), kind, (published, sensitive), date)| {
            let content = PostContent {
                title: app::text_input::line(&title),
                body,
                quote: if quote.is_empty() { "Mod".into() } else { quote },
                source: app::text_input::line(&source),
                form: (kind == PostKind::Guldkorn).then_some(GuldkornForm::Quote),
                picture_alt_mode: AltMode::Decorative,
                sensitive,
                tags: Some(app::text_input::line(&tag)).filter(|tag| !tag.is_empty()).into_iter().collect(),
                ..PostContent::default()
            };
            (content, kind, published, date)
        },
    )
}

#[test]
fn odd_content_comes_back_as_it_was() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 6, ..Config::default() });
    let posts = prop::collection::vec(post(), 1..8);
    runner
        .run(&posts, |posts| {
            runtime.block_on(there_and_back(posts));
            Ok(())
        })
        .unwrap();
}

async fn there_and_back(posts: Vec<(PostContent, PostKind, bool, Option<i64>)>) {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["ett.zip", "tva.zip"].map(|name| folder.path().join(name));
    let (source, target) = (TestApp::empty(AT).await, TestApp::empty(AT).await);
    let mut writer = source.state.db.write_content().await.unwrap();
    for (number, (content, kind, published, date)) in posts.into_iter().enumerate() {
        let published_at = date.map(UnixMillis);
        let post = NewPost { kind, slug: format!("text-{number}"), content, published, published_at };
        add_post(&mut writer, &post, UnixMillis(NOW)).await.unwrap();
    }
    for (number, state) in ["ready", "withdrawn", "trash"].into_iter().enumerate() {
        sqlx::query("update posts set state = $2 where slug = $1")
            .bind(format!("text-{}", number + 2))
            .bind(state)
            .execute(&mut *writer)
            .await
            .unwrap();
    }
    writer.commit().await.unwrap();
    export(&source, &first).await;
    let imported = import(&target, &first, &["--at", AT]).await;
    assert_eq!(imported.code, Some(0), "{}{}", imported.report, imported.error);
    export(&target, &second).await;
    let (first, second) = (files(&first), files(&second));
    for (name, content) in &first {
        let other = second.get(name).map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!(Some(String::from_utf8_lossy(content)), other, "{name}");
    }
    assert_eq!(first.len(), second.len());
}
