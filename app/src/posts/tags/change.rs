//! What editors do with tags. Whatever is taken away comes with what is needed to restore it.

use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::tag::{MAX_SLUG, TagForm, parse_introduction, parse_name};
use super::{Drawing, TagError, is_same_tag, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::posts::{PostId, TagId, is_slug, slug_of};
use crate::staff::Staff;
use crate::state::AppState;

/// A tag that was deleted or merged into another, with all that it takes to restore it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deleted {
    /// The name as shown.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// The sentences that begin its page.
    pub introduction: String,
    /// The drawing that was chosen for it.
    pub drawing: String,
    /// The ids of its posts, with commas between.
    pub texts: String,
    /// The last parts of the addresses that it had before, with commas between.
    pub former: String,
    /// Id of the tag into which it was merged; 0 for none.
    pub into: TagId,
    /// The ids of the posts that got that tag then, with commas between.
    pub given: String,
}

/// Two tags that were merged: the name of what is left, and what is needed to part them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) into: String,
    pub(crate) back: Deleted,
}

/// Adds a tag and returns its name.
pub(crate) async fn add(state: &AppState, staff: &Staff, name: &str) -> Result<String, TagError> {
    let name = parse_name(name).ok_or(TagError::Name)?;
    let mut tx = state.db.write_content().await?;
    if is_taken(&mut tx, &name, TagId::NONE).await? {
        return Err(TagError::NameTaken);
    }
    let slug = free_slug(&mut tx, &name, TagId::NONE).await?;
    store::add(&mut tx, &slug, &name).await?;
    note(&mut tx, state, staff, AuditAction::TagAdded, &name).await?;
    tx.commit().await?;
    Ok(name)
}

/// Changes a tag, and returns its name. An empty address is made from the name. `was` is the tag when the form was made.
pub(crate) async fn change(
    state: &AppState,
    staff: &Staff,
    id: TagId,
    was: &TagForm,
    typed: &TagForm,
) -> Result<String, TagError> {
    let name = parse_name(&typed.name).ok_or(TagError::Name)?;
    let introduction = parse_introduction(&typed.introduction).ok_or(TagError::Introduction)?;
    if !typed.drawing.is_empty() && Drawing::named(&typed.drawing).is_none() {
        return Err(TagError::Drawing);
    }
    let mut tx = state.db.write_content().await?;
    let before = store::find(&mut tx, id).await?.ok_or(TagError::Unknown)?;
    if *was != before {
        return Err(TagError::Overtaken { name: before.name, slug: before.slug });
    }
    if is_taken(&mut tx, &name, id).await? {
        return Err(TagError::NameTaken);
    }
    let slug = match typed.slug.trim() {
        "" => free_slug(&mut tx, &name, id).await?,
        slug if !is_slug(slug, MAX_SLUG) => return Err(TagError::Slug),
        slug if store::has_slug(&mut tx, slug, id).await? => return Err(TagError::SlugTaken),
        slug => slug.to_owned(),
    };
    let about = if before.name == name { name.clone() } else { format!("{}, nu {name}", before.name) };
    let drawing = typed.drawing.clone();
    store::change(&mut tx, id, &TagForm { name: name.clone(), slug, introduction, drawing }).await?;
    note(&mut tx, state, staff, AuditAction::TagChanged, &about).await?;
    tx.commit().await?;
    Ok(name)
}

/// Merges a tag into another: its posts get the other one, and its address redirects there.
pub(crate) async fn merge(
    state: &AppState,
    staff: &Staff,
    id: TagId,
    into: TagId,
) -> Result<Merged, TagError> {
    let mut tx = state.db.write_content().await?;
    let tag = store::find(&mut tx, id).await?.ok_or(TagError::Unknown)?;
    let other = store::find(&mut tx, into).await?.filter(|_| id != into).ok_or(TagError::Into)?.name;
    let had = store::posts(&mut tx, into).await?;
    let mut back = taken(&mut tx, id, tag).await?;
    let (posts, former) = (ids(&back.texts), back.former.clone());
    let given: Vec<_> = posts.into_iter().filter(|post| !had.contains(post)).collect();
    for post in &given {
        store::give(&mut tx, *post, into).await?;
    }
    (back.into, back.given) = (into, listed(&given));
    store::delete(&mut tx, id).await?;
    for address in former.split(',').filter(|slug| !slug.is_empty()).chain([back.slug.as_str()]) {
        store::redirect(&mut tx, address, into).await?;
    }
    note(&mut tx, state, staff, AuditAction::TagChanged, &format!("{}, nu en del av {other}", back.name))
        .await?;
    tx.commit().await?;
    Ok(Merged { into: other, back })
}

/// Deletes a tag. Its posts stay, without it.
pub(crate) async fn delete(state: &AppState, staff: &Staff, id: TagId) -> Result<Deleted, TagError> {
    let mut tx = state.db.write_content().await?;
    let tag = store::find(&mut tx, id).await?.ok_or(TagError::Unknown)?;
    let back = taken(&mut tx, id, tag).await?;
    store::delete(&mut tx, id).await?;
    note(&mut tx, state, staff, AuditAction::TagDeleted, &back.name).await?;
    tx.commit().await?;
    Ok(back)
}

/// Restores a tag, with its posts and its addresses, and returns its name.
pub(crate) async fn restore(state: &AppState, staff: &Staff, back: &Deleted) -> Result<String, TagError> {
    let name = parse_name(&back.name).ok_or(TagError::Name)?;
    if !is_slug(&back.slug, MAX_SLUG) {
        return Err(TagError::Slug);
    }
    let mut tx = state.db.write_content().await?;
    if is_taken(&mut tx, &name, TagId::NONE).await?
        || store::has_slug(&mut tx, &back.slug, TagId::NONE).await?
    {
        return Err(TagError::NameTaken);
    }
    let id = store::add(&mut tx, &back.slug, &name).await?;
    let introduction = parse_introduction(&back.introduction).unwrap_or_default();
    store::describe(&mut tx, id, &introduction, Drawing::named(&back.drawing)).await?;
    for post in ids(&back.texts) {
        store::give(&mut tx, post, id).await?;
    }
    for post in ids(&back.given) {
        store::take(&mut tx, post, back.into).await?;
    }
    for slug in back.former.split(',').filter(|slug| is_slug(slug, MAX_SLUG)) {
        store::redirect(&mut tx, slug, id).await?;
    }
    note(&mut tx, state, staff, AuditAction::TagAdded, &name).await?;
    tx.commit().await?;
    Ok(name)
}

async fn taken(tx: &mut SqliteConnection, id: TagId, tag: TagForm) -> Result<Deleted, sqlx::Error> {
    let posts = store::posts(tx, id).await?;
    Ok(Deleted {
        name: tag.name,
        slug: tag.slug,
        introduction: tag.introduction,
        drawing: tag.drawing,
        texts: listed(&posts),
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

async fn is_taken(tx: &mut SqliteConnection, name: &str, but: TagId) -> Result<bool, sqlx::Error> {
    Ok(store::names(tx, but).await?.iter().any(|other| is_same_tag(other, name)))
}

async fn free_slug(tx: &mut SqliteConnection, name: &str, but: TagId) -> Result<String, sqlx::Error> {
    let made = Some(slug_of(name)).filter(|slug| is_slug(slug, MAX_SLUG)).unwrap_or_else(|| "etikett".into());
    let mut slug = made.clone();
    let mut number = 1;
    while store::has_slug(tx, &slug, but).await? {
        number += 1;
        slug = format!("{made}-{number}");
    }
    Ok(slug)
}

fn listed(posts: &[PostId]) -> String {
    posts.iter().map(PostId::to_string).collect::<Vec<_>>().join(",")
}

fn ids(list: &str) -> Vec<PostId> {
    list.split(',').filter_map(|id| id.parse().ok()).collect()
}
