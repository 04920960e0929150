//! The formats of documents.

use std::str::FromStr;

/// A format that is accepted. Each can be read without running anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML: a text.
    Docx,
    /// Office Open XML: a spreadsheet.
    Xlsx,
    /// Office Open XML: a presentation.
    Pptx,
    /// `OpenDocument`: a text.
    Odt,
    /// `OpenDocument`: a spreadsheet.
    Ods,
    /// `OpenDocument`: a presentation.
    Odp,
    /// Plain text.
    Txt,
    /// A table as text.
    Csv,
}

impl DocumentFormat {
    /// Every format.
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
        Self::Txt,
        Self::Csv,
    ];

    /// Returns the ending of its files' names, which is also its name in the database.
    pub const fn extension(self) -> &'static str {
        self.facts().0
    }

    /// Returns what a reader is told: "PDF".
    pub const fn label(self) -> &'static str {
        self.facts().1
    }

    /// Returns the media type.
    pub const fn media_type(self) -> &'static str {
        self.facts().2
    }

    const fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Pdf => ("pdf", "PDF", "application/pdf"),
            Self::Docx => {
                ("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            }
            Self::Xlsx => {
                ("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
            Self::Pptx => (
                "pptx",
                "PowerPoint",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ),
            Self::Odt => ("odt", "ODT", "application/vnd.oasis.opendocument.text"),
            Self::Ods => ("ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet"),
            Self::Odp => ("odp", "ODP", "application/vnd.oasis.opendocument.presentation"),
            Self::Txt => ("txt", "textfil", "text/plain; charset=utf-8"),
            Self::Csv => ("csv", "CSV", "text/csv; charset=utf-8"),
        }
    }
}

/// The ending is no format's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no format of a document")]
pub struct UnknownFormat;

impl FromStr for DocumentFormat {
    type Err = UnknownFormat;

    fn from_str(extension: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|format| format.extension() == extension).ok_or(UnknownFormat)
    }
}

impl TryFrom<String> for DocumentFormat {
    type Error = UnknownFormat;

    fn try_from(extension: String) -> Result<Self, UnknownFormat> {
        extension.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_read_back_and_none_runs_in_a_browser() {
        for format in DocumentFormat::ALL {
            assert_eq!(format.extension().parse(), Ok(format));
            assert!(!["html", "svg", "xml", "script"].iter().any(|word| format.media_type().ends_with(word)));
        }
        assert_eq!("html".parse::<DocumentFormat>(), Err(UnknownFormat));
    }
}
