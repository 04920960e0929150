//! Whether readers find each text by its words, and nothing else.

use app::db::WriteTransaction;
use app::search_index::{differences, is_damaged, rebuild};

use super::finding::{Finding, counted, named};
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let reader = site.db.reader();
    if is_damaged(reader).await? {
        return Ok(vec![Finding::repairable_when_stopped("Sökregistret är skadat.".into())]);
    }
    let found = differences(reader).await?;
    let mut findings = Vec::new();
    if !found.posts.is_empty() {
        findings.push(Finding::repairable_when_stopped(format!(
            "{} står fel i sökregistret: {}.",
            counted(found.posts.len(), "text", "texter"),
            named(&found.posts)
        )));
    }
    if found.left_over > 0 {
        findings.push(Finding::repairable_when_stopped(format!(
            "{} står kvar i sökregistret.",
            counted(found.left_over, "borttagen text", "borttagna texter")
        )));
    }
    Ok(findings)
}

pub(super) async fn repair(writer: &mut WriteTransaction) -> Result<String, Failure> {
    rebuild(writer).await?;
    Ok("Sökregistret är byggt på nytt.".into())
}
