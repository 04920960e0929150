//! Old addresses of an export. They never lead away from where one leads already.

use sqlx::sqlite::SqliteConnection;

use super::causes::ADDRESS_TAKEN;
use super::posts::AppliedPosts;
use crate::export::Redirect;
use crate::import::{Finding, OldAddress, Report, Target, add_redirect, stored_redirect};

/// Adds the old addresses that lead nowhere yet.
pub(super) async fn apply(
    writer: &mut SqliteConnection,
    redirects: &[Redirect],
    posts: &AppliedPosts,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    for redirect in redirects {
        let Redirect { path, query, post, to, created_at } = redirect;
        let address = OldAddress { path: path.clone(), query: query.clone() };
        let target = match (post.and_then(|post| posts.id(post)), to) {
            (Some(post), _) => Target::Post(post),
            (None, Some(to)) => Target::Path(to),
            (None, None) => continue,
        };
        match stored_redirect(writer, &address).await? {
            None => {
                add_redirect(writer, &address, target, created_at.0).await?;
                report.redirects += 1;
            }
            Some((Some(post), _)) if target == Target::Post(post) => {}
            Some((_, Some(to))) if target == Target::Path(&to) => {}
            Some(_) => report.findings.add(Finding::new(ADDRESS_TAKEN, "", &**path)),
        }
    }
    Ok(())
}
