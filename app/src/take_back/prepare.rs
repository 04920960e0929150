//! Deciding what becomes of each post, and rendering what is to be written.

use sha2::{Digest as _, Sha256};

use super::causes::{DELETED, EDITED};
use super::media_ids::MediaIds;
use super::plan::{Place, Plan};
use super::staged::{StagedPost, StagedPosts};
use crate::error::AppError;
use crate::export::{Content, Post, State, store};
use crate::import::{Cause, Change, Finding, ImportError, Outcome, Part, ReadError, Report, rewrite};
use crate::posts::exported::ExportedPost;
use crate::posts::{PostContent, PostId, PostState, PreparedContent, imported};
use crate::state::AppState;

/// What becomes of a post.
enum Decision {
    Same,
    LeftAlone(Cause),
    /// It is written: as a new post, or in place of the one that an earlier import left.
    Write(Option<PostId>),
}

/// Prepares posts, one after the other.
pub(super) struct Preparer<'a> {
    pub(super) state: &'a AppState,
    pub(super) plan: &'a Plan,
    pub(super) ids: &'a MediaIds,
    pub(super) staged: StagedPosts,
    pub(super) report: &'a mut Report,
}

impl Preparer<'_> {
    /// Decides about a post, and renders it if it is to be written.
    pub(super) async fn take(&mut self, mut post: Post) -> Result<(), ImportError> {
        let Some(place) = self.plan.places.get(&post.uid) else {
            return Err(ReadError("exporten ändrades medan den lästes: försök igen".into()).into());
        };
        let hash = hash_of(&post)?;
        let name = name_of(&post);
        self.adapt(&mut post, place);
        match self.decide(&post, place, hash).await? {
            Decision::Same => self.report.count(Outcome::Same),
            Decision::LeftAlone(cause) => self.report.skip(Finding::new(cause, name, post.slug)),
            Decision::Write(known) => {
                self.report.count(if known.is_some() { Outcome::Changed } else { Outcome::New });
                let staged = staged(post, known, hash, name).await?;
                self.staged.add(&staged).map_err(unwritable)?;
            }
        }
        Ok(())
    }

    /// Makes a post as it is to be here: under its address, with the ids and names that things have here.
    fn adapt(&self, post: &mut Post, place: &Place) {
        post.slug.clone_from(&place.slug);
        for content in [Some(&mut post.content), post.unpublished.as_mut()].into_iter().flatten() {
            self.ids.apply_to_content(content);
            self.adapt_content(content);
        }
    }

    fn adapt_content(&self, content: &mut Content) {
        let Plan { moved, tag_names, .. } = self.plan;
        for name in &mut content.tags {
            if let Some(here) = tag_names.get(name) {
                name.clone_from(here);
            }
        }
        if !moved.is_empty() {
            content.body = rewrite(&content.body, &mut |part| match part {
                Part::Link { address, is_wiki: false } => {
                    let end = address.find(['#', '?']).unwrap_or(address.len());
                    let (path, rest) = address.split_at(end);
                    moved.get(path).map_or(Change::Keep, |to| Change::Address(format!("{to}{rest}")))
                }
                _ => Change::Keep,
            });
        }
    }

    async fn decide(&mut self, post: &Post, place: &Place, hash: [u8; 32]) -> Result<Decision, sqlx::Error> {
        let memory = place.memory.as_ref();
        if memory.is_some_and(|memory| memory.is_same(hash)) {
            return Ok(Decision::Same);
        }
        let Some(known) = place.known else {
            return Ok(if memory.is_some() { Decision::LeftAlone(DELETED) } else { Decision::Write(None) });
        };
        let mut reader = self.state.db.reader().acquire().await?;
        let here = store::post(&mut reader, post.uid).await?;
        if here.is_some_and(|here| is_same(here, post)) {
            return Ok(Decision::Same);
        }
        let now = imported::imported_state(&mut reader, known).await?;
        let is_as_it_was_left = memory.is_some_and(|memory| !memory.is_edited(&now)) && now.kind == post.kind;
        Ok(if is_as_it_was_left { Decision::Write(Some(known)) } else { Decision::LeftAlone(EDITED) })
    }
}

/// Whether a post that is here says what the export says. Former addresses are each site's own, and so is it that somebody
/// has marked a text here as one that tells of somebody.
fn is_same(here: Post, theirs: &Post) -> bool {
    let tells_of_somebody = here.tells_of_somebody && theirs.tells_of_somebody;
    Post { former_slugs: theirs.former_slugs.clone(), tells_of_somebody, ..here } == *theirs
}

fn name_of(post: &Post) -> String {
    if post.content.title.is_empty() { post.slug.clone() } else { post.content.title.clone() }
}

/// Hashes a post as the export has it.
fn hash_of(post: &Post) -> Result<[u8; 32], ImportError> {
    let bytes = serde_json::to_vec(post).map_err(|error| unwritable(error.into()))?;
    Ok(Sha256::digest(&bytes).into())
}

async fn staged(
    post: Post,
    known: Option<PostId>,
    hash: [u8; 32],
    name: String,
) -> Result<StagedPost, ImportError> {
    let Post {
        uid, kind, slug, tells_of_somebody, published_at, created_at, updated_at, former_slugs, ..
    } = post;
    let state = match post.state {
        State::Draft => PostState::Draft,
        State::Ready => PostState::Ready,
        State::Published => PostState::Published,
        State::Withdrawn => PostState::Withdrawn,
    };
    let content = PreparedContent::prepare(kind, post.content.into()).await;
    let original = post.rendition.as_ref().map(|rendition| rendition.original);
    let easy_read = post.rendition.as_ref().map(|rendition| rendition.easy_read);
    let post = ExportedPost {
        easy_read,
        uid: uid.to_string(),
        slug,
        state,
        tells_of_somebody,
        published_at: published_at.map(|at| at.0),
        created_at: created_at.0,
        updated_at: updated_at.0,
        content: content.map_err(|_: AppError| ImportError::Interrupted)?,
        unpublished: post.unpublished.map(PostContent::from),
    };
    Ok(StagedPost { uid, name, known, original, post, hash, former_slugs })
}

/// Says that the temporary folder cannot be written.
pub(super) fn unwritable(error: std::io::Error) -> ImportError {
    ReadError(format!("datamappen kan inte skrivas ({error}): kontrollera att disken har plats")).into()
}
