//! From the documents that an item links to to documents of this site.

use std::collections::HashMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::ItemDocument;
use super::finding::{Cause, Finding};
use crate::documents::change::{self, Sent};
use crate::documents::intake::MOST_BYTES;
use crate::documents::{DocumentError, IncomingDocument};
use crate::posts::Language;
use crate::state::AppState;

const REFUSED: Cause = Cause::missing("document-refused", "Dokumentet går inte att ta emot");

/// Adds documents through their room, and remembers by their hash what was judged in this run.
#[derive(Default)]
pub(super) struct Documents {
    judged: HashMap<[u8; 32], Result<String, DocumentError>>,
    /// How many were added that were not here before.
    pub(super) added: u64,
}

/// Reads a document's file with its hash. `None` when it is gone or too large.
pub(super) async fn read(document: &ItemDocument) -> Option<(Vec<u8>, [u8; 32])> {
    let path = document.file.clone();
    let bytes = tokio::task::spawn_blocking(move || read_file(&path)).await.ok()??;
    let hash = Sha256::digest(&bytes).into();
    Some((bytes, hash))
}

fn read_file(path: &Path) -> Option<Vec<u8>> {
    // Links are not followed, whatever the folder has become since it was listed.
    let metadata = std::fs::symlink_metadata(path).ok()?;
    (metadata.is_file() && metadata.len() <= MOST_BYTES).then(|| std::fs::read(path).ok())?
}

impl Documents {
    /// Adds a document, or only judges it, and returns its address in a text. `None` when it is refused, with a finding.
    pub(super) async fn take_in(
        &mut self,
        state: &AppState,
        document: &ItemDocument,
        (item, language): (&str, Language),
        is_dry_run: bool,
        findings: &mut Vec<Finding>,
    ) -> Option<String> {
        let judged = match read(document).await {
            None => Err(DocumentError::TooLarge),
            Some((_, hash)) if self.judged.contains_key(&hash) => self.judged.get(&hash)?.clone(),
            Some((bytes, hash)) => {
                let judged = self.judge(state, document, bytes, language, is_dry_run).await;
                self.judged.insert(hash, judged.clone());
                judged
            }
        };
        match judged {
            Ok(address) => Some(address),
            Err(error) => {
                findings.push(Finding::new(REFUSED, item, format!("{}: {error}", document.name)));
                None
            }
        }
    }

    async fn judge(
        &mut self,
        state: &AppState,
        document: &ItemDocument,
        bytes: Vec<u8>,
        language: Language,
        is_dry_run: bool,
    ) -> Result<String, DocumentError> {
        let file = IncomingDocument::begin(&state.media_folder, &document.name).await?.append(bytes).await?;
        if is_dry_run {
            change::judge(file).await?;
            self.added += 1;
            return Ok(String::new());
        }
        let document = match change::import(state, file, language).await? {
            Sent::New(document) => {
                self.added += 1;
                document
            }
            Sent::Known(document) => document,
        };
        Ok(document.address_in_text())
    }
}
