//! Tables.

use std::fs;

use super::imported_site::ImportedSite;

#[tokio::test]
async fn a_table_of_posts_is_imported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inlagg.csv");
    let text = "id;rubrik;text;datum;läge;etiketter;skribent;adress\n\
                1;Ett;\"Hej; se [två](/gammalt/tva)\n\nMer.\";2020-05-01;publicerad;mod, ljus;Bo;/gammalt/ett\n\
                2;Två;b;2020-05-02;utkast;;;/gammalt/tva\n\
                ;Utan id;c;;;;;\n\
                3;Tre;d;i går;;;;\n";
    fs::write(&file, text).unwrap();
    let mut site = ImportedSite::empty();
    assert_eq!(site.import(&file, &[]), Some(1), "a row is missing");
    assert_eq!(site.counts(), [3, 0, 0, 1]);
    let one = site.post("1").await;
    assert_eq!((&*one.title, &*one.state, &*one.author), ("Ett", "published", "Bo"));
    assert_eq!((one.tag_names(), &*one.published()), (vec!["ljus", "mod"], "2020-05-01T00:00"));
    assert_eq!(one.body_markdown, "Hej; se [två](/inlagg/tva)\n\nMer.");
    assert_eq!(site.post("2").await.state, "draft");
    assert_eq!((&*site.post("3").await.state, site.count("bad-date")), ("draft", 1));
    assert_eq!(site.redirects().await[0], ("/gammalt/ett".into(), "ett".into()));
}

#[tokio::test]
async fn a_table_of_addresses_is_imported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("adresser.csv");
    fs::write(&file, "gammal adress,ny adress\n/i/a42007494/2020/12/,/blogg/2020/12\n/,/om\n").unwrap();
    let mut site = ImportedSite::empty();
    assert_eq!(site.import(&file, &[]), Some(1));
    assert_eq!(site.counts(), [1, 0, 0, 1]);
    assert_eq!(site.redirects().await, [("/i/a42007494/2020/12".into(), "/blogg/2020/12".into())]);
    fs::write(&file, "/i/a42007494/2020/12/,/blogg/2020/12\n").unwrap();
    assert_eq!((site.import(&file, &[]), site.counts()), (Some(0), [0, 0, 1, 0]));
}
