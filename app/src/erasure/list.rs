//! The list of what was erased, beside the database: a backup that is put back must not bring a story back.
//!
//! A backup from before an erasure holds the story and knows nothing of its end. The list is in no backup. Where it lies in the data folder
//! of a restored site, the next start erases those stories again before anybody sees them. It holds hashes alone, those of
//! `erased_marks`, so it says nothing of any story.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use tokio::sync::Mutex;

use super::act::erase_for;
use super::store;
use crate::error::AppError;
use crate::posts::erase::{ErasedName, OF_EXPORTS, keep_mark};
use crate::state::AppState;
use crate::temporary_file::TemporaryFile;

/// Name of the list in the data folder.
pub const LIST_FILE: &str = "borttaget.lista";

const EXPLANATION: &str = "\
# Det som har tagits bort för alltid, utan ett ord av det. Filen är inte med i säkerhetskopian.
# Lägg den i datamappen när en säkerhetskopia läggs tillbaka: då tas samma texter bort igen vid nästa start.
";

/// Held by whoever writes the list, so that no line of another is lost.
#[derive(Clone, Default)]
struct Turn(Arc<Mutex<()>>);

/// Brings list and database together: what one of them knows, the other gets, and a story that is there again though the list
/// names it is erased. To be called at each start before anybody is served.
///
/// # Errors
/// Those of the database, or that the list cannot be read or written.
pub async fn reconcile(state: &AppState) -> Result<(), AppError> {
    let file = state.media_folder.with_file_name(LIST_FILE);
    let listed = off_thread(move || read(&file)).await?;
    let known: BTreeSet<[u8; 32]> = store::marks(state.db.reader()).await?;
    let new: Vec<_> = listed.difference(&known).copied().collect();
    if !new.is_empty() {
        let mut back = Vec::new();
        for (post, uid) in store::uids(state.db.reader()).await? {
            if new.contains(&ErasedName::Imported(OF_EXPORTS, &uid).hash()) {
                back.push(post);
            }
        }
        if !back.is_empty() {
            tracing::warn!(
                texts = back.len(),
                "Texter som har tagits bort för alltid var tillbaka: de tas bort igen"
            );
            erase_for(state, None, &back).await?;
        }
        let mut tx = state.db.write_content().await?;
        for hash in &new {
            keep_mark(&mut tx, *hash).await?;
        }
        tx.commit().await?;
    }
    save(state).await
}

/// Writes to the list what it lacks.
pub(super) async fn save(state: &AppState) -> Result<(), AppError> {
    let turn = state.extensions.get::<Turn>();
    let _turn = turn.0.lock().await;
    let file = state.media_folder.with_file_name(LIST_FILE);
    let known = store::marks(state.db.reader()).await?;
    let add = move || {
        let listed = read(&file)?;
        if known.is_subset(&listed) { Ok(()) } else { write(&file, &listed.union(&known).copied().collect()) }
    };
    off_thread(add).await
}

fn read(file: &Path) -> io::Result<BTreeSet<[u8; 32]>> {
    let text = match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        text => text?,
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    // A line that a hand has spoiled takes none of the others along.
    Ok(lines.filter_map(|line| HEXLOWER.decode(line.as_bytes()).ok()?.try_into().ok()).collect())
}

fn write(file: &Path, hashes: &BTreeSet<[u8; 32]>) -> io::Result<()> {
    let (temporary, mut written) = TemporaryFile::beside(file, "lista")?;
    written.write_all(EXPLANATION.as_bytes())?;
    for hash in hashes {
        writeln!(written, "{}", HEXLOWER.encode(hash))?;
    }
    temporary.keep_as(file)
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, AppError> {
    let done = tokio::task::spawn_blocking(work).await.map_err(io::Error::other).flatten();
    done.map_err(|error| {
        tracing::error!(%error, "the list of what was erased cannot be read or written");
        AppError::Internal
    })
}
