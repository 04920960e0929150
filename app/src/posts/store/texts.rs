//! Texts as staff work on them.

use crate::ids::EditionId;
use crate::posts::{PostId, Revision};
use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::put::{UNTITLED, put};
use super::revisions;
use crate::posts::GuldkornForm;
use crate::posts::{DoorRef, EditablePost, PostContent, PostKind, PostStatus};

#[derive(sqlx::FromRow)]
struct WorkRow {
    kind: String,
    slug: String,
    title: String,
    form: Option<String>,
    quote: String,
    source: String,
    teaser: String,
    author: String,
    body_markdown: String,
    picture_id: Option<String>,
    picture_alt: String,
    picture_caption: String,
    sensitive: bool,
    state: String,
    published_at: Option<UnixMillis>,
    public_from: Option<UnixMillis>,
    published_revision: Revision,
    trashed_at: Option<UnixMillis>,
    is_from_elsewhere: bool,
    updated_at: UnixMillis,
    newest: Option<Revision>,
    /// Comma-separated names.
    tags: String,
    edition_id: Option<EditionId>,
    edition_slug: Option<String>,
    edition_title: Option<String>,
    edition_state: Option<String>,
    day: Option<u16>,
    opens_at: Option<UnixMillis>,
}

/// A text with its newest version.
///
/// # Errors
/// `RowNotFound` when there is no such text, or the database cannot be read.
pub async fn find(reader: &SqlitePool, post: PostId, now: UnixMillis) -> Result<EditablePost, sqlx::Error> {
    work(&mut *reader.acquire().await?, post, now).await
}

/// A text with its newest version, as a change under way sees it.
///
/// # Errors
/// `RowNotFound` when there is no such text, or the database cannot be read.
pub async fn work(
    connection: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<EditablePost, sqlx::Error> {
    let row: WorkRow = sqlx::query_as(
        "select p.kind, p.slug, p.title, p.form, p.quote, p.source, p.teaser, p.author, p.body_markdown,
             p.picture_id, p.picture_alt, p.picture_caption, p.sensitive, p.state, p.published_at, p.public_from,
             p.published_revision, p.trashed_at, p.created_by is null as is_from_elsewhere, p.updated_at, t.tags,
             (select max(number) from revisions where post_id = p.id) as newest,
             e.id as edition_id, e.slug as edition_slug, e.title as edition_title, e.state as edition_state,
             d.day, d.opens_at
         from posts p join search_tags t on t.post_id = p.id
         left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
         where p.id = $1",
    )
    .bind(post)
    .fetch_one(&mut *connection)
    .await?;
    let newest = row.newest.unwrap_or_default();
    let text = match row.newest {
        Some(number) => revisions::content(connection, post, number).await?,
        None => row.manuscript(),
    };
    row.work(post, newest, text, now)
}

impl WorkRow {
    /// The text as it was put in, by nobody who wrote it here.
    fn manuscript(&self) -> PostContent {
        PostContent {
            title: if self.title == UNTITLED { String::new() } else { self.title.clone() },
            slug: String::new(),
            form: self.form.as_deref().and_then(GuldkornForm::parse),
            quote: self.quote.clone(),
            source: self.source.clone(),
            teaser: self.teaser.clone(),
            author: self.author.clone(),
            body: self.body_markdown.clone(),
            picture: self.picture_id.clone(),
            picture_alt: self.picture_alt.clone(),
            picture_decorative: self.picture_id.is_some() && self.picture_alt.is_empty(),
            picture_caption: self.picture_caption.clone(),
            sensitive: self.sensitive,
            tags: self.tags.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            publish_at: String::new(),
        }
    }

    fn work(
        self,
        id: PostId,
        newest: Revision,
        text: PostContent,
        now: UnixMillis,
    ) -> Result<EditablePost, sqlx::Error> {
        let kind = PostKind::parse(&self.kind);
        let kind = kind.ok_or_else(|| sqlx::Error::Decode(format!("no kind: {}", self.kind).into()))?;
        let place = match (self.edition_id, self.edition_slug, self.edition_title, self.day, self.opens_at) {
            (Some(edition), Some(slug), Some(title), Some(day), Some(opens_at)) => {
                let is_published = self.edition_state.as_deref() == Some("published");
                Some(DoorRef { edition, slug, title, is_published, day, opens_at })
            }
            _ => None,
        };
        Ok(EditablePost {
            id,
            kind,
            slug: self.slug,
            status: PostStatus::of(&self.state, self.public_from, now),
            state: self.state,
            published_at: self.published_at,
            public_from: self.public_from,
            place,
            newest,
            published_revision: self.published_revision,
            trashed_at: self.trashed_at,
            is_from_elsewhere: self.is_from_elsewhere,
            updated_at: self.updated_at,
            text,
        })
    }
}

/// Begins a text and tells its number. Nothing of it is written yet.
///
/// # Errors
/// When the database refuses.
pub async fn begin(
    writer: &mut SqliteConnection,
    kind: PostKind,
    text: &PostContent,
    by: StaffId,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let post = sqlx::query_scalar(
        "insert into posts (kind, slug, title, form, created_by, created_at, updated_at)
         values ($1, 'utkast-' || lower(hex(randomblob(8))), $2, $3, $4, $5, $5) returning id",
    )
    .bind(kind.as_str())
    .bind(UNTITLED)
    .bind((kind == PostKind::Guldkorn).then_some(GuldkornForm::Story.as_str()))
    .bind(by)
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    put(writer, post, kind, text, now).await?;
    Ok(post)
}

/// Gives a text another state.
///
/// # Errors
/// When the state breaks a rule of the schema, or the database refuses.
pub async fn set_state(writer: &mut SqliteConnection, post: PostId, state: &str) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set state = $2 where id = $1").bind(post).bind(state).execute(writer).await?;
    Ok(())
}

/// Publishes a text from an instant on; `None`: its door decides.
///
/// # Errors
/// When the text has no quotation and needs one, or the database refuses.
pub async fn publish(
    writer: &mut SqliteConnection,
    post: PostId,
    from: Option<UnixMillis>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set state = 'published', published_at = $2, updated_at = $3 where id = $1")
        .bind(post)
        .bind(from)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}
