//! What is stored of each format, and what of it is refused.

mod hostile;
mod stored;

use std::io::Cursor;

use super::*;

const MP3: &[u8] = include_bytes!("../../../../tests/recordings/tal.mp3");
const M4A: &[u8] = include_bytes!("../../../../tests/recordings/tal.m4a");
const FAST_M4A: &[u8] = include_bytes!("../../../../tests/recordings/faststart.m4a");
const OPUS: &[u8] = include_bytes!("../../../../tests/recordings/tal.opus");

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
