//! Old addresses that lead on.

use super::*;

#[tokio::test]
async fn old_addresses_lead_to_what_readers_may_have() {
    let site = TestSite::new().await;
    let anna = anna(&site).await;
    let mut draft = item("2", "Två", "b");
    draft.status = ItemStatus::Draft(DraftReason::Draft);
    let report = import(&site, &[item("1", "Ett", "a"), draft]).await;
    assert_eq!(report.redirects, 2);
    let lead = async |address: &str| {
        let address = OldAddress::parse(address).unwrap();
        (
            redirect_from(&site.state, &address).await.unwrap(),
            redirect_from_query(&site.state, &address).await.unwrap(),
        )
    };
    let to = Some("/inlagg/ett".to_owned());
    assert_eq!(lead("/?p=1").await, (to.clone(), to.clone()));
    assert_eq!(lead("/?utm=x&p=1").await.1, to);
    assert_eq!(lead("/?p=2").await, (None, None), "a draft");
    assert_eq!(lead("/?p=3").await, (None, None));
    assert_eq!(lead("/?sida=2").await.1, None);
    act!(&site.state, &anna, withdraw, posts(&site).await[0].id, None).unwrap();
    assert_eq!(lead("/?p=1").await.1, to, "it says that the post is gone");
}

fn options(is_dry_run: bool) -> Options {
    Options { is_dry_run, ..Options::default() }
}

#[tokio::test]
async fn a_table_of_addresses_leads_on_and_names_its_faults() {
    let site = TestSite::new().await;
    let row = |line, from: &str, to: &str| TableRow { line, from: from.into(), to: to.into() };
    let rows = [
        row(1, "/i/a42007494/2020/12/", "/blogg/2020/12"),
        row(2, "https://gammal.example/Bl%C3%A5", "/om#kontakt"),
        row(3, "/", "/blogg"),
        row(4, "/a", "https://annan.example/"),
        row(5, "/b", "/b/"),
        row(6, "relativ", "/om"),
    ];
    let dry = import_redirects(&site.state, &rows, &options(true)).await.unwrap();
    let report = import_redirects(&site.state, &rows, &options(false)).await.unwrap();
    assert_eq!((counts(&dry), counts(&report)), ([2, 0, 0, 4], [2, 0, 0, 4]));
    assert_eq!(causes(&report.skipped), ["bad-new-address", "bad-old-address", "circle", "front-page"]);
    let lead =
        async |address: &str| redirect_from(&site.state, &OldAddress::parse(address).unwrap()).await.unwrap();
    assert_eq!(lead("/i/a42007494/2020/12").await.as_deref(), Some("/blogg/2020/12"));
    assert_eq!(lead("/bla\u{30a}/?x=y").await, None, "another path");
    assert_eq!(lead("/Bla\u{30a}/?x=y").await.as_deref(), Some("/om#kontakt"));
    let again = import_redirects(&site.state, &rows[..2], &options(false)).await.unwrap();
    assert_eq!(counts(&again), [0, 0, 2, 0]);
    let moved =
        import_redirects(&site.state, &[row(1, "/i/a42007494/2020/12", "/blogg/2020")], &options(false))
            .await;
    assert_eq!(counts(&moved.unwrap()), [0, 1, 0, 0]);
    let back =
        import_redirects(&site.state, &[row(1, "/blogg/2020", "/i/a42007494/2020/12")], &options(false))
            .await;
    assert_eq!(causes(&back.unwrap().skipped), ["circle"]);
}
