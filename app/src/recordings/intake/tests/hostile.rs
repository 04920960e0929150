//! Whatever is no recording, or pretends to be one, is refused in time and with its reason.

use proptest::prelude::*;

use super::*;

#[test]
fn what_cannot_be_used_is_refused_with_its_reason() {
    let riff_avi = [b"RIFF\0\0\0\0AVI LIST", &[0; 64][..]].concat();
    let adpcm = {
        let mut file = wav(12_000);
        let at = file.windows(4).position(|window| window == b"fmt ").unwrap() + 8;
        file[at] = 17;
        file
    };
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x0cmeta\0\0\0\0".to_vec();
    let locked = replaced(M4A, *b"mp4a", *b"drms");
    let two = [OPUS, OPUS].concat();
    let layer_two = [&[0xff, 0xfd, 0x44, 0xc4][..], &[0; 600]].concat();
    for (name, file, refusal) in [
        ("nothing", Vec::new(), RecordingError::NoFile),
        ("a letter", b"a".to_vec(), RecordingError::NotSound),
        ("words", b"Hej, det h\xc3\xa4r \xc3\xa4r ingen inspelning.".to_vec(), RecordingError::NotSound),
        ("a page", b"<!doctype html><title>x</title>".to_vec(), RecordingError::NotSound),
        ("a picture", b"\x89PNG\r\n\x1a\n0000000000".to_vec(), RecordingError::NotSound),
        ("a picture of a telephone", heic, RecordingError::NotSound),
        (
            "a film",
            include_bytes!("../../../../tests/recordings/film.mp4").to_vec(),
            RecordingError::HasVideo,
        ),
        ("another film", riff_avi, RecordingError::HasVideo),
        (
            "Vorbis",
            include_bytes!("../../../../tests/recordings/vorbis.ogg").to_vec(),
            RecordingError::OtherSound,
        ),
        (
            "Apple Lossless",
            include_bytes!("../../../../tests/recordings/alac.m4a").to_vec(),
            RecordingError::OtherSound,
        ),
        (
            "fragments",
            include_bytes!("../../../../tests/recordings/delar.m4a").to_vec(),
            RecordingError::OtherSound,
        ),
        ("FLAC", b"fLaC\0\0\0\x22aaaaaaaaaaaaaaa".to_vec(), RecordingError::OtherSound),
        ("WebM", b"\x1a\x45\xdf\xa3aaaaaaaaaaaaaaa".to_vec(), RecordingError::OtherSound),
        ("AMR", b"#!AMR\naaaaaaaaaaaa".to_vec(), RecordingError::OtherSound),
        ("layer II", layer_two, RecordingError::OtherSound),
        ("ADPCM", adpcm, RecordingError::OtherSound),
        ("locked", locked, RecordingError::Locked),
        ("two in a row", two, RecordingError::Several),
        ("a tag alone", b"ID3\x03\0\0\0\0\x10\0aaaaaaaaaaaaaaaa".to_vec(), RecordingError::Broken),
        ("a cut WAV", wav(12_000)[..20_000].to_vec(), RecordingError::Broken),
        ("a cut M4A", M4A[..8_000].to_vec(), RecordingError::Broken),
        ("a cut Opus", OPUS[..5_000].to_vec(), RecordingError::Broken),
        ("a short WAV", wav(7_999), RecordingError::Empty),
        ("a short MP3", frames(13), RecordingError::Empty),
        ("a long MP3", frames(25_001), RecordingError::TooLong),
    ] {
        assert_eq!(built(&file).err(), Some(refusal), "{name}");
    }
    assert_eq!(built(&wav(8_000)).unwrap().0.millis, 1_000);
    assert_eq!(built(&frames(25_000)).unwrap().0.millis, MOST_MILLIS);
}

fn replaced(file: &[u8], old: [u8; 4], new: [u8; 4]) -> Vec<u8> {
    let mut file = file.to_vec();
    let mut at = 0;
    while let Some(found) = file[at..].windows(4).position(|window| window == old) {
        at += found;
        file[at..at + 4].copy_from_slice(&new);
    }
    file
}

#[test]
fn a_table_cannot_make_a_small_file_a_large_one() {
    let (_, stored) = built(FAST_M4A).unwrap();
    let at = stored.windows(4).position(|window| window == b"stsz").unwrap();
    let mut file = stored.clone();
    // Each sample as large as may be: together more than the file.
    file[at + 8..at + 12].copy_from_slice(&16_384_u32.to_be_bytes());
    assert_eq!(built(&file).err(), Some(RecordingError::Broken));
    file[at + 12..at + 16].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(built(&file).err(), Some(RecordingError::TooLong));
}

/// The smallest valid file of every format.
fn small() -> [Vec<u8>; 5] {
    [wav(8_000)[..].to_vec(), frames(20), M4A.to_vec(), FAST_M4A.to_vec(), OPUS.to_vec()]
}

#[test]
fn every_cut_and_every_changed_byte_is_survived() {
    for file in small() {
        for end in (0..file.len().min(300)).chain((300..file.len()).step_by(11)) {
            _ = built(&file[..end]);
        }
        for at in (0..file.len().min(300)).chain((300..file.len()).step_by(13)) {
            for byte in [0, 0xff, file[at] ^ 0x80] {
                let mut changed = file.clone();
                changed[at] = byte;
                if let Ok((cleaned, stored)) = built(&changed) {
                    assert!(cleaned.millis <= MOST_MILLIS && stored.len() <= changed.len() + 1_000);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_are_endless(which in 0..5_usize, changes in prop::collection::vec((any::<u16>(), any::<u8>()), 1..40)) {
        let mut file = small()[which].clone();
        for (at, byte) in changes {
            let at = usize::from(at) % file.len();
            file[at] = byte;
        }
        if let Ok((cleaned, stored)) = built(&file) {
            prop_assert!(cleaned.millis <= MOST_MILLIS && stored.len() <= file.len() + 1_000);
        }
    }

    #[test]
    fn a_beginning_promises_nothing(
        head in prop::sample::select(vec![&b"RIFF\0\0\0\0WAVE"[..], b"OggS", b"\0\0\0\x18ftypM4A ", b"ID3\x03", b"\xff\xfb\x90\x44"]),
        rest in prop::collection::vec(any::<u8>(), 0..2_000),
    ) {
        _ = built(&[head, &rest].concat());
    }
}
