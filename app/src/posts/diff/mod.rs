//! What differs between two revisions of a post: which fields, which words, and how that is shown.

mod fields;
mod rows;
mod view;
mod words;

pub use fields::{FieldDifference, differences};
pub use rows::Row;
pub use view::DifferenceView;
pub use words::{Kind, Piece, by_words};
