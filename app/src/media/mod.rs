//! Pictures: how they are taken in, their variants, who may see them, and how a page shows them.
//!
//! [`add`] is the way of a new picture: `intake` makes variants of what was sent, `files` puts them on the disk,
//! `store` into the database. `sizes` says in which widths a picture can be had.

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod id;
#[cfg(feature = "ssr")]
pub mod intake;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod picture_row;
#[cfg(feature = "ssr")]
mod refusal;
#[cfg(feature = "ssr")]
mod sizes;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use add::{Added, Upload, add};
#[cfg(feature = "ssr")]
pub use id::new_id;
#[cfg(feature = "ssr")]
pub use picture::{Picture, PictureView};
#[cfg(feature = "ssr")]
pub use refusal::PictureError;
#[cfg(feature = "ssr")]
pub(crate) use {
    picture_row::{PictureRow, picture_columns},
    sizes::SizedPicture,
};
