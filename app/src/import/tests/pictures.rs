//! Pictures of imported items.

use super::*;

#[tokio::test]
async fn a_picture_becomes_one_of_this_site_or_leaves_its_words() {
    let site = TestSite::new().await;
    let folder = tempfile::tempdir().unwrap();
    let png = include_bytes!("../../../../server/tests/cases/import/md-05-lankar-bilder/bilder/omslag.png");
    std::fs::write(folder.path().join("bro.png"), png).unwrap();
    std::fs::write(folder.path().join("falsk.png"), "<p>ingen bild</p>").unwrap();
    let mut list = PictureList::default();
    let picture = |name: &str| ItemPicture {
        file: PictureFile::Path(folder.path().join(name)),
        name: name.into(),
        alt: "En bro".into(),
        caption: String::new(),
    };
    let cover = picture("bro.png");
    let [good, bad] = ["bro.png", "falsk.png"].map(|name| list.add(picture(name)));
    let mut shown = item("1", "Ett", &format!("![En bro]({good}) och ![Något annat]({bad})"));
    shown.pictures = list.into_pictures();
    shown.cover = Some(cover);
    let dry = import_with(&site, &[shown.clone()], true).await;
    let report = import(&site, &[shown.clone()]).await;
    assert_eq!((dry.pictures, report.pictures), (1, 1));
    assert_eq!(
        (causes(&dry.findings), causes(&report.findings)),
        (vec!["picture-refused"], vec!["picture-refused"])
    );
    let content = &posts(&site).await[0].content;
    let id = content.picture.clone().unwrap();
    assert!(content.body.starts_with(&format!("![En bro](/media/{id}/")), "{}", content.body);
    assert!(content.body.ends_with(") och Något annat"), "{}", content.body);
    assert_eq!(content.picture_alt, "En bro");
    assert_eq!(counts(&import(&site, &[shown]).await), [0, 0, 1, 0]);
}
