//! `editions/`: an edition is a file `SLUG.toml`, its guldkorn are `SLUG/DAY.md`.

use std::collections::BTreeMap;

use app::calendar::store::{add_edition, set_label};
use app::calendar::{
    BestDoors, DoorOrder, EditionState, NewEdition, ReminderTime, SceneKind, Schedule, ScheduleError,
    ShuffleSeed,
};
use app::markdown::to_html;
use app::posts::PostKind;
use app::posts::store::doors::hang;
use app::time::UnixMillis;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use super::files::{content_error, path_of, read_toml, stem, with_extension};
use super::pictures::Pictures;
use super::{DemoError, posts};

const FOLDER: &str = "editions";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionTable {
    slug: String,
    title: String,
    lead: String,
    lead_before: String,
    lead_last: String,
    lead_after: String,
    #[serde(default)]
    best_doors: String,
    introduction: String,
    first_day: String,
    days: i64,
    opens_at: String,
    time_zone: String,
    scene: SceneKind,
    order: Order,
    #[serde(default)]
    seed: i64,
    state: State,
    #[serde(default)]
    shows_reads: bool,
    /// Names of single days.
    #[serde(default)]
    labels: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Order {
    Fixed,
    Shuffled,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Draft,
    Published,
}

pub(super) async fn add_all(
    writer: &mut SqliteConnection,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<(), DemoError> {
    for file in with_extension(FOLDER, "toml") {
        let path = path_of(file);
        let mut table: EditionTable = read_toml(&path)?;
        let labels = std::mem::take(&mut table.labels);
        let edition = new_edition(table).map_err(|error| content_error(&path, error))?;
        let introduction = to_html(&edition.introduction);
        let id = add_edition(writer, &edition, &introduction)
            .await
            .map_err(|error| content_error(&path, error))?;
        for (day, label) in &labels {
            let day = day.parse().map_err(|_| content_error(&path, "namnet är ingen dag"))?;
            set_label(writer, id, day, label).await.map_err(|error| content_error(&path, error))?;
        }
        for guldkorn in with_extension(&format!("{FOLDER}/{}", stem(file)), "md") {
            let path = path_of(guldkorn);
            let day = stem(guldkorn).parse().map_err(|_| content_error(&path, "namnet är ingen dag"))?;
            let post = posts::add(writer, guldkorn, PostKind::Guldkorn, pictures, now).await?;
            hang(writer, id, day, post).await.map_err(|error| content_error(&path, error))?;
        }
    }
    Ok(())
}

fn new_edition(table: EditionTable) -> Result<NewEdition, ScheduleError> {
    Ok(NewEdition {
        slug: table.slug,
        title: table.title,
        lead: table.lead,
        lead_before: table.lead_before,
        lead_last: table.lead_last,
        lead_after: table.lead_after,
        best_doors: BestDoors::from(table.best_doors),
        introduction: table.introduction.trim().to_owned(),
        schedule: Schedule::parse(&table.first_day, table.days, &table.opens_at, &table.time_zone)?,
        scene: table.scene,
        order: match table.order {
            Order::Fixed => DoorOrder::Fixed,
            Order::Shuffled => DoorOrder::Shuffled,
        },
        seed: ShuffleSeed(table.seed),
        reminds_at: ReminderTime::default(),
        shows_reads: table.shows_reads,
        state: match table.state {
            State::Draft => EditionState::Draft,
            State::Published => EditionState::Published,
        },
    })
}
