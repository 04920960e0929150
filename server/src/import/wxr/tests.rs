//! Each case of `tests/cases/import` says what must come in, what must be told, what must be refused.

mod content;
mod damaged;
mod dates_and_status;
mod encodings;
mod memory;
mod names;
mod pictures;

use app::import::ReadError;
use app::posts::PostKind;

use super::{Options, WordPress};
use crate::import::testing::{Read, case};

fn try_read(name: &str, options: Options, media: Option<&str>) -> Result<Read, ReadError> {
    Read::of(&mut WordPress::new(vec![case(name)], options), media)
}

fn read(name: &str) -> Read {
    try_read(name, Options::default(), None).unwrap()
}

fn read_with(name: &str, media: &str) -> Read {
    try_read(name, Options::default(), Some(media)).unwrap()
}

#[test]
fn the_two_passes_tell_the_same_items() {
    let mut count = 0;
    for file in std::fs::read_dir(case("")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let is_export = name.starts_with("wxr-")
            && std::path::Path::new(&name).extension().is_some_and(|end| end == "xml");
        if is_export && !name.contains("avklippt") {
            let read = read(&name);
            let entries: Vec<&str> = read.entries.iter().map(|entry| &*entry.id).collect();
            assert_eq!(read.ids(), entries, "{name}");
            for item in &read.items {
                let shown =
                    app::markdown::plain_text(&item.markdown).chars().filter(|c| !c.is_whitespace()).count();
                assert!(shown >= item.visible_characters.unwrap(), "{name} {}", item.id);
            }
            count += 1;
        }
    }
    assert_eq!(count, 18);
}

#[test]
fn types_of_wordpress_are_left_out_and_own_ones_are_asked_for() {
    let read = read("wxr-16-typer-taxonomi.xml");
    assert!(read.items.is_empty());
    assert_eq!(read.told("own-type"), [("1601".to_owned(), "recept".to_owned())]);
    assert_eq!((read.told("internal-type").len(), read.told("revision").len()), (1, 1));
    assert_eq!(read.told("category-parent"), [(String::new(), "Föräldralös: finns-inte".to_owned())]);

    let options = Options { types: [("recept".to_owned(), PostKind::Article)].into(), ..Options::default() };
    let read = try_read("wxr-16-typer-taxonomi.xml", options, None).unwrap();
    assert_eq!(read.ids(), ["1601"]);
    assert!(read.addresses("1601").contains(&"/recept/saffransbullar".to_owned()));
    assert_eq!(read.item("1601").tags, ["Sött (Mat)", "Odeklarerad & ny", "saffran"]);
    assert!(read.markdown("1601").starts_with("Ett recept"));
    assert_eq!(read.told("own-taxonomy")[0].1, "svarighet: Lätt");
    assert_eq!(read.told("own-field")[0].1, "koktid");
}

#[test]
fn pages_come_without_their_places_and_comments_are_counted() {
    let read = read("wxr-17-sidor-kommentarer.xml");
    assert_eq!(read.ids(), ["1701", "1702", "1703"]);
    assert_eq!(read.item("1701").kind, PostKind::Page);
    assert!(read.is_told("page-parent", "1701") && read.is_told("page-template", "1702"));
    assert!(read.addresses("1701").contains(&"/om-oss/hitta-hit".to_owned()), "{:?}", read.addresses("1701"));
    assert!(read.addresses("1702").contains(&"/om-oss".to_owned()));
    assert!(read.is_told("sticky", "1703"));
    let (_, counted) = &read.told("comments")[0];
    assert_eq!(
        counted,
        "6 kommentarer, 1 från andra bloggar, 1 ej godkända, 1 i papperskorgen, 1 utan datum"
    );
    let everything = read.everything();
    assert!(!everything.contains("kaffe@brev.example") && !everything.contains("192.0.2.17"));
}

#[test]
fn every_item_has_the_author_that_can_be_had() {
    let read = read("wxr-18-forfattare.xml");
    assert_eq!(read.item("1801").authors, ["fd-medarbetare"]);
    assert!(read.item("1802").authors.is_empty());
    assert_eq!(read.item("1803").authors, ["Redaktionen Granbarr", "Gäst Tomten"]);
    assert!(read.is_told("unknown-author", "1801") && read.is_told("no-author", "1802"));
    assert!(read.is_told("extra-author", "1803") && read.is_told("pending", "1802"));
    assert_eq!((read.told("shared-address").len(), read.told("empty-author").len()), (1, 1));
    assert!(!read.everything().contains('@'));
}

#[test]
fn a_file_that_is_cut_is_refused_until_somebody_says_otherwise() {
    let refused = try_read("wxr-19-avklippt.xml", Options::default(), None).err().unwrap().to_string();
    for part in ["mitt i post 3 (”Avklippt”)", "vid byte 3783", "2 hela poster", "--incomplete"] {
        assert!(refused.contains(part), "{refused}");
    }
    let options = Options { incomplete: true, ..Options::default() };
    let read = try_read("wxr-19-avklippt.xml", options, None).unwrap();
    assert_eq!(read.ids(), ["1901", "1902"]);
    assert_eq!(read.told("file-cut").len(), 1);
    assert!(!read.everything().contains("klipps av mitt"));
}

#[test]
fn what_is_no_export_is_refused() {
    for (name, part) in
        [("hostile-06-entiteter.xml", "DOCTYPE"), ("ghost-02-lexical-och-html.json", "ingen export")]
    {
        let refused = try_read(name, Options::default(), None).err().unwrap().to_string();
        assert!(refused.contains(part), "{refused}");
    }
}
