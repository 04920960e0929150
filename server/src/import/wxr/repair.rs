//! Makes readable XML of a damaged file before it is parsed: bytes that are no UTF-8 are read as Windows-1252, control
//! characters that XML forbids are removed, and each place is noted.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

/// How much is read at a time, in bytes.
const CHUNK: usize = 64 * 1024;
/// How much of a file's beginning is read to find out how it is encoded, in bytes.
const HEAD: usize = 1024;
/// The longest single piece of XML, in bytes. A post that is longer is none.
const LONGEST_PIECE: u64 = 32 * 1024 * 1024;
/// How many places are remembered until somebody asks for them.
const MOST_PLACES: usize = 100_000;

/// What was wrong with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// A control character.
    Control,
    /// A byte that is no UTF-8.
    Encoding,
}

/// A place that was repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repair {
    pub(super) damage: Damage,
    pub(super) line: u64,
    /// The position in what was made of the file, in bytes.
    position: u64,
}

/// What is known of a file as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Log {
    repairs: Vec<Repair>,
    line: u64,
    written: u64,
    /// How many bytes of the file are read.
    pub(super) read: u64,
    /// How many were given since the last piece of XML was complete.
    pub(super) since_piece: u64,
    /// The encoding that the file was decoded from, if it is not UTF-8.
    pub(super) encoding: Option<&'static str>,
}

impl Log {
    /// Takes the repairs before a position in what was made of the file.
    pub(super) fn take_before(&mut self, position: u64) -> Vec<Repair> {
        let end = self.repairs.partition_point(|repair| repair.position < position);
        self.repairs.drain(..end).collect()
    }

    fn note(&mut self, damage: Damage) {
        if self.repairs.len() < MOST_PLACES {
            self.repairs.push(Repair { damage, line: self.line + 1, position: self.written });
        }
    }
}

enum Decoding {
    Utf8,
    Other(Box<Decoder>),
}

/// A file as it should have been.
pub(super) struct Repaired<R> {
    file: R,
    log: Rc<RefCell<Log>>,
    decoding: Option<Decoding>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    is_at_end: bool,
}

impl<R: Read> Repaired<R> {
    pub(super) fn new(file: R) -> (Self, Rc<RefCell<Log>>) {
        let log = Rc::new(RefCell::new(Log::default()));
        let repaired = Self {
            file,
            log: Rc::clone(&log),
            decoding: None,
            raw: Vec::with_capacity(CHUNK),
            ready: Vec::with_capacity(CHUNK),
            given: 0,
            is_at_end: false,
        };
        (repaired, log)
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        while self.ready.is_empty() && !self.is_at_end {
            let wanted = if self.decoding.is_none() { HEAD } else { CHUNK };
            let read = self.file.by_ref().take(wanted as u64).read_to_end(&mut self.raw)?;
            self.is_at_end = read < wanted;
            let mut log = self.log.borrow_mut();
            log.read += read as u64;
            let raw = std::mem::take(&mut self.raw);
            let decoding = self.decoding.get_or_insert_with(|| {
                let (encoding, _) = Encoding::for_bom(&raw).unwrap_or((declared(&raw), 0));
                if encoding == UTF_8 {
                    return Decoding::Utf8;
                }
                log.encoding = Some(encoding.name());
                Decoding::Other(Box::new(encoding.new_decoder()))
            });
            self.raw = match decoding {
                Decoding::Utf8 => decode_utf8(&raw, self.is_at_end, &mut self.ready, &mut log),
                Decoding::Other(decoder) => {
                    let mut text = String::with_capacity(raw.len() * 3 + 16);
                    let _ = decoder.decode_to_string(&raw, &mut text, self.is_at_end);
                    push(&text, &mut self.ready, &mut log);
                    Vec::new()
                }
            };
        }
        Ok(())
    }
}

impl<R: Read> Read for Repaired<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            self.fill()?;
        }
        let rest = self.ready.get(self.given..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), rest.get(..length)) {
            to.copy_from_slice(from);
        }
        self.given += length;
        let mut log = self.log.borrow_mut();
        log.since_piece += length as u64;
        if log.since_piece > LONGEST_PIECE {
            return Err(io::Error::other("en del av filen är orimligt lång"));
        }
        Ok(length)
    }
}

/// Returns the encoding that a file's first line declares; UTF-8 without one.
fn declared(head: &[u8]) -> &'static Encoding {
    let line = head.get(..head.len().min(200)).unwrap_or_default();
    let line =
        String::from_utf8_lossy(line.split(|byte| *byte == b'>').next().unwrap_or_default()).into_owned();
    let label = line
        .split_once("encoding")
        .and_then(|(_, rest)| rest.split(['"', '\'']).nth(1))
        .and_then(|label| Encoding::for_label(label.as_bytes()));
    // A file that can be read so far does not have two bytes a letter, whatever it says.
    label.filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(UTF_8)
}

/// Decodes UTF-8, and what is none as Windows-1252, as old servers wrote. Returns the beginning of a letter at the end, for the
/// next time.
fn decode_utf8(raw: &[u8], is_last: bool, ready: &mut Vec<u8>, log: &mut Log) -> Vec<u8> {
    let mut rest = raw.strip_prefix(b"\xEF\xBB\xBF".as_slice()).unwrap_or(raw);
    loop {
        let error = match std::str::from_utf8(rest) {
            Ok(text) => {
                push(text, ready, log);
                return Vec::new();
            }
            Err(error) => error,
        };
        let (valid, after) = rest.split_at(error.valid_up_to());
        push(&String::from_utf8_lossy(valid), ready, log);
        let length = match error.error_len() {
            None if !is_last => return after.to_vec(),
            None => after.len(),
            Some(length) => length,
        };
        // Half of a letter beyond the first plane, as some databases store them.
        let is_surrogate = matches!(after, [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..]);
        let length = if is_surrogate { 3 } else { length };
        let (bad, next) = after.split_at(length.min(after.len()));
        for _ in bad {
            log.note(Damage::Encoding);
        }
        if is_surrogate {
            push("\u{fffd}", ready, log);
        } else {
            push(&WINDOWS_1252.decode_without_bom_handling(bad).0, ready, log);
        }
        rest = next;
    }
}

/// Gives a text without the control characters that XML forbids. Those that broke lines become a blank.
fn push(text: &str, ready: &mut Vec<u8>, log: &mut Log) {
    let is_forbidden = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    for part in text.as_bytes().split_inclusive(is_forbidden) {
        let (good, bad) = match part.split_last() {
            Some((bad, good)) if is_forbidden(bad) => (good, Some(*bad)),
            _ => (part, None),
        };
        ready.extend_from_slice(good);
        log.written += good.len() as u64;
        log.line += good.split(|byte| *byte == b'\n').count() as u64 - 1;
        if let Some(bad) = bad {
            log.note(Damage::Control);
            if matches!(bad, 0x0B | 0x0C) {
                ready.push(b' ');
                log.written += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(bytes: &[u8]) -> (String, Vec<(Damage, u64)>, Option<&'static str>) {
        let (mut file, log) = Repaired::new(bytes);
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let repairs = log.borrow_mut().take_before(u64::MAX);
        (text, repairs.iter().map(|repair| (repair.damage, repair.line)).collect(), log.borrow().encoding)
    }

    #[test]
    fn what_xml_forbids_is_removed_and_its_line_noted() {
        let (text, repairs, _) = repaired(b"ett\x01\ntv\xc3\xa5\x0btre\n\x08");
        assert_eq!(text, "ett\ntvå tre\n");
        assert_eq!(repairs, [(Damage::Control, 1), (Damage::Control, 2), (Damage::Control, 3)]);
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_read_as_old_servers_wrote_them() {
        let (text, repairs, _) = repaired(b"r\xe5k r\xc3\xa5k \xed\xa0\x80 \xc3");
        assert_eq!(text, "råk råk \u{fffd} Ã");
        assert_eq!(repairs.len(), 5);
    }

    #[test]
    fn letters_on_the_edge_of_a_chunk_stay_whole() {
        let long = "å".repeat(CHUNK + HEAD);
        let (text, repairs, encoding) = repaired(format!("a{long}").as_bytes());
        assert!(text == format!("a{long}") && repairs.is_empty() && encoding.is_none());
    }

    #[test]
    fn a_file_may_say_how_it_is_encoded() {
        let (text, repairs, encoding) =
            repaired(b"<?xml version=\"1.0\" encoding='ISO-8859-1'?>\x93V\xe4xj\xf6\x94");
        assert!(text.ends_with("“Växjö”") && repairs.is_empty(), "{text}");
        assert_eq!(encoding, Some("windows-1252"));
        let utf_16: Vec<u8> = "\u{feff}<a>å</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(repaired(&utf_16).0, "<a>å</a>");
        assert_eq!(repaired("<?xml encoding=\"UTF-16\"?>å".as_bytes()).0, "<?xml encoding=\"UTF-16\"?>å");
    }

    #[test]
    fn what_never_ends_is_refused() {
        let (mut file, _) = Repaired::new(io::repeat(b'a'));
        assert!(io::copy(&mut file, &mut io::sink()).is_err());
    }
}
