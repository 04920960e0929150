//! What a post is checked against.

use super::{Surroundings, Wording};
use crate::posts::PostId;
use crate::posts::titles::titles;
use crate::state::AppState;

/// Loads what a post is checked against: the titles of the others from the cache, and the owner's list of words.
///
/// # Errors
/// When the database cannot be read.
pub async fn surroundings(state: &AppState, post: PostId) -> Result<Surroundings, sqlx::Error> {
    let titles = titles(state).await?;
    let wordings: Vec<Wording> =
        sqlx::query_as("select word, instead from wordings order by word collate swedish")
            .fetch_all(state.db.reader())
            .await?;
    Ok(Surroundings { post, titles, wordings })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::posts::save::{Basis, save};
    use crate::posts::store::{NewPost, add_post, withdraw};
    use crate::posts::{Act, DraftVersion, PostContent, PostKind, PreparedContent, Revision};
    use crate::staff::testing::TestSite;
    use crate::staff::{Role, Staff, StaffId};
    use crate::time::UnixMillis;

    async fn others(site: &TestSite, post: PostId) -> Vec<String> {
        let about = surroundings(&site.state, post).await.expect("read");
        about.other_titles().map(str::to_owned).collect()
    }

    async fn add_posts(site: &TestSite) -> Vec<PostId> {
        let mut writer = site.state.db.write_content().await.expect("a transaction");
        let mut ids = Vec::new();
        for (slug, title) in [("egen", "Egen"), ("annan", "Annan"), ("bort", "Bort"), ("slangd", "Slängd")] {
            let post = NewPost::draft(PostKind::Article, slug, title);
            ids.push(add_post(&mut writer, &post, UnixMillis(0)).await.expect("saved"));
        }
        withdraw(&mut writer, ids[2], UnixMillis(1)).await.expect("withdrawn");
        for change in [
            "update posts set state = 'trash', trashed_at = 1, trashed_from = 'draft' where slug = 'slangd'",
            "insert into wordings (word, instead) values ('individ', 'person'), ('brukare', 'person')",
        ] {
            sqlx::query(change).execute(&mut *writer).await.expect("changed");
        }
        writer.commit().await.expect("committed");
        ids
    }

    #[tokio::test]
    async fn all_other_texts_count_but_those_that_are_gone() {
        let site = TestSite::new().await;
        let ids = add_posts(&site).await;
        assert_eq!(others(&site, ids[0]).await, ["Annan"]);
        let about = surroundings(&site.state, ids[0]).await.expect("read");
        let words: Vec<_> = about.wordings.iter().map(|wording| &*wording.word).collect();
        assert_eq!(words, ["brukare", "individ"]);
        assert_eq!(others(&site, ids[1]).await, ["Egen"]);
    }

    #[tokio::test]
    async fn cached_titles_are_fresh_after_a_rename_that_no_reader_sees() {
        let site = TestSite::new().await;
        let ids = add_posts(&site).await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
        assert_eq!(others(&site, ids[0]).await, ["Annan"]);
        let generation = site.state.db.generation();

        let renamed = PostContent { title: "Ny rubrik".into(), ..PostContent::default() };
        let content = PreparedContent::new(PostKind::Article, renamed);
        let basis = Basis { post: ids[1], base_revision: Revision::NONE, draft_version: DraftVersion::NONE };
        let mut act = Act::begin_quietly(&site.state, &anna).await.expect("a transaction");
        save(&mut act, basis, &content).await.expect("saved");
        assert_eq!(others(&site, ids[0]).await, ["Annan"], "not committed yet");
        act.commit().await.expect("committed");
        assert_eq!(others(&site, ids[0]).await, ["Ny rubrik"]);
        assert_eq!(site.state.db.generation(), generation, "pages stay cached");

        let reads = titles(&site.state).await.expect("read");
        let again = titles(&site.state).await.expect("read");
        assert!(Arc::ptr_eq(&reads, &again), "nothing has changed, so nothing is read");
    }
}
