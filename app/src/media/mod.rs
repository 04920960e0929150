//! Pictures: how they are taken in, their variants, who may see them, and how a page shows them.
//!
//! [`add`] takes a new picture in: `intake` makes variants of what was sent, `files` writes them to the disk, `store`
//! adds the rows. `tone` is the colour of a picture while it loads. `crop` holds how staff want it to be cut and makes the
//! files for that; `cover` cuts it for social images. `new_folder` marks files whose row is still to come, `stored_files`
//! holds the media folder against the rows. `sized_picture` tells in which widths a picture is available. What nothing uses
//! any longer is deleted by the room `maintenance`.

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
mod cover;
#[cfg(feature = "ssr")]
pub mod crop;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
pub(crate) mod exported;
#[cfg(feature = "ssr")]
mod file_name;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod format;
#[cfg(feature = "ssr")]
pub(crate) mod id;
#[cfg(feature = "ssr")]
mod incoming_file;
#[cfg(feature = "ssr")]
pub mod intake;
#[cfg(feature = "ssr")]
mod new_folder;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod picture_row;
#[cfg(feature = "ssr")]
mod sized_picture;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod stored_files;
#[cfg(feature = "ssr")]
mod tone;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use add::{AddedPicture, Upload, add};
#[cfg(feature = "ssr")]
pub use cover::cover;
#[cfg(feature = "ssr")]
pub(crate) use cover::social_image;
#[cfg(feature = "ssr")]
pub use error::PictureError;
#[cfg(feature = "ssr")]
pub(crate) use file_name::LONGEST_NAME;
#[cfg(feature = "ssr")]
pub use file_name::name_of_file;
#[cfg(feature = "ssr")]
pub use format::UnknownFormat;
#[cfg(feature = "ssr")]
pub(crate) use format::file_formats;
#[cfg(feature = "ssr")]
pub use id::{InvalidId, PictureId};
#[cfg(feature = "ssr")]
pub use incoming_file::IncomingFile;
#[cfg(feature = "ssr")]
pub(crate) use new_folder::mark;
#[cfg(feature = "ssr")]
pub use new_folder::{NewFolder, abandoned, is_marked, remove_half_written};
#[cfg(feature = "ssr")]
pub use picture::{Picture, PictureFigure, PictureView};
#[cfg(feature = "ssr")]
pub(crate) use picture_row::{PictureRow, picture_columns};
#[cfg(feature = "ssr")]
pub(crate) use sized_picture::SizedPicture;
#[cfg(feature = "ssr")]
pub use tone::Tone;
#[cfg(feature = "ssr")]
pub use words::LibraryWords;
