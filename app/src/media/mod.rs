//! Pictures: their variants, who may see them, and how a page shows them.

mod picture;
#[cfg(feature = "ssr")]
pub mod store;

pub use picture::{Picture, PictureView};
