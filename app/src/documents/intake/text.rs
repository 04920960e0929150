//! Plain text and tables as text. A text is in UTF-8 and no page, drawing or script in disguise.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};

use super::{Judged, unreadable};
use crate::documents::{DocumentError, DocumentFormat};

/// What begins a page or drawing of the web, in lower case.
const MARKUP: [&str; 9] =
    ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<x:xmpmeta"];
/// The longest piece that is read at once: a text without line ends must not fill the memory.
const PIECE: u64 = 64 * 1024;

/// Judges a file that is no container.
pub(super) fn judge(file: File, sent_name: &str) -> Result<Judged, DocumentError> {
    let mut lines = BufReader::new(file);
    let mut line = Vec::new();
    let mut has_begun = false;
    loop {
        line.clear();
        let count = lines.by_ref().take(PIECE).read_until(b'\n', &mut line).map_err(unreadable)?;
        if count == 0 {
            break;
        }
        // A character may be cut in two where a piece ends.
        let mut rest = Vec::new();
        while str::from_utf8(&line).is_err_and(|error| error.error_len().is_none()) && rest.len() < 3 {
            let mut byte = [0];
            if lines.read(&mut byte).map_err(unreadable)? == 0 {
                break;
            }
            rest.push(byte[0]);
            line.extend(byte);
        }
        judge_piece(&line, &mut has_begun)?;
    }
    let is_table = sent_name.to_lowercase().ends_with(".csv");
    Ok(Judged::of(if is_table { DocumentFormat::Csv } else { DocumentFormat::Txt }))
}

/// Judges a piece. `has_begun` is whether there was anything but space before it.
fn judge_piece(piece: &[u8], has_begun: &mut bool) -> Result<(), DocumentError> {
    let is_binary = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if piece.iter().any(is_binary) {
        return Err(DocumentError::WrongKind);
    }
    let Ok(text) = str::from_utf8(piece) else { return Err(DocumentError::Encoding) };
    let lower = text.to_ascii_lowercase();
    if MARKUP.iter().any(|markup| lower.contains(markup)) {
        return Err(DocumentError::WebPage);
    }
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if *has_begun || text.is_empty() {
        return Ok(());
    }
    *has_begun = true;
    if text.starts_with('<') {
        Err(DocumentError::WebPage)
    } else if text.starts_with("#!") || text.starts_with("@echo") {
        Err(DocumentError::WrongKind)
    } else {
        Ok(())
    }
}
