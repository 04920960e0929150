//! What a post is checked against.

use jiff::ToSpan as _;
use jiff::civil::Date;
use sqlx::sqlite::SqliteConnection;

use super::{LeadPicture, NoConsent, PostFacts, RenditionFacts, SENSITIVE_WORDS, Surroundings, Wording};
use crate::consent;
use crate::db::publicity::public_at;
use crate::posts::titles::titles;
use crate::posts::{PostContent, PostId, PostState, PostStatus};
use crate::recordings;
use crate::state::AppState;
use crate::time::{UnixMillis, parse_local};

/// Loads what a post is checked against: the titles of the others from the cache, the owner's lists of words, the site's
/// and the calendar's names, and the day of the post's door.
///
/// # Errors
/// When the database cannot be read.
pub async fn surroundings(state: &AppState, post: PostId) -> Result<Surroundings, sqlx::Error> {
    let titles = titles(state).await?;
    let reader = state.db.reader();
    let wordings: Vec<Wording> =
        sqlx::query_as("select word, instead from wordings order by word collate swedish")
            .fetch_all(reader)
            .await?;
    let (site, site_email, sensitive_words): (String, String, Option<String>) =
        sqlx::query_as("select name, contact_email, sensitive_words from site_settings")
            .fetch_one(reader)
            .await?;
    let help_numbers =
        sqlx::query_scalar("select number from help_numbers order by position").fetch_all(reader);
    let editions: Vec<(String, String)> =
        sqlx::query_as("select title, introduction_markdown from editions order by id")
            .fetch_all(reader)
            .await?;
    let (editions, introductions) = editions.into_iter().unzip();
    let door: Option<(String, i64)> = sqlx::query_as(
        "select e.first_day, d.day from doors d join editions e on e.id = d.edition_id where d.post_id = $1",
    )
    .bind(post)
    .fetch_optional(reader)
    .await?;
    Ok(Surroundings {
        post,
        titles,
        wordings,
        sensitive_words: sensitive_words.unwrap_or_else(|| SENSITIVE_WORDS.to_owned()),
        help_numbers: help_numbers.await?,
        site,
        site_email,
        editions,
        introductions,
        documents: Vec::new(),
        facts: PostFacts::default(),
        day: door.and_then(|(first_day, day)| day_of_door(&first_day, day)),
    })
}

/// Loads what is known of a post beside the content: of the content's lead picture, and of the consent of whom it tells.
///
/// # Errors
/// When the database cannot be read.
pub async fn facts(state: &AppState, post: PostId, content: &PostContent) -> Result<PostFacts, sqlx::Error> {
    Ok(facts_of(state, &[(post, content)]).await?.pop().unwrap_or_default())
}

/// Loads what is known of many posts beside their contents, in their order.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn facts_of(
    state: &AppState,
    contents: &[(PostId, &PostContent)],
) -> Result<Vec<PostFacts>, sqlx::Error> {
    let leads = lead_pictures(state, contents).await?;
    let now = state.clock.now_millis();
    let mut reader = state.db.reader().acquire().await?;
    let mut facts = Vec::with_capacity(contents.len());
    for ((post, content), lead) in contents.iter().zip(leads) {
        let rendition = rendition_facts(&mut reader, *post, now).await?;
        let no_consent = match consent::store::find(&mut reader, *post).await? {
            Some(consent) => {
                let opens_at: Option<UnixMillis> =
                    sqlx::query_scalar("select opens_at from doors where post_id = $1")
                        .bind(post)
                        .fetch_optional(&mut *reader)
                        .await?;
                let from = opens_at.or_else(|| parse_local(&content.publish_at)).unwrap_or(now).max(now);
                NoConsent::of(&consent, now, from)
            }
            None => None,
        };
        let recording = recordings::store::of_post_in(&mut reader, *post).await?;
        facts.push(PostFacts { lead, recording, no_consent, rendition });
    }
    Ok(facts)
}

/// Loads what is known of a rendition's original; none for any other post.
async fn rendition_facts(
    reader: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<Option<RenditionFacts>, sqlx::Error> {
    let row: Option<(bool, PostState, Option<UnixMillis>, UnixMillis)> = sqlx::query_as(
        "select p.easy_read, o.state, o.public_from, o.public_until
         from posts p join posts o on o.id = p.original_id where p.id = $1",
    )
    .bind(post)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|(easy_read, state, public_from, public_until)| RenditionFacts {
        easy_read,
        original_is_decided: PostStatus::of(state, (public_from, public_until), now).is_decided(),
    }))
}

/// Loads what is known of contents' lead pictures: the library's words for each, and whether the post shows it to readers
/// already, described as it is.
async fn lead_pictures(
    state: &AppState,
    contents: &[(PostId, &PostContent)],
) -> Result<Vec<LeadPicture>, sqlx::Error> {
    let mut pictures = vec![LeadPicture::default(); contents.len()];
    if contents.iter().all(|(_, content)| content.picture.is_none()) {
        return Ok(pictures);
    }
    let asked: Vec<_> = contents
        .iter()
        .map(|(post, content)| {
            (post, &content.picture, content.picture_alt_mode.as_str(), &content.picture_alt)
        })
        .collect();
    let asked = serde_json::to_string(&asked).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let rows: Vec<(u32, Option<String>, bool)> = sqlx::query_as(concat!(
        "select a.key, (select alt from pictures where id = a.value ->> 1),
             exists (select 1 from posts where id = a.value ->> 0 and ",
        public_at!("$2"),
        " and picture_id = a.value ->> 1
                     and picture_alt_mode = a.value ->> 2
                     and (picture_alt_mode <> 'own' or picture_alt = a.value ->> 3))
         from json_each($1) a where a.value ->> 1 is not null"
    ))
    .bind(asked)
    .bind(state.clock.now_millis())
    .fetch_all(state.db.reader())
    .await?;
    for (place, library_alt, has_readers) in rows {
        if let Some(picture) = usize::try_from(place).ok().and_then(|place| pictures.get_mut(place)) {
            *picture = LeadPicture { library_alt, has_readers };
        }
    }
    Ok(pictures)
}

/// The days of an edition follow each other from its first one.
fn day_of_door(first_day: &str, day: i64) -> Option<Date> {
    let first: Date = first_day.parse().ok()?;
    first.checked_add(day.checked_sub(1)?.days()).ok()
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
            "delete from wordings",
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
