//! The SQL of the ledger.

pub mod papers;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{Consent, ConsentStatus, TypedConsent};
use crate::ids::PostId;
use crate::time::{DAY, UnixMillis};

/// The columns of [`Consent`], of a row `c`.
macro_rules! consent_columns {
    () => {
        "c.post_id, c.state, c.on_site, c.in_social_media, c.in_print, c.in_embeds, c.given_how, c.given_on, c.ends_at,
         c.withdrawn_at, c.version"
    };
}

/// What becomes of the person that is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedPerson {
    /// It stays as it is, as when it cannot be read just now.
    Stays,
    /// It is this one; none: nothing is written down.
    Is(Option<Vec<u8>>),
}

/// Finds the entry of a text; none when nobody has marked it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(connection: &mut SqliteConnection, post: PostId) -> Result<Option<Consent>, sqlx::Error> {
    sqlx::query_as(concat!("select ", consent_columns!(), " from consents c where c.post_id = $1"))
        .bind(post)
        .fetch_optional(connection)
        .await
}

/// Returns the sealed person of a text, if one is written down.
///
/// # Errors
/// When the database cannot be read.
pub async fn sealed(reader: &SqlitePool, post: PostId) -> Result<Option<Vec<u8>>, sqlx::Error> {
    let sealed: Option<Option<Vec<u8>>> =
        sqlx::query_scalar("select sealed from consents where post_id = $1")
            .bind(post)
            .fetch_optional(reader)
            .await?;
    Ok(sealed.flatten())
}

/// Writes an entry, or changes it. What was taken back is no longer, since somebody has said yes again or is asked anew.
///
/// # Errors
/// When the database refuses.
pub async fn save(
    writer: &mut SqliteConnection,
    post: PostId,
    typed: &TypedConsent,
    person: &SealedPerson,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into consents (post_id, state, on_site, in_social_media, in_print, in_embeds, given_how, given_on, ends_at,
             withdrawn_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $2 = 'withdrawn' then $10 end, $10)
         on conflict (post_id) do update set state = excluded.state, on_site = excluded.on_site,
             in_social_media = excluded.in_social_media, in_print = excluded.in_print, in_embeds = excluded.in_embeds,
             given_how = excluded.given_how, given_on = excluded.given_on, ends_at = excluded.ends_at,
             withdrawn_at = case when excluded.state = 'withdrawn' then coalesce(consents.withdrawn_at, $10) end,
             changed_at = excluded.changed_at, version = consents.version + 1",
    )
    .bind(post)
    .bind(typed.state)
    .bind(typed.scope.on_site)
    .bind(typed.scope.in_social_media)
    .bind(typed.scope.in_print)
    .bind(typed.scope.in_embeds)
    .bind(typed.given_how.as_str())
    .bind(&typed.given_on)
    .bind(typed.ends_at)
    .bind(now)
    .execute(&mut *writer)
    .await?;
    if let SealedPerson::Is(sealed) = person {
        sqlx::query("update consents set sealed = $2 where post_id = $1")
            .bind(post)
            .bind(sealed)
            .execute(writer)
            .await?;
    }
    Ok(())
}

/// Notes that the person has taken consent back. Triggers end links by which others see the text.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update consents set state = 'withdrawn', withdrawn_at = $2, changed_at = $2, version = version + 1
         where post_id = $1",
    )
    .bind(post)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Deletes the entry of a text that tells of nobody.
///
/// # Errors
/// When the database refuses.
pub async fn remove(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from consents where post_id = $1").bind(post).execute(writer).await?;
    Ok(())
}

/// Marks a text that was made of another one, if that one tells of somebody: the person has to be asked about this one, too.
///
/// # Errors
/// When the database refuses.
pub async fn mark_copy(
    writer: &mut SqliteConnection,
    post: PostId,
    source: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or ignore into consents (post_id, state, changed_at)
         select $1, 'unknown', $3 from consents where post_id = $2",
    )
    .bind(post)
    .bind(source)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Marks a text of which nothing is known but that it tells of somebody. One that is marked already stays as it is.
///
/// # Errors
/// When the database refuses.
pub async fn mark(writer: &mut SqliteConnection, post: PostId, now: UnixMillis) -> Result<(), sqlx::Error> {
    sqlx::query("insert or ignore into consents (post_id, state, changed_at) values ($1, 'unknown', $2)")
        .bind(post)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns when a text that readers have next ceases to be public because its consent ends.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_end(reader: &SqlitePool, now: UnixMillis) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(public_until) from posts
         where public_until > $1 and public_until < 9223372036854775807 and public_from < public_until",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// An entry of the list, with its text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ListedConsent {
    /// The entry without the person.
    #[sqlx(flatten)]
    pub consent: Consent,
    /// The text's title as it was saved.
    pub title: String,
    /// The sealed person, if one is written down.
    pub sealed: Option<Vec<u8>>,
}

/// Returns the entries, what ends next first, then what has no end, by title, and last what was taken back. Texts in the trash
/// are not among them.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(
    reader: &SqlitePool,
    status: Option<ConsentStatus>,
    now: UnixMillis,
) -> Result<Vec<ListedConsent>, sqlx::Error> {
    let entries: Vec<ListedConsent> = sqlx::query_as(concat!(
        "select ",
        consent_columns!(),
        ", p.title, c.sealed from consents c join posts p on p.id = c.post_id
         where p.state <> 'trash'
         order by c.state = 'withdrawn', c.ends_at is null, c.ends_at, p.title collate swedish, p.id"
    ))
    .fetch_all(reader)
    .await?;
    let is_asked_for =
        |entry: &ListedConsent| status.is_none_or(|status| entry.consent.status(now) == status);
    Ok(entries.into_iter().filter(is_asked_for).collect())
}

/// Returns all entries, those of texts in the trash, too.
///
/// # Errors
/// When the database cannot be read.
pub async fn everywhere(reader: &SqlitePool) -> Result<Vec<EntryAnywhere>, sqlx::Error> {
    sqlx::query_as(
        "select c.post_id as post, p.title, c.sealed from consents c join posts p on p.id = c.post_id
         order by p.title collate swedish, p.id",
    )
    .fetch_all(reader)
    .await
}

/// An entry, whatever has become of its text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EntryAnywhere {
    /// The text, which may be in the trash.
    pub post: PostId,
    /// The text's title as it was saved.
    pub title: String,
    /// The sealed person, if one is written down.
    pub sealed: Option<Vec<u8>>,
}

/// How many consents end soon or have ended, to texts that are not withdrawn. Each is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Ending {
    /// Those that have ended by themselves.
    pub ended: u32,
    /// Those that end within 7 days.
    pub within_7: u32,
    /// Those that end within 30 days, and not sooner.
    pub within_30: u32,
    /// Those that end within 60 days, and not sooner.
    pub within_60: u32,
}

/// Counts the consents that staff have to see to.
///
/// # Errors
/// When the database cannot be read.
pub async fn ending(reader: &SqlitePool, now: UnixMillis) -> Result<Ending, sqlx::Error> {
    sqlx::query_as(
        "select count(*) filter (where c.ends_at <= $1) as ended,
             count(*) filter (where c.ends_at > $1 and c.ends_at <= $2) as within_7,
             count(*) filter (where c.ends_at > $2 and c.ends_at <= $3) as within_30,
             count(*) filter (where c.ends_at > $3 and c.ends_at <= $4) as within_60
         from consents c join posts p on p.id = c.post_id
         where c.ends_at is not null and c.state = 'given' and p.state not in ('trash', 'withdrawn')",
    )
    .bind(now)
    .bind(now + 7 * DAY)
    .bind(now + 30 * DAY)
    .bind(now + 60 * DAY)
    .fetch_one(reader)
    .await
}
