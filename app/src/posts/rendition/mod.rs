//! Renditions: a post in plain words (lättläst), or in another language. Each is a post of its own, of the kind
//! [`PostKind::Rendition`], and readers have it as long as they have its original.

mod links;

use sqlx::sqlite::SqlitePool;

use super::diff::{FieldDifference, differences};
use super::store::{renditions as store, revisions, texts};
use super::{
    Act, EditablePost, Language, PostContent, PostError, PostId, PostKind, PreparedContent, Revision,
};
use crate::audit_log::AuditAction;
use crate::error::AppError;

pub(crate) use super::store::renditions::{StaffRendition, find_public, renditions_of};
pub(crate) use links::{RenditionLink, RenditionLinks, links, set_alternates};

/// The last step of the address of a rendition in plain words.
pub const EASY_READ: &str = "lattlast";

/// The first revision of a post: what the program had added becomes it when somebody saves the next one.
const FIRST: Revision = Revision(1);

/// How a rendition tells what its original tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenditionKind {
    /// In plain words, in the original's language.
    EasyRead,
    /// In another language.
    Translation(Language),
}

/// What a rendition knows of its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalRef {
    /// Id of the original, which a rendition keeps for good.
    pub id: PostId,
    /// Kind of the original, from which its address follows.
    pub kind: PostKind,
    /// Its title, as readers have or would have it.
    pub title: String,
    /// How the rendition tells it.
    pub told: RenditionKind,
    /// The revision of the original that somebody has last held the rendition against.
    pub seen: Revision,
}

impl RenditionKind {
    /// Parses the last step of an address.
    pub fn parse(step: &str) -> Option<Self> {
        if step == EASY_READ { Some(Self::EasyRead) } else { Language::known(step).map(Self::Translation) }
    }

    /// Returns the last step of its address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EasyRead => EASY_READ,
            Self::Translation(language) => language.as_str(),
        }
    }

    /// Returns what staff call it: "Lättläst", "Arabiska".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::EasyRead => "Lättläst",
            Self::Translation(language) => language.in_words(),
        }
    }

    /// Whether it is in plain words.
    pub const fn is_easy_read(self) -> bool {
        matches!(self, Self::EasyRead)
    }

    /// Splits a path such as `/inlagg/ett-namn/lattlast` into that of the original and how it is told there.
    pub fn split(path: &str) -> Option<(&str, Self)> {
        let (original, step) = path.rsplit_once('/')?;
        Some((original, Self::parse(step)?)).filter(|(original, _)| original.len() > 1)
    }
}

impl EditablePost {
    /// Returns the revision that a rendition is to be held against: what readers have, or the newest one.
    pub fn revision_for_renditions(&self) -> Revision {
        if self.status.is_decided() { self.published_revision } else { self.newest }
    }

    /// Whether its words have changed since a rendition was held against a revision of it, as far as numbers can tell.
    pub fn has_changed_since(&self, seen: Revision) -> bool {
        self.revision_for_renditions() > seen.max(FIRST)
    }

    /// Whether it can have renditions: whatever is none itself, and has words.
    pub fn may_have_renditions(&self) -> bool {
        self.kind != PostKind::Rendition && !self.is_blank()
    }
}

/// Returns what a new rendition begins with: nothing but the original's picture, with its description to be translated.
pub(crate) async fn prepare(
    original: &EditablePost,
    told: RenditionKind,
) -> Result<PreparedContent, PostError> {
    let of = original.words_for_readers();
    let language = match told {
        RenditionKind::EasyRead => of.language,
        RenditionKind::Translation(language) => language,
    };
    let content = PostContent {
        language,
        picture: of.picture.clone(),
        picture_alt: of.picture_alt.clone(),
        picture_alt_mode: of.picture_alt_mode,
        sensitive: of.sensitive,
        ..PostContent::default()
    };
    Ok(PreparedContent::prepare(PostKind::Rendition, content).await?)
}

/// Begins a rendition of a post, and returns it; the one that there is already, if somebody was quicker.
///
/// # Errors
/// `InTrash`; `NoRendition` where the post is a rendition itself or in that language, or nothing is written in it.
pub(crate) async fn begin(
    act: &mut Act<'_>,
    original: PostId,
    told: RenditionKind,
    content: &PreparedContent,
) -> Result<PostId, PostError> {
    let post = act.post(original).await?;
    if post.trashed_at.is_some() {
        return Err(PostError::InTrash);
    }
    let is_its_own = told == RenditionKind::Translation(post.words_for_readers().language);
    if !post.may_have_renditions() || is_its_own {
        return Err(PostError::NoRendition);
    }
    if let Some(known) = store::find(&mut act.tx, original, told).await? {
        return Ok(known);
    }
    let of = (original, told, post.revision_for_renditions());
    let rendition = texts::create_rendition(&mut act.tx, content, of, act.by.id, act.now).await?;
    act.note_title();
    Ok(rendition)
}

/// Notes that somebody has held a rendition against its original as it is now, and that it still says the same.
///
/// # Errors
/// `NoRendition` when it is none; `InTrash`.
pub(crate) async fn mark_seen(act: &mut Act<'_>, rendition: PostId) -> Result<(), PostError> {
    let post = act.post(rendition).await?;
    let Some(original) = post.original.as_ref() else { return Err(PostError::NoRendition) };
    if post.trashed_at.is_some() {
        return Err(PostError::InTrash);
    }
    let now = act.post(original.id).await?.revision_for_renditions();
    store::set_seen(&mut act.tx, rendition, now).await?;
    act.log(AuditAction::RenditionSeen, rendition).await
}

/// The fields of an original that its renditions tell, too.
const TOLD: [&str; 6] = ["Rubrik", "Citat", "Källa", "Ingress", "Bildtext", "Text"];

/// Returns what has changed in what a post tells since a rendition was held against a revision of it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn changes(
    reader: &SqlitePool,
    original: &EditablePost,
    seen: Revision,
) -> Result<Vec<FieldDifference>, AppError> {
    if !original.has_changed_since(seen) {
        return Ok(Vec::new());
    }
    let mut connection = reader.acquire().await?;
    let before = revisions::content(&mut connection, original.id, seen.max(FIRST)).await?;
    let after = revisions::content(&mut connection, original.id, original.revision_for_renditions()).await?;
    let mut changes = differences(before, after).await?;
    changes.retain(|field| TOLD.contains(&field.label));
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_which_rendition_it_is() {
        for (path, expected) in [
            ("/inlagg/sma-steg/lattlast", Some(("/inlagg/sma-steg", RenditionKind::EasyRead))),
            ("/roster/x/ar", Some(("/roster/x", RenditionKind::Translation(Language::parse("ar"))))),
            ("/om/lattlast", Some(("/om", RenditionKind::EasyRead))),
            ("/inlagg/lattlast", Some(("/inlagg", RenditionKind::EasyRead))),
            ("/inlagg/sma-steg/xx", None),
            ("/lattlast", None),
            ("//ar", None),
        ] {
            assert_eq!(RenditionKind::split(path), expected, "{path}");
        }
        for told in [RenditionKind::EasyRead, RenditionKind::Translation(Language::parse("ti"))] {
            assert_eq!(RenditionKind::parse(told.as_str()), Some(told));
        }
    }
}
