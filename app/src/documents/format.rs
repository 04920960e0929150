//! The formats of documents.

crate::media::file_formats! {
    /// A format that is accepted. Each can be read without running anything.
    DocumentFormat:
    /// Portable Document Format.
    Pdf("pdf", "PDF", "application/pdf"),
    /// Office Open XML: a text.
    Docx("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// Office Open XML: a spreadsheet.
    Xlsx("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /// Office Open XML: a presentation.
    Pptx("pptx", "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    /// `OpenDocument`: a text.
    Odt("odt", "ODT", "application/vnd.oasis.opendocument.text"),
    /// `OpenDocument`: a spreadsheet.
    Ods("ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet"),
    /// `OpenDocument`: a presentation.
    Odp("odp", "ODP", "application/vnd.oasis.opendocument.presentation"),
    /// Plain text.
    Txt("txt", "textfil", "text/plain; charset=utf-8"),
    /// A table as text.
    Csv("csv", "CSV", "text/csv; charset=utf-8"),
}

#[cfg(test)]
mod tests {
    use super::DocumentFormat;
    use crate::media::UnknownFormat;

    #[test]
    fn a_format_is_read_back_and_none_runs_in_a_browser() {
        for format in DocumentFormat::ALL {
            assert_eq!(format.extension().parse(), Ok(format));
            assert!(!["html", "svg", "xml", "script"].iter().any(|word| format.media_type().ends_with(word)));
        }
        assert_eq!("html".parse::<DocumentFormat>(), Err(UnknownFormat));
    }
}
