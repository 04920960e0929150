//! A text with everything in which it may name somebody.

use std::collections::BTreeSet;

use data_encoding::HEXLOWER;
use pulldown_cmark::{Event, Tag};
use sha2::{Digest as _, Sha256};

use crate::documents::{Document, DocumentId, DocumentLink, store as documents};
use crate::error::AppError;
use crate::markdown;
use crate::media::PictureId;
use crate::picture_library::LibraryPicture;
use crate::picture_library::store::pictures;
use crate::posts::store::texts;
use crate::posts::{EditablePost, PostContent, PostId};
use crate::staff::Staff;
use crate::state::AppState;

/// A part of what a text shows in which a name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Title,
    /// The last part of the address.
    Address,
    Quote,
    Source,
    Teaser,
    Author,
    Body,
    PictureAlt,
    PictureCaption,
    /// In the library, and so in every text that shows the picture with the library's words.
    Picture(PictureId, PictureField),
    /// In every text that links to the document.
    Document(DocumentId, DocumentField),
}

/// What the library says of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureField {
    Name,
    Alt,
    Caption,
    Credit,
}

/// What is said of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocumentField {
    Title,
    FileName,
}

/// A text with its pictures and documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) post: EditablePost,
    pub(super) pictures: Vec<LibraryPicture>,
    pub(super) documents: Vec<Document>,
}

impl Subject {
    /// Loads a text with what it shows.
    ///
    /// # Errors
    /// `NotFound` without such a text; when the database cannot be read.
    pub(crate) async fn load(state: &AppState, post: PostId) -> Result<Self, AppError> {
        let reader = state.db.reader();
        let post = texts::find(reader, post, state.clock.now_millis()).await?;
        let (shown, linked) = uses(&post.content);
        let documents = documents::with_ids(reader, &linked).await?;
        let mut connection = reader.acquire().await?;
        let mut found = Vec::new();
        for id in shown {
            match pictures::find(&mut connection, id).await {
                Ok(picture) => found.push(picture),
                Err(sqlx::Error::RowNotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Self { post, pictures: found, documents })
    }

    /// Whether somebody has written in the text since it was saved.
    pub(crate) const fn is_unsaved(&self) -> bool {
        self.post.draft.is_some()
    }

    /// Whether somebody may change what stands at a place: everybody who writes, but the words of other people's pictures.
    pub(crate) fn may_be_changed_by(&self, place: Place, staff: &Staff) -> bool {
        match place {
            Place::Picture(id, _) => {
                self.picture(id).is_some_and(|picture| picture.may_be_described_by(staff))
            }
            _ => true,
        }
    }

    /// Returns the name of a picture in the library.
    pub(crate) fn picture_name(&self, id: PictureId) -> &str {
        self.picture(id).map_or("", LibraryPicture::name_or_word)
    }

    fn picture(&self, id: PictureId) -> Option<&LibraryPicture> {
        self.pictures.iter().find(|picture| picture.id == id)
    }

    /// Returns every place with what stands there, in the order in which a page shows them.
    pub(super) fn texts(&self) -> Vec<(Place, &str)> {
        let content = &self.post.content;
        let slug = if content.slug.is_empty() { &self.post.slug } else { &content.slug };
        let mut texts = vec![
            (Place::Title, content.title.as_str()),
            (Place::Address, slug),
            (Place::Quote, &content.quote),
            (Place::Source, &content.source),
            (Place::Teaser, &content.teaser),
            (Place::Author, &content.author),
            (Place::Body, &content.body),
            (Place::PictureAlt, &content.picture_alt),
            (Place::PictureCaption, &content.picture_caption),
        ];
        for picture in &self.pictures {
            texts.extend([
                (Place::Picture(picture.id, PictureField::Name), picture.name.as_str()),
                (Place::Picture(picture.id, PictureField::Alt), &picture.alt),
                (Place::Picture(picture.id, PictureField::Caption), &picture.caption),
                (Place::Picture(picture.id, PictureField::Credit), &picture.credit),
            ]);
        }
        for document in &self.documents {
            texts.extend([
                (Place::Document(document.id, DocumentField::Title), document.title.as_str()),
                (Place::Document(document.id, DocumentField::FileName), &document.name),
            ]);
        }
        texts
    }

    /// Returns what tells this state of everything from others, in hexadecimal digits.
    pub(crate) fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.post.newest.0.to_be_bytes());
        for (place, text) in self.texts() {
            hash.update(format!("{place:?}{}", text.len()));
            hash.update(text);
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// Returns the pictures and documents of a text, each once.
fn uses(content: &PostContent) -> (Vec<PictureId>, Vec<DocumentId>) {
    let lead = content.picture.iter().filter_map(|id| id.parse().ok());
    let mut pictures: Vec<PictureId> = lead.chain(PictureId::find_all(&content.body)).collect();
    let mut seen = BTreeSet::new();
    pictures.retain(|id| seen.insert(*id));
    let mut documents = content.document_ids();
    for event in markdown::parse(&content.body) {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && let Some(link) = DocumentLink::parse(&dest_url)
            && !documents.contains(&link.id)
        {
            documents.push(link.id);
        }
    }
    (pictures, documents)
}
