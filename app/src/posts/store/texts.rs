//! Posts as staff work on them: loading, beginning and publishing.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::content::{ContentRow, UNTITLED, content_columns, write_content};
use super::newest::join_newest;
use super::renditions::{self, address_slug};
use super::revisions;
use crate::ids::EditionId;
use crate::posts::{
    DoorRef, DraftVersion, EditablePost, GuldkornForm, NewestDraft, OriginalRef, PostContent, PostId,
    PostKind, PostState, PostStatus, PreparedContent, RenditionKind, Revision,
};
use crate::staff::StaffId;
use crate::time::UnixMillis;

#[derive(sqlx::FromRow)]
struct EditableRow {
    id: PostId,
    kind: PostKind,
    slug: String,
    address: String,
    state: PostState,
    published_at: Option<UnixMillis>,
    public_from: Option<UnixMillis>,
    public_until: UnixMillis,
    published_revision: Revision,
    trashed_at: Option<UnixMillis>,
    begun_by: Option<StaffId>,
    updated_at: UnixMillis,
    #[sqlx(flatten)]
    content: ContentRow,
    /// The newest revision and its content as JSON, if there is one.
    newest: Option<Revision>,
    newest_content: Option<String>,
    /// The newest draft, if it is newer than that revision.
    draft_by: Option<StaffId>,
    draft_by_name: Option<String>,
    draft_version: Option<DraftVersion>,
    draft_content: Option<String>,
    original_id: Option<PostId>,
    easy_read: bool,
    original_revision: Revision,
    original_kind: Option<PostKind>,
    original_title: Option<String>,
    edition_id: Option<EditionId>,
    edition_slug: Option<String>,
    edition_title: Option<String>,
    edition_is_published: Option<bool>,
    day: Option<u16>,
    opens_at: Option<UnixMillis>,
}

macro_rules! select_editable {
    () => {
        concat!(
            "select p.id, p.kind, p.slug, ",
            address_slug!("p"),
            " as address, p.state, p.published_at, p.public_from, p.public_until, p.published_revision, p.trashed_at,
                 p.created_by as begun_by, p.updated_at, ",
            content_columns!(),
            ", r.number as newest, r.content as newest_content,
                 k.staff_id as draft_by, s.name as draft_by_name, k.saved_at as draft_version,
                 k.content as draft_content,
                 p.original_id, p.easy_read, p.original_revision, o.kind as original_kind, o.title as original_title,
                 e.id as edition_id, e.slug as edition_slug, e.title as edition_title,
                 e.state = 'published' as edition_is_published, d.day, d.opens_at
             from posts p join search_tags t on t.post_id = p.id",
            join_newest!(),
            " left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
              left join posts o on o.id = p.original_id"
        )
    };
}

/// Loads a post.
///
/// # Errors
/// `RowNotFound` when there is no such post.
pub async fn find(reader: &SqlitePool, post: PostId, now: UnixMillis) -> Result<EditablePost, sqlx::Error> {
    load(&mut *reader.acquire().await?, post, now).await
}

/// Loads a post as a transaction under way sees it.
///
/// # Errors
/// `RowNotFound` when there is no such post.
pub async fn load(
    connection: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<EditablePost, sqlx::Error> {
    let row: EditableRow = sqlx::query_as(concat!(select_editable!(), " where p.id = $1"))
        .bind(post)
        .fetch_one(connection)
        .await?;
    row.editable(now)
}

/// Loads the posts on the doors of an edition, in day order, without blank ones.
///
/// # Errors
/// When the database cannot be read.
pub async fn on_doors(
    reader: &SqlitePool,
    edition: EditionId,
    now: UnixMillis,
) -> Result<Vec<EditablePost>, sqlx::Error> {
    let rows: Vec<EditableRow> =
        sqlx::query_as(concat!(select_editable!(), " where d.edition_id = $1 order by d.day"))
            .bind(edition)
            .fetch_all(reader)
            .await?;
    let posts: Result<Vec<_>, _> = rows.into_iter().map(|row| row.editable(now)).collect();
    Ok(posts?.into_iter().filter(|post| !post.is_blank()).collect())
}

impl EditableRow {
    fn editable(self, now: UnixMillis) -> Result<EditablePost, sqlx::Error> {
        let door = match (self.edition_id, self.edition_slug, self.edition_title, self.day, self.opens_at) {
            (Some(edition), Some(slug), Some(title), Some(day), Some(opens_at)) => {
                let is_published = self.edition_is_published == Some(true);
                Some(DoorRef { edition, slug, title, is_published, day, opens_at })
            }
            _ => None,
        };
        let language = self.content.language();
        let original = match (self.original_id, self.original_kind, self.original_title) {
            (Some(id), Some(kind), Some(title)) => {
                let told = renditions::told(self.easy_read, language);
                Some(OriginalRef { id, kind, title, told, seen: self.original_revision })
            }
            _ => None,
        };
        // A rendition is in the language in which it was begun, whatever a form said.
        let in_language = |content: PostContent| match original {
            Some(_) => PostContent { language, ..content },
            None => content,
        };
        let content = in_language(match &self.newest_content {
            Some(json) => revisions::parse(json)?,
            None => PostContent { slug: self.content.chosen_slug(&self.slug), ..self.content.into() },
        });
        let draft = match (self.draft_by, self.draft_by_name, self.draft_version, &self.draft_content) {
            (Some(by), Some(name), Some(version), Some(json)) => {
                Some(NewestDraft { by, name, version, content: in_language(revisions::parse(json)?) })
            }
            _ => None,
        };
        Ok(EditablePost {
            id: self.id,
            kind: self.kind,
            slug: self.address,
            status: PostStatus::of(self.state, (self.public_from, self.public_until), now),
            published_at: self.published_at,
            public_from: self.public_from,
            public_until: self.public_until,
            original,
            door,
            newest: self.newest.unwrap_or_default(),
            published_revision: self.published_revision,
            trashed_at: self.trashed_at,
            begun_by: self.begun_by,
            updated_at: self.updated_at,
            content,
            draft,
        })
    }
}

/// Begins a post and returns its id.
///
/// # Errors
/// When the database refuses.
pub async fn create(
    writer: &mut SqliteConnection,
    content: &PreparedContent,
    by: StaffId,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let post = sqlx::query_scalar(concat!(
        "insert into posts (id, kind, slug, title, form, created_by, created_at, updated_at) values (",
        next_post_id!(),
        ", $1, 'utkast-' || lower(hex(randomblob(8))), $2, $3, $4, $5, $5) returning id"
    ))
    .bind(content.kind)
    .bind(UNTITLED)
    .bind((content.kind == PostKind::Guldkorn).then_some(GuldkornForm::Story))
    .bind(by)
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    write_content(writer, post, content, now).await?;
    Ok(post)
}

/// Begins a rendition of a post, held against a revision of it, and returns its id.
pub(in crate::posts) async fn create_rendition(
    writer: &mut SqliteConnection,
    content: &PreparedContent,
    (original, told, seen): (PostId, RenditionKind, Revision),
    by: StaffId,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let post = sqlx::query_scalar(
        "insert into posts (kind, slug, title, language, original_id, easy_read, original_revision, created_by,
             created_at, updated_at)
         values ('rendition', 'utkast-' || lower(hex(randomblob(8))), $1, $2, $3, $4, $5, $6, $7, $7) returning id",
    )
    .bind(UNTITLED)
    .bind(content.language)
    .bind(original)
    .bind(told.is_easy_read())
    .bind(seen)
    .bind(by)
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    write_content(writer, post, content, now).await?;
    Ok(post)
}

/// Sets the state of a post.
///
/// # Errors
/// When the state breaks a rule of the schema.
pub async fn set_state(
    writer: &mut SqliteConnection,
    post: PostId,
    state: PostState,
) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set state = $2 where id = $1").bind(post).bind(state).execute(writer).await?;
    Ok(())
}

/// Publishes a post from an instant on; none: its door decides.
///
/// # Errors
/// When the post has no quotation and needs one.
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
