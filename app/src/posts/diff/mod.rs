//! What differs between two versions of a text: which fields, which words, and how that is shown.

mod fields;
mod rows;
mod view;
mod words;

pub use fields::of_contents;
pub use view::DifferenceView;
pub use words::{Kind, Piece, by_words};
