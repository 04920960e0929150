//! Exports of Ghost, from the command to the posts. What each text becomes is tested beside the reader.

use super::imported_site::{ImportedSite, case};

/// Returns an id as the cases have them.
fn id(number: u32) -> String {
    format!("65a{number:021x}")
}

#[tokio::test]
async fn what_not_everybody_could_read_stays_unpublished() {
    let mut site = ImportedSite::empty();
    site.import(&case("ghost-05-medlemmar.json"), &["--at", "2026-12-01T08:00"]);
    let mut states = Vec::new();
    for number in 501..=508 {
        states.push(site.post(&id(number)).await.state);
    }
    assert_eq!(states, ["draft", "draft", "draft", "draft", "published", "draft", "draft", "published"]);
    assert_eq!(site.post(&id(505)).await.published(), "2031-12-05T06:00");
    assert!(!site.post(&id(508)).await.body_markdown.contains("Dold ruta"));
    assert!(!site.report.to_string().contains("FALSK"));
}

#[tokio::test]
async fn two_posts_of_one_name_keep_their_addresses_at_each_run() {
    let mut site = ImportedSite::empty();
    for run in 0..2 {
        site.import(&case("ghost-06-forfattare-taggar.json"), &[]);
        let mut slugs = Vec::new();
        for number in 601..=604 {
            slugs.push(site.post(&id(number)).await.slug);
        }
        assert_eq!(slugs, ["jul", "jul-3", "om-oss", "jul-2"]);
        let expected = if run == 0 { [4, 0, 0, 1] } else { [0, 0, 4, 1] };
        assert_eq!(site.counts(), expected, "run {run}");
    }
}

#[tokio::test]
async fn a_picture_of_text_and_cover_is_one() {
    let mut site = ImportedSite::empty();
    let media = case("ghost-01-lexical-utan-html.content");
    site.import(&case("ghost-01-lexical-utan-html.json"), &["--media", media.to_str().unwrap()]);
    let post = site.post(&id(101)).await;
    assert_eq!(site.pictures().await, 1);
    assert!(
        post.picture_id.is_some() && post.body_markdown.contains("![En gran](/media/"),
        "{}",
        post.body_markdown
    );
    assert!(post.body_markdown.contains("](/inlagg/lucia)"), "{}", post.body_markdown);
}

#[tokio::test]
async fn broken_posts_come_in_as_far_as_they_can() {
    let mut site = ImportedSite::empty();
    site.import(&case("ghost-07-trasiga.json"), &[]);
    assert_eq!(site.post(&id(701)).await.body_markdown.trim_end(), "Reserv i html.");
    assert_eq!(site.post(&id(702)).await.state, "draft");
    assert_eq!(site.post(&id(705)).await.slug, "andra-posten");
}
