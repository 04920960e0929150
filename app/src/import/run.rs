//! One import from its first page to its report.

use std::ops::ControlFlow;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::apply::Applier;
use super::documents::Documents;
use super::finding::{Cause, Finding};
use super::pictures::Pictures;
use super::plan::plan;
use super::report::Report;
use super::{IndexEntry, Links, MediaFolder, Progress, ReadError, Reader, Yield, store};
use crate::posts::imported;
use crate::state::AppState;

const MISSING: Cause =
    Cause::missing("not-yielded", "Texten fanns vid första genomläsningen men kom aldrig: kör igen");
/// Why an import that somebody has stopped goes no further.
pub(super) const STOPPED: &str = "någon stoppade det";
/// How many items may wait to be written while others are read.
const WAITING: usize = 4;

/// How an import is to be done.
#[derive(Debug, Default)]
pub struct Options {
    /// Whether nothing is to be written.
    pub is_dry_run: bool,
    /// The folder with the pictures.
    pub media: Option<MediaFolder>,
    /// How far it has come, for those who look on.
    pub progress: Progress,
    /// Whether the report names each finding, as far as there is room, and not the first few of a cause alone.
    pub names_each_finding: bool,
}

/// Why an import did not begin.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The source cannot be read, or is refused as a whole.
    #[error(transparent)]
    Source(#[from] ReadError),
    /// The database cannot be used.
    #[error("databasen kan inte läsas eller skrivas ({0}): kör igen")]
    Database(#[from] sqlx::Error),
    /// The program is stopping, or a reader panicked.
    #[error("källan kunde inte läsas färdigt på grund av ett fel i programmet: rapportera det")]
    Interrupted,
}

/// Imports a source, or finds out what importing it would do. What was written stays when it breaks off; running it again
/// goes on from there.
///
/// # Errors
/// When nothing could be begun. A source that breaks off in the middle, or is stopped, gives a report that says so.
pub async fn run(state: &AppState, reader: Box<dyn Reader>, options: Options) -> Result<Report, ImportError> {
    let progress = options.progress;
    let (reader, entries) = read_index(reader).await?;
    progress.expect(entries.len() as u64);
    let source = reader.source();
    let mut report = Report {
        source: source.key(),
        expected: entries.len() as u64,
        ..Report::begin(options.is_dry_run, options.names_each_finding)
    };
    let mut links = Links::new(options.media);
    links.add_site(&source.site);
    let mut known = store::known(state.db.reader(), &report.source).await?;
    let ids = entries.iter().map(|entry| entry.id.clone()).collect();
    store::add_erased(state.db.reader(), &report.source, ids, &mut known).await?;
    let taken = imported::taken_slugs(state.db.reader()).await?;
    let mut findings = Vec::new();
    let places = plan(entries, known, taken, &mut links, &mut findings);
    report.findings.extend(findings);

    let source = report.source.clone();
    let mut applier = Applier {
        state,
        source,
        places,
        pictures: Pictures::default(),
        documents: Documents::default(),
        report,
    };
    let (sender, mut items) = mpsc::channel(WAITING);
    let reading = read_items(reader, Arc::new(links), sender);
    while let Some(yielded) = items.recv().await {
        if progress.is_stopped() {
            break;
        }
        if matches!(yielded, Yield::Item(_)) {
            progress.advance(1);
        }
        match yielded {
            Yield::Item(item) => applier.apply(*item).await,
            Yield::Skipped(finding) => applier.report.skip(finding),
            Yield::Found(finding) => applier.report.findings.add(finding),
        }
    }
    // One that waits to hand over its next item learns now that nobody takes it.
    drop(items);
    let read = reading.await.map_err(|_| ImportError::Interrupted)?;
    let Applier { mut report, places, pictures, documents, .. } = applier;
    (report.pictures, report.documents) = (pictures.added, documents.added);
    report.broken_off = read.err().map(|ReadError(why)| why);
    if progress.is_stopped() {
        // What has not come yet is not missing.
        report.broken_off = Some(STOPPED.into());
        return Ok(report);
    }
    let mut missing: Vec<String> = places.into_values().map(|place| place.name).collect();
    missing.sort_unstable();
    for name in missing {
        report.skip(Finding::new(MISSING, name, ""));
    }
    Ok(report)
}

async fn read_index(mut reader: Box<dyn Reader>) -> Result<(Box<dyn Reader>, Vec<IndexEntry>), ImportError> {
    let reading = tokio::task::spawn_blocking(move || {
        let mut entries = Vec::new();
        reader.index(&mut |entry| entries.push(entry))?;
        Ok((reader, entries))
    });
    reading.await.map_err(|_| ImportError::Interrupted)?
}

fn read_items(
    mut reader: Box<dyn Reader>,
    links: Arc<Links>,
    sender: mpsc::Sender<Yield>,
) -> tokio::task::JoinHandle<Result<(), ReadError>> {
    tokio::task::spawn_blocking(move || {
        reader.items(&links, &mut |yielded| match sender.blocking_send(yielded) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        })
    })
}
