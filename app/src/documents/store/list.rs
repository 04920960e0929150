//! The staff's list of documents, and what uses one.

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqliteConnection, SqlitePool};

use super::document_columns;
use crate::documents::{Document, DocumentId};
use crate::ids::{EditionId, PostId};
use crate::time::UnixMillis;

/// Which documents are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words of title and file name; empty for all.
    pub(crate) words: String,
    /// Only those that nothing uses.
    pub(crate) unused: bool,
    /// Those in the bin, and no others.
    pub(crate) bin: bool,
}

/// A document in the list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct ListedDocument {
    #[sqlx(flatten)]
    pub(crate) document: Document,
    /// When it was added.
    pub(crate) created_at: UnixMillis,
    /// Name of the staff member who added it.
    pub(crate) added_by: Option<String>,
    /// Since when it is in the bin.
    pub(crate) deleted_at: Option<UnixMillis>,
    /// How many posts, calendars and drafts use it.
    pub(crate) uses: u32,
}

/// What uses a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Use {
    /// A post, whatever its status: its id, its title, and whether readers see it.
    Post(PostId, String, bool),
    /// What somebody writes of a post and readers do not have.
    Draft(PostId, String),
    /// The text of an edition of the calendar.
    Edition(EditionId, String),
}

impl Use {
    /// Returns the post that uses it; none for an edition.
    pub(crate) const fn post(&self) -> Option<PostId> {
        match self {
            Self::Post(post, ..) | Self::Draft(post, _) => Some(*post),
            Self::Edition(..) => None,
        }
    }
}

/// The posts and editions that use a document, whose id is a column or parameter: each once.
macro_rules! uses_of_document {
    ($id:literal) => {
        concat!(
            "select p.id, p.title, 0 as rank, p.public_from, p.public_until from post_documents u join posts p on p.id = u.post_id
                 where u.document_id = ",
            $id,
            " union all
              select p.id, p.title, 1, null, null from posts p
                  where not exists (select 1 from post_documents where post_id = p.id and document_id = ",
            $id,
            ") and (exists (select 1 from drafts where post_id = p.id and instr(content, '/dokument/' || ",
            $id,
            " || '/') > 0)
                 or exists (select 1 from revisions r where r.post_id = p.id and r.number > p.published_revision
                            and instr(r.content, '/dokument/' || ",
            $id,
            " || '/') > 0))
              union all
              select e.id, e.title, 2, null, null from editions e
                  where instr(e.introduction_markdown || e.introduction_html, '/dokument/' || ",
            $id,
            " || '/') > 0"
        )
    };
}

/// A row of [`uses_of_document!`]: id, title, rank, and from when and until when readers see it.
type UseRow = (i64, String, u8, Option<UnixMillis>, Option<UnixMillis>);

/// Lists what uses a document.
pub(crate) async fn uses(
    connection: &mut SqliteConnection,
    id: DocumentId,
    now: UnixMillis,
) -> Result<Vec<Use>, sqlx::Error> {
    let rows: Vec<UseRow> =
        sqlx::query_as(concat!("select * from (", uses_of_document!("$1"), ") order by rank, title"))
            .bind(id)
            .fetch_all(connection)
            .await?;
    let used = |(id, title, rank, from, until): UseRow| match rank {
        0 => {
            let is_public = from.is_some_and(|from| from <= now) && until.is_some_and(|until| now < until);
            Use::Post(PostId(id), title, is_public)
        }
        1 => Use::Draft(PostId(id), title),
        _ => Use::Edition(EditionId(id), title),
    };
    Ok(rows.into_iter().map(used).collect())
}

/// Counts the documents that a filter leaves.
pub(crate) async fn count(reader: &SqlitePool, filter: &Filter) -> Result<u32, sqlx::Error> {
    let mut query = QueryBuilder::new("select count(*) from (");
    push_list(&mut query, filter);
    query.push(")").build_query_scalar().fetch_one(reader).await
}

/// Lists documents, newest first: at most `limit` after the first `skip`.
pub(crate) async fn page(
    reader: &SqlitePool,
    filter: &Filter,
    limit: u32,
    skip: u32,
) -> Result<Vec<ListedDocument>, sqlx::Error> {
    let mut query = QueryBuilder::new("");
    push_list(&mut query, filter);
    query.push(" order by d.created_at desc, d.id limit ").push_bind(limit).push(" offset ").push_bind(skip);
    query.build_query_as().fetch_all(reader).await
}

fn push_list(query: &mut QueryBuilder<Sqlite>, filter: &Filter) {
    query.push(concat!(
        "select ",
        document_columns!(),
        ", d.created_at, d.deleted_at, s.name as added_by, (select count(*) from (",
        uses_of_document!("d.id"),
        ")) as uses
          from documents d join document_files f on f.id = d.file_id left join staff s on s.id = d.added_by
          where (d.deleted_at is not null) = "
    ));
    query.push_bind(filter.bin);
    for word in filter.words.split_whitespace() {
        query.push(" and (0");
        for spelling in spellings(word) {
            let pattern = format!("%{}%", spelling.replace(['%', '_'], " "));
            query.push(" or d.title like ").push_bind(pattern.clone());
            query.push(" or f.name like ").push_bind(pattern);
        }
        query.push(")");
    }
    if filter.unused {
        query.push(" and uses = 0");
    }
}

/// Returns a word in lower case, with a capital, and in capitals: `like` takes å and Å for different letters.
fn spellings(word: &str) -> [String; 3] {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    let capitalized = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    [lower.clone(), capitalized, lower.to_uppercase()]
}
