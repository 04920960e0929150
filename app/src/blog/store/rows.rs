//! Rows of public posts, and the types that are made from them.

use crate::consent::Scope;
use crate::ids::PostId;
use crate::posts::{GuldkornForm, Language};
use crate::time::UnixMillis;
use std::collections::HashMap;

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqlitePool};

use crate::blog::panel::Panel;
use crate::blog::types::{DoorLink, Teaser};
use crate::calendar::Guldkorn;
use crate::media::{Picture, PictureRow};
use crate::posts::tags::{Drawing, Tag};
use crate::{calendar, time};

/// The columns of [`TeaserRow`], for a post `p` from [`teaser_tables!`].
macro_rules! teaser_columns {
    () => {
        concat!(
            "p.id, p.slug, p.title, p.language, p.teaser, p.public_from, p.form, p.quote, p.sensitive, e.slug as edition, e.title as edition_title, d.day, ",
            $crate::media::picture_columns!()
        )
    };
}
/// The tables of [`teaser_columns!`].
macro_rules! teaser_tables {
    () => {
        "posts p left join pictures i on i.id = p.picture_id
             left join doors d on d.post_id = p.id
             left join editions e on e.id = d.edition_id and e.state = 'published'"
    };
}
pub(super) use {teaser_columns, teaser_tables};

/// The row of a public post.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct PostRow {
    #[sqlx(flatten)]
    pub(crate) head: TeaserRow,
    pub(crate) form: Option<GuldkornForm>,
    pub(crate) quote: String,
    pub(crate) source: String,
    pub(crate) author: String,
    pub(crate) body_markdown: String,
    pub(crate) body_html: String,
    pub(crate) sensitive: bool,
    #[sqlx(flatten)]
    pub(crate) scope: Scope,
    created_at: UnixMillis,
    updated_at: UnixMillis,
}

/// The row of a public post in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct TeaserRow {
    pub(crate) id: PostId,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) teaser: String,
    pub(crate) public_from: UnixMillis,
    pub(crate) form: Option<GuldkornForm>,
    pub(crate) quote: String,
    pub(crate) sensitive: bool,
    #[sqlx(flatten)]
    picture: PictureRow,
    edition: Option<String>,
    edition_title: Option<String>,
    day: Option<u16>,
}

impl PostRow {
    /// Returns when readers last saw the post change. Changes from before it became public do not count, nor does the
    /// future.
    pub(crate) fn changed_at(&self, now: UnixMillis) -> UnixMillis {
        changed_at(self.head.public_from, self.created_at, self.updated_at, now)
    }

    /// Returns the post as a guldkorn; `None` for posts of other kinds.
    pub(crate) fn guldkorn(&self) -> Option<Guldkorn> {
        Some(Guldkorn {
            slug: self.head.slug.clone(),
            title: self.head.title.clone(),
            language: self.head.language,
            form: self.form?,
            quote: self.quote.clone(),
            source: self.source.clone(),
            teaser: self.head.teaser.clone(),
            body_html: self.body_html.clone(),
            picture: self.head.picture(),
            sensitive: self.sensitive,
            scope: self.scope,
        })
    }
}

/// See [`PostRow::changed_at`]. A post that was never saved again has not changed.
pub(super) fn changed_at(
    public_from: UnixMillis,
    created_at: UnixMillis,
    updated_at: UnixMillis,
    now: UnixMillis,
) -> UnixMillis {
    if updated_at > created_at { updated_at.max(public_from).min(now.max(public_from)) } else { public_from }
}

impl TeaserRow {
    /// Returns the post's own picture, if it has one.
    pub(crate) fn picture(&self) -> Option<Picture> {
        self.picture.picture()
    }

    /// Returns the door on which the post hangs: the edition's slug and the day.
    pub(crate) fn door(&self) -> Option<(&str, u16)> {
        self.edition.as_deref().zip(self.day)
    }

    fn teaser(self, tags: Vec<Tag>, panel: Panel, now: UnixMillis) -> Teaser {
        let [day, today] = [self.public_from, now].map(|at| time::at_home(time::from_millis(at)).date());
        let door = match (self.edition, self.edition_title, self.day) {
            (Some(edition), Some(edition_title), Some(day)) => Some(DoorLink { edition, edition_title, day }),
            _ => None,
        };
        Teaser {
            tags,
            door,
            picture: self.picture.picture(),
            date: time::date_near(day, today),
            date_with_year: self.language.beside().date_with_year(day),
            iso_date: day.to_string(),
            year: day.year(),
            slug: self.slug,
            title: self.title,
            language: self.language,
            teaser: self.teaser,
            panel,
        }
    }
}

/// Makes teasers of rows, in the same order. The tags of all posts are read in one query, and the editions in another.
pub(crate) async fn teasers(
    reader: &SqlitePool,
    rows: Vec<TeaserRow>,
    now: UnixMillis,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let mut tags = tags_of(reader, &rows).await?;
    let on_door = rows.iter().any(|row| row.door().is_some());
    let editions = if on_door { calendar::store::public_editions(reader).await? } else { Vec::new() };
    Ok(rows
        .into_iter()
        .map(|row| {
            let (tags, drawings): (Vec<_>, Vec<_>) =
                tags.remove(&row.id).unwrap_or_default().into_iter().unzip();
            let panel = Panel::of_post(&row, &editions, &drawings);
            row.teaser(tags, panel, now)
        })
        .collect())
}

/// Reads the tags of posts by name, each with its drawing.
async fn tags_of(
    reader: &SqlitePool,
    posts: &[TeaserRow],
) -> Result<HashMap<PostId, Vec<(Tag, Drawing)>>, sqlx::Error> {
    let mut tags: HashMap<PostId, Vec<(Tag, Drawing)>> = HashMap::new();
    if posts.is_empty() {
        return Ok(tags);
    }
    let mut query = QueryBuilder::<Sqlite>::new(
        "select pt.post_id, t.slug, t.name, t.drawing from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id in (",
    );
    let mut ids = query.separated(", ");
    for post in posts {
        ids.push_bind(post.id);
    }
    ids.push_unseparated(") order by t.name collate swedish");
    let rows: Vec<(PostId, String, String, Option<String>)> =
        query.build_query_as().fetch_all(reader).await?;
    for (post, slug, name, drawing) in rows {
        let drawing = Drawing::of_tag(drawing.as_deref(), &slug);
        tags.entry(post).or_default().push((Tag { slug, name }, drawing));
    }
    Ok(tags)
}
