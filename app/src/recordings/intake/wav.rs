//! WAV: of the many chunks that a RIFF file may have, only `fmt ` and `data` are taken, and `fmt ` is written anew.
//!
//! Source: Microsoft, "Multiple Channel Audio Data and WAVE Files"; IBM and Microsoft, "Multimedia Programming Interface and
//! Data Specifications 1.0".

use super::input::Input;
use super::{Output, RecordingError, SAMPLE_RATES, check_length};

/// The number of the format whose samples are integers.
const PCM: u16 = 1;
/// The number of the format whose samples are floating-point numbers.
const FLOAT: u16 = 3;
/// The number that says that the format stands in an extension, further on in its chunk.
const EXTENSIBLE: u16 = 0xfffe;
/// How an extension names one of the two formats above: its number and these.
const KNOWN_EXTENSION: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
/// More chunks than any program writes before the sound.
const MOST_CHUNKS: usize = 1_000;

struct Format {
    tag: u16,
    channels: u16,
    rate: u32,
    bits: u16,
}

impl Format {
    fn read(chunk: &[u8]) -> Result<Self, RecordingError> {
        let short = |at: usize| {
            let bytes = chunk.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
            bytes.map(u16::from_le_bytes).ok_or(RecordingError::Broken)
        };
        let tag = match short(0)? {
            EXTENSIBLE if chunk.get(26..40) == Some(&KNOWN_EXTENSION) => short(24)?,
            tag => tag,
        };
        let rate = u32::from(short(4)?) | u32::from(short(6)?) << 16;
        let format = Self { tag, channels: short(2)?, rate, bits: short(14)? };
        let is_known = match format.tag {
            PCM => [8, 16, 24, 32].contains(&format.bits),
            FLOAT => format.bits == 32,
            _ => false,
        };
        if is_known && (1..=2).contains(&format.channels) && SAMPLE_RATES.contains(&format.rate) {
            Ok(format)
        } else {
            Err(RecordingError::OtherSound)
        }
    }

    /// Bytes of one sample of every channel.
    const fn block(&self) -> u16 {
        self.channels * (self.bits / 8)
    }

    fn header(&self, data: u32) -> Vec<u8> {
        let mut header = b"RIFF".to_vec();
        header.extend((36 + data + data % 2).to_le_bytes());
        header.extend(b"WAVEfmt ");
        header.extend(16_u32.to_le_bytes());
        header.extend(self.tag.to_le_bytes());
        header.extend(self.channels.to_le_bytes());
        header.extend(self.rate.to_le_bytes());
        header.extend((self.rate * u32::from(self.block())).to_le_bytes());
        header.extend(self.block().to_le_bytes());
        header.extend(self.bits.to_le_bytes());
        header.extend(b"data");
        header.extend(data.to_le_bytes());
        header
    }
}

/// Builds the file of a WAV file, and returns its length in milliseconds.
pub(super) fn clean(input: &mut Input<'_>, output: &mut Output<'_>) -> Result<u64, RecordingError> {
    let mut at = 12;
    let mut format = None;
    for _ in 0..MOST_CHUNKS {
        let [a, b, c, d, size @ ..]: [u8; 8] = input.array(at)?;
        let size = u64::from(u32::from_le_bytes(size));
        at += 8;
        match &[a, b, c, d] {
            b"fmt " => {
                format =
                    Some(Format::read(&input.at_most(at, 40.min(usize::try_from(size).unwrap_or(40)))?)?);
            }
            b"data" => {
                let format = format.ok_or(RecordingError::Broken)?;
                return copy(input, &format, at, size, output);
            }
            _ => {}
        }
        at += size + size % 2;
    }
    Err(RecordingError::Broken)
}

fn copy(
    input: &mut Input<'_>,
    format: &Format,
    at: u64,
    size: u64,
    output: &mut Output<'_>,
) -> Result<u64, RecordingError> {
    // A recorder that was switched off half-way leaves a length that is not true.
    if at.checked_add(size).is_none_or(|end| end > input.length()) {
        return Err(RecordingError::Broken);
    }
    let block = u64::from(format.block());
    let data = size - size % block;
    let millis = data / block * 1_000 / u64::from(format.rate);
    check_length(millis)?;
    let length =
        u32::try_from(data).ok().filter(|data| *data < u32::MAX - 64).ok_or(RecordingError::TooLarge)?;
    output(&format.header(length))?;
    input.copy(at, data, output)?;
    if data % 2 == 1 {
        output(&[0])?;
    }
    Ok(millis)
}
