//! One export from its first line to the report.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::apply::{Ready, apply};
use super::files::TakenFiles;
use super::lines::{ExportFiles, each};
use super::lists::{Lists, check_slug};
use super::plan::{self, Plan, PostHead, SOURCE};
use super::prepare::{Preparer, unwritable};
use super::staged::StagedPosts;
use super::{editions, settings};
use crate::export::layout::POSTS;
use crate::export::{Manifest, Post, PostUid};
use crate::import::{ImportError, ReadError, Report, add_erased};
use crate::posts::PostState;
use crate::posts::store::examples;
use crate::state::AppState;

/// How many posts may wait to be prepared while others are read.
const WAITING: usize = 4;

/// How an export is to be taken back.
#[derive(Debug)]
pub struct Options {
    /// Whether nothing is to be written.
    pub is_dry_run: bool,
    /// Whether the settings of the export are taken also where this site has its own.
    pub takes_settings: bool,
    /// An empty folder for what is needed meanwhile.
    pub folder: PathBuf,
}

/// Takes an export back, or finds out what that would do. All of it comes, or nothing.
///
/// # Errors
/// When the export is refused, or the database cannot be used. Nothing was written then.
pub async fn run(
    state: &AppState,
    files: Arc<dyn ExportFiles>,
    manifest: Manifest,
    options: Options,
) -> Result<Report, ImportError> {
    let mut report = Report {
        is_dry_run: options.is_dry_run,
        source: format!("{SOURCE} {}", manifest.site.address).trim_end().to_owned(),
        expected: manifest.counts.posts,
        ..Report::default()
    };
    let (mut lists, heads) = read(Arc::clone(&files), manifest.clone()).await?;
    let mut reader = state.db.reader().acquire().await?;
    let mut memory = plan::memory(state.db.reader()).await?;
    let uids = heads.iter().map(|head| head.uid.to_string()).collect();
    add_erased(state.db.reader(), SOURCE, uids, &mut memory).await?;
    let examples = examples::untouched(state.db.reader(), PostState::Draft).await?;
    let plan = Plan::make(&mut reader, (memory, examples), heads, &lists, &mut report.findings).await?;
    drop(reader);

    let taken = take_files(state, &files, &manifest, &lists, &mut report).await?;
    taken.ids.apply_to_settings(&mut lists.settings);
    for edition in &mut lists.editions {
        taken.ids.apply_to_edition(edition);
    }
    let settings =
        settings::decide(state, &lists.settings, options.takes_settings, &options.folder, &mut report)
            .await?;
    let editions = std::mem::take(&mut lists.editions);
    let editions = tokio::task::spawn_blocking(move || editions::prepare(editions));
    let editions = editions.await.map_err(|_| ImportError::Interrupted)??;

    let mut preparer = Preparer {
        state,
        plan: &plan,
        ids: &taken.ids,
        staged: StagedPosts::create(&options.folder).map_err(unwritable)?,
        report: &mut report,
    };
    let (sender, mut posts) = mpsc::channel(WAITING);
    let count = manifest.counts.posts;
    let reading = tokio::task::spawn_blocking(move || {
        each(&*files, POSTS, count, &mut |post: Post| {
            let stopped = || ReadError("importen avbröts".into());
            sender.blocking_send(post).map_err(|_| stopped())
        })
    });
    while let Some(post) = posts.recv().await {
        preparer.take(post).await?;
    }
    reading.await.map_err(|_| ImportError::Interrupted)??;
    let staged = preparer.staged;
    let ready = Ready { lists, plan, files: taken, settings, editions, staged };
    apply(state, ready, &mut report).await?;
    Ok(report)
}

/// Reads and checks everything, and keeps what is not many texts.
async fn read(
    files: Arc<dyn ExportFiles>,
    manifest: Manifest,
) -> Result<(Lists, Vec<PostHead>), ImportError> {
    let reading = tokio::task::spawn_blocking(move || {
        let lists = Lists::read(&*files, &manifest)?;
        let mut heads: Vec<PostHead> = Vec::new();
        let (mut slugs, mut last) = (HashSet::new(), None::<PostUid>);
        each(&*files, POSTS, manifest.counts.posts, &mut |post: Post| {
            post.former_slugs.iter().chain([&post.slug]).try_for_each(|slug| check_slug(slug))?;
            if last >= Some(post.uid) || !slugs.insert(post.slug.clone()) {
                return Err(ReadError(format!(
                    "texten {} i exporten står två gånger eller på fel plats: exportera på nytt",
                    post.slug
                )));
            }
            last = Some(post.uid);
            heads.push(PostHead::of(&post));
            Ok(())
        })?;
        Ok::<_, ReadError>((lists, heads))
    });
    Ok(reading.await.map_err(|_| ImportError::Interrupted)??)
}

async fn take_files(
    state: &AppState,
    files: &Arc<dyn ExportFiles>,
    manifest: &Manifest,
    lists: &Lists,
    report: &mut Report,
) -> Result<TakenFiles, ImportError> {
    let missing: HashSet<String> = manifest.missing.iter().cloned().collect();
    let (from, dry, findings) = ((state, files), report.is_dry_run, &mut report.findings);
    let mut taken = TakenFiles::new(state);
    taken.take_pictures(from, &lists.pictures, &missing, dry, findings).await?;
    let judged = taken.take_documents(from, &lists.documents, &missing, dry, findings).await?;
    taken.take_recordings(from, &lists.recordings, &missing, dry, findings).await?;
    let (pictures, documents) = taken.counts();
    (report.pictures, report.documents) = (pictures, documents + judged);
    Ok(taken)
}
