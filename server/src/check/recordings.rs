//! Whether every recording has its file, byte by byte as it was stored.

use app::media::stored_files::compare_folder;
use app::recordings::FILE;
use app::recordings::store::{StoredRecording, stored};

use super::documents::hash_of;
use super::finding::Finding;
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let media = site.folder.media();
    let mut found = Vec::new();
    for StoredRecording { id, title, bytes, hash } in stored(site.db.reader()).await? {
        let differences = compare_folder(&media, id, [(FILE, bytes)])?;
        let path = media.join(id.to_string()).join(FILE);
        let fault = if !differences.missing.is_empty() {
            Some("saknas")
        } else if !differences.wrong_size.is_empty() || hash_of(&path)? != hash {
            Some("har ett annat innehåll än när den sparades")
        } else {
            None
        };
        if let Some(fault) = fault {
            found.push(Finding::by_hand(
                format!("Ljudfilen till texten ”{title}” {fault}: media/{id}/{FILE}."),
                "Lägg tillbaka den ur en säkerhetskopia, eller byt inspelning i texten.",
            ));
        }
        if !differences.unknown.is_empty() {
            found.push(Finding::by_hand(
                format!(
                    "I media/{id} ligger filer som inte hör till inspelningen av texten ”{title}”: {}.",
                    differences.unknown.join(", ")
                ),
                "Ta bort dem.",
            ));
        }
    }
    Ok(found)
}
