//! A picture as a post's row has it.

use super::{Picture, PictureId, Tone};

/// The columns of [`PictureRow`], for a query on `posts p left join pictures i on i.id = p.picture_id`.
macro_rules! picture_columns {
    () => {
        "p.picture_id, p.picture_alt, p.picture_caption, i.width as picture_width, i.height as picture_height, i.tone as picture_tone,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths"
    };
}
pub(crate) use picture_columns;

/// The picture of a post, as [`picture_columns`] select it.
#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(clippy::struct_field_names, reason = "the names of the queries' columns")]
pub(crate) struct PictureRow {
    picture_id: Option<PictureId>,
    picture_alt: String,
    picture_caption: String,
    picture_width: Option<u32>,
    picture_height: Option<u32>,
    picture_tone: Option<Tone>,
    /// Comma-separated.
    picture_widths: Option<String>,
}

impl PictureRow {
    /// Returns the picture, if the post has one with at least one variant.
    pub(crate) fn picture(&self) -> Option<Picture> {
        let mut widths: Vec<u32> =
            self.picture_widths.as_deref()?.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        Some(Picture {
            id: self.picture_id?,
            width: self.picture_width?,
            height: self.picture_height?,
            widths,
            tone: self.picture_tone,
            alt: self.picture_alt.clone(),
            caption: self.picture_caption.clone(),
        })
    }
}
