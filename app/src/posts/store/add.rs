//! Adding posts that nobody of the staff begins here: those of the demo site, and of tests.

use sqlx::sqlite::SqliteConnection;

use super::content::write_columns;
use crate::posts::{GuldkornForm, PostContent, PostId, PostKind, PostState, PreparedContent, tags};
use crate::time::UnixMillis;

/// A post to be added.
#[derive(Debug, Clone)]
pub struct NewPost {
    /// What it is.
    pub kind: PostKind,
    /// The last part of its address: lower-case letters, digits and hyphens.
    pub slug: String,
    /// What it says. The address in there does not count.
    pub content: PostContent,
    /// Whether it may become public; otherwise it is a draft.
    pub published: bool,
    /// When it becomes public, unless it hangs on a door.
    pub published_at: Option<UnixMillis>,
}

impl NewPost {
    /// Returns a draft that has nothing yet but a title. A guldkorn tells a story until somebody decides otherwise.
    pub fn draft(kind: PostKind, slug: impl Into<String>, title: impl Into<String>) -> Self {
        let form = (kind == PostKind::Guldkorn).then_some(GuldkornForm::Story);
        let content = PostContent { title: title.into(), form, ..PostContent::default() };
        Self { kind, slug: slug.into(), content, published: false, published_at: None }
    }

    /// Returns the same post with something else in its content.
    #[must_use]
    pub fn with_content(mut self, change: impl FnOnce(&mut PostContent)) -> Self {
        change(&mut self.content);
        self
    }
}

/// Adds a post and returns its id. Tags that do not exist are added.
///
/// # Errors
/// When its address or title breaks a rule of the schema.
pub async fn add_post(
    writer: &mut SqliteConnection,
    post: &NewPost,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let id: PostId = sqlx::query_scalar(
        "insert into posts (kind, slug, title, form, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
         returning id",
    )
    .bind(post.kind)
    .bind(&post.slug)
    .bind(&post.content.title)
    .bind((post.kind == PostKind::Guldkorn).then_some(GuldkornForm::Story))
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    write_columns(writer, id, &PreparedContent::new(post.kind, post.content.clone()), now).await?;
    tags::set_tags(writer, id, &post.content.tags).await?;
    sqlx::query("update posts set state = $2, published_at = $3 where id = $1")
        .bind(id)
        .bind(if post.published { PostState::Published } else { PostState::Draft })
        .bind(post.published_at)
        .execute(&mut *writer)
        .await?;
    crate::search_index::index_waiting(writer).await?;
    Ok(id)
}
