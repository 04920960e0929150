//! The samples of a track: where each stands, how long it is and how long it sounds.

use super::boxes::{Atom, find};
use super::edits::Edit;
use crate::recordings::RecordingError;
use crate::recordings::intake::Output;
use crate::recordings::intake::input::Input;

/// As many as half an hour has at the highest rate, of 1024 sounds each, and a few that nobody hears.
const MOST: u32 = 96_000 / 1_024 * 30 * 60 + 4_000;
/// More than AAC ever writes into one.
const LARGEST: u32 = 16 * 1024;

/// A packet of sound, which MP4 calls a sample: where it lies in the file, and how long it sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    at: u64,
    pub(super) bytes: u32,
    /// In ticks of the track.
    pub(super) duration: u32,
}

/// All samples, in the order in which they are played.
pub(super) struct Samples(Vec<Sample>);

impl Samples {
    pub(super) fn read(input: &mut Input<'_>, table: &[Atom]) -> Result<Self, RecordingError> {
        let sizes = sizes(input, table)?;
        let most = sizes.len();
        let durations = durations(input, find(table, *b"stts"), most)?;
        let chunks = chunks(input, table, most)?;
        let runs = numbers(input, find(table, *b"stsc"), 3, most)?;
        let mut samples = Vec::with_capacity(most);
        let mut left = sizes.into_iter().zip(durations);
        for (index, run) in runs.chunks_exact(3).enumerate() {
            let &[first, each, 1] = run else { return Err(RecordingError::OtherSound) };
            let next = runs.get((index + 1) * 3).map_or(chunks.len() + 1, |next| *next as usize);
            let part =
                (first as usize).checked_sub(1).and_then(|first| chunks.get(first..next.checked_sub(1)?));
            for chunk in part.ok_or(RecordingError::Broken)? {
                let mut at = *chunk;
                for (bytes, duration) in left.by_ref().take(each as usize) {
                    samples.push(Sample { at, bytes, duration });
                    at += u64::from(bytes);
                }
            }
        }
        if left.next().is_some() || samples.is_empty() {
            return Err(RecordingError::Broken);
        }
        // A table that names the same bytes many times would make a small file a large one.
        let whole: u64 = samples.iter().map(|sample| u64::from(sample.bytes)).sum();
        if whole > input.length() { Err(RecordingError::Broken) } else { Ok(Self(samples)) }
    }

    /// How long they sound, in ticks.
    pub(super) fn duration(&self) -> u64 {
        self.0.iter().map(|sample| u64::from(sample.duration)).sum()
    }

    pub(super) fn as_slice(&self) -> &[Sample] {
        &self.0
    }

    pub(super) fn bytes(&self) -> u64 {
        self.0.iter().map(|sample| u64::from(sample.bytes)).sum()
    }

    /// Leaves out what is not heard, and returns what is, counted from the first sample that is left.
    pub(super) fn cut(&mut self, edit: Edit) -> Edit {
        let end = edit.begin.saturating_add(edit.duration);
        let (mut at, mut first, mut begins) = (0, 0, 0);
        let mut after = self.0.len();
        let mut before = 0;
        for (index, sample) in self.0.iter().enumerate() {
            if at <= edit.begin {
                // The one before lets the decoder find into this one.
                (first, begins) = (index.saturating_sub(1), before);
            }
            if at >= end {
                after = index;
                break;
            }
            before = at;
            at += u64::from(sample.duration);
        }
        self.0.truncate(after);
        self.0.drain(..first.min(after));
        let begin = edit.begin.saturating_sub(begins);
        Edit { begin, duration: edit.duration.min(self.duration().saturating_sub(begin)) }
    }

    /// Copies the samples, one after another.
    pub(super) fn copy(&self, input: &mut Input<'_>, output: &mut Output<'_>) -> Result<(), RecordingError> {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        for sample in &self.0 {
            match runs.last_mut() {
                Some((at, bytes)) if *at + *bytes == sample.at => *bytes += u64::from(sample.bytes),
                _ => runs.push((sample.at, sample.bytes.into())),
            }
        }
        runs.into_iter().try_for_each(|(at, bytes)| input.copy(at, bytes, output))
    }
}

fn sizes(input: &mut Input<'_>, table: &[Atom]) -> Result<Vec<u32>, RecordingError> {
    let Some(atom) = find(table, *b"stsz") else { return Err(RecordingError::OtherSound) };
    let each = u32::from_be_bytes(input.array(atom.begin + 4)?);
    let count = u32::from_be_bytes(input.array(atom.begin + 8)?);
    if count > MOST {
        return Err(RecordingError::TooLong);
    }
    let sizes = if each == 0 {
        if atom.begin + 12 + u64::from(count) * 4 > atom.end {
            return Err(RecordingError::Broken);
        }
        let bytes = input.at_most(atom.begin + 12, count as usize * 4)?;
        bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_be_bytes(*bytes)).collect()
    } else {
        vec![each; count as usize]
    };
    let is_sound = sizes.len() == count as usize && sizes.iter().all(|size| *size <= LARGEST);
    if is_sound { Ok(sizes) } else { Err(RecordingError::Broken) }
}

fn durations(input: &mut Input<'_>, atom: Option<Atom>, count: usize) -> Result<Vec<u32>, RecordingError> {
    let runs = numbers(input, atom, 2, count)?;
    let mut durations = Vec::with_capacity(count);
    for run in runs.as_chunks::<2>().0 {
        let left = count - durations.len();
        durations.extend(std::iter::repeat_n(run[1], left.min(run[0] as usize)));
    }
    if durations.len() == count { Ok(durations) } else { Err(RecordingError::Broken) }
}

/// Returns where each chunk begins.
fn chunks(input: &mut Input<'_>, table: &[Atom], most: usize) -> Result<Vec<u64>, RecordingError> {
    let short = find(table, *b"stco");
    if short.is_some() {
        return Ok(numbers(input, short, 1, most)?.into_iter().map(u64::from).collect());
    }
    let long = numbers(input, find(table, *b"co64"), 2, most)?;
    Ok(long.as_chunks::<2>().0.iter().map(|[high, low]| u64::from(*high) << 32 | u64::from(*low)).collect())
}

/// Reads a table of 32-bit numbers: a few in each of its rows, of which there may not be more than samples.
fn numbers(
    input: &mut Input<'_>,
    atom: Option<Atom>,
    each: usize,
    most: usize,
) -> Result<Vec<u32>, RecordingError> {
    let atom = atom.ok_or(RecordingError::Broken)?;
    let rows = u32::from_be_bytes(input.array(atom.begin + 4)?) as usize;
    let bytes =
        rows.checked_mul(each * 4).filter(|bytes| rows <= most && atom.begin + 8 + *bytes as u64 <= atom.end);
    let bytes = input.at_most(atom.begin + 8, bytes.ok_or(RecordingError::Broken)?)?;
    Ok(bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_be_bytes(*bytes)).collect())
}
