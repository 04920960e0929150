//! The columns of `posts` that hold a post's content: written by one statement, read as one row.

use sqlx::sqlite::SqliteConnection;

use super::{address, redirects};
use crate::posts::tags;
use crate::posts::{
    AltMode, GuldkornForm, Language, PostContent, PostId, PostKind, PreparedContent, slug_of,
};
use crate::time::UnixMillis;

/// Title of a post that has none, for the staff's lists.
pub const UNTITLED: &str = "Namnlös text";

/// The columns of [`ContentRow`] of a post `p` with its `search_tags` as `t`.
macro_rules! content_columns {
    () => {
        "p.title, p.language, p.form, p.quote, p.source, p.teaser, p.author, p.body_markdown, p.picture_id, p.picture_alt,
             p.picture_alt_mode, p.picture_caption, p.documents, p.sensitive, t.tags"
    };
}
pub(crate) use content_columns;

/// The content that a post's row holds.
#[derive(sqlx::FromRow)]
pub(crate) struct ContentRow {
    title: String,
    language: Language,
    form: Option<GuldkornForm>,
    quote: String,
    source: String,
    teaser: String,
    author: String,
    body_markdown: String,
    picture_id: Option<String>,
    picture_alt: String,
    picture_alt_mode: AltMode,
    picture_caption: String,
    /// Addresses, one a line.
    documents: String,
    sensitive: bool,
    /// Names with commas between.
    tags: String,
}

impl ContentRow {
    /// Returns the language of the row.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// Returns the address that somebody chose for a post without revisions; empty when it was made: from the title, or for
    /// a draft without one. A chosen one stays when the title changes.
    pub(crate) fn chosen_slug(&self, slug: &str) -> String {
        let is_made = slug == slug_of(&self.title) || slug.starts_with("utkast-");
        if is_made { String::new() } else { slug.to_owned() }
    }
}

impl From<ContentRow> for PostContent {
    /// Recovers the content of a post that the program added, which has no revisions.
    fn from(row: ContentRow) -> Self {
        Self {
            title: if row.title == UNTITLED { String::new() } else { row.title },
            slug: String::new(),
            language: row.language,
            form: row.form,
            quote: row.quote,
            source: row.source,
            teaser: row.teaser,
            author: row.author,
            body: row.body_markdown,
            picture_alt_mode: row.picture_alt_mode,
            picture: row.picture_id,
            picture_alt: row.picture_alt,
            picture_caption: row.picture_caption,
            documents: row.documents.lines().map(str::to_owned).collect(),
            sensitive: row.sensitive,
            tags: row.tags.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            publish_at: String::new(),
        }
    }
}

/// Writes content to a post, with its address and tags. State and door stay. Holes are filled with what a list can
/// show, and a picture that does not exist is left out.
///
/// # Errors
/// `RowNotFound` when there is no such post.
pub async fn write_content(
    writer: &mut SqliteConnection,
    post: PostId,
    content: &PreparedContent,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let address = address::address_for(writer, post, content, now).await?;
    let before = write_columns(writer, post, content, now).await?;
    if before != address {
        redirects::rename(writer, post, &address, now).await?;
    }
    if content.kind != PostKind::Rendition {
        tags::set_tags(writer, post, &content.tags).await?;
    }
    crate::search_index::index_waiting(writer).await
}

/// Writes content to a post, without address and tags, and returns its address. The language of a rendition is what it is.
pub(super) async fn write_columns(
    writer: &mut SqliteConnection,
    post: PostId,
    content: &PreparedContent,
    now: UnixMillis,
) -> Result<String, sqlx::Error> {
    let is_guldkorn = content.kind == PostKind::Guldkorn;
    sqlx::query_scalar(
        "update posts set title = $2, form = $3, quote = $4, source = $5, teaser = $6, author = $7,
             body_markdown = $8, body_html = $9, picture_id = (select id from pictures where id = $10),
             picture_alt = $11, picture_caption = $12, sensitive = $13, updated_at = $14, language = case when kind = 'rendition' then language else $15 end,
             documents = $16, picture_alt_mode = $17, version = version + 1
         where id = $1 returning slug",
    )
    .bind(post)
    .bind(content.title_or_untitled())
    .bind(is_guldkorn.then(|| content.form.unwrap_or(GuldkornForm::Story)))
    .bind(&content.quote)
    .bind(&content.source)
    .bind(&content.teaser_or_beginning)
    .bind(&content.author)
    .bind(&content.body)
    .bind(&content.body_html)
    .bind(&content.picture)
    .bind(if content.picture_alt_mode == AltMode::Own { &content.picture_alt } else { "" })
    .bind(&content.picture_caption)
    .bind(content.sensitive)
    .bind(now)
    .bind(content.language)
    .bind(content.documents.join("\n"))
    .bind(content.picture_alt_mode)
    .fetch_one(writer)
    .await
}

/// Gives a post these tags and no others. Everything else stays as readers have it.
///
/// # Errors
/// When the database refuses.
pub async fn write_only_tags(
    writer: &mut SqliteConnection,
    post: PostId,
    names: &[String],
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    tags::set_tags(writer, post, names).await?;
    sqlx::query("update posts set updated_at = $2, version = version + 1 where id = $1")
        .bind(post)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}
