//! Blank posts: begun by a press of a button, without a word in them. Lists and days leave them out, and they are deleted
//! a day later.

use super::Presence;
use super::store::blank;
use crate::state::AppState;
use crate::time::UnixMillis;

pub(super) const DAY: i64 = 24 * 60 * 60_000;

/// Deletes the blank posts that were begun a day ago and that nobody has open. Only the maintenance task calls it, once
/// it has made sure of the clock.
pub(crate) async fn delete_old(state: &AppState, now: UnixMillis) -> Result<(), sqlx::Error> {
    let presence = state.extensions.get::<Presence>();
    let old = blank::begun_until(&mut *state.db.reader().acquire().await?, now - DAY).await?;
    for post in old.into_iter().filter(|post| !presence.is_open(*post)) {
        let mut writer = state.db.write_quietly().await?;
        blank::delete(&mut writer, post).await?;
        writer.commit().await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::save::{Basis, save};
    use crate::posts::store::texts;
    use crate::posts::testing::act;
    use crate::posts::{DraftVersion, PostContent, PostId, PostKind, PreparedContent, Revision};
    use crate::staff::testing::TestSite;
    use crate::staff::{Role, Staff, StaffId};

    async fn begin(site: &TestSite) -> PostId {
        let mut tx = site.state.db.write_quietly().await.expect("a transaction");
        let empty = PreparedContent::new(PostKind::Article, PostContent::default());
        let post = texts::create(&mut tx, &empty, StaffId(1), site.now()).await.expect("begun");
        tx.commit().await.expect("committed");
        post
    }

    #[tokio::test]
    async fn only_what_nobody_wrote_in_or_has_open_is_deleted_and_only_a_day_later() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
        let (_, open, written) = (begin(&site).await, begin(&site).await, begin(&site).await);
        let presence = site.state.extensions.get::<Presence>();
        let editor = presence.open(open, &anna);
        let basis = Basis { post: written, base_revision: Revision::NONE, draft_version: DraftVersion::NONE };
        let text = PostContent { title: "Mod".into(), ..PostContent::default() };
        act!(&site.state, &anna, save, basis, &PreparedContent::new(PostKind::Article, text)).expect("saved");
        let count = async || site.count("select count(*) from posts").await;
        delete_old(&site.state, site.now() + DAY - 1).await.expect("runs");
        assert_eq!(count().await, 3);
        delete_old(&site.state, site.now() + DAY).await.expect("runs");
        assert_eq!(count().await, 2, "one is open, one has words");
        drop(editor);
        delete_old(&site.state, site.now() + DAY).await.expect("runs");
        assert_eq!(count().await, 1);
    }
}
