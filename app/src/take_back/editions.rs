//! Editions of an export, and what hangs on their doors.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::causes::{ADDRESS_TAKEN, DOOR_TAKEN, RENAMED, SHORTENED};
use super::lines::refused;
use super::posts::{AppliedPosts, Fate};
use crate::calendar::editing::{ExportedEdition, add_exported, update_exported};
use crate::calendar::own_picture::{Layout, Place, Places};
use crate::calendar::store::{hangs, known_editions, post_on, remember_former};
use crate::calendar::{BestDoors, EditionId, MAX_DAYS, NewEdition, ReminderTime, Schedule, ShuffleSeed};
use crate::export::{Edition, EditionUid, PictureId, ScenePicture, ScenePlace, store};
use crate::import::{Finding, ImportError, Outcome, ReadError, Report};
use crate::markdown;
use crate::posts::exported::become_draft;
use crate::posts::store::doors;
use crate::reserves::store as reserves;
use crate::time::UnixMillis;

/// What a report calls them.
const PART: &str = "kalendrar";

/// An edition that is ready to be written.
#[derive(Debug)]
pub(super) struct PreparedEdition {
    theirs: Edition,
    exported: ExportedEdition,
}

/// Renders the editions.
pub(super) fn prepare(editions: Vec<Edition>) -> Result<Vec<PreparedEdition>, ReadError> {
    editions.into_iter().map(|theirs| Ok(PreparedEdition { exported: exported(&theirs)?, theirs })).collect()
}

fn exported(theirs: &Edition) -> Result<ExportedEdition, ReadError> {
    let Edition { first_day, days, opens_at, time_zone, .. } = theirs;
    let schedule = Schedule::parse(first_day, (*days).into(), opens_at, time_zone).map_err(refused)?;
    let edition = NewEdition {
        slug: theirs.slug.clone(),
        title: theirs.title.clone(),
        lead: theirs.lead.clone(),
        lead_before: theirs.lead_before.clone(),
        lead_last: theirs.lead_last.clone(),
        lead_after: theirs.lead_after.clone(),
        introduction: theirs.introduction.clone(),
        schedule,
        best_doors: BestDoors::from(theirs.best_doors.clone()),
        scene: theirs.scene,
        order: theirs.door_order,
        seed: ShuffleSeed(theirs.seed),
        reminds_at: ReminderTime::new(theirs.reminds_at.parse().map_err(refused)?),
        shows_reads: theirs.shows_reads,
        state: theirs.state,
    };
    Ok(ExportedEdition {
        uid: theirs.uid.to_string(),
        introduction_html: markdown::to_html(&edition.introduction),
        edition,
        reschedulings: (theirs.reschedulings, theirs.rescheduled_at.map(|at| at.0)),
        labels: theirs.doors.iter().map(|door| (door.day, door.label.clone())).collect(),
        scene_pictures: theirs.scene_pictures.iter().map(scene_picture).collect::<Result<_, _>>()?,
    })
}

fn scene_picture(theirs: &ScenePicture) -> Result<(Layout, PictureId, Places), ReadError> {
    let mut places = Places::new();
    for ScenePlace { day, x, y, width, height } in &theirs.doors {
        let place = Place::new(*x, *y, *width, *height);
        let place = place.filter(|_| (1..=MAX_DAYS).contains(day));
        places.insert(*day, place.ok_or_else(|| refused(format!("lucka {day} ligger utanför sin bild")))?);
    }
    Ok((theirs.layout, theirs.picture, places))
}

/// Editions as they are here now.
pub(super) struct AppliedEditions<'a> {
    written: Vec<(EditionId, &'a Edition)>,
    all: Vec<&'a Edition>,
}

/// Writes the editions that are not here or say something else. What hangs on their doors comes later.
pub(super) async fn apply<'a>(
    writer: &mut SqliteConnection,
    editions: &'a mut [PreparedEdition],
    now: UnixMillis,
    report: &mut Report,
) -> Result<AppliedEditions<'a>, ImportError> {
    let known = known_editions(writer).await?;
    let mut slugs: HashSet<String> = known.iter().map(|edition| edition.slug.clone()).collect();
    let known: HashMap<_, _> = known.into_iter().map(|edition| (edition.uid.clone(), edition)).collect();
    let here: HashMap<EditionUid, Edition> =
        store::editions(writer).await?.into_iter().map(|edition| (edition.uid, edition)).collect();
    let mut applied = AppliedEditions { written: Vec::new(), all: Vec::new() };
    for PreparedEdition { theirs, exported } in editions {
        let known = known.get(&exported.uid);
        let own = known.map(|edition| edition.slug.as_str());
        let slug = free(&theirs.slug, own, &slugs);
        if slug != theirs.slug && own != Some(&*slug) {
            report.findings.add(Finding::new(
                RENAMED,
                &*theirs.title,
                format!("{} blev {slug}", theirs.slug),
            ));
        }
        slugs.insert(slug.clone());
        exported.edition.slug.clone_from(&slug);
        let id = match (known, here.get(&theirs.uid)) {
            (Some(_), Some(here)) if is_same(here, theirs, &slug) => {
                report.count_part(PART, Outcome::Same);
                None
            }
            (Some(known), _) => update(writer, known.id, exported, now, report).await?,
            (None, _) => {
                report.count_part(PART, Outcome::New);
                Some(add_exported(writer, exported).await?)
            }
        };
        if let Some(id) = id {
            for former in &theirs.former_slugs {
                if !remember_former(writer, former, id).await? {
                    report.findings.add(Finding::new(ADDRESS_TAKEN, &*theirs.title, &**former));
                }
            }
            applied.written.push((id, theirs));
        }
        applied.all.push(theirs);
    }
    Ok(applied)
}

async fn update(
    writer: &mut SqliteConnection,
    id: EditionId,
    exported: &ExportedEdition,
    now: UnixMillis,
    report: &mut Report,
) -> Result<Option<EditionId>, sqlx::Error> {
    let without_door = update_exported(writer, id, exported, now).await?;
    if without_door.is_empty() {
        report.count_part(PART, Outcome::Changed);
        return Ok(Some(id));
    }
    report.count_part(PART, Outcome::Skipped);
    report.skipped.add(Finding::new(SHORTENED, &*exported.edition.title, ""));
    Ok(None)
}

/// Returns the address that is free for an edition: its own in the export, the one that it has here, or one with a number.
fn free(wish: &str, own: Option<&str>, taken: &HashSet<String>) -> String {
    let is_free = |slug: &String| own == Some(slug) || !taken.contains(slug);
    let numbered = (2_u64..).map(|number| format!("{wish}-{number}"));
    std::iter::once(wish.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

/// Whether an edition that is here says what the export says. Former addresses and how often its dates have changed are each
/// site's own.
fn is_same(here: &Edition, theirs: &Edition, slug: &str) -> bool {
    let here = Edition {
        former_slugs: theirs.former_slugs.clone(),
        reschedulings: theirs.reschedulings,
        rescheduled_at: theirs.rescheduled_at,
        slug: theirs.slug.clone(),
        ..here.clone()
    };
    here == *theirs && !slug.is_empty()
}

impl AppliedEditions<'_> {
    /// Hangs posts on the doors of the editions that were written. What somebody has hung there stays, and so does a post
    /// that was left alone. One that gets no door becomes a draft: without it, readers would have it at another time.
    pub(super) async fn hang(
        &self,
        writer: &mut SqliteConnection,
        posts: &AppliedPosts,
        report: &mut Report,
    ) -> Result<(), sqlx::Error> {
        for (edition, theirs) in &self.written {
            for (day, post, _) in posts.on_doors(theirs) {
                if post_on(writer, *edition, day).await? != Some(post) && hangs(writer, post).await? {
                    doors::take_down(writer, post).await?;
                }
            }
            for (day, post, _) in posts.on_doors(theirs) {
                if post_on(writer, *edition, day).await?.is_none() {
                    doors::hang(writer, *edition, day, post).await?;
                }
            }
        }
        for theirs in &self.all {
            for (day, post, fate) in posts.on_doors(theirs) {
                if fate == Fate::Written && !hangs(writer, post).await? {
                    become_draft(writer, post).await?;
                    report.findings.add(Finding::new(DOOR_TAKEN, &*theirs.title, format!("lucka {day}")));
                }
            }
        }
        Ok(())
    }

    /// Lists the reserves of the editions that were written, with the words that came, and switches them on or off. Doors that
    /// are open here stay as they are.
    pub(super) async fn reserve(
        &self,
        writer: &mut SqliteConnection,
        posts: &AppliedPosts,
        now: UnixMillis,
    ) -> Result<(), sqlx::Error> {
        for (edition, theirs) in &self.written {
            reserves::clear(writer, *edition).await?;
            for post in theirs.reserves.posts.iter().filter_map(|uid| posts.id(*uid)) {
                reserves::add_newest(writer, *edition, post).await?;
            }
            reserves::switch(writer, *edition, theirs.reserves.is_on.then_some(now)).await?;
        }
        Ok(())
    }
}
