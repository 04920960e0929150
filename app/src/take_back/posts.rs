//! Writing the posts that are ready.

use std::collections::HashMap;

use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteConnection;

use super::causes::{ADDRESS_TAKEN, EDITED, RENDITION};
use super::lines::refused;
use super::plan::{Plan, SOURCE};
use super::prepare::unwritable;
use super::staged::{StagedPost, StagedPosts};
use crate::export::{Edition, GoneSlug, PostUid};
use crate::import::{self, DraftReason, Finding, ImportError, Report};
use crate::posts::exported::{self, remember_former};
use crate::posts::store::examples;
use crate::posts::{PostId, PostState, imported};
use crate::time::UnixMillis;

/// What became of a post that is here now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It says what the export says because this import wrote it.
    Written,
    /// It is as it was.
    Left,
}

/// The posts of an export that are here now.
pub(super) struct AppliedPosts {
    ids: HashMap<PostUid, (PostId, Fate)>,
    hashes: Vec<(PostUid, PostId, [u8; 32])>,
}

/// Writes the posts that are ready. One that somebody has begun to edit a moment ago is left alone.
pub(super) async fn apply(
    writer: &mut SqliteConnection,
    staged: StagedPosts,
    plan: &Plan,
    now: UnixMillis,
    report: &mut Report,
) -> Result<AppliedPosts, ImportError> {
    let here = plan.places.iter().filter_map(|(uid, place)| Some((*uid, (place.known?, Fate::Left))));
    let mut applied = AppliedPosts { ids: here.collect(), hashes: Vec::new() };
    // A rendition comes after its original, whatever their ids. There are few beside all other texts.
    let mut renditions = Vec::new();
    for staged in staged.into_posts().map_err(unwritable)? {
        let staged = staged.map_err(unwritable)?;
        if staged.original.is_some() {
            renditions.push(staged);
        } else {
            apply_one(writer, staged, plan, now, &mut applied, report).await?;
        }
    }
    for staged in renditions {
        apply_one(writer, staged, plan, now, &mut applied, report).await?;
    }
    Ok(applied)
}

async fn apply_one(
    writer: &mut SqliteConnection,
    staged: StagedPost,
    plan: &Plan,
    now: UnixMillis,
    applied: &mut AppliedPosts,
    report: &mut Report,
) -> Result<(), ImportError> {
    let original = staged.original.and_then(|uid| applied.id(uid));
    let is_new = staged.known.is_none();
    let has_place = match (staged.original, original) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(_), Some(original)) => {
            !is_new || !exported::has_rendition(writer, original, &staged.post).await?
        }
    };
    if !has_place {
        let count = if is_new { &mut report.counts.new } else { &mut report.counts.changed };
        *count -= 1;
        report.skip(Finding::new(RENDITION, staged.name, staged.post.slug));
        return Ok(());
    }
    let Some(id) = write(writer, &staged, original, plan, now).await? else {
        report.counts.changed -= 1;
        report.skip(Finding::new(EDITED, staged.name, staged.post.slug));
        return Ok(());
    };
    if staged.post.state == PostState::Published {
        report.published += 1;
    } else {
        *report.drafts.entry(DraftReason::Draft).or_default() += 1;
    }
    for slug in &staged.former_slugs {
        if !remember_former(writer, slug, Some(id)).await? {
            report.findings.add(Finding::new(ADDRESS_TAKEN, &*staged.name, &**slug));
        }
    }
    applied.ids.insert(staged.uid, (id, Fate::Written));
    applied.hashes.push((staged.uid, id, staged.hash));
    Ok(())
}

async fn write(
    writer: &mut SqliteConnection,
    staged: &StagedPost,
    original: Option<PostId>,
    plan: &Plan,
    now: UnixMillis,
) -> Result<Option<PostId>, ImportError> {
    let place = plan.places.get(&staged.uid);
    let written = match staged.known {
        None => {
            if let Some(example) = place.and_then(|place| place.example) {
                examples::give_way(writer, example).await?;
            }
            exported::add(writer, &staged.post, original, now).await
        }
        Some(id) => {
            let memory = place.and_then(|place| place.memory.as_ref());
            let now_here = imported::imported_state(writer, id).await?;
            if memory.is_none_or(|memory| memory.is_edited(&now_here)) {
                return Ok(None);
            }
            exported::update(writer, id, &staged.post, now).await.map(|()| id)
        }
    };
    written.map(Some).map_err(|error| {
        let kind = error.as_database_error().map(sqlx::error::DatabaseError::kind);
        let Some(ErrorKind::CheckViolation | ErrorKind::NotNullViolation) = kind else { return error.into() };
        let rule = error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        refused(format_args!("”{}” bryter mot en regel ({rule})", staged.name)).into()
    })
}

impl AppliedPosts {
    /// Returns the post that one of an export is here.
    pub(super) fn id(&self, uid: PostUid) -> Option<PostId> {
        self.ids.get(&uid).map(|(id, _)| *id)
    }

    /// Returns the posts on the doors of an edition: the day, the post, and what became of it.
    pub(super) fn on_doors(&self, edition: &Edition) -> impl Iterator<Item = (u16, PostId, Fate)> {
        edition.doors.iter().filter_map(|door| {
            let (id, fate) = self.ids.get(&door.post?)?;
            Some((door.day, *id, *fate))
        })
    }

    /// Remembers how this import leaves the posts that it has written.
    pub(super) async fn remember(
        &self,
        writer: &mut SqliteConnection,
        now: UnixMillis,
    ) -> Result<(), sqlx::Error> {
        for (uid, id, hash) in &self.hashes {
            import::remember(writer, (SOURCE, &uid.to_string()), *id, *hash, now).await?;
        }
        Ok(())
    }
}

/// Lets addresses of deleted posts say so, where nothing is.
pub(super) async fn apply_gone(
    writer: &mut SqliteConnection,
    gone: &[GoneSlug],
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    for GoneSlug { slug } in gone {
        if !remember_former(writer, slug, None).await? {
            report.findings.add(Finding::new(ADDRESS_TAKEN, "", &**slug));
        }
    }
    Ok(())
}
