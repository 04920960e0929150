//! What is said in a recording, as somebody writes it down.

use super::RecordingError;
use crate::text_input::lines;

/// The longest transcript, in characters: half an hour of fast speech is 30 000.
const LONGEST: usize = 60_000;

/// Cleans a transcript as it was typed.
///
/// # Errors
/// `LongTranscript`.
pub(crate) fn parse_transcript(typed: &str) -> Result<String, RecordingError> {
    let text = lines(typed);
    let text = text.trim();
    if text.chars().count() > LONGEST { Err(RecordingError::LongTranscript) } else { Ok(text.to_owned()) }
}

/// Returns its paragraphs, which empty lines divide.
pub(super) fn paragraphs(transcript: &str) -> Vec<String> {
    let parts = transcript.split("\n\n").map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_has_paragraphs_and_an_end() {
        let text = parse_transcript(" Hej!\r\n\r\n\r\nJag heter så.\r\nOch nu. ").unwrap();
        assert_eq!(paragraphs(&text), ["Hej!", "Jag heter så.\nOch nu."]);
        assert_eq!(parse_transcript(" \r\n ").unwrap(), "");
        assert_eq!(parse_transcript(&"å".repeat(60_000)).unwrap().len(), 120_000);
        assert_eq!(parse_transcript(&"å".repeat(60_001)), Err(RecordingError::LongTranscript));
    }
}
