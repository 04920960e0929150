//! The logo in the header.

use leptos::prelude::*;
use sqlx::sqlite::SqlitePool;

use crate::media::PictureId;
use crate::media::store::{DRAWING, picture};
use crate::paths;

/// From here on a logo is wide: it needs a row of its own on phones.
const WIDE: u32 = 3;

/// A logo as the header shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Address of its file.
    pub src: String,
    /// Width of the original in pixels; with the height it reserves the logo's space.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// Whether it needs a light ground behind it.
    pub on_plate: bool,
    /// Whether the site's name stands in it.
    pub has_name: bool,
}

impl Logo {
    /// Loads a picture as a logo, if it exists.
    pub(crate) async fn load(
        reader: &SqlitePool,
        id: PictureId,
        on_plate: bool,
        has_name: bool,
    ) -> Result<Option<Self>, sqlx::Error> {
        let found = picture(reader, id).await?;
        Ok(found.map(|(picture, is_drawing)| {
            let raster = picture.widths.first().map(|width| format!("{width}.webp"));
            let file = if is_drawing { DRAWING.to_owned() } else { raster.unwrap_or_default() };
            let src = paths::picture(id, &file);
            Self { src, width: picture.width, height: picture.height, on_plate, has_name }
        }))
    }

    fn is_wide(&self) -> bool {
        self.width >= WIDE * self.height
    }
}

/// Shows the site's logo and name as a link to the start page. The style limits the height, and a logo of any shape keeps
/// its own.
pub(crate) fn brand_link(logo: Option<&Logo>, name: &str) -> AnyView {
    let has_name = logo.is_some_and(|logo| logo.has_name);
    let image = logo.map(|logo| {
        view! {
            <img
                src=logo.src.clone()
                alt=if logo.has_name { name.to_owned() } else { String::new() }
                width=logo.width
                height=logo.height
                class=logo.on_plate.then_some("on-white")
            />
        }
    });
    let class = if logo.is_some_and(Logo::is_wide) { "brand wide" } else { "brand" };
    view! {
        <a class=class href=paths::START>
            {image}
            {(!has_name).then(|| view! { <b>{name.to_owned()}</b> })}
        </a>
    }
    .into_any()
}
