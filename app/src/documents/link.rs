//! A link to a document within a text, whose address tells size and language.
//!
//! A text is rendered without the database, so the address that staff copy ends in both, as in
//! `/dokument/…/rapport.pdf#1234567-en`. The ending of the name tells the format.

use std::fmt::Write as _;

use percent_encoding::percent_decode_str;

use super::{DocumentFormat, DocumentId, size_in_words};
use crate::language::Language;
use crate::paths;

/// The address of a document in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentLink {
    pub(crate) id: DocumentId,
    /// The file's name.
    pub(crate) name: String,
    pub(crate) format: DocumentFormat,
    /// Size in bytes and language, if the address tells them.
    pub(crate) told: Option<(u64, Language)>,
}

impl DocumentLink {
    /// Parses an address; none when it is no document's.
    pub(crate) fn parse(address: &str) -> Option<Self> {
        let (path, told) = address.split_once('#').map_or((address, ""), |(path, told)| (path, told));
        let (id, name) = path.strip_prefix(paths::DOCUMENTS)?.strip_prefix('/')?.split_once('/')?;
        let name = percent_decode_str(name).decode_utf8().ok()?.into_owned();
        let (_, extension) = name.rsplit_once('.')?;
        let format = extension.parse().ok()?;
        let is_plain = !name.contains(|c: char| c == '/' || c == '\\' || c.is_control() || c.is_whitespace());
        is_plain.then_some(())?;
        let told = told.split_once('-').and_then(|(bytes, language)| {
            let are_digits = bytes.bytes().all(|digit| digit.is_ascii_digit());
            Some((bytes.parse().ok().filter(|_| are_digits)?, Language::parse(language)))
        });
        Some(Self { id: id.parse().ok()?, name, format, told })
    }

    /// Returns the address of the file, without what only a text needs.
    pub(crate) fn href(&self) -> String {
        paths::document(self.id, &self.name)
    }

    /// Returns the language, if it is told and not Swedish.
    pub(crate) fn lang(&self) -> Option<&'static str> {
        self.told.and_then(|(_, language)| language.lang())
    }

    /// Returns what a link says of the file: "PDF, 1,2 MB, på engelska".
    pub(crate) fn facts(&self) -> String {
        match self.told {
            Some((bytes, language)) => facts(self.format, bytes, language),
            None => self.format.label().to_owned(),
        }
    }
}

/// Returns the address by which a text names a document, with size and language.
pub(crate) fn address_in_text(id: DocumentId, name: &str, bytes: u64, language: Language) -> String {
    format!("{}#{bytes}-{}", paths::document(id, name), language.as_str())
}

/// Returns what a link says of a file: "PDF, 1,2 MB, på engelska".
pub(crate) fn facts(format: DocumentFormat, bytes: u64, language: Language) -> String {
    let mut facts = format!("{}, {}", format.label(), size_in_words(bytes));
    if let Some(language) = language.told_in_swedish() {
        // Writing to a text cannot fail.
        _ = write!(facts, ", {language}");
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn an_address_tells_what_the_link_says() {
        let id = ID.parse().unwrap();
        let address = address_in_text(id, "Årsrapport-2025.pdf", 1_234_567, Language::parse("en"));
        assert_eq!(address, format!("/dokument/{ID}/%C3%85rsrapport-2025.pdf#1234567-en"));
        let link = DocumentLink::parse(&address).unwrap();
        assert_eq!((link.id, &*link.name, link.lang()), (id, "Årsrapport-2025.pdf", Some("en")));
        assert_eq!(link.facts(), "PDF, 1,2\u{a0}MB, på engelska");
        assert_eq!(link.href(), format!("/dokument/{ID}/%C3%85rsrapport-2025.pdf"));
        let bare = DocumentLink::parse(&format!("/dokument/{ID}/Årsrapport.docx")).unwrap();
        assert_eq!((bare.facts(), bare.lang()), ("Word".to_owned(), None));
    }

    #[test]
    fn nothing_else_is_a_documents_address() {
        for address in [
            format!("/dokument/{ID}"),
            format!("/dokument/{ID}/rapport"),
            format!("/dokument/{ID}/rapport.exe"),
            format!("/dokument/{ID}/a/rapport.pdf"),
            format!("/dokument/{ID}/a%2Frapport.pdf"),
            format!("/dokument/{ID}/a%0Arapport.pdf"),
            format!("https://x.example/dokument/{ID}/rapport.pdf"),
            "/dokument/1/rapport.pdf".to_owned(),
            "/media/1/x.pdf".to_owned(),
        ] {
            assert_eq!(DocumentLink::parse(&address), None, "{address}");
        }
        for told in ["#x-en", "#+1-en", "#-en", "#1", "#"] {
            let link = DocumentLink::parse(&format!("/dokument/{ID}/rapport.pdf{told}")).unwrap();
            assert!(link.told.is_none() || link.told == Some((1, Language::default())), "{told}");
        }
    }
}
