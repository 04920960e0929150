//! Whether every picture has its files, and no others.

use app::media::store::{StoredPicture, stored_pictures};
use app::media::stored_files::compare_folder;

use super::finding::Finding;
use super::site::{Failure, Site};

/// Number of pictures in memory at a time.
const BATCH: u32 = 200;

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let mut last = None;
    loop {
        let pictures = stored_pictures(site.db.reader(), last, BATCH).await?;
        let Some(picture) = pictures.last() else { return Ok(found) };
        last = Some(picture.id);
        for picture in &pictures {
            found.extend(of_picture(site, picture)?);
        }
    }
}

fn of_picture(site: &Site, picture: &StoredPicture) -> Result<Vec<Finding>, Failure> {
    let StoredPicture { id, name, variants, renditions } = picture;
    let files = variants.iter().chain(renditions).map(|(name, bytes)| (name.as_str(), *bytes));
    let differences = compare_folder(&site.folder.media(), id, files)?;
    let called = if name.is_empty() { "utan namn".to_owned() } else { format!("”{name}”") };
    let is_cut = |file: &String| renditions.iter().any(|(name, _)| name == file);
    let mut found = Vec::new();
    for (files, what) in [(differences.missing, "saknas"), (differences.wrong_size, "är skadade")] {
        let (cut, whole): (Vec<_>, Vec<_>) = files.into_iter().partition(is_cut);
        if !whole.is_empty() {
            found.push(Finding::by_hand(
                format!("Filer till bilden {called} {what}: media/{id}/{}.", whole.join(", ")),
                format!("Lägg tillbaka media/{id} ur en säkerhetskopia, eller byt ut bilden under Bilder."),
            ));
        }
        if !cut.is_empty() {
            found.push(Finding::by_hand(
                format!("Beskurna filer till bilden {called} {what}: media/{id}/{}.", cut.join(", ")),
                format!(
                    "Lägg tillbaka media/{id} ur en säkerhetskopia, eller beskär bilden på nytt under Bilder."
                ),
            ));
        }
    }
    if !differences.unknown.is_empty() {
        found.push(Finding::by_hand(
            format!(
                "I media/{id} ligger filer som inte hör till bilden {called}: {}.",
                differences.unknown.join(", ")
            ),
            "Ta bort dem.",
        ));
    }
    Ok(found)
}
