//! M4A: the samples of the one sound, in the order in which they are played, behind tables that are written anew. Places,
//! names, dates, pictures, chapters and everything else that boxes may hold is left behind, as are parts of the file that
//! nobody hears.
//!
//! An edit list that cuts is obeyed: what somebody has cut away in their telephone is not stored, but for one packet of
//! some twenty milliseconds, without which the decoder does not find into the sound.
//!
//! Sources: ISO/IEC 14496-12 (boxes), 14496-1 (descriptors), 14496-3 (the configuration of AAC); `QuickTime` File Format.

mod boxes;
mod config;
mod edits;
mod samples;
mod write;

use boxes::{Atom, children, find, read_whole};
use config::Config;
use edits::Edit;
use samples::Samples;

use super::input::Input;
use super::{Output, RecordingError, check_length};

/// The largest number of ticks a second that leaves half an hour countable.
const MOST_TICKS: u32 = 1_000_000;

/// Builds the file of an MP4 file, and returns its length in milliseconds.
pub(super) fn clean(input: &mut Input<'_>, output: &mut Output<'_>) -> Result<u64, RecordingError> {
    let top = children(input, 0, input.length())?;
    let Some(movie) = find(&top, *b"moov") else {
        // A picture in HEIC has no movie either.
        let is_picture = find(&top, *b"meta").is_some();
        return Err(if is_picture { RecordingError::NotSound } else { RecordingError::Broken });
    };
    let movie = children(input, movie.begin, movie.end)?;
    if find(&movie, *b"mvex").is_some() {
        return Err(RecordingError::OtherSound);
    }
    let movie_ticks = ticks(input, find(&movie, *b"mvhd"))?;
    let track = sound(input, &movie)?;
    let media = children_of(input, &track, *b"mdia")?;
    let ticks = ticks(input, find(&media, *b"mdhd"))?;
    let information = children_of(input, &media, *b"minf")?;
    let table = children_of(input, &information, *b"stbl")?;
    let config = Config::read(input, find(&table, *b"stsd").ok_or(RecordingError::Broken)?)?;
    let mut samples = Samples::read(input, &table)?;
    let edit = match find(&track, *b"edts") {
        Some(edits) => {
            let edits = children(input, edits.begin, edits.end)?;
            Edit::read(input, find(&edits, *b"elst"), movie_ticks, ticks)?
        }
        None => None,
    };
    let edit = edit.map(|edit| samples.cut(edit));
    let heard = edit.map_or_else(|| samples.duration(), |edit| edit.duration);
    let millis = heard * 1_000 / u64::from(ticks);
    check_length(millis)?;
    output(&write::head(&config, &samples, edit, ticks))?;
    samples.copy(input, output)?;
    Ok(millis)
}

/// Returns the boxes of the one track that is a sound.
fn sound(input: &mut Input<'_>, movie: &[Atom]) -> Result<Vec<Atom>, RecordingError> {
    let mut found = None;
    for track in movie.iter().filter(|atom| atom.kind == *b"trak") {
        let track = children(input, track.begin, track.end)?;
        let media = children_of(input, &track, *b"mdia")?;
        let handler = find(&media, *b"hdlr").ok_or(RecordingError::Broken)?;
        match input.array::<4>(handler.begin + 8)? {
            [b'v', b'i', b'd', b'e'] => return Err(RecordingError::HasVideo),
            [b's', b'o', b'u', b'n'] if found.is_some() => return Err(RecordingError::Several),
            [b's', b'o', b'u', b'n'] => found = Some(track),
            _ => {}
        }
    }
    found.ok_or(RecordingError::NotSound)
}

fn children_of(input: &mut Input<'_>, atoms: &[Atom], kind: [u8; 4]) -> Result<Vec<Atom>, RecordingError> {
    let atom = find(atoms, kind).ok_or(RecordingError::Broken)?;
    children(input, atom.begin, atom.end)
}

/// Returns how many ticks a second has in the times of a movie or a track.
fn ticks(input: &mut Input<'_>, header: Option<Atom>) -> Result<u32, RecordingError> {
    let header = read_whole(input, header.ok_or(RecordingError::Broken)?, 256)?;
    let at = if header.first() == Some(&1) { 20 } else { 12 };
    let ticks = header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    ticks.filter(|ticks| (1..=MOST_TICKS).contains(ticks)).ok_or(RecordingError::Broken)
}
