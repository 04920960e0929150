//! The form that a person has signed, as a scan or a photograph.

use super::key::Keys;
use super::sealed::{SealError, What, open_bytes, seal_bytes};
use crate::ids::PostId;
use crate::text_input::line;

/// The largest file, in bytes: a page photographed by a phone, or a scan of several pages.
pub const MOST_PAPER_BYTES: usize = 10 * 1024 * 1024;
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 120;

/// A form that a person has signed, as it was sent: evidence of consent, opened by editors alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// Name of the file, in which the person's may stand.
    pub name: String,
    /// What the file is by its content.
    pub format: PaperFormat,
    /// The file, unchanged.
    pub bytes: Vec<u8>,
}

/// What a form may be kept as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperFormat {
    /// A scan, perhaps of several pages.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture of a screen or a scanner.
    Png,
    /// A photograph of a newer phone.
    Heic,
}

/// Why a form is not kept. The text is shown to its sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// There is no file in the form.
    #[error("Välj en fil med blanketten.")]
    NoFile,
    /// Too many bytes.
    #[error(
        "Filen är för stor: den får vara högst 10 MB. Ta ett nytt foto i lägre upplösning, eller skanna i svartvitt."
    )]
    TooLarge,
    /// Something else than a scan or a photograph.
    #[error(
        "Filen är varken en PDF eller ett foto (JPEG, PNG eller HEIC). Ta ett foto av blanketten, eller skanna den till en PDF."
    )]
    WrongKind,
    /// It came too slowly, or not whole.
    #[error("Filen kom inte fram hel. Kontrollera att du har nät och försök igen.")]
    Unreadable,
    /// Others send files just now.
    #[error("Flera skickar filer just nu. Vänta en stund och försök igen.")]
    Busy,
    /// Nobody has written down whose consent it is.
    #[error("Skriv in och spara samtycket först. Lägg sedan till blanketten.")]
    NoEntry,
    /// There is no key to seal it with.
    #[error(
        "Nyckeln till samtyckena går inte att läsa, så blanketten är inte sparad. Be den som sköter driften om hjälp."
    )]
    NoKey,
}

impl PaperFormat {
    const ALL: [Self; 4] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Heic];

    /// Recognises a file by how it begins.
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..]
                if [b"heic", b"heix", b"mif1", b"msf1"].iter().any(|known| brand.starts_with(*known)) =>
            {
                Some(Self::Heic)
            }
            _ => None,
        }
    }

    /// Returns the media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heic => "image/heic",
        }
    }

    /// Returns the ending of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Heic => "heic",
        }
    }
}

impl Paper {
    /// Judges a file by its content. What is in it stays as it is: it is kept as evidence and never shown on a page.
    ///
    /// # Errors
    /// `NoFile`, `TooLarge`, `WrongKind`.
    pub fn judge(name: &str, bytes: Vec<u8>) -> Result<Self, PaperError> {
        if bytes.is_empty() {
            return Err(PaperError::NoFile);
        }
        if bytes.len() > MOST_PAPER_BYTES {
            return Err(PaperError::TooLarge);
        }
        let format = PaperFormat::of(&bytes).ok_or(PaperError::WrongKind)?;
        Ok(Self { name: line(name).chars().take(LONGEST_NAME).collect(), format, bytes })
    }

    /// Seals it for a text: the length of its name in two bytes, the name, the number of its format, the file.
    ///
    /// # Errors
    /// `NoKey`, `NoRandomness`.
    pub(crate) fn seal(&self, keys: &Keys, post: PostId) -> Result<Vec<u8>, SealError> {
        let length = u16::try_from(self.name.len()).map_err(|_| SealError::Damaged)?;
        let number = Self::number(self.format);
        let mut plain = Vec::with_capacity(self.bytes.len() + self.name.len() + 64);
        plain.extend_from_slice(&length.to_be_bytes());
        plain.extend_from_slice(self.name.as_bytes());
        plain.push(number);
        plain.extend_from_slice(&self.bytes);
        seal_bytes(keys, post, What::Paper, plain)
    }

    /// Opens what was sealed for a text.
    ///
    /// # Errors
    /// `NoKey` or `Damaged`.
    pub fn open(keys: &Keys, post: PostId, sealed: &[u8]) -> Result<Self, SealError> {
        let plain = open_bytes(keys, post, What::Paper, sealed)?;
        Self::read(&plain).ok_or(SealError::Damaged)
    }

    fn read(plain: &[u8]) -> Option<Self> {
        let (length, rest) = plain.split_first_chunk()?;
        let (name, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        let (number, bytes) = rest.split_first()?;
        let format = PaperFormat::ALL.into_iter().find(|format| Self::number(*format) == *number)?;
        Some(Self { name: String::from_utf8(name.to_vec()).ok()?, format, bytes: bytes.to_vec() })
    }

    const fn number(format: PaperFormat) -> u8 {
        match format {
            PaperFormat::Pdf => 1,
            PaperFormat::Jpeg => 2,
            PaperFormat::Png => 3,
            PaperFormat::Heic => 4,
        }
    }
}

/// Says nothing of the person, so that no log does.
impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Paper")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::parse(&"07".repeat(32)).unwrap()
    }

    #[test]
    fn a_file_is_what_it_begins_with() {
        let judged = |bytes: &[u8]| Paper::judge("Anna.exe", bytes.to_vec()).map(|paper| paper.format);
        assert_eq!(judged(b"%PDF-1.7 ..."), Ok(PaperFormat::Pdf));
        assert_eq!(judged(b"\xff\xd8\xff\xe0"), Ok(PaperFormat::Jpeg));
        assert_eq!(judged(b"\x89PNG\r\n\x1a\n"), Ok(PaperFormat::Png));
        assert_eq!(judged(b"\0\0\0\x18ftypheic"), Ok(PaperFormat::Heic));
        assert_eq!(judged(b"\0\0\0\x18ftypmp42"), Err(PaperError::WrongKind));
        assert_eq!(judged(b"<html>"), Err(PaperError::WrongKind));
        assert_eq!(judged(b""), Err(PaperError::NoFile));
        assert_eq!(judged(&vec![0xff; MOST_PAPER_BYTES + 1]), Err(PaperError::TooLarge));
    }

    #[test]
    fn it_is_opened_as_it_was_and_is_no_person() {
        let paper = Paper::judge("Anna Hemlig.pdf", b"%PDF-1.7 Hemlig underskrift".to_vec()).unwrap();
        let sealed = paper.seal(&keys(), PostId(7)).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("Hemlig"));
        assert!(Paper::open(&keys(), PostId(7), &sealed) == Ok(paper.clone()));
        assert_eq!(Paper::open(&keys(), PostId(8), &sealed), Err(SealError::Damaged));
        assert_eq!(crate::consent::open(&keys(), PostId(7), &sealed), Err(SealError::Damaged));
        assert_eq!(format!("{paper:?}"), "Paper");
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(plain in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
            _ = Paper::read(&plain);
        }
    }
}
