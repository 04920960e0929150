//! The posts' SQL. Every query for the public asks for `public_from <= now`: the rule of visibility, whose answer
//! the database keeps (see `migrations/0003_calendar.sql`).

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::types::{DoorRef, PostKind, Tag, Teaser};
use crate::calendar::NuggetForm;
use crate::media::Picture;
use crate::time;

/// A public post as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PostRow {
    pub(crate) id: i64,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) form: Option<String>,
    pub(crate) quote: String,
    pub(crate) source: String,
    pub(crate) teaser: String,
    pub(crate) author: String,
    pub(crate) body_markdown: String,
    pub(crate) body_html: String,
    pub(crate) sensitive: bool,
    pub(crate) public_from: i64,
    #[sqlx(flatten)]
    picture: PictureRow,
}

/// A public post in a list, as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct TeaserRow {
    id: i64,
    slug: String,
    title: String,
    teaser: String,
    public_from: i64,
    #[sqlx(flatten)]
    picture: PictureRow,
}

#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(clippy::struct_field_names, reason = "the names of the queries' columns")]
struct PictureRow {
    picture_id: Option<String>,
    picture_alt: String,
    picture_caption: String,
    picture_width: Option<u32>,
    picture_height: Option<u32>,
    /// Comma-separated.
    picture_widths: Option<String>,
}

impl PictureRow {
    fn picture(&self) -> Option<Picture> {
        let mut widths: Vec<u32> =
            self.picture_widths.as_deref()?.split(',').filter_map(|width| width.parse().ok()).collect();
        widths.sort_unstable();
        Some(Picture {
            id: self.picture_id.clone()?,
            width: self.picture_width?,
            height: self.picture_height?,
            widths,
            alt: self.picture_alt.clone(),
            caption: self.picture_caption.clone(),
        })
    }
}

impl PostRow {
    /// Its picture, if it has one.
    pub(crate) fn picture(&self) -> Option<Picture> {
        self.picture.picture()
    }

    /// The post as a list shows it.
    pub(crate) async fn head(&self, reader: &SqlitePool) -> Result<Teaser, sqlx::Error> {
        let row = TeaserRow {
            id: self.id,
            slug: self.slug.clone(),
            title: self.title.clone(),
            teaser: self.teaser.clone(),
            public_from: self.public_from,
            picture: self.picture.clone(),
        };
        row.teaser(reader).await
    }
}

impl TeaserRow {
    async fn teaser(self, reader: &SqlitePool) -> Result<Teaser, sqlx::Error> {
        let day = time::at_home(time::from_millis(self.public_from)).date();
        Ok(Teaser {
            tags: tags_of(reader, self.id).await?,
            door: door_of(reader, self.id).await?,
            picture: self.picture.picture(),
            date: time::date_with_year(day),
            iso_date: day.to_string(),
            slug: self.slug,
            title: self.title,
            teaser: self.teaser,
        })
    }
}

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
    pub form: Option<NuggetForm>,
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
    pub published_at: Option<i64>,
    /// Its subjects, by slug.
    pub tags: Vec<String>,
}

/// The blog's posts, newest first, from the `skip`th on.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest_posts(
    reader: &SqlitePool,
    now: i64,
    limit: u32,
    skip: u32,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let rows: Vec<TeaserRow> = sqlx::query_as(
        "select p.id, p.slug, p.title, p.teaser, p.public_from, p.picture_id, p.picture_alt, p.picture_caption,
             i.width as picture_width, i.height as picture_height,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths
         from posts p left join pictures i on i.id = p.picture_id
         where p.kind in ('article', 'guldkorn') and p.public_from <= $1
         order by p.public_from desc, p.id desc limit $2 offset $3",
    )
    .bind(now)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await?;
    let mut teasers = Vec::with_capacity(rows.len());
    for row in rows {
        teasers.push(row.teaser(reader).await?);
    }
    Ok(teasers)
}

/// How many posts the blog has.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_posts(reader: &SqlitePool, now: i64) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from posts where kind in ('article', 'guldkorn') and public_from <= $1",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// The number of the public post at an address.
///
/// # Errors
/// `RowNotFound` when there is none that the public may see.
pub async fn find_public(
    reader: &SqlitePool,
    kinds: &[PostKind],
    slug: &str,
    now: i64,
) -> Result<i64, sqlx::Error> {
    let (id, kind): (i64, String) =
        sqlx::query_as("select id, kind from posts where slug = $1 and public_from <= $2")
            .bind(slug)
            .bind(now)
            .fetch_one(reader)
            .await?;
    if kinds.iter().any(|wanted| wanted.as_str() == kind) { Ok(id) } else { Err(sqlx::Error::RowNotFound) }
}

/// A public post.
///
/// # Errors
/// `RowNotFound` when there is none that the public may see.
pub async fn public_post(reader: &SqlitePool, id: i64, now: i64) -> Result<PostRow, sqlx::Error> {
    sqlx::query_as(
        "select p.id, p.slug, p.title, p.form, p.quote, p.source, p.teaser, p.author, p.body_markdown,
             p.body_html, p.sensitive, p.public_from, p.picture_id, p.picture_alt, p.picture_caption,
             i.width as picture_width, i.height as picture_height,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths
         from posts p left join pictures i on i.id = p.picture_id
         where p.id = $1 and p.public_from <= $2",
    )
    .bind(id)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Address and title of the posts before and after a public post in the blog.
///
/// # Errors
/// When the database cannot be read.
pub async fn neighbours(
    reader: &SqlitePool,
    post: &PostRow,
    now: i64,
) -> Result<[Option<(String, String)>; 2], sqlx::Error> {
    let older = sqlx::query_as(
        "select slug, title from posts
         where kind in ('article', 'guldkorn') and (public_from, id) < ($1, $2) and public_from <= $3
         order by public_from desc, id desc limit 1",
    );
    let newer = sqlx::query_as(
        "select slug, title from posts
         where kind in ('article', 'guldkorn') and (public_from, id) > ($1, $2) and public_from <= $3
         order by public_from, id limit 1",
    );
    Ok([
        older.bind(post.public_from).bind(post.id).bind(now).fetch_optional(reader).await?,
        newer.bind(post.public_from).bind(post.id).bind(now).fetch_optional(reader).await?,
    ])
}

/// When the next text becomes public.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_publication(reader: &SqlitePool, now: i64) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("select min(public_from) from posts where public_from > $1")
        .bind(now)
        .fetch_one(reader)
        .await
}

async fn tags_of(reader: &SqlitePool, post: i64) -> Result<Vec<Tag>, sqlx::Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select t.slug, t.name from post_tags pt join tags t on t.id = pt.tag_id
         where pt.post_id = $1 order by t.name",
    )
    .bind(post)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(slug, name)| Tag { slug, name }).collect())
}

async fn door_of(reader: &SqlitePool, post: i64) -> Result<Option<DoorRef>, sqlx::Error> {
    let row: Option<(String, String, u16)> = sqlx::query_as(
        "select e.slug, e.title, d.day from doors d join editions e on e.id = d.edition_id
         where d.post_id = $1 and e.state = 'published'",
    )
    .bind(post)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(|(edition, edition_title, day)| DoorRef { edition, edition_title, day }))
}

/// Saves a new post and tells its number.
///
/// # Errors
/// When its address or title breaks a rule of the schema, a tag does not exist, or the database refuses.
pub async fn add_post(writer: &mut SqliteConnection, post: &NewPost, now: i64) -> Result<i64, sqlx::Error> {
    let id = sqlx::query_scalar(
        "insert into posts (kind, slug, title, form, quote, source, teaser, author, body_markdown, body_html,
             picture_id, picture_alt, picture_caption, sensitive, state, published_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17) returning id",
    )
    .bind(post.kind.as_str())
    .bind(&post.slug)
    .bind(&post.title)
    .bind(post.form.map(NuggetForm::as_str))
    .bind(&post.quote)
    .bind(&post.source)
    .bind(&post.teaser)
    .bind(&post.author)
    .bind(&post.body)
    .bind(super::markdown::to_html(&post.body))
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
