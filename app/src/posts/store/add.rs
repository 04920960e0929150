//! Adding posts that nobody of the staff begins here: those of the demo site, and of tests.

use sqlx::sqlite::SqliteConnection;

use super::content::{UNTITLED, write_columns};
use crate::posts::{
    GuldkornForm, Language, PostContent, PostId, PostKind, PostState, PreparedContent, RenditionKind,
    Revision, tags,
};
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

/// A rendition to be added.
#[derive(Debug, Clone)]
pub struct NewRendition {
    /// The post that it tells.
    pub original: PostId,
    /// How it tells it.
    pub told: RenditionKind,
    /// What it says. Address, language and tags in there do not count.
    pub content: PostContent,
    /// When it becomes public, unless its original does later; a draft has none.
    pub published_at: Option<UnixMillis>,
}

/// Adds a rendition that says what its original says, and returns its id.
///
/// # Errors
/// When there is one already, or there is no such original.
pub async fn add_rendition(
    writer: &mut SqliteConnection,
    rendition: &NewRendition,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let NewRendition { original, told, content, published_at } = rendition;
    let (language, seen): (Language, Revision) =
        sqlx::query_as("select language, published_revision from posts where id = $1")
            .bind(original)
            .fetch_one(&mut *writer)
            .await?;
    let language = if let RenditionKind::Translation(language) = told { *language } else { language };
    let content = PreparedContent::new(PostKind::Rendition, PostContent { language, ..content.clone() });
    let slug = format!("utkast-{original}-{}", told.as_str());
    let id = insert_rendition(writer, &slug, (*original, *told, language, seen), now).await?;
    write_columns(writer, id, &content, now).await?;
    let state = if published_at.is_some() { PostState::Published } else { PostState::Draft };
    publish_from(writer, id, state, *published_at).await?;
    crate::search_index::index_waiting(writer).await?;
    Ok(id)
}

/// Adds a row for a rendition, held against a revision of its original, and returns its id.
pub(super) async fn insert_rendition(
    writer: &mut SqliteConnection,
    slug: &str,
    (original, told, language, seen): (PostId, RenditionKind, Language, Revision),
    created_at: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    sqlx::query_scalar(
        "insert into posts (kind, slug, title, language, original_id, easy_read, original_revision, created_at, updated_at)
         values ('rendition', $1, $2, $3, $4, $5, $6, $7, $7) returning id",
    )
    .bind(slug)
    .bind(UNTITLED)
    .bind(language)
    .bind(original)
    .bind(told.is_easy_read())
    .bind(seen)
    .bind(created_at)
    .fetch_one(writer)
    .await
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
