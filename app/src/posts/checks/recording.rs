//! Recordings that everybody can take part of.

use super::{Field, Remark};
use crate::recordings::{Recording, RecordingFormat};

/// More than this is much for a telephone with a poor network: ten minutes of speech as MP3.
const LARGE_BYTES: u64 = 15_000_000;

/// Returns remarks about a recording.
pub(super) fn remarks(recording: Option<&Recording>) -> Vec<Remark> {
    let Some(recording) = recording else { return Vec::new() };
    let mut remarks = Vec::new();
    if recording.transcript.is_empty() && !recording.is_verbatim {
        remarks.push(Remark::on(
            Field::Recording,
            "Inspelningen saknar utskrift: stämmer texten ord för ord? Kryssa i det, annars skriv ner det som sägs, för den \
             som inte hör.",
        ));
    }
    if recording.format == RecordingFormat::Wav && recording.bytes > LARGE_BYTES {
        remarks.push(Remark::on(
            Field::Recording,
            "Inspelningen är stor för en telefon. Spara den som MP3 eller M4A, så blir den tio gånger mindre.",
        ));
    }
    if recording.format == RecordingFormat::Opus {
        remarks.push(Remark::on(
            Field::Recording,
            "Äldre telefoner från Apple kan inte spela upp Opus. Spara inspelningen som M4A eller MP3, om du kan.",
        ));
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::RecordingId;

    fn recording(format: RecordingFormat, bytes: u64, transcript: &str, is_verbatim: bool) -> Recording {
        let id = RecordingId::random().unwrap();
        Recording { id, format, bytes, millis: 60_000, transcript: transcript.into(), is_verbatim }
    }

    #[test]
    fn what_is_said_can_be_read_too() {
        assert_eq!(remarks(None), []);
        let (small, large) = (1_000_000, 20_000_000);
        for (recording, count) in [
            (recording(RecordingFormat::Mp3, large, "", true), 0),
            (recording(RecordingFormat::M4a, small, "Hej.", false), 0),
            (recording(RecordingFormat::M4a, small, "", false), 1),
            (recording(RecordingFormat::Wav, small, "", true), 0),
            (recording(RecordingFormat::Wav, large, "", true), 1),
            (recording(RecordingFormat::Opus, small, "", false), 2),
        ] {
            let found = remarks(Some(&recording));
            assert_eq!(found.len(), count, "{found:?}");
            assert!(
                found.iter().all(|remark| remark.field == Field::Recording && remark.in_words.is_empty())
            );
        }
    }
}
