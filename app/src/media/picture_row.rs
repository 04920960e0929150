//! A picture as a post's row has it.

use super::crop::store::FramingRow;
use super::crop::{Rendition, Shape};
use super::{Picture, PictureId, Tone};

/// The columns of [`PictureRow`], for a query on `posts p left join pictures i on i.id = p.picture_id`. The words are those
/// that readers get: the post's own, or else the library's as they are now.
macro_rules! picture_columns {
    () => {
        concat!(
            "p.picture_id,
             case p.picture_alt_mode when 'library' then i.alt when 'own' then p.picture_alt else '' end as picture_alt,
             case p.picture_caption when '' then i.caption else p.picture_caption end as picture_caption,
             i.credit as picture_credit, i.width as picture_width, i.height as picture_height,
             i.tone as picture_tone,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths,
             (select group_concat(v.shape || ' ' || v.width || ' ' || v.height || ' ' || v.name) from picture_renditions v
              where v.picture_id = p.picture_id and v.retired_at is null) as picture_renditions, ",
            $crate::media::crop::store::framing_columns!()
        )
    };
}
pub(crate) use picture_columns;

/// The picture of a post, as [`picture_columns`] select it.
#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(clippy::struct_field_names, reason = "the names of the queries' columns")]
pub(crate) struct PictureRow {
    picture_id: Option<PictureId>,
    picture_alt: Option<String>,
    picture_caption: Option<String>,
    picture_credit: Option<String>,
    picture_width: Option<u32>,
    picture_height: Option<u32>,
    picture_tone: Option<Tone>,
    /// Comma-separated.
    picture_widths: Option<String>,
    /// Comma-separated, each with spaces between its shape, width, height and name.
    picture_renditions: Option<String>,
    #[sqlx(flatten)]
    picture_framing: FramingRow,
}

impl PictureRow {
    /// Returns the picture, if the post has one with at least one variant.
    pub(crate) fn picture(&self) -> Option<Picture> {
        let mut widths: Vec<u32> =
            self.picture_widths.as_deref()?.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        let renditions = self.picture_renditions.as_deref().unwrap_or_default();
        Some(Picture {
            id: self.picture_id?,
            width: self.picture_width?,
            height: self.picture_height?,
            widths,
            tone: self.picture_tone,
            framing: self.picture_framing.framing(),
            renditions: renditions.split(',').filter_map(rendition).collect(),
            alt: self.picture_alt.clone().unwrap_or_default(),
            caption: self.picture_caption.clone().unwrap_or_default(),
            credit: self.picture_credit.clone().unwrap_or_default(),
        })
    }
}

fn rendition(columns: &str) -> Option<Rendition> {
    let mut columns = columns.split(' ');
    Some(Rendition {
        shape: Shape::parse(columns.next()?)?,
        width: columns.next()?.parse().ok()?,
        height: columns.next()?.parse().ok()?,
        name: columns.next()?.to_owned(),
    })
}
