use super::read;

#[test]
fn every_old_address_leads_on() {
    let read = read("wxr-11-sluggar.xml");
    assert_eq!(read.ids(), ["1101", "1102", "1103"]);
    assert_eq!(read.addresses("1101"), ["/2018/12/julbord", "/?p=1101"]);
    assert_eq!(read.addresses("1102"), ["/2019/12/julbord", "/?p=1102"]);
    let of_third = read.addresses("1103");
    for address in ["/2020/01/räksmörgås-på-ön", "/raksmorgas", "/?p=1103"] {
        assert!(of_third.iter().any(|known| known == address), "{of_third:?}");
    }
}

#[test]
fn broken_slugs_stop_nothing() {
    let read = read("wxr-12-sluggar-trasiga.xml");
    assert_eq!(read.ids(), ["1201", "1202", "1203"]);
    assert_eq!(read.entries[1].slug, "");
    assert_eq!(read.entries[1].title, "Utan slug");
    assert!(read.is_told("slug-made", "1201") && read.is_told("slug-made", "1202"));
}

#[test]
fn titles_become_plain_text() {
    let read = read("wxr-13-titlar.xml");
    assert_eq!(read.item("1301").title, "Bara en bild och en rad: månen över taket.");
    assert_eq!(read.entries[0].slug, "1301");
    assert_eq!(read.item("1302").title, "Smör & bröd – del 1 provsmakning");
    assert!(read.item("1303").title.chars().count() > 500);
    assert!(read.is_told("title-made", "1301") && read.is_told("title-markup", "1302"));
    assert!(read.is_told("title-long", "1303"));
}
