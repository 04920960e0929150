//! MP3: its frames, one after another, behind one that tells their number. Whatever stands before, after or between them is
//! left behind: ID3 tags of both kinds, APE and Lyrics3 tags, and the first frame of encoders with its texts.
//!
//! Browsers know the length of a file of varying bit rate only by that first frame, so one is written anew, with the number
//! of frames, their bytes and a hundred places to jump to, and nothing else.
//!
//! Sources: ISO/IEC 11172-3, ISO/IEC 13818-3, id3.org; the Xing header as `LAME` documents it.

use super::input::Input;
use super::{MOST_MILLIS, Output, RecordingError, check_length};

/// The bit rates of layer III in kbit/s: of MPEG-1, and of MPEG-2 and -2.5.
const BIT_RATES: [[u32; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
/// How far the next frame is looked for where one should be.
const MOST_JUNK: usize = 64 * 1024;
/// At how many places something else may stand between frames.
const MOST_GAPS: usize = 16;
/// Bytes of a Xing header: name, flags, frames, bytes and places.
const XING: u32 = 4 + 4 + 4 + 4 + 100;

/// The head of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Frame {
    head: [u8; 4],
    is_mpeg_1: bool,
    is_mono: bool,
    /// Samples a second.
    rate: u32,
    /// Length with the head, in bytes.
    bytes: u32,
}

impl Frame {
    /// Reads a head; none when it is no layer III, or of a bit rate that the frame does not tell.
    fn read(head: [u8; 4]) -> Option<Self> {
        let [a, b, c, d] = head;
        let is_mpeg_1 = b & 0x18 == 0x18;
        // Sync; no reserved version; layer III.
        if a != 0xff || b & 0xe0 != 0xe0 || b & 0x18 == 0x08 || b & 0x06 != 0x02 {
            return None;
        }
        let rates = if is_mpeg_1 { BIT_RATES[0] } else { BIT_RATES[1] };
        let kbits = *rates.get(usize::from(c >> 4)).filter(|kbits| **kbits > 0)?;
        let rate: u32 = *[44_100, 48_000, 32_000].get(usize::from(c >> 2 & 3))?;
        let rate = match b & 0x18 {
            0x18 => rate,
            0x10 => rate / 2,
            _ => rate / 4,
        };
        let padding = u32::from(c >> 1 & 1);
        let bytes = Self::bytes_of(is_mpeg_1, kbits, rate) + padding;
        // A reserved emphasis is no frame.
        (d & 3 != 2).then_some(Self { head, is_mpeg_1, is_mono: d >> 6 == 3, rate, bytes })
    }

    const fn bytes_of(is_mpeg_1: bool, kbits: u32, rate: u32) -> u32 {
        (if is_mpeg_1 { 144_000 } else { 72_000 }) * kbits / rate
    }

    const fn samples(self) -> u64 {
        if self.is_mpeg_1 { 1_152 } else { 576 }
    }

    /// Bytes between the head and the sound.
    const fn side(self) -> u32 {
        match (self.is_mpeg_1, self.is_mono) {
            (true, false) => 32,
            (true, true) | (false, false) => 17,
            (false, true) => 9,
        }
    }

    /// Whether another frame may stand in the same file.
    fn goes_with(self, other: Self) -> bool {
        (self.is_mpeg_1, self.is_mono, self.rate) == (other.is_mpeg_1, other.is_mono, other.rate)
    }
}

/// Whether four bytes are the head of a frame.
pub(super) fn is_frame(head: [u8; 4]) -> bool {
    Frame::read(head).is_some()
}

/// The frames of a file, of which the new one is built.
struct Frames {
    first: Frame,
    /// Begin and length of each part of the file that has frames and nothing else.
    runs: Vec<(u64, u64)>,
    /// Where each frame begins, counted in bytes of frames.
    places: Vec<u32>,
    bytes: u32,
    is_even: bool,
}

/// Builds the file of an MP3 file, and returns its length in milliseconds.
pub(super) fn clean(input: &mut Input<'_>, output: &mut Output<'_>) -> Result<u64, RecordingError> {
    let frames = find(input)?;
    let millis = frames.millis();
    check_length(millis)?;
    output(&frames.head_frame()?)?;
    for (at, bytes) in frames.runs {
        input.copy(at, bytes, output)?;
    }
    Ok(millis)
}

fn find(input: &mut Input<'_>) -> Result<Frames, RecordingError> {
    let mut at = skip_tags(input, 0)?;
    if at == input.length() {
        return Err(RecordingError::Broken);
    }
    let first = match frame_at(input, at)? {
        Some(frame) => frame,
        None => {
            at = next_frame(input, at, None)?.ok_or(RecordingError::OtherSound)?;
            frame_at(input, at)?.ok_or(RecordingError::Broken)?
        }
    };
    let mut frames = Frames { first, runs: Vec::new(), places: Vec::new(), bytes: 0, is_even: true };
    let mut gaps = 0;
    // At the beginning, and where another file was put behind the first.
    let mut may_tell = true;
    loop {
        match frame_at(input, at)?.filter(|frame| frame.goes_with(first)) {
            Some(frame) if at + u64::from(frame.bytes) <= input.length() => {
                if !std::mem::take(&mut may_tell) || !tells_of_others(input, at, frame)? {
                    frames.add(at, frame)?;
                }
                at += u64::from(frame.bytes);
            }
            // Cut off within its last frame.
            Some(_) => return Ok(frames),
            None => {
                let after = skip_tags(input, at)?;
                at = if after > at {
                    after
                } else if gaps < MOST_GAPS {
                    match next_frame(input, at, Some(first))? {
                        Some(next) => next,
                        None => return Ok(frames),
                    }
                } else {
                    return Err(RecordingError::Broken);
                };
                gaps += 1;
                may_tell = true;
            }
        }
    }
}

impl Frames {
    fn add(&mut self, at: u64, frame: Frame) -> Result<(), RecordingError> {
        let bytes = u64::from(frame.bytes);
        match self.runs.last_mut() {
            Some((begin, length)) if *begin + *length == at => *length += bytes,
            _ => self.runs.push((at, bytes)),
        }
        self.places.push(self.bytes);
        self.bytes = self.bytes.checked_add(frame.bytes).ok_or(RecordingError::TooLarge)?;
        self.is_even &= frame.head[2] >> 4 == self.first.head[2] >> 4;
        if self.millis() > MOST_MILLIS { Err(RecordingError::TooLong) } else { Ok(()) }
    }

    fn millis(&self) -> u64 {
        self.places.len() as u64 * self.first.samples() * 1_000 / u64::from(self.first.rate)
    }

    /// Returns a frame of silence that tells how many come, and where to jump to.
    fn head_frame(&self) -> Result<Vec<u8>, RecordingError> {
        let first = self.first;
        let rates = if first.is_mpeg_1 { BIT_RATES[0] } else { BIT_RATES[1] };
        let needed = 4 + first.side() + XING;
        let (index, kbits) = (0_u8..)
            .zip(rates)
            .find(|(_, kbits)| Frame::bytes_of(first.is_mpeg_1, *kbits, first.rate) >= needed)
            .ok_or(RecordingError::Broken)?;
        let bytes = Frame::bytes_of(first.is_mpeg_1, kbits, first.rate);
        let [a, b, c, d] = first.head;
        // No checksum, no padding, no private bit; mode, copyright and emphasis as they are.
        let mut frame = vec![a, b | 1, index << 4 | c & 0x0c, d];
        frame.resize(4 + first.side() as usize, 0);
        frame.extend(if self.is_even { b"Info" } else { b"Xing" });
        frame.extend(7_u32.to_be_bytes());
        frame.extend(u32::try_from(self.places.len()).unwrap_or(u32::MAX).to_be_bytes());
        let whole = self.bytes.saturating_add(bytes);
        frame.extend(whole.to_be_bytes());
        for percent in 0..100 {
            let place = self.places.get(self.places.len() * percent / 100).copied().unwrap_or_default();
            let share = u64::from(place + bytes) * 256 / u64::from(whole.max(1));
            frame.push(u8::try_from(share).unwrap_or(u8::MAX));
        }
        frame.resize(bytes as usize, 0);
        Ok(frame)
    }
}

fn frame_at(input: &mut Input<'_>, at: u64) -> Result<Option<Frame>, RecordingError> {
    if at + 4 > input.length() {
        return Ok(None);
    }
    Ok(Frame::read(input.array(at)?))
}

/// Whether a frame is no sound but tells of those that follow.
fn tells_of_others(input: &mut Input<'_>, at: u64, frame: Frame) -> Result<bool, RecordingError> {
    let is = |input: &mut Input<'_>, offset: u32, names: &[&[u8; 4]]| {
        let at = at + u64::from(offset);
        if at + 4 > input.length() {
            return Ok(false);
        }
        input.array::<4>(at).map(|name| names.contains(&&name))
    };
    let names: &[&[u8; 4]] = &[b"Xing", b"Info"];
    // Behind the checksum, where a frame has one.
    Ok(is(input, 4 + frame.side(), names)?
        || is(input, 6 + frame.side(), names)?
        || is(input, 4 + 32, &[b"VBRI"])?)
}

/// Returns where the tags end that stand at a place.
fn skip_tags(input: &mut Input<'_>, mut at: u64) -> Result<u64, RecordingError> {
    loop {
        let head = input.at_most(at, 32)?;
        let bytes = match &*head {
            [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] if (a | b | c | d) & 0x80 == 0 => {
                let size = [a, b, c, d].into_iter().fold(0_u64, |size, byte| size << 7 | u64::from(*byte));
                10 + size + if flags & 0x10 > 0 { 10 } else { 0 }
            }
            [b'T', b'A', b'G', ..] => 128,
            [b'A', b'P', b'E', b'T', b'A', b'G', b'E', b'X', _, _, _, _, a, b, c, d, ..] => {
                // What it says of its size counts its foot and not its head.
                32 + u64::from(u32::from_le_bytes([*a, *b, *c, *d]))
            }
            _ => return Ok(at.min(input.length())),
        };
        at = (at + bytes).min(input.length());
    }
}

/// Looks for the next frame that another one follows, or the end.
fn next_frame(input: &mut Input<'_>, at: u64, like: Option<Frame>) -> Result<Option<u64>, RecordingError> {
    let piece = input.at_most(at, MOST_JUNK)?;
    for (offset, head) in piece.windows(4).enumerate() {
        let &[a, b, c, d] = head else { continue };
        let Some(frame) = Frame::read([a, b, c, d]) else { continue };
        let begin = at + offset as u64;
        let end = begin + u64::from(frame.bytes);
        let is_followed =
            end == input.length() || frame_at(input, end)?.is_some_and(|next| next.goes_with(frame));
        if is_followed && like.is_none_or(|like| like.goes_with(frame)) {
            return Ok(Some(begin));
        }
    }
    // What is longer than anything that stands behind the sound is no tail.
    if at + piece.len() as u64 == input.length() { Ok(None) } else { Err(RecordingError::Broken) }
}
