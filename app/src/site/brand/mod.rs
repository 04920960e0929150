//! The brand: logo, icon and shared picture. They are pictures of the library, by id.

mod icon;
mod logo;
pub(crate) mod store;

pub use icon::SiteIcon;
pub use logo::Logo;
pub(crate) use logo::brand_link;

use sqlx::sqlite::SqlitePool;

use crate::media::store::picture;
use crate::media::{Picture, PictureId};

/// What the owner has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// The logo for light grounds.
    pub logo: Option<PictureId>,
    /// The logo for dark grounds.
    pub logo_on_dark: Option<PictureId>,
    /// Whether the name stands in the logo.
    pub logo_has_name: bool,
    /// The picture of which icons are made.
    pub icon: Option<PictureId>,
    /// The letters of the icon that is drawn without a picture; empty: those of the site's name.
    pub initials: String,
    /// The picture beside shared links to pages that have none.
    pub shared_picture: Option<PictureId>,
}

/// The brand as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteBrand {
    /// The logo of the header, which is dark.
    pub logo: Option<Logo>,
    /// The icon.
    pub icon: SiteIcon,
    /// The picture beside shared links to pages that have none.
    pub shared_picture: Option<Picture>,
}

impl SiteBrand {
    /// Loads the pictures of a brand, for a site of a name.
    pub(crate) async fn load(reader: &SqlitePool, brand: &Brand, name: &str) -> Result<Self, sqlx::Error> {
        let logo = match (brand.logo_on_dark, brand.logo) {
            (Some(id), _) => Logo::load(reader, id, false, brand.logo_has_name).await?,
            // Made for light ground, it gets some.
            (None, Some(id)) => Logo::load(reader, id, true, brand.logo_has_name).await?,
            (None, None) => None,
        };
        let shared_picture = match brand.shared_picture {
            Some(id) => picture(reader, id).await?.map(|(picture, _)| picture),
            None => None,
        };
        Ok(Self { logo, icon: SiteIcon::load(reader, brand, name).await?, shared_picture })
    }
}
