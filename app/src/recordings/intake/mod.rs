//! What a file is, by its content and never by its name, and what is stored of it: a new file, built of what is needed to
//! play.
//!
//! A recording made with a telephone says where, when and by whom it was made, and programs write names, pictures and notes
//! into files. Whatever is not sound is left behind because nothing copies it, so nobody has to know every kind of it. The
//! sound itself is copied as it is: nothing is decoded or encoded. Every reader below goes forward through its file, within
//! the limits of `Input`, and holds tables of at most a few hundred kilobytes.

mod input;
mod mp3;
mod mp4;
mod ogg;
mod opus;
mod wav;

#[cfg(test)]
mod tests;

use std::fs::File;

use input::{Input, Source};

use super::{RecordingError, RecordingFormat};

/// The largest file, in bytes: thirty minutes of what telephones and programs write for speech (64 to 256 kbit/s), and eleven
/// of a WAV file in mono. A longer WAV file is too much for a reader's connection, and is made smaller by its sender.
pub const MOST_BYTES: u64 = 60 * 1024 * 1024;
/// What a file field accepts: browsers offer these first. What a file is, is decided by its content.
pub(crate) const ACCEPTED: &str = "audio/*,.m4a,.mp3,.opus,.ogg,.wav";
/// Says beside the file field what is accepted, and what becomes of it.
pub(crate) const LIMITS: &str = "M4A, MP3, Opus eller WAV, som telefonen spelar in. Högst 30 minuter och 60 MB. Vi tar bort \
     dold information, som plats och namn.";
/// The longest recording, in milliseconds.
pub(super) const MOST_MILLIS: u64 = 30 * 60_000;
/// The shortest one: less is a slip of the finger.
const LEAST_MILLIS: u64 = 1_000;
/// The fewest and the most samples a second that are accepted.
const SAMPLE_RATES: std::ops::RangeInclusive<u32> = 8_000..=96_000;

/// Takes the next piece of what is stored.
type Output<'a> = dyn FnMut(&[u8]) -> Result<(), RecordingError> + 'a;

/// What is known of a recording whose file was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cleaned {
    pub(super) format: RecordingFormat,
    /// How long it sounds.
    pub(super) millis: u64,
}

/// Recognises a file, and hands what is to be stored of it to `output`, piece by piece. What was handed over before a refusal
/// is to be dropped.
///
/// # Errors
/// The reason for which it is refused.
pub(super) fn clean(mut file: File, output: &mut Output<'_>) -> Result<Cleaned, RecordingError> {
    clean_source(&mut file, output)
}

fn clean_source(source: &mut dyn Source, output: &mut Output<'_>) -> Result<Cleaned, RecordingError> {
    let mut input = Input::new(source)?;
    let format = recognise(&mut input)?;
    let millis = match format {
        RecordingFormat::Mp3 => mp3::clean(&mut input, output)?,
        RecordingFormat::M4a => mp4::clean(&mut input, output)?,
        RecordingFormat::Opus => opus::clean(&mut input, output)?,
        RecordingFormat::Wav => wav::clean(&mut input, output)?,
    };
    check_length(millis)?;
    Ok(Cleaned { format, millis })
}

/// Refuses what is too long or too short. Asked as soon as a length is known, so that nothing is copied in vain.
fn check_length(millis: u64) -> Result<(), RecordingError> {
    match millis {
        0..LEAST_MILLIS => Err(RecordingError::Empty),
        LEAST_MILLIS..=MOST_MILLIS => Ok(()),
        _ => Err(RecordingError::TooLong),
    }
}

fn recognise(input: &mut Input<'_>) -> Result<RecordingFormat, RecordingError> {
    if input.length() == 0 {
        return Err(RecordingError::NoFile);
    }
    let head: [u8; 12] = input.array(0).map_err(|error| match error {
        RecordingError::Broken => RecordingError::NotSound,
        error => error,
    })?;
    match head {
        [b'R', b'I', b'F', b'F', .., b'W', b'A', b'V', b'E'] => Ok(RecordingFormat::Wav),
        [b'R', b'I', b'F', b'F', .., b'A', b'V', b'I', b' '] => Err(RecordingError::HasVideo),
        [b'O', b'g', b'g', b'S', ..] => Ok(RecordingFormat::Opus),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Ok(RecordingFormat::M4a),
        [b'I', b'D', b'3', ..] => Ok(RecordingFormat::Mp3),
        [a, b, c, d, ..] if mp3::is_frame([a, b, c, d]) => Ok(RecordingFormat::Mp3),
        // Large WAV files, AIFF and CAF, FLAC, AMR, Windows Media, AAC without a container, layers I and II of MPEG.
        [b'R', b'F', b'6', b'4', ..]
        | [b'F', b'O', b'R', b'M', .., b'A', b'I', b'F', b'F' | b'C']
        | [b'c', b'a', b'f', b'f', ..]
        | [b'f', b'L', b'a', b'C', ..]
        | [b'#', b'!', b'A', b'M', b'R', ..]
        | [0x30, 0x26, 0xb2, 0x75, ..]
        // Matroska and WebM: sound only, where a browser has recorded it.
        | [0x1a, 0x45, 0xdf, 0xa3, ..]
        | [0xff, 0xe0..=0xff, ..] => Err(RecordingError::OtherSound),
        _ => Err(RecordingError::NotSound),
    }
}
