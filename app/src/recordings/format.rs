//! The formats of recordings.

use std::str::FromStr;

/// A format that is accepted: every browser of today plays each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingFormat {
    /// MPEG-1, -2 or -2.5, layer III.
    Mp3,
    /// AAC in an MP4 file.
    M4a,
    /// Opus in Ogg.
    Opus,
    /// PCM in a RIFF file.
    Wav,
}

impl RecordingFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Mp3, Self::M4a, Self::Opus, Self::Wav];

    /// Returns the ending of its files' names, which is also its name in the database.
    pub const fn extension(self) -> &'static str {
        self.facts().0
    }

    /// Returns what a reader is told: "MP3".
    pub const fn label(self) -> &'static str {
        self.facts().1
    }

    /// Returns the media type.
    pub const fn media_type(self) -> &'static str {
        self.facts().2
    }

    const fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Mp3 => ("mp3", "MP3", "audio/mpeg"),
            Self::M4a => ("m4a", "M4A", "audio/mp4"),
            Self::Opus => ("opus", "Opus", "audio/ogg"),
            Self::Wav => ("wav", "WAV", "audio/wav"),
        }
    }
}

/// The ending is no format's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no format of a recording")]
pub struct UnknownRecordingFormat;

impl FromStr for RecordingFormat {
    type Err = UnknownRecordingFormat;

    fn from_str(extension: &str) -> Result<Self, UnknownRecordingFormat> {
        Self::ALL.into_iter().find(|format| format.extension() == extension).ok_or(UnknownRecordingFormat)
    }
}

impl TryFrom<String> for RecordingFormat {
    type Error = UnknownRecordingFormat;

    fn try_from(extension: String) -> Result<Self, UnknownRecordingFormat> {
        extension.parse()
    }
}
