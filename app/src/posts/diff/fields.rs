//! Which fields of a post differ, and where.

use super::by_words;
use super::rows::{Row, rows};
use crate::error::AppError;
use crate::posts::PostContent;

/// A field that differs between two contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDifference {
    /// The field's label.
    pub label: &'static str,
    /// What differs in it, and what is the same around that.
    pub rows: Vec<Row>,
}

/// Compares two contents on a thread for blocking work: long texts take a while.
///
/// # Errors
/// `Internal` when the server is stopping.
pub async fn differences(before: PostContent, after: PostContent) -> Result<Vec<FieldDifference>, AppError> {
    let fields = tokio::task::spawn_blocking(move || {
        let fields = changed_fields(&before, &after).into_iter();
        fields
            .map(|(label, before, after)| FieldDifference { label, rows: rows(&by_words(&before, &after)) })
            .collect()
    });
    fields.await.map_err(|_| AppError::Internal)
}

/// Returns the fields that differ, each by its label and as it was and is.
fn changed_fields(before: &PostContent, after: &PostContent) -> Vec<(&'static str, String, String)> {
    let fields = before.labelled().into_iter().zip(after.labelled());
    fields
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| (label, old, new))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::GuldkornForm;

    #[test]
    fn only_what_differs_is_named() {
        let before = PostContent { title: "Ett".into(), body: "Text.".into(), ..PostContent::default() };
        assert_eq!(changed_fields(&before, &before.clone()), []);
        let after = PostContent {
            title: "Två".into(),
            body: "Ny text.".into(),
            form: Some(GuldkornForm::Thought),
            picture: Some("1".into()),
            sensitive: true,
            tags: vec!["mod".into(), "små steg".into()],
            ..PostContent::default()
        };
        let expected = [
            ("Rubrik", "Ett", "Två"),
            ("Guldkornet är", "", "Tanke"),
            ("Bild", "", "1"),
            ("Bilden beskrivs med", "", "Inte bestämt"),
            ("Känsligt innehåll", "Nej", "Ja"),
            ("Etiketter", "", "mod, små steg"),
            ("Text", "Text.", "Ny text."),
        ];
        assert_eq!(
            changed_fields(&before, &after),
            expected.map(|(label, old, new)| (label, old.to_owned(), new.to_owned()))
        );
    }
}
