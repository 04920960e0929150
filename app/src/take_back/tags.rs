//! Tags of an export, joined to those that are here.

use sqlx::sqlite::SqliteConnection;

use super::causes::ADDRESS_TAKEN;
use crate::export::Tag;
use crate::import::{Finding, Outcome, Report};
use crate::posts::tags::{ExportedTag, Joined, join, remember_former};

/// What a report calls them.
const PART: &str = "etiketter";

/// Adds the tags that are not here, and their former addresses where nothing is.
pub(super) async fn apply(
    writer: &mut SqliteConnection,
    tags: &[Tag],
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    for tag in tags {
        let Tag { slug, name, introduction, drawing, .. } = tag;
        let exported = ExportedTag { slug, name, introduction, drawing: drawing.as_deref() };
        let (id, outcome) = match join(writer, exported).await? {
            Joined::New(id) => (id, Outcome::New),
            Joined::Changed(id) => (id, Outcome::Changed),
            Joined::Same(id) => (id, Outcome::Same),
        };
        report.count_part(PART, outcome);
        for former in &tag.former_slugs {
            if !remember_former(writer, former, id).await? {
                report.findings.add(Finding::new(ADDRESS_TAKEN, &*tag.name, &**former));
            }
        }
    }
    Ok(())
}
