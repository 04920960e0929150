//! Making all checks.

use std::time::Duration;

use app::db::integrity::is_damage;

use super::finding::Finding;
use super::site::{Failure, Site};
use super::subject::Check;
use super::{database, disk_space, permissions};
use crate::data_folder::DataFolder;

/// How long what a running server has under way may take, such as between the files of a picture and its row.
const PAUSE: Duration = Duration::from_secs(2);

/// Makes all checks and returns what they find. When the database cannot be trusted, what depends on it is not looked at.
pub(super) async fn look(folder: &DataFolder, is_running: bool) -> Vec<(Check, Finding)> {
    let mut all = Vec::new();
    add(&mut all, folder, Check::Permissions, permissions::find(folder).map_err(Failure::from));
    add(&mut all, folder, Check::DiskSpace, disk_space::find(folder).map_err(Failure::from));
    match Site::open(folder, is_running).await {
        Ok(site) => {
            look_inside(&mut all, &site).await;
            site.db.close().await;
        }
        Err(error) => all.push((Check::Database, database::unreadable(folder, &error))),
    }
    all
}

async fn look_inside(all: &mut Vec<(Check, Finding)>, site: &Site) {
    let is_readable = match database::find(site).await {
        Ok(outcome) => {
            add(all, &site.folder, Check::Database, Ok(outcome.found));
            outcome.is_readable
        }
        Err(failure) => {
            add(all, &site.folder, Check::Database, Err(failure));
            false
        }
    };
    if !is_readable {
        return;
    }
    for check in Check::OF_CONTENT {
        let mut found = check.find(site).await;
        if site.is_running && found.as_ref().is_ok_and(|found| !found.is_empty()) {
            // What is still there a moment later is no work of the server in between.
            tokio::time::sleep(PAUSE).await;
            let again = check.find(site).await;
            found = found.and_then(|first| Ok((first, again?))).map(|(mut first, again)| {
                first.retain(|finding| again.contains(finding));
                first
            });
        }
        add(all, &site.folder, check, found);
    }
}

/// Adds what a check found, or that it could not be made.
fn add(
    all: &mut Vec<(Check, Finding)>,
    folder: &DataFolder,
    check: Check,
    found: Result<Vec<Finding>, Failure>,
) {
    match found {
        Ok(found) => all.extend(found.into_iter().map(|finding| (check, finding))),
        Err(Failure::Database(error)) if is_damage(&error) => {
            all.push((Check::Database, database::damaged(folder, &error.to_string())));
        }
        Err(failure) => {
            let what = format!("{} gick inte att kontrollera ({failure}).", check.in_words());
            let to_do = "Kör kommandot med samma konto som webbplatsen, och försök igen.";
            all.push((check, Finding::by_hand(what, to_do)));
        }
    }
}
