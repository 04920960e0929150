//! From the bytes of a file to text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A file's text, and what had to be done for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, with `\n` at the end of its lines.
    pub(super) text: String,
    /// The encoding that it was read as, unless that is UTF-8.
    pub(super) read_as: Option<&'static str>,
    /// Whether NUL characters were removed.
    pub(super) had_nul: bool,
}

/// Decodes a file by its byte-order mark, as UTF-8, or else as Windows-1252, which gives every byte a letter.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        None => (WINDOWS_1252, bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let had_nul = text.contains('\0');
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "");
    Decoded { text, read_as: (encoding != UTF_8).then(|| encoding.name()), had_nul }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_becomes_text() {
        let text = |bytes: &[u8]| decode(bytes).text;
        assert_eq!(text(b"\xef\xbb\xbfrad\r\nrad\rrad\n"), "rad\nrad\nrad\n");
        assert_eq!(text(b"\xff\xfeh\0e\0j\0"), "hej");
        let latin = decode(b"\x93Gr\xe4dds\xe5s\x94");
        assert_eq!((&*latin.text, latin.read_as), ("“Gräddsås”", Some("windows-1252")));
        let nul = decode(b"a\0b");
        assert_eq!((&*nul.text, nul.had_nul), ("ab", true));
    }
}
