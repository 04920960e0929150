//! A picture's words in the library, as a text that shows it reads them.

/// The words of a picture in the library; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct LibraryWords {
    /// Alternative text.
    pub alt: String,
    /// Words under the picture.
    pub caption: String,
    /// Who took or made it.
    pub credit: String,
}
