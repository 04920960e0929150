//! Writing another name where somebody has chosen it.

use std::collections::BTreeSet;

use super::occurrence::exchanged;
use super::subject::{DocumentField, PictureField, Place, Subject};
use super::{Names, PseudonymError};
use crate::comments;
use crate::documents::change::rename_in;
use crate::documents::{Document, DocumentError};
use crate::error::AppError;
use crate::media::PictureId;
use crate::picture_library::words::{Described, PictureWords, describe_in};
use crate::posts::publish::publish;
use crate::posts::save::{Basis, save};
use crate::posts::{Act, DraftVersion, PostContent, PostId, PreparedContent};
use crate::staff::Staff;
use crate::state::AppState;

/// The occurrences of a name that are to be exchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// Their keys (`Occurrence::key`).
    pub(crate) keys: BTreeSet<String>,
    /// Fingerprint of the subject in which they were found.
    pub(crate) seen: String,
    /// Whether readers are to have the text at once.
    pub(crate) publishes: bool,
}

/// Exchanges a name where it was chosen, in one transaction: the text gets a new revision, and what the library says of its
/// pictures and documents is changed for all texts that show them.
///
/// # Errors
/// See [`PseudonymError`].
pub(crate) async fn exchange(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    names: &Names,
    chosen: &Chosen,
) -> Result<(), PseudonymError> {
    let subject = Subject::load(state, post).await?;
    if subject.is_unsaved() {
        return Err(PseudonymError::Unsaved);
    }
    if subject.fingerprint() != chosen.seen {
        return Err(PseudonymError::Changed);
    }
    let written = Written::new(&subject, names, &chosen.keys);
    if written.is_empty(&subject) {
        return Err(PseudonymError::NothingChosen);
    }
    let Written { content, pictures, documents } = written;
    let prepared = PreparedContent::prepare_to_publish(state, post, subject.post.kind, content).await?;
    let mut act = Act::begin(state, staff).await?;
    if act.post(post).await? != subject.post {
        return Err(PseudonymError::Changed);
    }
    let now = state.clock.now_millis();
    for (id, words) in &pictures {
        match describe_in(act.connection(), staff, *id, words, now).await? {
            Described::Saved => {}
            Described::Invalid(_) => return Err(PseudonymError::Words),
        }
    }
    for document in &documents {
        rename_in(act.connection(), staff, document, now).await.map_err(|error| match error {
            DocumentError::LongTitle => PseudonymError::Words,
            _ => AppError::Internal.into(),
        })?;
    }
    let basis = Basis { post, base_revision: subject.post.newest, draft_version: DraftVersion::NONE };
    if chosen.publishes {
        publish(&mut act, basis, &prepared).await?;
    } else {
        save(&mut act, basis, &prepared).await?;
    }
    comments::follow(&mut act, post, now).await;
    Ok(act.commit().await?)
}

/// A text, pictures and documents with the other name in the chosen places.
struct Written {
    content: PostContent,
    pictures: Vec<(PictureId, PictureWords)>,
    documents: Vec<Document>,
}

impl Written {
    fn new(subject: &Subject, names: &Names, keys: &BTreeSet<String>) -> Self {
        let mut content = subject.post.content.clone();
        let mut pictures: Vec<_> =
            subject.pictures.iter().map(|picture| (picture.id, PictureWords::of(picture))).collect();
        let mut documents = subject.documents.clone();
        for (place, text) in subject.texts() {
            let Some(text) = exchanged(place, text, names, |key| keys.contains(key)) else { continue };
            match place {
                Place::Title => content.title = text,
                Place::Address => content.slug = text,
                Place::Quote => content.quote = text,
                Place::Source => content.source = text,
                Place::Teaser => content.teaser = text,
                Place::Author => content.author = text,
                Place::Body => content.body = text,
                Place::PictureAlt => content.picture_alt = text,
                Place::PictureCaption => content.picture_caption = text,
                Place::Picture(id, field) => {
                    for (_, words) in pictures.iter_mut().filter(|(picture, _)| *picture == id) {
                        field.of(words).clone_from(&text);
                    }
                }
                Place::Document(id, field) => {
                    for document in documents.iter_mut().filter(|document| document.id == id) {
                        *document = match field {
                            DocumentField::Title => document.renamed(&text, &document.name),
                            DocumentField::FileName => document.renamed(&document.title, &text),
                        };
                    }
                }
            }
        }
        // An address in the text ends in the file's name.
        for (before, after) in subject.documents.iter().zip(&documents) {
            let (before, after) = (before.path(), after.path());
            content.body = content.body.replace(&before, &after);
            for address in &mut content.documents {
                *address = address.replace(&before, &after);
            }
        }
        pictures.retain(|(id, words)| {
            subject.pictures.iter().any(|picture| picture.id == *id && PictureWords::of(picture) != *words)
        });
        documents.retain(|document| !subject.documents.contains(document));
        Self { content, pictures, documents }
    }

    fn is_empty(&self, subject: &Subject) -> bool {
        self.content == subject.post.content && self.pictures.is_empty() && self.documents.is_empty()
    }
}

impl PictureField {
    const fn of(self, words: &mut PictureWords) -> &mut String {
        match self {
            Self::Name => &mut words.name,
            Self::Alt => &mut words.alt,
            Self::Caption => &mut words.caption,
            Self::Credit => &mut words.credit,
        }
    }
}
