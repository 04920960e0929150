//! The rules. Whatever is taken away comes with what is needed to put it back.

use crate::posts::{PostId, TagId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::store;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::posts::{is_slug, slug_of};
use crate::staff::Staff;
use crate::state::AppState;

const LONGEST: usize = 60;

/// The longest last part of an address.
const LONGEST_SLUG: usize = 80;

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TagError {
    /// No name, or too long a one.
    Name,
    /// Another subject has the name.
    NameTaken,
    /// Not an address.
    Slug,
    /// Another subject has the address.
    SlugTaken,
    /// Nothing to merge it into.
    Into,
    /// Somebody else has deleted it.
    Unknown,
    /// Somebody else has changed it meanwhile: its name and address now.
    Overtaken(String, String),
}

impl TagError {
    /// What the page says.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Overtaken(name, slug) => {
                return format!(
                    "Någon annan har ändrat etiketten sedan du öppnade sidan. Nu heter den ”{name}” och har adressen \
                     ”{slug}”. Inget av ditt är sparat. Spara igen om det är ditt som ska gälla."
                );
            }
            Self::Name => "Skriv etikettens namn, högst 60 tecken och utan kommatecken.",
            Self::NameTaken => "En annan etikett heter så. Välj ett annat namn, eller slå ihop dem.",
            Self::Slug => "Skriv adressen med små bokstäver a–z, siffror och bindestreck, högst 60 tecken.",
            Self::SlugTaken => "En annan etikett har den adressen. Skriv en annan.",
            Self::Into => "Välj en annan etikett som den ska bli en del av.",
            Self::Unknown => "Etiketten finns inte längre. Se i listan vad som gäller nu.",
        }
        .into()
    }

    /// The field that it is about.
    pub(crate) const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Name | Self::NameTaken => Some("name"),
            Self::Slug | Self::SlugTaken => Some("slug"),
            Self::Into => Some("into"),
            Self::Unknown | Self::Overtaken(..) => None,
        }
    }
}

/// A subject that was deleted, or became a part of another, with all that it takes to put it back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deleted {
    /// Its name.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// The numbers of its texts, with commas between.
    pub texts: String,
    /// The addresses that it had before, with commas between.
    pub former: String,
    /// The number of the subject that it became a part of; 0 for none.
    pub into: TagId,
    /// The numbers of the texts that got that subject then, with commas between.
    pub given: String,
}

/// Two subjects that became one: the name of what is left, and what is needed to part them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) into: String,
    pub(crate) back: Deleted,
}

type Done<T> = Result<Result<T, TagError>, AppError>;

/// Names a subject.
pub(crate) async fn add(state: &AppState, staff: &Staff, name: &str) -> Done<String> {
    let Some(name) = read_name(name) else { return Ok(Err(TagError::Name)) };
    let mut tx = state.db.write_content().await?;
    if is_known(&mut tx, &name, TagId::NONE).await? {
        return Ok(Err(TagError::NameTaken));
    }
    let slug = free_slug(&mut tx, &name, TagId::NONE).await?;
    store::add(&mut tx, &slug, &name).await?;
    note(&mut tx, state, staff, AuditAction::TagAdded, &name).await?;
    tx.commit().await?;
    Ok(Ok(name))
}

/// Gives a subject another name and address. An empty address is made from the name. `was` is the name and address
/// that the change was thought for.
pub(crate) async fn change(
    state: &AppState,
    staff: &Staff,
    id: TagId,
    was: (&str, &str),
    (name, slug): (&str, &str),
) -> Done<String> {
    let Some(name) = read_name(name) else { return Ok(Err(TagError::Name)) };
    let mut tx = state.db.write_content().await?;
    let Some((address, before)) = store::find(&mut tx, id).await? else { return Ok(Err(TagError::Unknown)) };
    if was != (before.as_str(), address.as_str()) {
        return Ok(Err(TagError::Overtaken(before, address)));
    }
    if is_known(&mut tx, &name, id).await? {
        return Ok(Err(TagError::NameTaken));
    }
    let slug = match slug.trim() {
        "" => free_slug(&mut tx, &name, id).await?,
        slug if !is_slug(slug, LONGEST_SLUG) => return Ok(Err(TagError::Slug)),
        slug if store::has_slug(&mut tx, slug, id).await? => return Ok(Err(TagError::SlugTaken)),
        slug => slug.to_owned(),
    };
    store::change(&mut tx, id, &slug, &name).await?;
    let about = if before == name { name.clone() } else { format!("{before}, nu {name}") };
    note(&mut tx, state, staff, AuditAction::TagChanged, &about).await?;
    tx.commit().await?;
    Ok(Ok(name))
}

/// Makes a subject a part of another: its texts get the other one, and its address leads there.
pub(crate) async fn merge(state: &AppState, staff: &Staff, id: TagId, into: TagId) -> Done<Merged> {
    let mut tx = state.db.write_content().await?;
    let Some((slug, name)) = store::find(&mut tx, id).await? else { return Ok(Err(TagError::Unknown)) };
    let other = store::find(&mut tx, into).await?;
    let Some((_, other)) = other.filter(|_| id != into) else { return Ok(Err(TagError::Into)) };
    let had = store::texts(&mut tx, into).await?;
    let mut back = taken(&mut tx, id, &slug, &name).await?;
    let (texts, former) = (numbers(&back.texts), back.former.clone());
    let given: Vec<_> = texts.into_iter().filter(|text| !had.contains(text)).collect();
    for text in &given {
        store::give(&mut tx, *text, into).await?;
    }
    (back.into, back.given) = (into, listed(&given));
    store::delete(&mut tx, id).await?;
    for address in former.split(',').filter(|slug| !slug.is_empty()).chain([slug.as_str()]) {
        store::lead(&mut tx, address, into).await?;
    }
    note(&mut tx, state, staff, AuditAction::TagChanged, &format!("{name}, nu en del av {other}")).await?;
    tx.commit().await?;
    Ok(Ok(Merged { into: other, back }))
}

/// Deletes a subject. Its texts stay, without it.
pub(crate) async fn delete(state: &AppState, staff: &Staff, id: TagId) -> Done<Deleted> {
    let mut tx = state.db.write_content().await?;
    let Some((slug, name)) = store::find(&mut tx, id).await? else { return Ok(Err(TagError::Unknown)) };
    let back = taken(&mut tx, id, &slug, &name).await?;
    store::delete(&mut tx, id).await?;
    note(&mut tx, state, staff, AuditAction::TagDeleted, &name).await?;
    tx.commit().await?;
    Ok(Ok(back))
}

/// Puts a subject back, with its texts and its addresses.
pub(crate) async fn restore(state: &AppState, staff: &Staff, back: &Deleted) -> Done<String> {
    let Some(name) = read_name(&back.name) else { return Ok(Err(TagError::Name)) };
    if !is_slug(&back.slug, LONGEST_SLUG) {
        return Ok(Err(TagError::Slug));
    }
    let mut tx = state.db.write_content().await?;
    if is_known(&mut tx, &name, TagId::NONE).await?
        || store::has_slug(&mut tx, &back.slug, TagId::NONE).await?
    {
        return Ok(Err(TagError::NameTaken));
    }
    let id = store::add(&mut tx, &back.slug, &name).await?;
    for text in numbers(&back.texts) {
        store::give(&mut tx, text, id).await?;
    }
    for text in numbers(&back.given) {
        store::take(&mut tx, text, back.into).await?;
    }
    for slug in back.former.split(',').filter(|slug| is_slug(slug, LONGEST_SLUG)) {
        store::lead(&mut tx, slug, id).await?;
    }
    note(&mut tx, state, staff, AuditAction::TagAdded, &name).await?;
    tx.commit().await?;
    Ok(Ok(name))
}

async fn taken(tx: &mut SqliteConnection, id: TagId, slug: &str, name: &str) -> Result<Deleted, sqlx::Error> {
    let texts = store::texts(tx, id).await?;
    Ok(Deleted {
        name: name.to_owned(),
        slug: slug.to_owned(),
        texts: listed(&texts),
        former: store::former(tx, id).await?.join(","),
        into: TagId::NONE,
        given: String::new(),
    })
}

async fn note(
    tx: &mut SqliteConnection,
    state: &AppState,
    staff: &Staff,
    action: AuditAction,
    about: &str,
) -> Result<(), sqlx::Error> {
    audit_log::record(tx, staff, action, AuditTarget::Named(about), state.clock.now_millis()).await
}

/// "Små steg" and "små steg" are one.
async fn is_known(tx: &mut SqliteConnection, name: &str, but: TagId) -> Result<bool, sqlx::Error> {
    let name = name.to_lowercase();
    Ok(store::names(tx, but).await?.iter().any(|known| known.to_lowercase() == name))
}

async fn free_slug(tx: &mut SqliteConnection, name: &str, but: TagId) -> Result<String, sqlx::Error> {
    let made =
        Some(slug_of(name)).filter(|slug| is_slug(slug, LONGEST_SLUG)).unwrap_or_else(|| "etikett".into());
    let mut slug = made.clone();
    let mut number = 1;
    while store::has_slug(tx, &slug, but).await? {
        number += 1;
        slug = format!("{made}-{number}");
    }
    Ok(slug)
}

/// Names stand in lists with commas between.
fn read_name(typed: &str) -> Option<String> {
    let name = typed.trim();
    let fits =
        (1..=LONGEST).contains(&name.chars().count()) && !name.contains(|c: char| c.is_control() || c == ',');
    fits.then(|| name.to_owned())
}

fn listed(posts: &[PostId]) -> String {
    posts.iter().map(PostId::to_string).collect::<Vec<_>>().join(",")
}

fn numbers(list: &str) -> Vec<PostId> {
    list.split(',').filter_map(|number| number.parse().ok()).collect()
}
