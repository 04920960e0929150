//! Documents of Word, Excel, `PowerPoint` and `LibreOffice`: ZIP archives with the right parts.
//!
//! Nothing is unpacked but the two short parts that say what an archive is.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Judged, unreadable};
use crate::documents::{DocumentError, DocumentFormat};

type Archive = ZipArchive<BufReader<File>>;

/// How many parts a document may have. A presentation with a hundred pictures has about six hundred.
const MOST_PARTS: usize = 10_000;
/// How large a document may become when it is opened.
const MOST_UNPACKED: u128 = 500 * 1024 * 1024;
/// How many times larger than its archive a document may become. Tables of numbers reach fifty.
const MOST_TIMES: u128 = 200;
/// The length of the record that ends an archive without a comment.
const END: usize = 22;
/// The longest part that is unpacked.
const MOST_OF_PART: u64 = 2 * 1024 * 1024;
/// The part of Office Open XML that lists the types of all others.
const TYPES: &str = "[Content_Types].xml";
/// The part of `OpenDocument` that says what it is.
const MIMETYPE: &str = "mimetype";

/// Judges a file that begins as a ZIP archive.
pub(super) fn judge(mut file: File) -> Result<Judged, DocumentError> {
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    check_end(&mut file, length)?;
    file.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    check_size(&mut archive, length)?;
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    if names.iter().any(|name| !is_plain(name)) {
        return Err(DocumentError::Broken);
    }
    let has = |part: &str| names.iter().any(|name| name == part);
    let format = if has(TYPES) {
        office(&names, &part(&mut archive, TYPES)?)?
    } else if has(MIMETYPE) {
        open_document(&names, &part(&mut archive, MIMETYPE)?)?
    } else {
        return Err(DocumentError::WrongKind);
    };
    Ok(Judged::of(format))
}

/// Refuses a file that goes on behind the record that ends an archive, where something else could hide.
fn check_end(file: &mut File, length: u64) -> Result<(), DocumentError> {
    file.seek(SeekFrom::Start(length.saturating_sub(END as u64))).map_err(unreadable)?;
    let mut end = Vec::with_capacity(END);
    file.read_to_end(&mut end).map_err(unreadable)?;
    let is_end = end.len() == END && end.starts_with(b"PK\x05\x06") && end.ends_with(&[0, 0]);
    if is_end { Ok(()) } else { Err(DocumentError::Broken) }
}

/// Refuses archives that become unreasonably large, by what they declare: parts that lie over each other declare more than
/// the archive holds, and something before the archive is no document.
fn check_size(archive: &mut Archive, length: u64) -> Result<(), DocumentError> {
    if archive.len() > MOST_PARTS {
        return Err(DocumentError::Bomb);
    }
    if archive.offset() != 0 {
        return Err(DocumentError::Broken);
    }
    let mut unpacked = 0_u128;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(broken)?;
        if part.encrypted() {
            return Err(DocumentError::Locked);
        }
        unpacked += u128::from(part.size());
    }
    let is_bomb = unpacked > MOST_UNPACKED || unpacked > u128::from(length).max(10_000) * MOST_TIMES;
    if is_bomb || archive.has_overlapping_files().map_err(broken)? {
        return Err(DocumentError::Bomb);
    }
    Ok(())
}

/// Whether a part's name stays in the document.
fn is_plain(name: &str) -> bool {
    !name.starts_with('/')
        && !name.contains('\\')
        && name.split('/').all(|step| step != "..")
        && !name.contains('\0')
}

/// Judges Office Open XML by its list of types: macros and programs have types of their own, whatever their parts are
/// called.
fn office(names: &[String], types: &str) -> Result<DocumentFormat, DocumentError> {
    let types = types.to_ascii_lowercase();
    let is_macro = |words: &str| {
        ["vbaproject", "vbadata", "activex", "oleobject", "macrosheet"]
            .iter()
            .any(|part| words.contains(part))
    };
    if types.contains("macroenabled")
        || is_macro(&types)
        || names.iter().any(|name| is_macro(&name.to_ascii_lowercase()))
    {
        return Err(DocumentError::Macros);
    }
    let has = |part: &str| names.iter().any(|name| name == part);
    if has("word/document.xml") && types.contains("wordprocessingml.document.main") {
        Ok(DocumentFormat::Docx)
    } else if has("xl/workbook.xml") && types.contains("spreadsheetml.sheet.main") {
        Ok(DocumentFormat::Xlsx)
    } else if has("ppt/presentation.xml") && types.contains("presentationml.presentation.main") {
        Ok(DocumentFormat::Pptx)
    } else {
        Err(DocumentError::WrongKind)
    }
}

/// Judges `OpenDocument` by its first part.
fn open_document(names: &[String], mimetype: &str) -> Result<DocumentFormat, DocumentError> {
    let format = match mimetype.trim() {
        "application/vnd.oasis.opendocument.text" => DocumentFormat::Odt,
        "application/vnd.oasis.opendocument.spreadsheet" => DocumentFormat::Ods,
        "application/vnd.oasis.opendocument.presentation" => DocumentFormat::Odp,
        _ => return Err(DocumentError::WrongKind),
    };
    let folders = ["Basic/", "Scripts/"];
    let is_binary =
        |name: &str| Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("bin"));
    let is_program = |name: &String| folders.iter().any(|folder| name.starts_with(folder)) || is_binary(name);
    if names.iter().any(is_program) {
        return Err(DocumentError::Macros);
    }
    if names.iter().any(|name| name == "content.xml") { Ok(format) } else { Err(DocumentError::Broken) }
}

/// Unpacks a short part.
fn part(archive: &mut Archive, name: &str) -> Result<String, DocumentError> {
    let part = archive.by_name(name).map_err(broken)?;
    let mut text = String::new();
    let read = part.take(MOST_OF_PART + 1).read_to_string(&mut text);
    match read {
        Ok(length) if length as u64 > MOST_OF_PART => Err(DocumentError::Bomb),
        Ok(_) => Ok(text),
        Err(_) => Err(DocumentError::Broken),
    }
}

fn broken(error: ZipError) -> DocumentError {
    match error {
        ZipError::UnsupportedArchive(message) if message == ZipError::PASSWORD_REQUIRED => {
            DocumentError::Locked
        }
        _ => DocumentError::Broken,
    }
}
