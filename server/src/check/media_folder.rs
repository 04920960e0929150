//! Whether anything lies in the media folder that the database does not know.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use app::documents::store::file_ids;
use app::media::stored_files::{entries, remove_unfinished, unfinished};
use app::media::{PictureId, is_marked};
use app::{picture_library, recordings};

use super::finding::Finding;
use super::site::{Failure, Site};

/// Longer than any upload takes: what is younger may still be under way while the site is running.
const LONGEST_WRITE: Duration = Duration::from_hours(1);

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let media = site.folder.media();
    let reader = site.db.reader();
    let pictures = picture_library::all(reader).await?;
    let files = file_ids(reader).await?;
    let recordings = recordings::store::ids(reader).await?;
    let known = pictures.iter().map(ToString::to_string).chain(files.iter().map(ToString::to_string));
    let known: HashSet<String> = known.chain(recordings.iter().map(ToString::to_string)).collect();
    let mut found = Vec::new();
    for name in entries(&media)? {
        if known.contains(&name) {
            continue;
        }
        found.push(if is_marked(&media, &name) {
            Finding::by_hand(
                format!("Mappen media/{name} blev aldrig klar."),
                "Starta webbplatsen: då tas den bort.",
            )
        } else if name.parse::<PictureId>().is_ok() {
            Finding::by_hand(
                format!("Mappen media/{name} hör inte till någon bild, något dokument eller någon inspelning."),
                "Ta bort den, om ni inte ska lägga tillbaka en äldre databas. Webbplatsen gör det själv efter 30 dagar.",
            )
        } else {
            Finding::by_hand(format!("media/{name} hör inte till webbplatsen."), "Flytta bort den.")
        });
    }
    for path in unfinished_in(site)? {
        found.push(Finding::repairable(format!("{} skrevs aldrig färdig.", path.display())));
    }
    Ok(found)
}

pub(super) fn repair(site: &Site) -> Result<String, Failure> {
    remove_unfinished(&unfinished_in(site)?)?;
    Ok("Det som aldrig skrevs färdigt är borttaget.".into())
}

fn unfinished_in(site: &Site) -> Result<Vec<PathBuf>, Failure> {
    let now = SystemTime::now();
    // Of a stopped site nothing is under way, whatever its files say of their time.
    let since = if site.is_running { now - LONGEST_WRITE } else { now + Duration::from_hours(24 * 365) };
    Ok(unfinished(&site.folder.media(), since)?)
}
