//! The formats of recordings.

crate::media::file_formats! {
    /// A format that is accepted: every browser of today plays each of them.
    RecordingFormat:
    /// MPEG-1, -2 or -2.5, layer III.
    Mp3("mp3", "MP3", "audio/mpeg"),
    /// AAC in an MP4 file.
    M4a("m4a", "M4A", "audio/mp4"),
    /// Opus in Ogg.
    Opus("opus", "Opus", "audio/ogg"),
    /// PCM in a RIFF file.
    Wav("wav", "WAV", "audio/wav"),
}
