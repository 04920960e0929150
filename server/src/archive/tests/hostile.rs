//! What is refused, and by what.

use super::*;

#[test]
fn files_are_read_and_folders_and_litter_left_out() {
    let raw = Item { name: b"inlagg/r\x84ka.md", ..item("", "räka") };
    let bytes = zipped(&[
        item("inlagg/", ""),
        item("inlagg/./hej.md", "hej"),
        raw,
        item("inlagg/smör.md", "smör"),
        item("__MACOSX/inlagg/._hej.md", "x"),
        item("inlagg/.DS_Store", "x"),
    ]);
    let archive = open(&bytes, &LIMITS).unwrap();
    let read = contents(&archive).unwrap();
    let names: Vec<_> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["inlagg/hej.md", "inlagg/räka.md", "inlagg/smör.md"]);
    assert_eq!(read[1].1, "räka".as_bytes());
    assert_eq!((archive.litter(), archive.find("inlagg/hej.md").map(Entry::bytes)), (2, Some(3)));
}

#[test]
fn every_refusal_names_the_entry_and_its_fault() {
    let long = "l".repeat(300);
    for (items, fault) in [
        (vec![item("../x.md", "x")], EntryFault::Climbs),
        (vec![item("", "x")], EntryFault::Empty),
        (vec![item(&long, "x")], EntryFault::LongName),
        (vec![item("a.md", "x"), item("A.md", "y")], EntryFault::Double),
        (vec![item("ä.md", "x"), item("a\u{308}.md", "y")], EntryFault::Double),
        (vec![item("a/./b.md", "x"), item("a//b.md", "y")], EntryFault::Double),
        (vec![item("media", "/etc"), item("media/x.md", "y")], EntryFault::Double),
        (vec![Item { mode: 0o120_777, ..item("media", "/etc") }], EntryFault::Special),
        (vec![Item { mode: 0o010_644, ..item("ror.md", "") }], EntryFault::Special),
        (vec![Item { is_encrypted: true, ..item("last.md", "x") }], EntryFault::Encrypted),
    ] {
        let mut items = items;
        items.push(item("bra.md", "bra"));
        assert_eq!(faults(&items), [fault]);
    }
    let text =
        open(&zipped(&[item("../\u{202e}x", "x"), item("C:x", "x")]), &LIMITS).unwrap_err().to_string();
    assert!(text.contains("\"../\u{fffd}x\" har osynliga tecken i namnet, \"C:x\" har kolon"), "{text}");
}

#[test]
fn refusals_are_counted_and_ten_are_named() {
    let names: Vec<_> = (0..15).map(|number| format!("../{number}")).collect();
    let items: Vec<_> = names.iter().map(|name| item(name, "x")).collect();
    let text = open(&zipped(&items), &LIMITS).unwrap_err().to_string();
    assert!(text.ends_with(" och 5 till. Rätta det och gör om zipfilen"), "{text}");
}

#[test]
fn what_becomes_too_much_is_refused_by_what_it_says() {
    let zeros = "0".repeat(30_000_000);
    let of = |bytes| EntryFault::TooLarge { bytes, limit: LIMITS.entry_bytes };
    assert_eq!(faults(&[item("stor", &zeros)]), [of(30_000_000)]);
    assert!(
        matches!(faults(&[item("bomb", &zeros[..10_000_000])])[..], [EntryFault::Bomb(times)] if times > 200)
    );
    let limits = Limits { ratio: u64::MAX, entry_bytes: u64::MAX, ..LIMITS };
    let refused = open(&zipped(&[item("a", &zeros), item("b", &zeros)]), &limits).unwrap_err();
    assert!(matches!(refused, ArchiveError::TooLarge { bytes: 60_000_000, .. }), "{refused}");
}

#[test]
fn too_many_entries_are_refused_by_the_list_alone() {
    let names: Vec<_> = (0..1_001).map(|number| format!("t/{number}")).collect();
    let items: Vec<_> = names.iter().map(|name| item(name, "")).collect();
    let bytes = zipped(&items);
    let refused = open(&bytes, &LIMITS).unwrap_err();
    assert!(matches!(refused, ArchiveError::TooMany { count: 1_001, limit: 1_000 }), "{refused}");
    // The archive says that it has one.
    let end = bytes.len() - 22;
    let mut lying = bytes;
    lying[end + 8..end + 12].copy_from_slice(&[1, 0, 1, 0]);
    let refused = open(&lying, &LIMITS).unwrap_err();
    assert!(matches!(refused, ArchiveError::TooMany { .. }), "{refused}");
    let broken = open(&lying, &Limits { entries: 2_000, ..LIMITS }).unwrap_err();
    assert!(matches!(broken, ArchiveError::Broken), "{broken}");
}

#[test]
fn an_entry_is_named_once_and_lies_in_a_place_of_its_own() {
    let bytes = zipped(&[item("inlagg/a.md", "ett"), item("inlagg/b.md", "tva")]);
    let two_names = patched(bytes.clone(), b"inlagg/a.md", b"../../../a.", false);
    let overlap = {
        let mut bytes = bytes.clone();
        let second = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        bytes[second + 42..second + 46].fill(0);
        patched(bytes, b"inlagg/b.md", b"inlagg/a.md", true)
    };
    for (bytes, fault) in [(two_names, EntryFault::TwoNames), (overlap, EntryFault::Double)] {
        let Err(ArchiveError::Entries(refused)) = open(&bytes, &LIMITS) else { panic!("{fault:?}") };
        assert_eq!(refused.named()[0].1, fault);
    }
}

#[test]
fn an_entry_that_becomes_more_than_it_says_is_damaged() {
    let bytes = zipped(&[item("a.md", &"lång text ".repeat(1_000))]);
    let place = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap() + 24;
    for size in [5_000_u32, 50_000] {
        let mut bytes = bytes.clone();
        bytes[place..place + 4].copy_from_slice(&size.to_le_bytes());
        let archive = open(&bytes, &LIMITS).unwrap();
        let mut reader = archive.reader(&archive.entries()[0]).unwrap();
        let mut read = Vec::new();
        assert!(reader.read_to_end(&mut read).is_err());
        assert!(read.len() <= 50_000);
        assert!(
            matches!(archive.read(&archive.entries()[0]), Err(ArchiveError::Damaged(name)) if name == "a.md")
        );
    }
}

#[test]
fn a_cut_or_changed_archive_is_refused_or_reads_as_before() {
    let bytes = zipped(&[item("a.md", "ett två tre"), item("mapp/b.md", &"fyra fem sex ".repeat(20))]);
    let whole = contents(&open(&bytes, &LIMITS).unwrap()).unwrap();
    for end in 0..bytes.len() {
        assert!(open(&bytes[..end], &LIMITS).is_err(), "cut at {end}");
    }
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            let read = open(&changed, &LIMITS).and_then(|archive| contents(&archive));
            // A changed name is the caller's to notice.
            let texts =
                |read: &[(String, Vec<u8>)]| read.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
            assert!(read.is_err() || read.is_ok_and(|read| texts(&read) == texts(&whole)), "{place}");
        }
    }
}

#[test]
fn what_is_no_archive_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let zeros = vec![0; 100_000];
    for bytes in [&b""[..], b"PK", b"not a zip file", &zeros] {
        assert!(matches!(open(bytes, &LIMITS), Err(ArchiveError::NoArchive)));
    }
    assert!(matches!(Archive::open(folder.path(), &LIMITS), Err(ArchiveError::NoArchive)));
    assert!(matches!(Archive::open(&folder.path().join("x"), &LIMITS), Err(ArchiveError::Io(_))));
}

/// The hand-made cases, each refused as a whole in time.
#[test]
fn hostile_cases_are_refused_before_anything_is_unpacked() {
    let cases = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import");
    for (case, words) in [
        ("hostile-01-zip-slip", "\"../utanfor.md\" leder ut ur mappen"),
        ("hostile-02-absolut", "\"/tmp/imports-absolut-bevis.md\" har en absolut sökväg"),
        ("hostile-03-symlank", "\"media\" är en länk eller något annat än en fil"),
        ("hostile-04-bomb", "\"bilder/stor.png\" blir 50\u{a0}MB, gränsen är 20\u{a0}MB"),
        ("hostile-05-20000-tomma", "för många filer (20000, gränsen är 1000)"),
        ("hostile-07-namn", "\"inlagg/hej.md\" finns två gånger"),
    ] {
        let start = Instant::now();
        let refused =
            Archive::open(&cases.join(case).with_extension("zip"), &LIMITS).unwrap_err().to_string();
        assert!(refused.contains(words), "{case}: {refused}");
        assert!(start.elapsed() < Duration::from_secs(2), "{case}");
    }
}
