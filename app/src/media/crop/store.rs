//! The SQL of focus, crop and renditions.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{Crop, Focus, Framing, PreparedFraming, Share};
use crate::media::PictureId;
use crate::media::store::Variant;
use crate::time::UnixMillis;

/// The columns of [`FramingRow`], of a picture `i`.
macro_rules! framing_columns {
    () => {
        "i.focal_x, i.focal_y, i.crop_left, i.crop_top, i.crop_width, i.crop_height"
    };
}
pub(crate) use framing_columns;

/// A framing as a picture's row has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in crate::media) struct FramingRow {
    focal_x: Option<f64>,
    focal_y: Option<f64>,
    crop_left: Option<f64>,
    crop_top: Option<f64>,
    crop_width: Option<f64>,
    crop_height: Option<f64>,
}

impl FramingRow {
    /// Returns the framing.
    pub(in crate::media) fn framing(&self) -> Framing {
        let share = |column: Option<f64>| column.and_then(Share::from_fraction);
        let focus = share(self.focal_x).zip(share(self.focal_y)).map(|(x, y)| Focus { x, y });
        let crop = match [self.crop_left, self.crop_top, self.crop_width, self.crop_height].map(share) {
            [Some(left), Some(top), Some(width), Some(height)] => Some(Crop { left, top, width, height }),
            _ => None,
        };
        Framing { focus, crop }
    }
}

/// A picture that can be cut.
#[derive(Debug, Clone)]
pub struct FramedPicture {
    /// The file's name as it was sent, for staff.
    pub name: String,
    /// Width of the original in pixels.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// How it is cut.
    pub framing: Framing,
    /// Its widest file, of which renditions are cut.
    pub source: Variant,
    /// Whether a text shows it that readers have, or will have without anybody's further doing.
    pub has_readers: bool,
}

#[derive(sqlx::FromRow)]
struct FramedRow {
    picture_name: String,
    picture_width: u32,
    picture_height: u32,
    has_readers: bool,
    #[sqlx(flatten)]
    framing: FramingRow,
    #[sqlx(flatten)]
    source: Variant,
}

/// Finds a picture, to cut it. A drawing that was sent as SVG has no file to cut.
///
/// # Errors
/// Those of the database.
pub async fn find(reader: &SqlitePool, id: PictureId) -> Result<Option<FramedPicture>, sqlx::Error> {
    let row: Option<FramedRow> = sqlx::query_as(concat!(
        "select i.name as picture_name, i.width as picture_width, i.height as picture_height, v.name, v.media_type, v.width, v.bytes,
             exists (select 1 from post_pictures u join posts p on p.id = u.post_id
                     where u.picture_id = i.id and p.public_from is not null) as has_readers, ",
        framing_columns!(),
        " from pictures i join picture_variants v on v.picture_id = i.id
          where i.id = $1 and v.media_type = 'image/webp'
            and not exists (select 1 from picture_variants s
                            where s.picture_id = i.id and s.media_type = 'image/svg+xml')
          order by v.width desc limit 1"
    ))
    .bind(id)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|row| FramedPicture {
        name: row.picture_name,
        width: row.picture_width,
        height: row.picture_height,
        framing: row.framing.framing(),
        source: row.source,
        has_readers: row.has_readers,
    }))
}

/// Saves how a picture is cut, unless it is no longer cut as it `was`. Renditions that are not used any more stay for those
/// who have just loaded a page with them, until `delete_retired`. Returns whether it was saved.
///
/// # Errors
/// Those of the database.
pub async fn save(
    writer: &mut SqliteConnection,
    was: &Framing,
    prepared: &PreparedFraming,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    let PreparedFraming { picture, framing, renditions } = prepared;
    let columns = |framing: &Framing| {
        let focus = framing.focus.map(|focus| [focus.x, focus.y]);
        let crop = framing.crop.map(|crop| [crop.left, crop.top, crop.width, crop.height]);
        let [x, y] = focus.map_or([None; 2], |shares| shares.map(Some));
        let [left, top, width, height] = crop.map_or([None; 4], |shares| shares.map(Some));
        [x, y, left, top, width, height].map(|share| share.map(Share::fraction))
    };
    let mut update = sqlx::query(
        "update pictures set focal_x = $2, focal_y = $3, crop_left = $4, crop_top = $5, crop_width = $6, crop_height = $7
         where id = $1 and (focal_x, focal_y, crop_left, crop_top, crop_width, crop_height)
             is ($8, $9, $10, $11, $12, $13)",
    )
    .bind(picture);
    for value in columns(framing).into_iter().chain(columns(was)) {
        update = update.bind(value);
    }
    if update.execute(&mut *writer).await?.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("update picture_renditions set retired_at = $2 where picture_id = $1 and retired_at is null")
        .bind(picture)
        .bind(now)
        .execute(&mut *writer)
        .await?;
    for (rendition, bytes) in renditions {
        sqlx::query(
            "insert into picture_renditions (picture_id, name, width, height, bytes, shape)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (picture_id, name) do update set retired_at = null",
        )
        .bind(picture)
        .bind(&rendition.name)
        .bind(rendition.width)
        .bind(rendition.height)
        .bind(bytes)
        .bind(rendition.shape)
        .execute(&mut *writer)
        .await?;
    }
    Ok(true)
}

/// Deletes the rows of renditions that have been out of use since an instant or longer, and returns which they were.
pub(crate) async fn delete_retired(
    writer: &mut SqliteConnection,
    before: UnixMillis,
) -> Result<Vec<(PictureId, String)>, sqlx::Error> {
    sqlx::query_as("delete from picture_renditions where retired_at <= $1 returning picture_id, name")
        .bind(before)
        .fetch_all(writer)
        .await
}
