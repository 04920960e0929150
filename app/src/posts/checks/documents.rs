//! Documents that everybody can read. Advice only: the one who publishes a report has seldom made it.

use super::{Field, Remark};
use crate::documents::{Document, DocumentId, says_little, store};
use crate::media::id::find_ids;
use crate::posts::PostContent;
use crate::state::AppState;

/// Loads the documents below a text, and those that it links to.
pub(super) async fn load(state: &AppState, text: &PostContent) -> Result<Vec<Document>, sqlx::Error> {
    let mut ids = text.document_ids();
    if text.body.contains("/dokument/") {
        ids.extend(find_ids::<DocumentId>(&text.body));
    }
    store::with_ids(state.db.reader(), &ids).await
}

/// Returns remarks about documents.
pub(super) fn remarks(documents: &[Document]) -> Vec<Remark> {
    let remark =
        |document: &Document, sentence: &str| Remark::about(Field::Documents, &document.title, sentence);
    let titles = documents.iter().filter(|document| says_little(&document.title)).map(|document| {
        remark(document, "Titeln säger inte vad dokumentet är. Ge det en egen titel under Dokument.")
    });
    let tags = documents.iter().filter(|document| document.is_tagged == Some(false)).map(|document| {
        remark(
            document,
            "PDF:en är inte taggad, så en skärmläsare läser den i fel ordning. Spara den som taggad PDF, eller skriv det \
             viktigaste i texten.",
        )
    });
    titles.chain(tags).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{DocumentFileId, DocumentFormat};
    use crate::language::Language;

    fn document(title: &str, format: DocumentFormat, is_tagged: Option<bool>) -> Document {
        Document {
            id: DocumentId::random().unwrap(),
            title: title.into(),
            language: Language::default(),
            file_id: DocumentFileId::random().unwrap(),
            name: "rapport.pdf".into(),
            format,
            bytes: 1,
            pages: None,
            is_tagged,
        }
    }

    #[test]
    fn a_document_says_what_it_is_and_can_be_read_aloud() {
        let good = document("Årsrapport 2025", DocumentFormat::Pdf, Some(true));
        assert_eq!(remarks(&[good, document("Mål och medel", DocumentFormat::Docx, None)]), []);
        let bad = remarks(&[document("Scan 0012", DocumentFormat::Pdf, Some(false))]);
        assert_eq!(bad.len(), 2);
        assert!(bad.iter().all(|remark| remark.field == Field::Documents && remark.in_words.is_empty()));
        assert!(bad[1].sentence.starts_with("PDF:en är inte taggad"));
    }
}
