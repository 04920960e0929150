//! Posts with what was saved of them.

use sqlx::sqlite::SqliteConnection;

use super::{BATCH, is_exported, lines, of_json};
use crate::export::{Instant, Post, PostUid, Rendition, State};
use crate::posts::store::{ContentRow, content_columns};
use crate::posts::{PostContent, PostKind};

/// A post with the time that other programs show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedPost {
    /// What is exported.
    pub post: Post,
    /// From when readers have it, also by its door; none when they never have it as it is now.
    pub public_from: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    uid: PostUid,
    kind: PostKind,
    slug: String,
    original_uid: Option<PostUid>,
    easy_read: bool,
    state: State,
    tells_of_somebody: bool,
    published_at: Option<Instant>,
    public_from: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
    /// What its row says, and the tags that readers see.
    #[sqlx(flatten)]
    content: ContentRow,
    /// Lines.
    former_slugs: Option<String>,
    /// The revision that its row was made of, as JSON, if there is one.
    published: Option<String>,
    /// The newest revision, if it is newer than that.
    newer: Option<String>,
}

/// The columns of [`Row`] of the posts that are exported, up to what follows `where`.
macro_rules! select_posts {
    () => {
        concat!(
            "select p.uid, p.kind, p.slug, o.uid as original_uid, p.easy_read, p.state,
                exists (select 1 from consents where post_id = coalesce(p.original_id, p.id)) as tells_of_somebody, p.published_at, p.public_from, p.created_at, p.updated_at, ",
            content_columns!(),
            ", (select group_concat(slug, char(10)) from (
                    select slug from post_redirects where post_id = p.id order by slug
                )) as former_slugs,
                (select content from revisions where post_id = p.id and number = p.published_revision) as published,
                (select content from revisions where post_id = p.id and number > p.published_revision
                 order by number desc limit 1) as newer
             from posts p join search_tags t on t.post_id = p.id left join posts o on o.id = p.original_id
             where ",
            is_exported!()
        )
    };
}

/// Reads the posts after one, in the order of their uids; from the first on without one.
///
/// # Errors
/// Those of the database.
pub async fn posts(
    connection: &mut SqliteConnection,
    after: Option<PostUid>,
) -> Result<Vec<DatedPost>, sqlx::Error> {
    let rows: Vec<Row> = sqlx::query_as(concat!(select_posts!(), " and p.uid > $1 order by p.uid limit $2"))
        .bind(after.map(|uid| uid.to_string()).unwrap_or_default())
        .bind(BATCH)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::post).collect()
}

/// Reads a post as it would be exported now; none when it is not here, or would not be exported.
///
/// # Errors
/// Those of the database.
pub async fn post(connection: &mut SqliteConnection, uid: PostUid) -> Result<Option<Post>, sqlx::Error> {
    let row: Option<Row> = sqlx::query_as(concat!(select_posts!(), " and p.uid = $1"))
        .bind(uid)
        .fetch_optional(connection)
        .await?;
    row.map(|row| row.post().map(|dated| dated.post)).transpose()
}

/// Counts the posts of which somebody has written words that are not saved, and so are not in an export.
///
/// # Errors
/// Those of the database.
pub async fn posts_with_drafts(connection: &mut SqliteConnection) -> Result<u64, sqlx::Error> {
    sqlx::query_scalar(
        "select count(distinct d.post_id) from drafts d join posts p on p.id = d.post_id
         where p.state <> 'trash'
             and d.saved_at > coalesce((select max(saved_at) from revisions where post_id = p.id), 0)",
    )
    .fetch_one(connection)
    .await
}

impl Row {
    fn post(self) -> Result<DatedPost, sqlx::Error> {
        let chosen_slug = self.content.chosen_slug(&self.slug);
        let of_row = PostContent::from(self.content);
        let language = of_row.language;
        let easy_read = self.easy_read;
        let rendition = self.original_uid.map(|original| Rendition { original, easy_read });
        // A rendition is in its row's language, whatever a form said.
        let in_language = |content: PostContent| match &rendition {
            Some(_) => PostContent { language, ..content },
            None => content,
        };
        let content = match &self.published {
            Some(json) => {
                let written: PostContent = of_json(json)?;
                PostContent { tags: in_order(of_row.tags, &written.tags), ..written }
            }
            None => PostContent { slug: chosen_slug, ..of_row },
        };
        let unpublished: Option<PostContent> = self.newer.as_deref().map(of_json).transpose()?;
        let post = Post {
            uid: self.uid,
            kind: self.kind,
            slug: self.slug,
            rendition: rendition.clone(),
            state: self.state,
            tells_of_somebody: self.tells_of_somebody,
            published_at: self.published_at,
            created_at: self.created_at,
            updated_at: self.updated_at,
            content: in_language(content).into(),
            unpublished: unpublished.map(|content| in_language(content).into()),
            former_slugs: lines(self.former_slugs),
        };
        Ok(DatedPost { post, public_from: self.public_from })
    }
}

/// Returns the tags that readers see, in the order in which their writer named them. A tag that was renamed or merged since
/// comes after.
fn in_order(mut tags: Vec<String>, written: &[String]) -> Vec<String> {
    tags.sort_by_key(|tag| written.iter().position(|name| name == tag).unwrap_or(usize::MAX));
    tags
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn tags_keep_their_writers_order() {
        let tags = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let written = ["d", "gammal", "b"].map(str::to_owned);
        assert_eq!(in_order(tags, &written), ["d", "b", "a", "c"]);
    }
}
