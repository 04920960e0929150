//! Opus in Ogg: both headers are written anew, the second without a word in it, and the pages of sound follow, numbered again.
//!
//! Sources: RFC 7845 (Opus in Ogg), RFC 6716 (what the first bytes of a packet tell of its length).

use super::input::Input;
use super::ogg::{CONTINUED, FIRST, LAST, Page};
use super::{MOST_MILLIS, Output, RecordingError, check_length};

/// Positions count samples of 48 kHz, whatever the sound was.
const RATE: u64 = 48_000;
/// Number of the stream in what is stored.
const STREAM: u32 = 1;
/// The longest packet, in samples.
const LONGEST_PACKET: u64 = RATE * 120 / 1_000;

/// What a stream tells of itself.
struct Head {
    channels: u8,
    /// Samples at the beginning that are not heard.
    skip: u16,
    rate: [u8; 4],
    gain: [u8; 2],
}

impl Head {
    fn read(packet: &[u8]) -> Result<Self, RecordingError> {
        match packet {
            [
                b'O',
                b'p',
                b'u',
                b's',
                b'H',
                b'e',
                b'a',
                b'd',
                version,
                channels @ 1..=2,
                s0,
                s1,
                r0,
                r1,
                r2,
                r3,
                g0,
                g1,
                0,
                ..,
            ] if *version < 16 => Ok(Self {
                channels: *channels,
                skip: u16::from_le_bytes([*s0, *s1]),
                rate: [*r0, *r1, *r2, *r3],
                gain: [*g0, *g1],
            }),
            [0x80, b't', b'h', b'e', b'o', b'r', b'a', ..] => Err(RecordingError::HasVideo),
            _ => Err(RecordingError::OtherSound),
        }
    }

    fn packet(&self) -> Vec<u8> {
        let mut packet = b"OpusHead\x01".to_vec();
        packet.push(self.channels);
        packet.extend(self.skip.to_le_bytes());
        packet.extend(self.rate);
        packet.extend(self.gain);
        packet.push(0);
        packet
    }
}

/// Builds the file of an Opus file, and returns its length in milliseconds.
pub(super) fn clean(input: &mut Input<'_>, output: &mut Output<'_>) -> Result<u64, RecordingError> {
    let (first, at) = Page::read(input, 0)?;
    if first.flags & FIRST == 0 {
        return Err(RecordingError::Broken);
    }
    let head = Head::read(&first.body)?;
    if first.segments.len() != 1 {
        return Err(RecordingError::Broken);
    }
    let mut at = skip_tags(input, at, first.stream)?;
    output(&Page::of_packet(FIRST, head.packet()).bytes(STREAM, 0))?;
    output(&Page::of_packet(0, b"OpusTags\0\0\0\0\0\0\0\0".to_vec()).bytes(STREAM, 1))?;
    let mut sound = Sound { skip: u64::from(head.skip), ..Sound::default() };
    let mut waiting = None;
    let mut number = 2;
    while at < input.length() {
        let (page, end) = next(input, at, first.stream)?;
        at = end;
        if let Some(page) = waiting.replace(sound.take(page)?) {
            output(&page.bytes(STREAM, number))?;
            number += 1;
        }
        if sound.is_over {
            break;
        }
    }
    if at < input.length() {
        // Another stream behind the first.
        return Err(RecordingError::Several);
    }
    let Some(mut page) = waiting else { return Err(RecordingError::Empty) };
    // A cut between two pages leaves whole ones, and a packet that nothing completes.
    if sound.packet.is_some() {
        return Err(RecordingError::Broken);
    }
    page.flags |= LAST;
    page.position = sound.end();
    check_length(sound.millis())?;
    output(&page.bytes(STREAM, number))?;
    Ok(sound.millis())
}

fn next(input: &mut Input<'_>, at: u64, stream: u32) -> Result<(Page, u64), RecordingError> {
    let (page, end) = Page::read(input, at)?;
    if page.stream != stream || page.flags & FIRST > 0 {
        // A film beside it, or another sound.
        return Err(Head::read(&page.body)
            .err()
            .filter(|error| *error == RecordingError::HasVideo)
            .unwrap_or(RecordingError::Several));
    }
    Ok((page, end))
}

/// Returns where the packet of texts and pictures ends. The sound begins with a page of its own.
fn skip_tags(input: &mut Input<'_>, mut at: u64, stream: u32) -> Result<u64, RecordingError> {
    let mut is_first = true;
    loop {
        let (page, end) = next(input, at, stream)?;
        if is_first && !page.body.starts_with(b"OpusTags") {
            return Err(RecordingError::Broken);
        }
        is_first = false;
        at = end;
        match page.segments.iter().position(|length| *length < 255) {
            Some(last) if last + 1 == page.segments.len() => return Ok(at),
            Some(_) => return Err(RecordingError::Broken),
            None => {}
        }
    }
}

/// Counts samples while pages are copied, because their positions are written anew.
#[derive(Default)]
struct Sound {
    skip: u64,
    /// Samples of the packets that have ended.
    samples: u64,
    /// Samples of the packet that is going on.
    packet: Option<u64>,
    /// What the stream's own positions began with.
    offset: Option<u64>,
    /// The stream's own position at its end, where it says one.
    position: Option<u64>,
    is_over: bool,
}

impl Sound {
    /// Takes the next page and gives it its position.
    fn take(&mut self, mut page: Page) -> Result<Page, RecordingError> {
        if (page.flags & CONTINUED > 0) != self.packet.is_some() {
            return Err(RecordingError::Broken);
        }
        let mut begin = 0;
        let mut has_end = false;
        for length in &page.segments {
            let segment = page.body.get(begin..).unwrap_or_default();
            if self.packet.is_none() {
                self.packet = Some(samples(segment.get(..usize::from(*length)).unwrap_or_default())?);
            }
            begin += usize::from(*length);
            if *length < 255 {
                self.samples += self.packet.take().unwrap_or_default();
                has_end = true;
            }
        }
        if self.samples > RATE * (MOST_MILLIS / 1_000 + 1) {
            return Err(RecordingError::TooLong);
        }
        self.is_over = page.flags & LAST > 0;
        if has_end && page.position != u64::MAX {
            let offset = *self.offset.get_or_insert(page.position.saturating_sub(self.samples));
            self.position = Some(page.position.saturating_sub(offset));
        }
        page.flags &= CONTINUED;
        page.position = if has_end { self.samples } else { u64::MAX };
        Ok(page)
    }

    /// Where the sound ends: the last packet may be cut by what its position says.
    fn end(&self) -> u64 {
        let cut = self.position.filter(|position| *position + LONGEST_PACKET > self.samples);
        cut.map_or(self.samples, |cut| cut.min(self.samples))
    }

    fn millis(&self) -> u64 {
        self.end().saturating_sub(self.skip) * 1_000 / RATE
    }
}

/// Returns how many samples a packet has, by its beginning (RFC 6716, section 3).
fn samples(packet: &[u8]) -> Result<u64, RecordingError> {
    let [toc, rest @ ..] = packet else { return Err(RecordingError::Broken) };
    let frame = match toc >> 3 {
        config @ 0..=11 => [480, 960, 1_920, 2_880][usize::from(config % 4)],
        config @ 12..=15 => [480, 960][usize::from(config % 2)],
        config => [120, 240, 480, 960][usize::from(config % 4)],
    };
    let frames = match (toc & 3, rest) {
        (0, _) => 1,
        (1 | 2, _) => 2,
        (_, [count, ..]) => u64::from(count & 0x3f),
        _ => 0,
    };
    let samples = frame * frames;
    if (1..=LONGEST_PACKET).contains(&samples) { Ok(samples) } else { Err(RecordingError::Broken) }
}
