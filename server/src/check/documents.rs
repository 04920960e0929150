//! Whether every document has its file, byte by byte as it was sent.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use app::documents::FILE;
use app::documents::store::{StoredFile, stored_files};
use app::media::stored_files::compare_folder;
use sha2::{Digest as _, Sha256};

use super::finding::Finding;
use super::site::{Failure, Site};

/// How much of a file is in memory at a time.
const CHUNK_BYTES: usize = 64 * 1024;

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let media = site.folder.media();
    let mut found = Vec::new();
    for StoredFile { id, title, bytes, hash } in stored_files(site.db.reader()).await? {
        let differences = compare_folder(&media, id, [(FILE, bytes)])?;
        let path = media.join(id.to_string()).join(FILE);
        let fault = if !differences.missing.is_empty() {
            Some("saknas")
        } else if !differences.wrong_size.is_empty() || hash_of(&path)? != hash {
            Some("har ett annat innehåll än när den skickades in")
        } else {
            None
        };
        if let Some(fault) = fault {
            found.push(Finding::by_hand(
                format!("Filen till dokumentet ”{title}” {fault}: media/{id}/{FILE}."),
                "Lägg tillbaka den ur en säkerhetskopia, eller byt fil under Dokument.",
            ));
        }
        if !differences.unknown.is_empty() {
            found.push(Finding::by_hand(
                format!(
                    "I media/{id} ligger filer som inte hör till dokumentet ”{title}”: {}.",
                    differences.unknown.join(", ")
                ),
                "Ta bort dem.",
            ));
        }
    }
    Ok(found)
}

pub(super) fn hash_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok(hash.finalize().to_vec()),
            count => hash.update(chunk.get(..count).unwrap_or_default()),
        }
    }
}
