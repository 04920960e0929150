//! The head of the file that is stored: everything before the samples.

use super::config::Config;
use super::edits::Edit;
use super::samples::Samples;

/// Samples of a chunk: about a second, so that a browser can begin anywhere.
const CHUNK: usize = 40;
/// No rotation, no scale.
const MATRIX: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
/// "und": the page says which language it is.
const NO_LANGUAGE: u16 = 0x55c4;

/// Writes the head. Of dates, names and languages it says nothing.
pub(super) fn head(config: &Config, samples: &Samples, edit: Option<Edit>, ticks: u32) -> Vec<u8> {
    let movie = |begin: usize| movie(config, samples, edit, ticks, begin);
    let kind = atom(*b"ftyp", &[b"M4A \0\0\0\0M4A mp42isom"]);
    // The tables are as long, wherever the samples begin.
    let begin = kind.len() + movie(0).len() + 8;
    let mut head = kind;
    head.extend(movie(begin));
    head.extend((u32::try_from(samples.bytes()).unwrap_or(u32::MAX - 8) + 8).to_be_bytes());
    head.extend(b"mdat");
    head
}

fn movie(config: &Config, samples: &Samples, edit: Option<Edit>, ticks: u32, begin: usize) -> Vec<u8> {
    let whole = short(samples.duration());
    let heard = edit.map_or(whole, |edit| short(edit.duration));
    let matrix = be(&MATRIX);
    let movie_header = atom(
        *b"mvhd",
        &[&be(&[0, 0, 0, ticks, heard, 0x1_0000, 0x0100_0000, 0, 0]), &matrix, &[0; 24], &be(&[2])],
    );
    let track_header =
        atom(*b"tkhd", &[&be(&[7, 0, 0, 1, 0, heard, 0, 0, 0, 0x0100_0000]), &matrix, &be(&[0, 0])]);
    let edits = edit.map_or_else(Vec::new, |edit| {
        let list = atom(*b"elst", &[&be(&[0, 1, heard, short(edit.begin), 0x1_0000])]);
        atom(*b"edts", &[&list])
    });
    let media_header = atom(*b"mdhd", &[&be(&[0, 0, 0, ticks, whole]), &NO_LANGUAGE.to_be_bytes(), &[0; 2]]);
    let handler = atom(*b"hdlr", &[&be(&[0, 0]), b"soun", &[0; 13]]);
    let here = atom(*b"dref", &[&be(&[0, 1]), &atom(*b"url ", &[&be(&[1])])]);
    let information = atom(
        *b"minf",
        &[&atom(*b"smhd", &[&be(&[0, 0])]), &atom(*b"dinf", &[&here]), &table(config, samples, begin)],
    );
    let media = atom(*b"mdia", &[&media_header, &handler, &information]);
    let track = atom(*b"trak", &[&track_header, &edits, &media]);
    atom(*b"moov", &[&movie_header, &track])
}

fn table(config: &Config, samples: &Samples, begin: usize) -> Vec<u8> {
    let samples = samples.as_slice();
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for sample in samples {
        match runs.last_mut() {
            Some([count, duration]) if *duration == sample.duration => *count += 1,
            _ => runs.push([1, sample.duration]),
        }
    }
    let durations = atom(*b"stts", &[&be(&[0, length(&runs)]), &be(runs.as_flattened())]);
    let mut chunks = Vec::new();
    let mut at = u32::try_from(begin).unwrap_or(u32::MAX);
    for chunk in samples.chunks(CHUNK) {
        chunks.push(at);
        at = chunk.iter().fold(at, |at, sample| at.saturating_add(sample.bytes));
    }
    let full = u32::try_from(CHUNK).unwrap_or(1);
    let rest = u32::try_from(samples.len() % CHUNK).unwrap_or_default();
    let of_chunks = match (samples.len() / CHUNK, rest) {
        (0, rest) => vec![[1, rest, 1]],
        (_, 0) => vec![[1, full, 1]],
        (_, rest) => vec![[1, full, 1], [length(&chunks), rest, 1]],
    };
    let of_chunks = atom(*b"stsc", &[&be(&[0, length(&of_chunks)]), &be(of_chunks.as_flattened())]);
    let sizes: Vec<u32> = samples.iter().map(|sample| sample.bytes).collect();
    let sizes = atom(*b"stsz", &[&be(&[0, 0, length(&sizes)]), &be(&sizes)]);
    let chunks = atom(*b"stco", &[&be(&[0, length(&chunks)]), &be(&chunks)]);
    atom(*b"stbl", &[&description(config), &durations, &of_chunks, &sizes, &chunks])
}

fn description(config: &Config) -> Vec<u8> {
    let specific = descriptor(5, &[&config.bytes]);
    // AAC of MPEG-4, a stream of sound; no buffer and no bit rates are named.
    let decoder = descriptor(4, &[&[0x40, 0x15], &[0; 11], &specific]);
    let stream = descriptor(3, &[&[0, 1, 0], &decoder, &descriptor(6, &[&[2]])]);
    let stream = atom(*b"esds", &[&be(&[0]), &stream]);
    let rate = u16::try_from(config.rate).unwrap_or_default();
    let fields = [0, 0, 0, 1, 0, 0, 0, 0, u16::from(config.channels), 16, 0, 0, rate, 0];
    let fields: Vec<u8> = fields.into_iter().flat_map(u16::to_be_bytes).collect();
    atom(*b"stsd", &[&be(&[0, 1]), &atom(*b"mp4a", &[&fields, &stream])])
}

fn atom(kind: [u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut atom = (length(&content) + 8).to_be_bytes().to_vec();
    atom.extend(kind);
    atom.extend(content);
    atom
}

/// Writes a descriptor, none of which is longer than 127 bytes.
fn descriptor(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut descriptor = vec![tag, u8::try_from(content.len()).unwrap_or(0x7f)];
    descriptor.extend(content);
    descriptor
}

fn be(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().copied().flat_map(u32::to_be_bytes).collect()
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn short(ticks: u64) -> u32 {
    u32::try_from(ticks).unwrap_or(u32::MAX)
}
