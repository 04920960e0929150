//! Of each format its sound is stored, and nothing else.

use sha2::{Digest as _, Sha256};

use super::*;

const VBR: &[u8] = include_bytes!("../../../../tests/recordings/vbr.mp3");

fn sha256(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
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
