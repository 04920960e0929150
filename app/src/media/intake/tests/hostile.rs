//! Files that are broken, that lie, or that are something else.

use proptest::prelude::*;

use super::super::{MOST_BYTES, prepare};
use super::samples::{
    chunk, fields, gif, gif_that_claims, jpeg, jpeg_that_claims, png, png_that_claims, png_with, riff, webp,
};
use crate::media::PictureError::{
    self, Avif, Broken, Heic, Moving, NoFile, TooLarge, TooManyPixels, WrongKind,
};

fn other_files() -> Vec<(&'static str, &'static [u8], PictureError)> {
    vec![
        ("nothing", b"", NoFile),
        ("one byte", b"\xff", WrongKind),
        ("text", b"Hej", WrongKind),
        ("html", b"<!doctype html><script>alert(1)</script>", WrongKind),
        ("svg without a shape", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", Broken),
        ("svg of another namespace", b"<svg xmlns=\"http://www.w3.org/1999/xhtml\"><path/></svg>", WrongKind),
        ("html with svg", b"<!doctype html><svg xmlns=\"http://www.w3.org/2000/svg\"/>", WrongKind),
        (
            "xml with svg",
            b"<?xml version=\"1.0\"?><x><svg xmlns=\"http://www.w3.org/2000/svg\"/></x>",
            WrongKind,
        ),
        ("gif that is a script", b"GIF89a/*\x01\0\x01\0*/=1;alert(1)", Broken),
        ("gif of another year", b"GIF90a\x01\0\x01\0\x80\0\0", WrongKind),
        ("bmp", b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0", WrongKind),
        ("tiff", b"II*\0\x08\0\0\0", WrongKind),
        ("tiff the other way", b"MM\0*\0\0\0\x08", WrongKind),
        ("pdf", b"%PDF-1.7\n", WrongKind),
        ("zip", b"PK\x03\x04\x14\0\0\0", WrongKind),
        ("program", b"MZ\x90\0\x03\0\0\0", WrongKind),
        ("program of another kind", b"\x7fELF\x02\x01\x01\0", WrongKind),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0", WrongKind),
        ("icon", b"\0\0\x01\0\x01\0\x10\x10", WrongKind),
        ("jpeg xl", b"\xff\x0a\x00\x10", WrongKind),
        ("jpeg 2000", b"\0\0\0\x0cjP  \r\n\x87\n", WrongKind),
        ("film", b"\0\0\0\x18ftypisom\0\0\x02\0", WrongKind),
        ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Heic),
        ("heic that is cut off", b"\0\0\0\x18ftypmif1", Heic),
        ("avif", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", Avif),
        ("avif by its second name", b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", Avif),
        ("film that speaks of heic behind its brands", b"\0\0\0\x10ftypisom\0\0\0\0heic", WrongKind),
        ("a container of no size", b"\0\0\0\0ftypheic", WrongKind),
        ("sound in riff", b"RIFF\x24\0\0\0WAVEfmt ", WrongKind),
        ("a picture after a space", b" \xff\xd8\xff\xe0", WrongKind),
    ]
}

fn broken_pictures() -> Vec<(String, Vec<u8>)> {
    let picture = fields(96, 64);
    let mut broken: Vec<(String, Vec<u8>)> = Vec::new();
    for (kind, whole) in [
        ("jpeg", jpeg(&picture)),
        ("png", png(&picture)),
        ("webp", webp(&picture)),
        ("gif", gif(&[fields(96, 64)])),
    ] {
        for part in [3, 12, 20, 33] {
            broken.push((format!("{part} bytes of {kind}"), whole[..part.max(12)].to_vec()));
        }
        for percent in [30, 60, 90] {
            broken.push((format!("{percent} % of {kind}"), whole[..whole.len() * percent / 100].to_vec()));
        }
        let mut noise = whole[..12].to_vec();
        noise.extend((0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24).to_le_bytes()[0]));
        broken.push((format!("noise that begins as {kind}"), noise));
        broken.push((format!("zeros that begin as {kind}"), [&whole[..12], &[0; 4000]].concat()));
    }
    let png = png(&picture);
    broken.push((
        "a jpeg whose segment is longer than the file".into(),
        b"\xff\xd8\xff\xe0\xff\xffJFIF".to_vec(),
    ));
    broken.push(("a jpeg without pixels".into(), b"\xff\xd8\xff\xd9".to_vec()));
    broken.push(("a jpeg of no width".into(), jpeg_that_claims(0, 8)));
    broken.push(("a png of no width".into(), png_that_claims(0, 8)));
    broken.push(("a png of no height".into(), png_that_claims(8, 0)));
    broken.push(("a png with more rows than pixels".into(), png_that_claims(8, 4000)));
    broken.push(("a png without pixels".into(), [&png[..33], &chunk(*b"IEND", b"")].concat()));
    let mut wrong_sum = png.clone();
    wrong_sum[30] ^= 1;
    broken.push(("a png with a wrong sum".into(), wrong_sum));
    let noise = [&png[..33], &chunk(*b"IDAT", &[7; 400]), &chunk(*b"IEND", b"")].concat();
    broken.push(("a png with noise for pixels".into(), noise));
    broken.push(("a webp of nothing".into(), riff(*b"RIFF", b"WEBP")));
    broken.push(("a webp with an unknown part".into(), riff(*b"RIFF", b"WEBPXXXX\x04\0\0\0abcd")));
    broken
}

fn too_large_pictures() -> Vec<(&'static str, Vec<u8>)> {
    let canvas = [&[0, 0, 0, 0][..], &[0xff, 0xff, 0], &[0xff, 0xff, 0]].concat();
    let inner = webp(&fields(8, 8))[12..].to_vec();
    let webp = riff(*b"RIFF", &[b"WEBP".to_vec(), riff(*b"VP8X", &canvas), inner].concat());
    vec![
        ("a jpeg that claims the most", jpeg_that_claims(65_535, 65_535)),
        ("a jpeg that is too wide", jpeg_that_claims(20_001, 1)),
        ("a jpeg that is too high", jpeg_that_claims(1, 20_001)),
        ("a jpeg with too many pixels", jpeg_that_claims(11_000, 10_001)),
        ("a png that claims the most", png_that_claims(0x7fff_ffff, 0x7fff_ffff)),
        ("a png that is too wide", png_that_claims(20_001, 1)),
        ("a png with too many pixels", png_that_claims(11_000, 10_001)),
        ("a gif that claims the most", gif_that_claims(65_535, 65_535)),
        ("a gif with too many pixels", gif_that_claims(11_000, 10_001)),
        ("a webp with a canvas of four thousand million", webp),
    ]
}

#[test]
fn each_file_that_is_no_picture_is_refused_in_words_of_its_own() {
    for (name, file, refusal) in other_files() {
        assert_eq!(prepare(file).unwrap_err(), refusal, "{name}");
    }
    for (name, file) in broken_pictures() {
        assert_eq!(prepare(&file).err(), Some(Broken), "{name}");
    }
    assert!(other_files().len() + broken_pictures().len() > 60);
}

#[test]
fn what_claims_to_be_huge_is_refused_before_it_is_decoded() {
    for (name, file) in too_large_pictures() {
        let look = || {
            let began = std::time::Instant::now();
            let refusal = prepare(&file).unwrap_err();
            assert!(matches!(refusal, TooManyPixels | Broken), "{name}: {refusal}");
            assert!(name.starts_with("a webp") || refusal == TooManyPixels, "{name}: {refusal}");
            began.elapsed()
        };
        // The quickest of some: on a busy machine one may wait for its turn.
        let took = (0..3).map(|_| look()).min().unwrap_or_default();
        assert!(took.as_millis() < 500, "{name}: {took:?}");
    }
    let mut file = jpeg(&fields(8, 8));
    file.resize(MOST_BYTES + 1, 0);
    assert_eq!(prepare(&file).unwrap_err(), TooLarge);
    file.truncate(MOST_BYTES);
    assert!(prepare(&file).is_ok(), "as large as may be");
}

#[test]
fn what_moves_is_refused() {
    let frames = [0, 0, 0, 2, 0, 0, 0, 0];
    assert_eq!(prepare(&png_with(&fields(8, 8), &[(b"acTL", &frames)])).unwrap_err(), Moving);
    assert_eq!(prepare(include_bytes!("moving.webp")).unwrap_err(), Moving);
    assert_eq!(prepare(&gif(&[fields(8, 8), fields(8, 8)])).unwrap_err(), Moving);
}

#[test]
fn every_sentence_says_what_to_do() {
    for refusal in [
        Broken,
        Moving,
        NoFile,
        Avif,
        Heic,
        TooLarge,
        TooManyPixels,
        WrongKind,
        PictureError::LogInFirst,
        PictureError::Forbidden,
        PictureError::Unreadable,
        PictureError::Slow,
        PictureError::NoAlt,
        PictureError::LongAlt,
        PictureError::SvgTooLarge,
        PictureError::SvgTooDetailed,
        PictureError::SvgText,
        PictureError::SvgParts,
        PictureError::Busy,
        PictureError::Internal,
    ] {
        let sentence = refusal.to_string();
        assert!(sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
        assert!(
            ["Välj", "försök", "Beskriv", "Skriv", "skicka", "Be den"]
                .iter()
                .any(|word| sentence.contains(word))
        );
        assert!((400..=503).contains(&refusal.status()) && !refusal.code().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_damage_breaks_the_reader(
        kind in 0_usize..6,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let picture = fields(24, 16);
        let mut file = match kind {
            0 => jpeg(&picture),
            1 => png(&picture),
            2 => webp(&picture),
            3 => include_bytes!("progressive.jpg").to_vec(),
            4 => gif(&[fields(24, 16)]),
            _ => include_bytes!("cmyk.jpg").to_vec(),
        };
        for (place, value) in damage {
            *place.get_mut(&mut file) = value;
        }
        if let Ok(prepared) = prepare(&file) {
            prop_assert!(!prepared.files.is_empty() && prepared.width <= 20_000);
        }
    }
}
