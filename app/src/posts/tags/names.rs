//! Subjects by name, as writers give them.

use crate::posts::TagId;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::posts::slug_of;

/// The names of all subjects, in alphabetical order.
///
/// # Errors
/// When the database cannot be read.
pub async fn tag_names(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select name from tags order by name collate swedish").fetch_all(reader).await
}

/// Whether two names are of one subject: "Små steg" and "små steg" are.
pub fn is_same_tag(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A name as the subject spells it that there is already.
///
/// # Errors
/// When the database cannot be read.
pub async fn tag_spelling(reader: &mut SqliteConnection, name: &str) -> Result<String, sqlx::Error> {
    let names: Vec<String> = sqlx::query_scalar("select name from tags").fetch_all(reader).await?;
    let known = names.into_iter().find(|known| is_same_tag(known, name));
    Ok(known.unwrap_or_else(|| name.to_owned()))
}

/// The number of a subject, which is added if it is new.
///
/// # Errors
/// When the database refuses.
pub async fn tag_named(writer: &mut SqliteConnection, name: &str) -> Result<TagId, sqlx::Error> {
    let slug = Some(slug_of(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "etikett".to_owned());
    let mut number = 1;
    loop {
        let slug = if number == 1 { slug.clone() } else { format!("{slug}-{number}") };
        let known: Option<(TagId, String)> =
            sqlx::query_as("select id, name from tags where slug = $1 or name = $2")
                .bind(&slug)
                .bind(name)
                .fetch_optional(&mut *writer)
                .await?;
        match known {
            None => {
                if let Some(id) = renamed(writer, &slug).await? {
                    return Ok(id);
                }
                return sqlx::query_scalar("insert into tags (slug, name) values ($1, $2) returning id")
                    .bind(slug)
                    .bind(name)
                    .fetch_one(writer)
                    .await;
            }
            Some((id, known)) if is_same_tag(&known, name) => return Ok(id),
            // "Mod!" and "mod" make the same address and are two subjects.
            Some(_) => number += 1,
        }
    }
}

/// The subject that had an address before, or that one with that address became a part of: what is saved with an
/// older name goes with it.
async fn renamed(writer: &mut SqliteConnection, slug: &str) -> Result<Option<TagId>, sqlx::Error> {
    sqlx::query_scalar("select tag_id from tag_redirects where slug = $1")
        .bind(slug)
        .fetch_optional(writer)
        .await
}
