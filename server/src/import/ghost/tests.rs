//! Each case of `tests/cases/import` says what must come in, what must be told, what must be left out.

use app::import::{DraftReason, ItemStatus};
use app::posts::PostKind;

use super::Ghost;
use crate::import::testing::{Read, case};

fn read(name: &str) -> Read {
    read_with(name, None)
}

fn read_with(name: &str, media: Option<&str>) -> Read {
    Read::of(&mut Ghost::new(&case(&format!("ghost-{name}.json")), None), media).unwrap()
}

/// Returns an id as the cases have them.
fn id(number: u32) -> String {
    format!("65a{number:021x}")
}

fn count(read: &Read, code: &str) -> usize {
    read.told(code).len()
}

/// Whether the texts come one after the other.
fn in_order(text: &str, parts: &[&str]) {
    let mut from = 0;
    for part in parts {
        let at = text[from..].find(part).unwrap_or_else(|| panic!("{part} after {}\n{text}", &text[..from]));
        from += at + part.len();
    }
}

#[test]
fn a_text_that_only_its_tree_holds_comes_in_whole() {
    let read = read_with("01-lexical-utan-html", Some("ghost-01-lexical-utan-html.content"));
    assert_eq!(read.ids(), [id(101), id(102)]);
    let text = read.markdown(&id(101));
    in_order(
        text,
        &[
            "## En natt i december",
            "**fet**",
            "*kursiv*",
            "~~struken~~",
            "understruken",
            "`kod`",
            "markerad",
            "**klibbar**",
            "](/inlagg/lucia)",
            "bli medlem",
            "ett a",
            "djupt",
            "3. börjar på tre",
            "> Första raden",
            "> En sidoruta utan källa.",
            "````js",
            "```\nslut",
            "````",
            "Exempel",
            "[![En gran](import-picture:0)](/inlagg/lucia)",
            "Granen, **kväll**",
        ],
    );
    assert!(!text.contains("- \n") && !text.contains("__GHOST_URL__"), "{text}");
    let post = read.item(&id(101));
    assert_eq!(post.pictures.len(), 1);
    assert_eq!(post.cover.as_ref().unwrap().file, post.pictures[0].file);
    assert_eq!(read.told("portal-link")[0].1, "/#/portal/signup");
    assert_eq!(count(&read, "format-dropped"), 2);
    assert!(
        read.told("file-missing").iter().any(|(_, file)| file.ends_with("psalm.pdf")),
        "{:?}",
        read.found
    );
    let everything = read.everything();
    assert!(
        !everything.contains("FALSK") && !everything.contains("hemlig-krok") && !everything.contains('@')
    );
}

#[test]
fn the_newest_source_is_taken_and_the_others_are_told() {
    let read = read("02-lexical-och-html");
    assert_eq!(read.ids(), [id(201), id(202), id(203)]);
    let members = read.item(&id(201));
    assert_eq!(members.status, ItemStatus::Draft(DraftReason::Members));
    assert!(members.markdown.contains("ny text") && members.markdown.contains("Egen ruta"));
    for text in read.items.iter().map(|item| &item.markdown) {
        assert!(!text.contains("<!--") && !text.contains("alert") && !text.contains("kg-card"), "{text}");
    }
    assert_eq!(read.told("members-only"), [(id(201), "members".to_owned())]);
    assert!(read.is_told("text-differs", &id(201)) && read.is_told("script-removed", &id(201)));
    assert!(read.told("text-several").contains(&(id(202), "lexical, mobiledoc, html".to_owned())));
    assert_eq!(read.told("text-fallback"), [(id(203), "html".to_owned())]);
    assert!(!read.markdown(&id(203)).is_empty());
}

#[test]
fn an_export_of_the_first_versions_comes_in() {
    let read = read("03-mobiledoc-gammal");
    assert_eq!(read.ids(), ["3", "4", "5"]);
    let text = read.markdown("3");
    in_order(
        text,
        &[
            "Vanlig text, **fet *båda* slut.**",
            "## Från Markdown-kortet",
            "[länk](/inlagg/gammalt-inlagg)",
            "## Rubrik",
            "- punkt",
            "---",
            "```sh\nls -l\n```",
        ],
    );
    let published = read.item("3").dates.published.and_then(app::import::SourceDate::millis);
    assert_eq!(published, Some(app::time::UnixMillis(1_512_115_200_000)));
    assert_eq!(read.item("3").tags, ["jul"]);
    assert_eq!(read.item("3").authors, ["Redaktionen Granbarr"]);
    assert_eq!(read.item("4").kind, PostKind::Page);
    assert!(
        read.markdown("4").contains("**ren**") && read.markdown("4").contains("](/inlagg/gammalt-inlagg)")
    );
    assert_eq!(read.item("5").status, ItemStatus::Draft(DraftReason::Draft));
    assert!(read.item("5").markdown.is_empty() && read.is_told("text-empty", "5"));
    assert_eq!(read.told("card-unknown"), [("3".to_owned(), "okant-kort: text i okänt kort".to_owned())]);
    assert!(count(&read, "no-media-folder") >= 3, "{:?}", read.found);
}

#[test]
fn every_card_becomes_what_it_means_or_is_told() {
    let read = read("04-kort");
    let text = read.markdown(&id(401));
    in_order(
        text,
        &[
            "> ⚠️ Obs! **Halt** vid [kyrkan](/inlagg/lucia).",
            "### Hur lång tid tar det?",
            "Ungefär en timme.",
            "Eller två.",
            "[En artikel](https://annan.example/artikel)",
            "Läs gärna",
            "Två bilder",
            "Programmet (13 kB)",
            "Alla luckor",
            "Klockor",
            "sno.mp4",
            "Snö",
            "[Film](https://www.youtube.com/watch?v=exempel0003)",
            "Filmen",
            "## Stor rubrik",
            "Mindre rad",
            "[Läs](/inlagg/lucia)",
            "### Adventsljus",
            "Fyra stycken",
            "[Köp](https://butik.example/ljus)",
            "| a | b |",
            "ruta",
            "ANNONS",
            "Stöd oss",
            "[Swisha](https://betala.example/)",
            "Sista stycket.",
        ],
    );
    for left_out in ["Prenumerera", "first_name", "Bara i brev", "Anmäl dig", "sparare", "onload"] {
        assert!(!text.contains(left_out), "{left_out}\n{text}");
    }
    for code in
        ["card-signup", "card-email", "card-email-cta", "card-portal", "card-rating", "card-transistor"]
    {
        assert_eq!(count(&read, code), 1, "{code}");
    }
    let unknown = "framtida-kort-2030: Text i ett kort som inte finns än";
    assert_eq!(read.told("card-unknown"), [(id(401), unknown.to_owned())]);
    assert!(count(&read, "no-media-folder") + count(&read, "file-missing") >= 5, "{:?}", read.found);
    assert!(read.is_told("script-removed", &id(401)));
    // An empty table is there.
    assert_eq!(count(&read, "table-missing"), 0);
}

#[test]
fn what_not_everybody_could_read_stays_unpublished() {
    let read = read("05-medlemmar");
    let status = |number| read.item(&id(number)).status;
    for number in [501, 502, 503] {
        assert_eq!(status(number), ItemStatus::Draft(DraftReason::Members), "{number}");
    }
    assert_eq!(status(504), ItemStatus::Draft(DraftReason::Private));
    assert_eq!((status(505), status(506)), (ItemStatus::Scheduled, ItemStatus::Scheduled));
    assert_eq!((status(507), status(508)), (ItemStatus::Draft(DraftReason::Draft), ItemStatus::Public));
    assert_eq!(read.markdown(&id(508)), "Alla.");
    assert_eq!(read.told("card-hidden"), [(id(508), "html".to_owned())]);
    let old: Vec<_> = read.told("members-only").into_iter().map(|(_, visibility)| visibility).collect();
    assert_eq!(old, ["members", "paid", "tiers"]);
    assert_eq!(read.told("letter-only").len(), 1);
    assert_eq!(read.told("tier"), [(String::new(), "Guld".to_owned())]);
}

#[test]
fn authors_and_tags_keep_their_order() {
    let read = read("06-forfattare-taggar");
    assert_eq!(read.ids(), [id(601), id(602), id(603), id(604)]);
    let post = read.item(&id(601));
    assert_eq!(post.authors, ["Gästen & Co", "Redaktionen Granbarr"]);
    assert_eq!(post.tags, ["Jul", "Å, ä och ö"]);
    assert_eq!((&*post.markdown, &*post.summary), ("Ett.", "Egen ingress"));
    assert_eq!(read.item(&id(603)).kind, PostKind::Page);
    assert!(read.item(&id(602)).authors.is_empty() && read.is_told("author-missing", &id(602)));
    assert!(read.is_told("tag-missing", &id(602)));
    assert_eq!(read.told("tag-without-name"), [(String::new(), "tom".to_owned())]);
    assert_eq!(read.told("tag-internal"), [(id(601), "#import".to_owned())]);
    assert_eq!(read.told("canonical"), [(id(602), "https://tidning.example/original".to_owned())]);
    for code in ["code-injection", "search-words", "featured", "id-repeated"] {
        assert!(read.is_told(code, &id(601)), "{code}");
    }
    assert!(!read.everything().contains("alert(1)"));
}

#[test]
fn broken_posts_end_nothing() {
    let read = read("07-trasiga");
    assert_eq!(read.ids(), [id(701), id(702), id(703), id(704), id(705)]);
    assert_eq!(read.markdown(&id(701)), "Reserv i html.");
    assert!(read.is_told("text-broken", &id(701)) && read.is_told("text-fallback", &id(701)));
    assert_eq!(read.item(&id(702)).title, "Utan titel och slug.");
    assert_eq!(read.item(&id(702)).dates.published, None);
    assert!(read.is_told("bad-date", &id(702)) && read.is_told("title-made", &id(702)));
    assert!(read.is_told("text-empty", &id(703)) && read.is_told("text-empty", &id(704)));
    assert_eq!(read.markdown(&id(705)), "Finns bara här.");
    assert_eq!(read.told("several-databases"), [(String::new(), "2".to_owned())]);
    let missing: Vec<_> = read.told("table-missing").into_iter().map(|(_, table)| table).collect();
    assert_eq!(missing, ["users", "tags", "posts_tags", "posts_authors"]);
}

#[test]
fn a_file_that_is_cut_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("avklippt.json");
    let whole = std::fs::read_to_string(case("ghost-05-medlemmar.json")).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let refused = Read::of(&mut Ghost::new(&path, None), None).err().unwrap().to_string();
    assert!(refused.contains("går inte att läsa från rad") && refused.contains("Ghost"), "{refused}");
}

#[test]
fn reading_can_be_ended_early() {
    let path = case("ghost-05-medlemmar.json");
    let mut heard = 0;
    super::read(&path, &mut |_, _| {
        heard += 1;
        std::ops::ControlFlow::Break(())
    })
    .unwrap();
    assert_eq!(heard, 1);
}
