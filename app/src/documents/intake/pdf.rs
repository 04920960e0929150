//! PDF, read as a stream of names: `/JavaScript`, `/Launch`, `/Encrypt` say enough, wherever they stand.
//!
//! Names stand in the file itself or in compressed object streams, which are inflated within limits. Names may spell any
//! character as `#4A`; they are decoded first. A name in the data of a picture is a coincidence that nobody has seen: the
//! shortest refused one has six letters.

use std::fs::File;
use std::io::{BufReader, Read, Seek as _, SeekFrom};

use flate2::read::ZlibDecoder;

use super::{Judged, unreadable};
use crate::documents::{DocumentError, DocumentFormat};

/// How many bytes of object streams are inflated, all together: more than any report has, less than hurts.
const MOST_INFLATED: u64 = 128 * 1024 * 1024;
/// The longest name that matters.
const LONGEST_NAME: usize = 32;
/// Where the end of the file must be marked, counted from behind.
const TAIL: u64 = 1024;
const END: &[u8] = b"%%EOF";

/// What the names of a file tell.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each tells of one name")]
struct Names {
    is_active: bool,
    has_files: bool,
    is_encrypted: bool,
    has_structure: bool,
    is_marked: bool,
    is_linearized: bool,
    pages: u32,
    /// The name before, since `/Type /Page` are two.
    was_type: bool,
    /// Whether the object that is being read is an object stream.
    in_object_stream: bool,
}

impl Names {
    fn read(&mut self, name: &[u8]) {
        match name {
            b"JavaScript" | b"Launch" => self.is_active = true,
            b"EmbeddedFile" | b"EmbeddedFiles" | b"FileAttachment" | b"RichMedia" | b"Rendition" => {
                self.has_files = true;
            }
            b"Encrypt" => self.is_encrypted = true,
            b"StructTreeRoot" => self.has_structure = true,
            b"MarkInfo" => self.is_marked = true,
            b"Linearized" => self.is_linearized = true,
            b"ObjStm" => self.in_object_stream = true,
            b"Page" if self.was_type => self.pages = self.pages.saturating_add(1),
            _ => {}
        }
        self.was_type = name == b"Type";
    }
}

/// Judges a file that begins as a PDF.
pub(super) fn judge(mut file: File) -> Result<Judged, DocumentError> {
    let versions = versions(&mut file)?;
    let mut names = Names::default();
    let mut left = MOST_INFLATED;
    let mut scanner = Scanner::default();
    let mut reader = BufReader::with_capacity(64 * 1024, file.try_clone().map_err(unreadable)?);
    let mut streams = Vec::new();
    let mut at = 0_u64;
    let mut piece = [0; 16 * 1024];
    loop {
        let count = reader.read(&mut piece).map_err(unreadable)?;
        for byte in piece.get(..count).unwrap_or_default() {
            at += 1;
            if scanner.next(*byte, &mut names) && std::mem::take(&mut names.in_object_stream) {
                streams.push(at);
            }
        }
        if count == 0 {
            break;
        }
    }
    scanner.next(b' ', &mut names);
    for start in streams {
        left = inflate(&mut file, start, left, &mut names)?;
    }
    if names.is_encrypted {
        return Err(DocumentError::LockedPdf);
    }
    if names.is_active {
        return Err(DocumentError::ActivePdf);
    }
    if names.has_files {
        return Err(DocumentError::PdfWithFiles);
    }
    // A file that was changed by appending to it has some of its pages twice.
    let is_whole = versions <= if names.is_linearized { 2 } else { 1 };
    Ok(Judged {
        format: DocumentFormat::Pdf,
        pages: Some(names.pages).filter(|pages| is_whole && *pages > 0),
        is_tagged: Some(names.has_structure && names.is_marked),
    })
}

/// Counts the marks of an end, the last of which must be the end: behind it something else could hide.
fn versions(file: &mut File) -> Result<usize, DocumentError> {
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL))).map_err(unreadable)?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail).map_err(unreadable)?;
    let end = tail.windows(END.len()).rposition(|window| window == END).ok_or(DocumentError::Broken)?;
    let behind = tail.get(end + END.len()..).unwrap_or_default();
    if !behind.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(DocumentError::Broken);
    }
    file.rewind().map_err(unreadable)?;
    let mut ends = 0;
    let mut matched = 0;
    for byte in BufReader::new(&*file).bytes() {
        let byte = byte.map_err(unreadable)?;
        matched = match byte {
            _ if END.get(matched) == Some(&byte) => matched + 1,
            // A third one in a row: the last two may begin the mark.
            b'%' if matched == 2 => 2,
            b'%' => 1,
            _ => 0,
        };
        if matched == END.len() {
            ends += 1;
            matched = 0;
        }
    }
    file.rewind().map_err(unreadable)?;
    Ok(ends)
}

/// Reads the names of an object stream and returns how much may still be inflated. One that cannot be inflated in the
/// usual way cannot be judged.
fn inflate(file: &mut File, start: u64, left: u64, names: &mut Names) -> Result<u64, DocumentError> {
    file.seek(SeekFrom::Start(start)).map_err(unreadable)?;
    let mut inflated = ZlibDecoder::new(BufReader::new(&*file)).take(left);
    let mut scanner = Scanner::default();
    let mut piece = [0; 16 * 1024];
    let mut sum = 0;
    loop {
        let Ok(count) = inflated.read(&mut piece) else { return Err(DocumentError::Broken) };
        if count == 0 {
            break;
        }
        sum += count as u64;
        for byte in piece.get(..count).unwrap_or_default() {
            scanner.next(*byte, names);
        }
    }
    scanner.next(b' ', names);
    // Nothing may be left over, or a bomb would hide the rest.
    if sum >= left { Err(DocumentError::Bomb) } else { Ok(left - sum) }
}

/// Finds names, and where streams begin, byte by byte.
#[derive(Debug, Default)]
struct Scanner {
    /// The name that is being read, decoded so far; none between names.
    name: Option<Vec<u8>>,
    /// The digits of a character that is spelled as `#4A`.
    #[expect(clippy::option_option, reason = "no escape, one without digits yet, one with its first digit")]
    escape: Option<Option<u8>>,
    /// How much of the word `stream` and its line end has been read.
    stream: usize,
}

const STREAM: &[u8] = b"stream";

impl Scanner {
    /// Reads a byte; whether it is the last one before the data of a stream.
    fn next(&mut self, byte: u8, names: &mut Names) -> bool {
        self.read_name(byte, names);
        self.stream = match (self.stream, byte) {
            (read, byte) if STREAM.get(read) == Some(&byte) => read + 1,
            (6, b'\r') => 7,
            (6 | 7, b'\n') => 8,
            (_, b's') => 1,
            _ => 0,
        };
        self.stream == 8
    }

    fn read_name(&mut self, byte: u8, names: &mut Names) {
        if let Some(name) = &mut self.name {
            match (self.escape.take(), (byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            {
                (Some(None), Some(digit)) => return self.escape = Some(Some(digit)),
                (Some(Some(high)), Some(low)) => return name.push(high * 16 + low),
                _ if byte == b'#' => return self.escape = Some(None),
                _ if is_regular(byte) && name.len() < LONGEST_NAME => return name.push(byte),
                _ => {
                    names.read(name);
                    self.name = None;
                }
            }
        }
        if byte == b'/' {
            self.name = Some(Vec::new());
        }
    }
}

/// Whether a character can stand in a name as it is.
const fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | 0x0c
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}
