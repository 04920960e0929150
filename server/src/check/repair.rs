//! Mending what checks have found.

use app::db::{Db, OpenError};

use super::finding::Finding;
use super::site::{Failure, Site};
use super::subject::Check;
use super::{media_folder, permissions};
use crate::data_folder::DataFolder;

/// Mends all that can be mended now, each check's findings in one transaction, and returns a sentence about each.
pub(super) async fn repair(folder: &DataFolder, is_running: bool, found: &[(Check, Finding)]) -> Vec<String> {
    let is_due = |check: Check| {
        found.iter().any(|(other, finding)| *other == check && finding.can_be_repaired(is_running))
    };
    let mut done = Vec::new();
    if is_due(Check::Permissions) {
        match permissions::repair(folder) {
            Ok(sentences) => done.extend(sentences.into_iter().map(|sentence| sentence + ".")),
            Err(error) => done.push(failed(Check::Permissions, &error.into())),
        }
    }
    let in_database: Vec<_> = Check::OF_CONTENT
        .into_iter()
        .filter(|check| *check != Check::MediaFolder && is_due(*check))
        .collect();
    let repaired = async {
        if is_due(Check::MediaFolder) {
            let site = Site::open(folder, is_running).await?;
            let repaired = media_folder::repair(&site);
            done.push(repaired.unwrap_or_else(|failure| failed(Check::MediaFolder, &failure)));
            site.db.close().await;
        }
        if !in_database.is_empty() {
            done.extend(repair_database(folder, in_database).await?);
        }
        Ok::<_, OpenError>(())
    };
    if let Err(error) = repaired.await {
        done.push(format!("Databasen kunde inte öppnas för att lagas ({error})."));
    }
    done
}

/// The schema is this binary's, or nothing in the database would have been looked at.
async fn repair_database(folder: &DataFolder, checks: Vec<Check>) -> Result<Vec<String>, OpenError> {
    let db = Db::open(&folder.database()).await?;
    let mut done = Vec::new();
    for check in checks {
        done.push(check.repair(&db).await.unwrap_or_else(|failure| failed(check, &failure)));
    }
    db.close().await;
    Ok(done)
}

fn failed(check: Check, failure: &Failure) -> String {
    format!("{} kunde inte lagas ({failure}).", check.in_words())
}
