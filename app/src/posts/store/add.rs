//! Adding posts that nobody of the staff begins here: those of the demo site, and of tests.

use sqlx::sqlite::SqliteConnection;

use super::content::{UNTITLED, write_columns};
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
    let content = PreparedContent::new(post.kind, post.content.clone());
    let id = insert(writer, post.kind, &post.slug, now).await?;
    write_columns(writer, id, &content, now).await?;
    tags::set_tags(writer, id, &post.content.tags).await?;
    let state = if post.published { PostState::Published } else { PostState::Draft };
    publish_from(writer, id, state, post.published_at).await?;
    crate::search_index::index_waiting(writer).await?;
    Ok(id)
}

/// Adds a row that has nothing but its address, and returns its id.
pub(super) async fn insert(
    writer: &mut SqliteConnection,
    kind: PostKind,
    slug: &str,
    created_at: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "insert into posts (id, kind, slug, title, form, created_at, updated_at) values (",
        next_post_id!(),
        ", $1, $2, $3, $4, $5, $5) returning id"
    ))
    .bind(kind)
    .bind(slug)
    .bind(UNTITLED)
    .bind((kind == PostKind::Guldkorn).then_some(GuldkornForm::Story))
    .bind(created_at)
    .fetch_one(writer)
    .await
}

/// Sets the state of a post that nobody of the staff publishes, and from when it is public.
pub(super) async fn publish_from(
    writer: &mut SqliteConnection,
    post: PostId,
    state: PostState,
    published_at: Option<UnixMillis>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set state = $2, published_at = $3 where id = $1")
        .bind(post)
        .bind(state)
        .bind(published_at)
        .execute(writer)
        .await?;
    Ok(())
}
