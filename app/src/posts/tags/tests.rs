use super::*;
use crate::blog::store::tag_counts;
use crate::posts::store::{NewPost, add_post};
use crate::posts::{PostId, PostKind, TagId};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

fn anna() -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
}

fn form(name: &str, slug: &str) -> TagForm {
    TagForm { name: name.into(), slug: slug.into(), ..TagForm::default() }
}

async fn text(site: &TestSite, slug: &str, tags: &[&str]) -> PostId {
    let mut tx = site.state.db.write_content().await.expect("begins");
    let post = NewPost {
        published: true,
        published_at: Some(UnixMillis(0)),
        ..NewPost::draft(PostKind::Article, slug, slug).with_content(|content| {
            content.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        })
    };
    let id = add_post(&mut tx, &post, UnixMillis(0)).await.expect("adds");
    tx.commit().await.expect("commits");
    id
}

async fn listed(site: &TestSite) -> Vec<(String, String, u32)> {
    let all = all(site.state.db.reader(), site.now()).await.expect("reads");
    all.into_iter().map(|tag| (tag.name, tag.slug, tag.texts)).collect()
}

async fn number(site: &TestSite, name: &str) -> TagId {
    let all = all(site.state.db.reader(), site.now()).await.expect("reads");
    all.into_iter().find(|tag| tag.name == name).expect("is there").id
}

async fn led(site: &TestSite, slug: &str) -> Option<String> {
    redirect_from(site.state.db.reader(), slug, site.now()).await.expect("reads")
}

/// "mod" with two texts, "små steg" with two, one of them the same.
async fn two(site: &TestSite) -> (TagId, TagId) {
    for name in [" Mod ", "Små steg"] {
        add(&site.state, &anna(), name).await.expect("fits");
    }
    text(site, "ett", &["mod"]).await;
    text(site, "tva", &["mod", "Små steg"]).await;
    text(site, "tre", &["Små steg"]).await;
    (number(site, "Mod").await, number(site, "Små steg").await)
}

fn row(name: &str, slug: &str, texts: u32) -> (String, String, u32) {
    (name.into(), slug.into(), texts)
}

#[tokio::test]
async fn a_name_is_given_once() {
    let site = TestSite::new().await;
    let (id, _) = two(&site).await;
    let state = &site.state;
    let long = "å".repeat(61);
    for (name, refusal) in [
        ("", TagError::Name),
        ("a, b", TagError::Name),
        ("a\nb", TagError::Name),
        (long.as_str(), TagError::Name),
        ("MOD", TagError::NameTaken),
    ] {
        assert_eq!(add(state, &anna(), name).await, Err(refusal), "{name}");
    }
    let change = async |name, slug| change(state, &anna(), id, &form("Mod", "mod"), &form(name, slug)).await;
    assert_eq!(change("små steg", "").await, Err(TagError::NameTaken));
    assert_eq!(change("Mod", "sma-steg").await, Err(TagError::SlugTaken));
    assert_eq!(change("Mod", "Mod").await, Err(TagError::Slug));
    assert_eq!(add(state, &anna(), "mod!").await, Ok("mod!".into()));
    assert!(listed(&site).await.contains(&row("mod!", "mod-2", 0)));
    assert_eq!(change("Mod", "").await, Ok("Mod".into()), "its own address is free for it");
    assert_eq!(site.count("select count(*) from audit_log").await, 4);
}

#[tokio::test]
async fn a_renamed_tag_is_found_where_it_was_and_in_the_search() {
    let site = TestSite::new().await;
    let (id, _) = two(&site).await;
    let state = &site.state;
    let renamed = change(state, &anna(), id, &form("Mod", "mod"), &form("Tapperhet", "")).await;
    assert_eq!(renamed, Ok("Tapperhet".into()));
    assert_eq!(listed(&site).await, [row("Små steg", "sma-steg", 2), row("Tapperhet", "tapperhet", 2)]);
    assert_eq!(led(&site, "mod").await.as_deref(), Some("tapperhet"));
    assert_eq!(site.count("select count(*) from search_index where tags match 'tapperhet'").await, 2);
    let late = change(state, &anna(), id, &form("Mod", "mod"), &form("Kurage", "")).await;
    assert_eq!(late, Err(TagError::Overtaken { name: "Tapperhet".into(), slug: "tapperhet".into() }));
    // A text that is saved with the name of before goes with it.
    let post = text(&site, "fyra", &["mod"]).await;
    let tags = sqlx::query_scalar("select tag_id from post_tags where post_id = $1").bind(post);
    let tags: Vec<TagId> = tags.fetch_all(state.db.reader()).await.expect("reads");
    assert_eq!(tags, [id]);
    // An address that somebody needs again is theirs.
    add(state, &anna(), "Mod").await.expect("fits");
    assert_eq!(led(&site, "mod").await, None);
}

#[tokio::test]
async fn a_tag_becomes_a_part_of_another_and_is_parted_again() {
    let site = TestSite::new().await;
    let (id, into) = two(&site).await;
    let state = &site.state;
    let before = listed(&site).await;
    change(state, &anna(), id, &form("Mod", "mod"), &form("Mod", "mod-forr")).await.expect("fits");
    change(state, &anna(), id, &form("Mod", "mod-forr"), &form("Mod", "mod")).await.expect("fits");
    assert_eq!(merge(state, &anna(), id, id).await, Err(TagError::Into));
    assert_eq!(merge(state, &anna(), id, TagId(4711)).await, Err(TagError::Into));
    let merged = merge(state, &anna(), id, into).await.expect("merges");
    assert_eq!(merged.into, "Små steg");
    assert_eq!(listed(&site).await, [row("Små steg", "sma-steg", 3)]);
    for old in ["mod", "mod-forr"] {
        assert_eq!(led(&site, old).await.as_deref(), Some("sma-steg"));
    }
    assert_eq!(merge(state, &anna(), id, into).await, Err(TagError::Unknown));
    assert_eq!(restore(state, &anna(), &merged.back).await, Ok("Mod".into()));
    assert_eq!(listed(&site).await, before);
    assert_eq!(led(&site, "mod-forr").await.as_deref(), Some("mod"));
}

#[tokio::test]
async fn a_deleted_tag_comes_back_with_its_texts() {
    let site = TestSite::new().await;
    let (id, _) = two(&site).await;
    let (state, before) = (&site.state, listed(&site).await);
    let back = delete(state, &anna(), id).await.expect("deletes");
    assert_eq!(listed(&site).await, [row("Små steg", "sma-steg", 2)]);
    assert_eq!(site.count("select count(*) from search_index where tags match 'mod'").await, 0);
    assert_eq!(delete(state, &anna(), id).await, Err(TagError::Unknown));
    assert_eq!(restore(state, &anna(), &back).await, Ok("Mod".into()));
    assert_eq!(restore(state, &anna(), &back).await, Err(TagError::NameTaken), "once");
    assert_eq!(listed(&site).await, before);
    let counts = tag_counts(state.db.reader(), site.now()).await.expect("reads");
    assert!(
        counts
            .iter()
            .any(|count| count.tag == Tag { slug: "mod".into(), name: "Mod".into() } && count.posts == 2)
    );
    for nonsense in [
        Deleted { slug: "MOD".into(), ..back.clone() },
        Deleted { name: String::new(), ..back.clone() },
        Deleted { name: "X".into(), slug: "x".into(), texts: "1,x,,-3,99999999999999999999".into(), ..back },
    ] {
        let restored = restore(state, &anna(), &nonsense).await;
        assert!(!matches!(restored, Err(TagError::Failed(_))), "{restored:?}");
    }
}

#[tokio::test]
async fn an_old_address_tells_nothing_of_a_tag_without_public_texts() {
    let site = TestSite::new().await;
    add(&site.state, &anna(), "Hemligt").await.expect("fits");
    let id = number(&site, "Hemligt").await;
    change(&site.state, &anna(), id, &form("Hemligt", "hemligt"), &form("Dolt", "")).await.expect("fits");
    assert_eq!(led(&site, "hemligt").await, None);
}

#[tokio::test]
async fn introduction_and_drawing_are_checked_kept_and_restored() {
    let site = TestSite::new().await;
    let (id, _) = two(&site).await;
    let state = &site.state;
    let described =
        TagForm { introduction: "Om mod.".into(), drawing: "hjarta".into(), ..form("Mod", "mod") };
    for (typed, refusal) in [
        (TagForm { introduction: "å".repeat(301), ..described.clone() }, TagError::Introduction),
        (TagForm { drawing: "../logo".into(), ..described.clone() }, TagError::Drawing),
    ] {
        assert_eq!(change(state, &anna(), id, &form("Mod", "mod"), &typed).await, Err(refusal));
    }
    let typed = TagForm { introduction: " Om\nmod. ".into(), ..described.clone() };
    change(state, &anna(), id, &form("Mod", "mod"), &typed).await.expect("fits");
    let late = change(state, &anna(), id, &form("Mod", "mod"), &form("Mod", "mod")).await;
    assert!(matches!(late, Err(TagError::Overtaken { .. })), "a form from before erases nothing");
    let back = delete(state, &anna(), id).await.expect("deletes");
    restore(state, &anna(), &back).await.expect("is free");
    let all = all(state.db.reader(), site.now()).await.expect("reads");
    let tag = all.into_iter().find(|tag| tag.name == "Mod").expect("is there");
    assert_eq!((tag.introduction, tag.drawing), (described.introduction, described.drawing));
}
