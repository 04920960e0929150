//! Focus and crop of a picture: what staff have decided of how it is cut, and the files that are cut by it.
//!
//! `framing` holds the decision and computes what a shape shows of a picture; `renditions` makes the files, which
//! `prepare` writes into the picture's folder before `store` saves the rows. A rendition's name is a hash of all that it
//! was made from, so nothing that is cached under it is ever out of date. The whole picture stays as it is.

mod form;
mod framing;
mod prepare;
mod renditions;
mod shape;
mod share;
pub mod store;

pub use form::FramingForm;
pub use framing::{Crop, Focus, Framing, Region};
pub use prepare::{PreparedFraming, prepare};
pub use renditions::Rendition;
pub use shape::Shape;
pub use share::Share;
