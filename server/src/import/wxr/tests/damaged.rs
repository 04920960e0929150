//! Whatever happens to a file on its way, reading it ends in items or in a sentence.

use std::ops::ControlFlow;

use app::import::{Links, Reader as _, Yield};
use proptest::prelude::*;

use super::super::{Options, WordPress};
use super::case;

const CASES: [&str; 6] = [
    "wxr-05-block.xml",
    "wxr-06-klassisk.xml",
    "wxr-07-kortkoder.xml",
    "wxr-08-cdata-kontroll.xml",
    "wxr-14-farlig-html.xml",
    "wxr-19-avklippt.xml",
];

/// Reads a file, and returns how many items were told and came.
fn counts(bytes: &[u8]) -> Option<(usize, usize)> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let options = Options { incomplete: true, ..Options::default() };
    let mut reader = WordPress::new(vec![file.path().to_owned()], options);
    let (mut told, mut came) = (0, 0);
    reader.index(&mut |_| told += 1).ok()?;
    reader
        .items(&Links::default(), &mut |one| {
            came += usize::from(matches!(one, Yield::Item(_)));
            ControlFlow::Continue(())
        })
        .ok()?;
    Some((told, came))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_damaged_file_is_read_or_refused(
        name in proptest::sample::select(CASES.to_vec()),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..40), 1..6),
        pieces in proptest::collection::vec(
            proptest::sample::select(vec!["<", ">", "]]>", "<![CDATA[", "</item>", "<item>", "&", "[", "<!--", "-->", "\""]),
            0..6,
        ),
    ) {
        let mut bytes = std::fs::read(case(name)).unwrap();
        for (at, byte, removed) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let end = (at + removed).min(bytes.len());
            bytes.drain(at + 1..end.max(at + 1));
        }
        let length = bytes.len();
        for (number, piece) in pieces.iter().enumerate() {
            let at = (number * 7919) % length;
            bytes.splice(at..at, piece.bytes());
        }
        if let Some((told, came)) = counts(&bytes) {
            prop_assert_eq!(told, came);
        }
    }
}
