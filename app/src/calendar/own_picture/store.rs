//! The SQL of scenes with a picture of their own.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::{Layout, Number, Place, Places};
use crate::calendar::SceneKind;
use crate::ids::EditionId;
use crate::media::{PictureId, Tone};

/// A picture of a scene, with its doors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScenePicture {
    pub(crate) layout: Layout,
    pub(crate) id: PictureId,
    /// Width of the original in pixels.
    pub(crate) width: u32,
    /// Height of the original in pixels.
    pub(crate) height: u32,
    /// Alternative text; empty when the picture is decorative.
    pub(crate) alt: String,
    pub(crate) tone: Option<Tone>,
    /// Widths in pixels in which it is available as WebP, smallest first.
    pub(crate) widths: Vec<u32>,
    /// Where doors are, by day, and how their numbers are seen; days that the edition no longer has are among them.
    pub(crate) doors: BTreeMap<u16, (Place, Number)>,
}

impl ScenePicture {
    /// Returns the places of the days that an edition has.
    pub(crate) fn places_of(&self, days: u16) -> Places {
        self.doors.range(..=days).map(|(day, (place, _))| (*day, *place)).collect()
    }

    /// Returns the picture with the doors of an edition of so many days.
    pub(crate) fn only(&self, days: u16) -> Self {
        Self { doors: self.doors.range(..=days).map(|(day, door)| (*day, *door)).collect(), ..self.clone() }
    }
}

#[derive(sqlx::FromRow)]
struct PictureRow {
    layout: Layout,
    id: PictureId,
    width: u32,
    height: u32,
    alt: String,
    tone: Option<Tone>,
    /// Comma-separated.
    widths: Option<String>,
}

#[derive(sqlx::FromRow)]
struct DoorRow {
    layout: Layout,
    day: u16,
    x: u16,
    y: u16,
    width: u16,
    height: u16,
    number: Number,
}

/// Returns the pictures of an edition's scene, the landscape one first. Whether readers see them depends on the edition.
pub(crate) async fn pictures(
    connection: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<ScenePicture>, sqlx::Error> {
    let rows: Vec<PictureRow> = sqlx::query_as(
        "select s.layout, i.id, i.width, i.height, i.alt, i.tone,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = i.id and v.media_type = 'image/webp') as widths
         from scene_pictures s join pictures i on i.id = s.picture_id where s.edition_id = $1 order by s.layout",
    )
    .bind(edition)
    .fetch_all(&mut *connection)
    .await?;
    let doors: Vec<DoorRow> = sqlx::query_as(
        "select layout, day, x, y, width, height, number from scene_doors where edition_id = $1 order by day",
    )
    .bind(edition)
    .fetch_all(connection)
    .await?;
    let picture = |row: PictureRow| {
        let widths = row.widths.unwrap_or_default();
        let mut widths: Vec<u32> = widths.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        let door = |door: &DoorRow| {
            let place = Place::try_from([door.x, door.y, door.width, door.height]).ok()?;
            (door.layout == row.layout).then_some((door.day, (place, door.number)))
        };
        ScenePicture {
            layout: row.layout,
            id: row.id,
            width: row.width,
            height: row.height,
            alt: row.alt,
            tone: row.tone,
            widths,
            doors: doors.iter().filter_map(door).collect(),
        }
    };
    Ok(rows.into_iter().map(picture).collect())
}

/// An edition that has a picture of its own.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(super) struct SceneRow {
    pub(super) id: EditionId,
    pub(super) days: u16,
    /// Whether readers see it on that picture.
    pub(super) is_public: bool,
}

/// Returns the editions that have a picture of their own, whatever scene they have now.
pub(super) async fn scenes(connection: &mut SqliteConnection) -> Result<Vec<SceneRow>, sqlx::Error> {
    sqlx::query_as(
        "select id, days, state = 'published' and scene = 'picture' as is_public
         from editions where id in (select edition_id from scene_pictures) order by id",
    )
    .fetch_all(connection)
    .await
}

/// Sets in which picture an edition's doors are shown.
pub(super) async fn set_kind(
    writer: &mut SqliteConnection,
    edition: EditionId,
    kind: SceneKind,
) -> Result<(), sqlx::Error> {
    sqlx::query("update editions set scene = $2 where id = $1")
        .bind(edition)
        .bind(kind)
        .execute(writer)
        .await?;
    Ok(())
}

/// Sets a picture of a scene; the doors on the one before stay where they are. Without a picture they are deleted.
pub(super) async fn set_picture(
    writer: &mut SqliteConnection,
    edition: EditionId,
    layout: Layout,
    picture: Option<PictureId>,
) -> Result<(), sqlx::Error> {
    let Some(picture) = picture else {
        sqlx::query("delete from scene_pictures where edition_id = $1 and layout = $2")
            .bind(edition)
            .bind(layout)
            .execute(writer)
            .await?;
        return Ok(());
    };
    sqlx::query(
        "insert into scene_pictures (edition_id, layout, picture_id) values ($1, $2, $3)
         on conflict (edition_id, layout) do update set picture_id = excluded.picture_id",
    )
    .bind(edition)
    .bind(layout)
    .bind(picture)
    .execute(writer)
    .await?;
    Ok(())
}

/// Replaces all doors on a picture.
pub(super) async fn set_doors(
    writer: &mut SqliteConnection,
    edition: EditionId,
    layout: Layout,
    doors: &BTreeMap<u16, (Place, Number)>,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from scene_doors where edition_id = $1 and layout = $2")
        .bind(edition)
        .bind(layout)
        .execute(&mut *writer)
        .await?;
    for (day, (place, number)) in doors {
        let [x, y, width, height] = <[u16; 4]>::from(*place);
        sqlx::query(
            "insert into scene_doors (edition_id, layout, day, x, y, width, height, number)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(edition)
        .bind(layout)
        .bind(day)
        .bind(x)
        .bind(y)
        .bind(width)
        .bind(height)
        .bind(number)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

/// Returns the pictures of an edition's scene as an export has them.
pub(crate) async fn exported(
    connection: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<(Layout, PictureId, Places)>, sqlx::Error> {
    let pictures = pictures(connection, edition).await?;
    let exported = |picture: ScenePicture| (picture.layout, picture.id, picture.places_of(u16::MAX));
    Ok(pictures.into_iter().map(exported).collect())
}

/// Replaces the pictures of an edition's scene by those of an export. Numbers get a plate until somebody saves the doors
/// here, where the pictures' files are.
pub(crate) async fn replace_exported(
    writer: &mut SqliteConnection,
    edition: EditionId,
    pictures: &[(Layout, PictureId, Places)],
) -> Result<(), sqlx::Error> {
    for layout in Layout::ALL {
        set_picture(writer, edition, layout, None).await?;
    }
    for (layout, picture, places) in pictures {
        let doors = places.iter().map(|(day, place)| (*day, (*place, Number::Plate))).collect();
        set_picture(writer, edition, *layout, Some(*picture)).await?;
        set_doors(writer, edition, *layout, &doors).await?;
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod testing {
    use super::{Layout, Number, Places, ScenePicture};

    /// Returns a picture of some size with doors whose numbers are light.
    pub(in crate::calendar::own_picture) fn picture(
        layout: Layout,
        (width, height): (u32, u32),
        places: &Places,
    ) -> ScenePicture {
        ScenePicture {
            layout,
            id: "0123456789abcdef0123456789abcdef".parse().expect("an id"),
            width,
            height,
            alt: "En bro".into(),
            tone: None,
            widths: vec![480, 960],
            doors: places.iter().map(|(day, place)| (*day, (*place, Number::Light))).collect(),
        }
    }
}
