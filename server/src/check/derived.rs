//! Whether what the database derives from texts is right: when readers see them, and which pictures and documents are public
//! because of them.

use app::db::{Db, WriteTransaction};
use app::posts::store::derived::{derive_again, outdated};

use super::finding::{Finding, counted, named};
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let found = outdated(site.db.reader()).await?;
    let sentences = [
        (found.public_from, "visas för läsare vid fel tid"),
        (found.uses, "har fel lista över sina bilder och dokument"),
    ];
    let findings = sentences.into_iter().filter(|(posts, _)| !posts.is_empty()).map(|(posts, what)| {
        let titles: Vec<_> = posts.into_iter().map(|(_, title)| title).collect();
        Finding::repairable_when_stopped(format!(
            "{} {what}: {}.",
            counted(titles.len(), "text", "texter"),
            named(&titles)
        ))
    });
    Ok(findings.collect())
}

pub(super) async fn repair(db: &Db, writer: &mut WriteTransaction) -> Result<String, Failure> {
    let outdated = outdated(db.reader()).await?;
    derive_again(writer, &outdated).await?;
    Ok("Det som räknas fram ur texterna är uträknat på nytt.".into())
}
