//! Editions with their doors.

use sqlx::sqlite::SqliteConnection;

use super::{is_exported, lines};
use crate::calendar::own_picture::{self, Layout, Place, Places};
use crate::calendar::{DoorOrder, EditionId, EditionState, SceneKind};
use crate::export::{Door, Edition, EditionUid, Instant, PictureId, Reserves, ScenePicture, ScenePlace};

#[derive(sqlx::FromRow)]
struct Row {
    id: EditionId,
    uid: EditionUid,
    slug: String,
    state: EditionState,
    title: String,
    lead: String,
    lead_before: String,
    lead_last: String,
    lead_after: String,
    introduction_markdown: String,
    first_day: String,
    days: u16,
    opens_at: String,
    time_zone: String,
    reminds_at: String,
    shows_reads: bool,
    scene: SceneKind,
    door_order: DoorOrder,
    seed: i64,
    best_doors: String,
    reschedulings: u32,
    rescheduled_at: Option<Instant>,
    former_slugs: Option<String>,
}

/// Reads all editions, in the order of their uids. Doors name no post that is not in the export.
///
/// # Errors
/// Those of the database.
pub async fn editions(connection: &mut SqliteConnection) -> Result<Vec<Edition>, sqlx::Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, uid, slug, state, title, lead, lead_before, lead_last, lead_after, introduction_markdown, first_day,
             days, opens_at, time_zone, reminds_at, shows_reads, scene, door_order, seed, best_doors, reschedulings, rescheduled_at,
             (select group_concat(slug, char(10)) from (
                 select slug from edition_redirects where edition_id = e.id order by slug
             )) as former_slugs
         from editions e order by uid",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut editions = Vec::with_capacity(rows.len());
    for row in rows {
        let doors = doors(connection, row.uid).await?;
        let pictures = own_picture::exported(connection, row.id).await?;
        let pictures = pictures.into_iter().map(scene_picture).collect();
        let reserves = reserves(connection, row.uid).await?;
        editions.push(row.edition(doors, pictures, reserves));
    }
    Ok(editions)
}

async fn doors(connection: &mut SqliteConnection, edition: EditionUid) -> Result<Vec<Door>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select d.day, d.label, p.uid as post
         from doors d join editions e on e.id = d.edition_id left join posts p on p.id = d.post_id and ",
        is_exported!(),
        " where e.uid = $1 and (d.label <> '' or p.id is not null) order by d.day"
    ))
    .bind(edition)
    .fetch_all(connection)
    .await
}

fn scene_picture((layout, picture, places): (Layout, PictureId, Places)) -> ScenePicture {
    let place = |(day, place): (u16, Place)| {
        let [x, y, width, height] = place.shares();
        ScenePlace { day, x, y, width, height }
    };
    ScenePicture { layout, picture, doors: places.into_iter().map(place).collect() }
}

async fn reserves(connection: &mut SqliteConnection, edition: EditionUid) -> Result<Reserves, sqlx::Error> {
    let is_on = sqlx::query_scalar(
        "select exists (select 1 from reserve_switches s join editions e on e.id = s.edition_id where e.uid = $1)",
    )
    .bind(edition)
    .fetch_one(&mut *connection)
    .await?;
    let posts = sqlx::query_scalar(concat!(
        "select p.uid from reserves s join editions e on e.id = s.edition_id join posts p on p.id = s.post_id
         where e.uid = $1 and s.revision = coalesce((select max(number) from revisions where post_id = p.id), 0) and ",
        is_exported!(),
        " order by s.position, p.uid"
    ))
    .bind(edition)
    .fetch_all(connection)
    .await?;
    Ok(Reserves { is_on, posts })
}

impl Row {
    fn edition(self, doors: Vec<Door>, scene_pictures: Vec<ScenePicture>, reserves: Reserves) -> Edition {
        Edition {
            uid: self.uid,
            slug: self.slug,
            state: self.state,
            title: self.title,
            lead: self.lead,
            lead_before: self.lead_before,
            lead_last: self.lead_last,
            lead_after: self.lead_after,
            introduction: self.introduction_markdown,
            first_day: self.first_day,
            days: self.days,
            opens_at: self.opens_at,
            time_zone: self.time_zone,
            reminds_at: self.reminds_at,
            shows_reads: self.shows_reads,
            scene: self.scene,
            door_order: self.door_order,
            seed: self.seed,
            best_doors: self.best_doors,
            reschedulings: self.reschedulings,
            rescheduled_at: self.rescheduled_at,
            former_slugs: lines(self.former_slugs),
            doors,
            scene_pictures,
            reserves,
        }
    }
}
