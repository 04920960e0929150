//! What is stored of each format, and that hostile files are refused in time.

use std::io::Cursor;

use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

use super::*;

const MP3: &[u8] = include_bytes!("../../../tests/recordings/tal.mp3");
const VBR: &[u8] = include_bytes!("../../../tests/recordings/vbr.mp3");
const M4A: &[u8] = include_bytes!("../../../tests/recordings/tal.m4a");
const FAST_M4A: &[u8] = include_bytes!("../../../tests/recordings/faststart.m4a");
const OPUS: &[u8] = include_bytes!("../../../tests/recordings/tal.opus");

/// Builds what is stored of a file.
fn built(file: &[u8]) -> Result<(Cleaned, Vec<u8>), RecordingError> {
    let mut stored = Vec::new();
    let cleaned = clean_source(&mut Cursor::new(file), &mut |piece| {
        stored.extend(piece);
        Ok(())
    })?;
    Ok((cleaned, stored))
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

fn sha256(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// A WAV file of mono, 16 bits, 8000 samples a second, with what recorders and studios put around the sound.
fn wav(samples: u32) -> Vec<u8> {
    let sound: Vec<u8> =
        (0..samples).flat_map(|sample| u16::try_from(sample % 65_536).unwrap().to_le_bytes()).collect();
    let mut format = b"\x01\0\x01\0".to_vec();
    format.extend(8_000_u32.to_le_bytes());
    format.extend(16_000_u32.to_le_bytes());
    format.extend(b"\x02\0\x10\0");
    let chunks: [(&[u8; 4], &[u8]); 6] = [
        (b"bext", b"KANARIEFAGEL-bext"),
        (b"LIST", b"INFOIART\x11\0\0\0KANARIEFAGEL-info\0"),
        (b"fmt ", &format),
        (b"iXML", b"<KANARIEFAGEL/>"),
        (b"data", &sound),
        (b"id3 ", b"ID3\x03KANARIEFAGEL-id3"),
    ];
    let mut file = b"RIFF\0\0\0\0WAVE".to_vec();
    for (kind, content) in chunks {
        file.extend(kind);
        file.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        file.extend(content);
        file.extend(vec![0; content.len() % 2]);
    }
    file
}

/// Frames of silence: MPEG-2.5, mono, 8 kbit/s, 72 bytes of 72 milliseconds.
fn frames(count: usize) -> Vec<u8> {
    let frame = [&[0xff, 0xe3, 0x18, 0xc4][..], &[0; 68]].concat();
    frame.repeat(count)
}

/// Returns the sound of what was stored, without its head.
fn sound(format: RecordingFormat, stored: &[u8]) -> Vec<u8> {
    match format {
        RecordingFormat::Wav => stored[44..].to_vec(),
        RecordingFormat::M4a => {
            let at = stored.windows(4).position(|window| window == b"mdat").unwrap();
            stored[at + 4..].to_vec()
        }
        RecordingFormat::Mp3 => {
            let info = stored.windows(4).position(|window| window == b"Info" || window == b"Xing").unwrap();
            let next = (info + 116..stored.len() - 1)
                .find(|at| stored[*at] == 0xff && stored[at + 1] & 0xe0 == 0xe0)
                .unwrap();
            stored[next..].to_vec()
        }
        RecordingFormat::Opus => {
            let mut source = Cursor::new(stored);
            let mut input = Input::new(&mut source).unwrap();
            let (mut at, mut sound, mut number) = (0, Vec::new(), 0);
            while at < input.length() {
                let (page, end) = ogg::Page::read(&mut input, at).unwrap();
                assert_eq!(&stored[usize::try_from(at).unwrap() + 18..][..4], &u32::to_le_bytes(number));
                if number > 1 {
                    sound.extend(page.body);
                }
                (at, number) = (end, number + 1);
            }
            sound
        }
    }
}

#[test]
fn nothing_but_the_sound_is_stored() {
    let wav = wav(12_000);
    let wav_sound = &wav[wav.windows(4).position(|window| window == b"data").unwrap() + 8..][..24_000];
    for (name, file, format, millis, sum) in [
        (
            "tal.mp3",
            MP3,
            RecordingFormat::Mp3,
            1_900..2_100,
            "51377ea6652d77b7fe7395e6ae5f05b6e8feb8df819c6bd20613a96383c53d08",
        ),
        (
            "vbr.mp3",
            VBR,
            RecordingFormat::Mp3,
            1_900..2_100,
            "078a940b3e948f652c33f268f86b605d7a1c0ffd489daedcdf260755fca1841f",
        ),
        (
            "tal.m4a",
            M4A,
            RecordingFormat::M4a,
            1_990..2_010,
            "701d03345e115b516dff2d5c0b3732fc46d5d89bf1e47c6d36ef600d1cfcd7ae",
        ),
        (
            "faststart.m4a",
            FAST_M4A,
            RecordingFormat::M4a,
            1_990..2_010,
            "701d03345e115b516dff2d5c0b3732fc46d5d89bf1e47c6d36ef600d1cfcd7ae",
        ),
        (
            "tal.opus",
            OPUS,
            RecordingFormat::Opus,
            1_990..2_010,
            "bd9c0ce53bef05172f41a9ab05098e5c4c39d8dc3dd0f7be3d07eb8047ecf432",
        ),
        ("wav", &*wav, RecordingFormat::Wav, 1_500..1_501, &*sha256(wav_sound)),
    ] {
        assert!(has(file, b"KANARIEFAGEL"), "{name} is no test");
        let (cleaned, stored) = built(file).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(cleaned.format, format, "{name}");
        assert!(millis.contains(&cleaned.millis), "{name} is {} ms long", cleaned.millis);
        for words in [
            &b"KANARIEFAGEL"[..],
            b"59.3293",
            b"Lavf",
            b"libopus",
            b"TAG",
            b"ID3",
            b"APETAGEX",
            b"udta",
            b"meta",
            b"free",
            b"LIST",
            b"JFIF",
        ] {
            assert!(!has(&stored, words), "{name} still has {:?}", String::from_utf8_lossy(words));
        }
        assert_eq!(sha256(&sound(format, &stored)), sum, "the sound of {name} is another");
        // What is stored is a file like any other: it comes back from an export as it was.
        let (again, twice) = built(&stored).unwrap();
        assert_eq!((again, twice == stored), (cleaned, true), "{name} changes when it is built again");
    }
}

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
        ("a film", include_bytes!("../../../tests/recordings/film.mp4").to_vec(), RecordingError::HasVideo),
        ("another film", riff_avi, RecordingError::HasVideo),
        (
            "Vorbis",
            include_bytes!("../../../tests/recordings/vorbis.ogg").to_vec(),
            RecordingError::OtherSound,
        ),
        (
            "Apple Lossless",
            include_bytes!("../../../tests/recordings/alac.m4a").to_vec(),
            RecordingError::OtherSound,
        ),
        (
            "fragments",
            include_bytes!("../../../tests/recordings/delar.m4a").to_vec(),
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
fn what_stands_between_frames_is_left_out() {
    let tag = b"ID3\x04\0\0\0\0\0\x18TXXX KANARIEFAGEL-mitt i ";
    let file = [&frames(20), &tag[..], &frames(10), b"KANARIEFAGEL utan namn", &frames(10)].concat();
    let (cleaned, stored) = built(&file).unwrap();
    assert_eq!(cleaned.millis, 40 * 72);
    assert!(!has(&stored, b"KANARIEFAGEL"));
    assert!(stored.ends_with(&frames(40)) && has(&stored, b"Info"));
    let junk = vec![b'x'; 70_000];
    assert_eq!(built(&[&frames(20), &*junk, &frames(20)].concat()).err(), Some(RecordingError::Broken));
    // Whatever stands behind the last frame is no sound.
    assert_eq!(built(&[&frames(20), &junk[..60_000]].concat()).unwrap().0.millis, 20 * 72);
    let many: Vec<u8> = (0..18).flat_map(|_| [&frames(3), &b"abc"[..]].concat()).collect();
    assert_eq!(built(&many).err(), Some(RecordingError::Broken));
}

#[test]
fn what_was_cut_away_in_a_telephone_is_not_stored() {
    let (_, whole) = built(M4A).unwrap();
    let list = whole.windows(4).position(|window| window == b"elst").unwrap();
    // From one second on, for a second: 24 000 ticks.
    let mut file = whole.clone();
    file[list + 12..list + 16].copy_from_slice(&24_000_u32.to_be_bytes());
    file[list + 16..list + 20].copy_from_slice(&24_000_u32.to_be_bytes());
    let (cleaned, stored) = built(&file).unwrap();
    assert_eq!(cleaned.millis, 1_000);
    let (before, after) = (sound(RecordingFormat::M4a, &whole), sound(RecordingFormat::M4a, &stored));
    assert!(after.len() < before.len() * 6 / 10 && has(&before, &after));
    assert_eq!(built(&stored).unwrap(), (cleaned, stored));
    // Beyond its end there is nothing.
    file[list + 16..list + 20].copy_from_slice(&240_000_u32.to_be_bytes());
    assert_eq!(built(&file).err(), Some(RecordingError::Empty));
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
