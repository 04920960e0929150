//! Exports of WordPress, from the command to the posts. What each text becomes is tested beside the reader.

use super::imported_site::{ImportedSite, case};
use crate::program::run;

fn imported(name: &str, more: &[&str]) -> ImportedSite {
    let mut site = ImportedSite::empty();
    site.import(&case(name), more);
    site
}

#[tokio::test]
async fn dates_and_statuses_decide_who_reads_a_post() {
    let site = imported("wxr-01-datum.xml", &[]);
    assert_eq!(site.post("101").await.published(), "2012-12-01T07:30");
    let draft = site.post("102").await;
    assert_eq!((&*draft.state, &*draft.slug, &*draft.published()), ("draft", "halvfardig-text-om-ved", ""));
    assert_eq!(site.post("103").await.state, "published");

    let site = imported("wxr-02-hemligt.xml", &[]);
    assert!(site.posts().await.iter().all(|post| post.state == "draft"));
    assert_eq!((site.counts(), site.found("/skipped/reasons", "in-trash").0), ([2, 0, 0, 1], 1));
    assert!(!site.report.to_string().contains("pepparkaka-42"));
    let site = imported("wxr-02-hemligt.xml", &["--trash"]);
    let binned = site.post("203").await;
    assert_eq!((&*binned.slug, &*binned.state), ("slangd-text", "draft"));

    let site = imported("wxr-03-framtid.xml", &["--at", "2026-12-01T08:00"]);
    let coming = site.post("301").await;
    assert_eq!((&*coming.state, &*coming.published()), ("published", "2031-12-01T06:00"));
    assert_eq!(site.post("302").await.state, "draft");
}

#[tokio::test]
async fn pictures_come_once_and_lead_where_they_should() {
    let mut site = ImportedSite::empty();
    let media = case("wxr-04-bilagor.uploads");
    let more = ["--media", media.to_str().unwrap()];
    // A picture is missing, so it is not done.
    assert_eq!(site.import(&case("wxr-04-bilagor.xml"), &more), Some(1));
    assert_eq!(site.pictures().await, 2);
    let post = site.post("401").await;
    assert!(post.picture_id.is_some());
    let (image, link) = post.body_markdown.split_once("](/media/").unwrap();
    assert!(image.starts_with("[![En tänd lykta på en trappa"), "{}", post.body_markdown);
    assert!(link.contains(")](/media/"), "{}", post.body_markdown);
    assert!(
        !post.body_markdown.contains("import-picture") && post.body_markdown.ends_with("Finns inte längre")
    );
    assert_eq!(site.count("picture-missing"), 1);
    // Again, and nothing changes.
    site.import(&case("wxr-04-bilagor.xml"), &more);
    assert_eq!((site.counts(), site.pictures().await), ([0, 0, 1, 0], 2));
}

#[tokio::test]
async fn two_posts_of_one_name_keep_their_addresses_at_each_run() {
    let mut site = imported("wxr-11-sluggar.xml", &[]);
    for _ in 0..2 {
        let slugs: Vec<String> = site.posts().await.into_iter().map(|post| post.slug).collect();
        assert_eq!(slugs, ["julbord", "julbord-2", "raksmorgas-pa-on"]);
        let redirects = site.redirects().await;
        for (old, slug) in [
            ("/2018/12/julbord", "julbord"),
            ("/2019/12/julbord", "julbord-2"),
            ("/2020/01/räksmörgås-på-ön", "raksmorgas-pa-on"),
            ("/raksmorgas", "raksmorgas-pa-on"),
            ("/?p=1101", "julbord"),
            ("/?p=1103", "raksmorgas-pa-on"),
        ] {
            assert!(redirects.contains(&(old.to_owned(), slug.to_owned())), "{old} in {redirects:?}");
        }
        site.import(&case("wxr-11-sluggar.xml"), &[]);
        assert_eq!(site.counts(), [0, 0, 3, 0]);
    }

    let site = imported("wxr-12-sluggar-trasiga.xml", &[]);
    let slugs: Vec<String> = site.posts().await.into_iter().map(|post| post.slug).collect();
    assert!(slugs[0].starts_with("snorojning-pa-gardsvagen") && !slugs[0].contains("c3"), "{slugs:?}");
    assert_eq!(slugs[1], "utan-slug");
}

#[tokio::test]
async fn own_types_come_when_they_are_asked_for() {
    let site = imported("wxr-16-typer-taxonomi.xml", &["--type", "recept=article"]);
    let post = site.post("1601").await;
    assert_eq!(post.tag_names(), ["Odeklarerad & ny", "Sött (Mat)", "saffran"]);
    assert!(site.redirects().await.contains(&("/recept/saffransbullar".into(), "saffransbullar".into())));
    assert!(!post.body_markdown.contains("Gammal version"));
}

#[tokio::test]
async fn no_text_becomes_shorter_and_links_lead_on() {
    for name in
        ["wxr-05-block.xml", "wxr-06-klassisk.xml", "wxr-08-cdata-kontroll.xml", "wxr-09-ogiltig-utf8.xml"]
    {
        let site = imported(name, &[]);
        let [before, after] = ["in", "out"].map(|side| site.report["characters"][side].as_u64().unwrap());
        assert!(after >= before && site.count("text-shrunk") == 0, "{name}: {before} became {after}");
    }
    let site = imported("wxr-15-lankar.xml", &[]);
    let text = site.post("1501").await.body_markdown;
    assert_eq!(text.matches("](/inlagg/lyktan").count(), 5, "{text}");
    let site = imported("wxr-18-forfattare.xml", &[]);
    assert_eq!(site.post("1803").await.author, "Redaktionen Granbarr, Gäst Tomten");
}

#[tokio::test]
async fn a_cut_file_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), case("wxr-19-avklippt.xml"));
    let output = run(&["import", "--data", data.to_str().unwrap(), file.to_str().unwrap()], "");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("mitt i post 3 (”Avklippt”)") && text.contains("--incomplete"), "{text}");

    let site = imported("wxr-19-avklippt.xml", &["--incomplete"]);
    let ids: Vec<String> = site.posts().await.into_iter().map(|post| post.source_id).collect();
    assert_eq!((ids, site.count("file-cut")), (vec!["1901".to_owned(), "1902".to_owned()], 1));
}
