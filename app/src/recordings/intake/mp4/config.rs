//! What the decoder has to know of the sound.

use super::boxes::{Atom, children, find, read_whole};
use crate::recordings::RecordingError;
use crate::recordings::intake::SAMPLE_RATES;
use crate::recordings::intake::input::Input;

/// The sample rates that AAC numbers.
const RATES: [u32; 13] =
    [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];
/// More than the configuration of any AAC of one or two channels, less than a text.
const LONGEST: usize = 16;
/// AAC-LC, and with it what makes more of few bits: SBR and PS.
const KINDS: [u8; 3] = [2, 5, 29];
/// The object type of MPEG-4 audio.
const MPEG_4: u8 = 0x40;

/// The configuration of AAC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Config {
    /// As the encoder wrote it (`AudioSpecificConfig`).
    pub(super) bytes: Vec<u8>,
    pub(super) channels: u8,
    pub(super) rate: u32,
}

impl Config {
    /// Reads it out of the sample description.
    ///
    /// # Errors
    /// `Locked` when the sound is encrypted; `OtherSound` when it is no AAC of one or two channels.
    pub(super) fn read(input: &mut Input<'_>, description: Atom) -> Result<Self, RecordingError> {
        let entries = children(input, description.begin + 8, description.end)?;
        let [entry] = &*entries else { return Err(RecordingError::OtherSound) };
        match &entry.kind {
            b"mp4a" => {}
            b"drms" | b"enca" | b"drmi" => return Err(RecordingError::Locked),
            _ => return Err(RecordingError::OtherSound),
        }
        let version: [u8; 2] = input.array(entry.begin + 8)?;
        let fields = match version {
            [0, 0] => 28,
            [0, 1] => 44,
            [0, 2] => 64,
            _ => return Err(RecordingError::OtherSound),
        };
        let mut inner = children(input, entry.begin + fields, entry.end)?;
        if let Some(wave) = find(&inner, *b"wave") {
            inner.extend(children(input, wave.begin, wave.end)?);
        }
        let stream = find(&inner, *b"esds").ok_or(RecordingError::OtherSound)?;
        let stream = read_whole(input, stream, 1_024)?;
        let bytes = specific(stream.get(4..).unwrap_or_default()).ok_or(RecordingError::OtherSound)?;
        Self::of(bytes).ok_or(RecordingError::OtherSound)
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let [a, b, ..] = bytes else { return None };
        let mut bits = u64::from(*a) << 8 | u64::from(*b);
        for at in 2..8 {
            bits = bits << 8 | u64::from(bytes.get(at).copied().unwrap_or_default());
        }
        let mut left = 64;
        let mut take = |count: u32| {
            left -= count;
            bits >> left & ((1 << count) - 1)
        };
        let kind = u8::try_from(take(5)).ok()?;
        let rate = match usize::try_from(take(4)).ok()? {
            15 => u32::try_from(take(24)).ok()?,
            index => *RATES.get(index)?,
        };
        let channels = u8::try_from(take(4)).ok()?;
        let is_accepted = KINDS.contains(&kind)
            && SAMPLE_RATES.contains(&rate)
            && (1..=2).contains(&channels)
            && bytes.len() <= LONGEST;
        is_accepted.then(|| Self { bytes: bytes.to_vec(), channels, rate })
    }
}

/// Finds the configuration within the descriptors of a stream.
fn specific(bytes: &[u8]) -> Option<&[u8]> {
    let stream = descriptor(bytes, 3)?;
    let flags = *stream.get(2)?;
    let mut at = 3;
    if flags & 0x80 > 0 {
        at += 2;
    }
    if flags & 0x40 > 0 {
        at += 1 + usize::from(*stream.get(at)?);
    }
    if flags & 0x20 > 0 {
        at += 2;
    }
    let decoder = descriptor(stream.get(at..)?, 4)?;
    if *decoder.first()? != MPEG_4 {
        return None;
    }
    descriptor(decoder.get(13..)?, 5)
}

/// Returns the content of a descriptor that must have a tag.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (first, mut rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    let mut length = 0;
    for _ in 0..4 {
        let (byte, after) = rest.split_first()?;
        rest = after;
        length = length << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return rest.get(..length);
        }
    }
    None
}
