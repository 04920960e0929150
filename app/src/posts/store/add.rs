//! Saving posts and tags.

use crate::posts::PostId;
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use crate::blog::Tag;
use crate::markdown;
use crate::posts::GuldkornForm;
use crate::posts::PostKind;

/// A post to be saved.
#[derive(Debug, Clone)]
pub struct NewPost {
    /// What it is.
    pub kind: PostKind,
    /// The last part of its address: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How a guldkorn is told; `None` for everything else.
    pub form: Option<GuldkornForm>,
    /// The quotation, for a quote.
    pub quote: String,
    /// Who said or told it.
    pub source: String,
    /// A sentence or two for lists.
    pub teaser: String,
    /// Who wrote it.
    pub author: String,
    /// The text, in Markdown.
    pub body: String,
    /// Its picture's number.
    pub picture: Option<String>,
    /// Words for those who do not see the picture.
    pub picture_alt: String,
    /// The words under the picture.
    pub picture_caption: String,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
    /// Whether it may become public; otherwise it is a draft.
    pub published: bool,
    /// When it becomes public, in milliseconds UTC, unless it hangs on a door.
    pub published_at: Option<UnixMillis>,
    /// Its subjects, by slug.
    pub tags: Vec<String>,
}

impl NewPost {
    /// A draft that has nothing yet but what every post must have. A guldkorn tells a story until somebody decides
    /// otherwise.
    pub fn draft(kind: PostKind, slug: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            kind,
            slug: slug.into(),
            title: title.into(),
            form: (kind == PostKind::Guldkorn).then_some(GuldkornForm::Story),
            quote: String::new(),
            source: String::new(),
            teaser: String::new(),
            author: String::new(),
            body: String::new(),
            picture: None,
            picture_alt: String::new(),
            picture_caption: String::new(),
            sensitive: false,
            published: false,
            published_at: None,
            tags: Vec::new(),
        }
    }
}

/// Saves a new post and tells its number.
///
/// # Errors
/// When its address or title breaks a rule of the schema, a tag does not exist, or the database refuses.
pub async fn add_post(
    writer: &mut SqliteConnection,
    post: &NewPost,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let id = sqlx::query_scalar(
        "insert into posts (kind, slug, title, form, quote, source, teaser, author, body_markdown, body_html,
             picture_id, picture_alt, picture_caption, sensitive, state, published_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17) returning id",
    )
    .bind(post.kind.as_str())
    .bind(&post.slug)
    .bind(&post.title)
    .bind(post.form.map(GuldkornForm::as_str))
    .bind(&post.quote)
    .bind(&post.source)
    .bind(&post.teaser)
    .bind(&post.author)
    .bind(&post.body)
    .bind(markdown::to_html(&post.body))
    .bind(&post.picture)
    .bind(&post.picture_alt)
    .bind(&post.picture_caption)
    .bind(post.sensitive)
    .bind(if post.published { "published" } else { "draft" })
    .bind(post.published_at)
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    for tag in &post.tags {
        let done =
            sqlx::query("insert into post_tags (post_id, tag_id) select $1, id from tags where slug = $2")
                .bind(id)
                .bind(tag)
                .execute(&mut *writer)
                .await?;
        if done.rows_affected() == 0 {
            return Err(sqlx::Error::RowNotFound);
        }
    }
    crate::search_index::index_waiting(writer).await?;
    Ok(id)
}

/// Saves a new tag.
///
/// # Errors
/// When its address or name is taken, or the database refuses.
pub async fn add_tag(writer: &mut SqliteConnection, tag: &Tag) -> Result<(), sqlx::Error> {
    sqlx::query("insert into tags (slug, name) values ($1, $2)")
        .bind(&tag.slug)
        .bind(&tag.name)
        .execute(writer)
        .await?;
    Ok(())
}
