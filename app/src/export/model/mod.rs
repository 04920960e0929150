//! The published form of an export. Every type refuses fields that it does not know: an older program must not lose what a
//! newer one wrote.

mod document;
mod edition;
mod ids;
mod instant;
mod manifest;
mod picture;
mod post;
mod recording;
mod redirect;
mod settings;
mod tag;

pub use crate::documents::DocumentId;
pub use crate::media::PictureId;
pub use crate::recordings::RecordingId;
pub use document::Document;
pub use edition::{Door, Edition, Reserves, ScenePicture, ScenePlace};
pub use ids::{EditionUid, PostUid};
pub use instant::Instant;
pub use manifest::{Counts, FORMAT, FileEntry, Manifest, ManifestHead, SiteName};
pub use picture::{Crop, Focus, Picture, PictureFile};
pub use post::{Content, Post, Rendition, State};
pub use recording::Recording;
pub use redirect::{GoneSlug, Redirect};
pub use settings::{
    Accessibility, Brand, Colours, Contact, Fault, Funder, Funding, HelpNumber, Link, Safety, Settings, Site,
    Wording,
};
pub use tag::Tag;
