//! What goes with a text, what stays because others use it, and who links to it: told before anything is done.

use std::collections::BTreeSet;

use super::store::spread::{self as store, Titled};
use super::store::{ids_in, known_pictures};
use crate::documents::store::{find as find_document, uses as uses_of_document};
use crate::documents::{Document, DocumentId};
use crate::error::AppError;
use crate::ids::{EditionId, PostId};
use crate::media::PictureId;
use crate::picture_library::PictureUse;
use crate::picture_library::store::uses::uses_of;
use crate::posts::store::renditions::family_of;
use crate::posts::store::texts;
use crate::state::AppState;

/// What a text is connected with, as far as erasing is concerned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spread {
    /// Pictures that only it uses.
    pub(crate) pictures: Vec<PictureId>,
    /// Pictures that others use, too: they stay.
    pub(crate) shared_pictures: Vec<PictureId>,
    /// Documents that only it uses.
    pub(crate) documents: Vec<DocumentId>,
    /// Documents that others use, too: they stay.
    pub(crate) shared_documents: Vec<Document>,
    /// Texts that link to it.
    pub(crate) linking: Vec<Titled>,
    /// The door on which it hangs: edition, its title, and day.
    pub(crate) door: Option<(EditionId, String, u16)>,
}

/// A text that has something to do with another one.
pub(crate) type Related = Titled;

/// Tells what some texts, which are erased together, are connected with.
///
/// # Errors
/// `NotFound` when one is not there.
pub(crate) async fn spread(state: &AppState, texts_to_erase: &[PostId]) -> Result<Vec<Spread>, AppError> {
    let now = state.clock.now_millis();
    let mut connection = state.db.reader().acquire().await?;
    let mut families = Vec::new();
    for id in texts_to_erase {
        families.push(family_of(&mut connection, *id).await?);
    }
    // Its renditions go with a text.
    let erased = families.concat();
    let mut all = Vec::new();
    for (id, family) in texts_to_erase.iter().zip(&families) {
        let post = texts::load(&mut connection, *id, now).await?;
        let mut ids = BTreeSet::new();
        for member in family {
            ids.extend(ids_in(&mut connection, *member).await?);
        }
        let mut found = Spread {
            linking: store::linking(&mut connection, &post.kind.path(&post.slug), *id).await?,
            door: store::door(&mut connection, *id).await?,
            ..Spread::default()
        };
        found.linking.retain(|text| !erased.contains(&text.id));
        for picture in known_pictures(&mut connection, &ids).await? {
            let uses = uses_of(&mut connection, picture).await?;
            let is_others = |used: &PictureUse| match used {
                PictureUse::Post { id, .. } => !erased.contains(id),
                PictureUse::Edition { .. } | PictureUse::Setting { .. } => true,
            };
            let kind =
                if uses.iter().any(is_others) { &mut found.shared_pictures } else { &mut found.pictures };
            kind.push(picture);
        }
        let ids: Vec<DocumentId> = ids.iter().filter_map(|id| id.to_string().parse().ok()).collect();
        for document in ids {
            let Ok(known) = find_document(&mut connection, document).await else { continue };
            let uses = uses_of_document(&mut connection, document, now).await?;
            if uses.iter().any(|used| used.post().is_none_or(|post| !erased.contains(&post))) {
                found.shared_documents.push(known);
            } else {
                found.documents.push(document);
            }
        }
        all.push(found);
    }
    Ok(all)
}

/// Lists the texts that were made of a text by copying, and those of which it was made.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn related(state: &AppState, text: PostId) -> Result<Vec<Related>, sqlx::Error> {
    store::relatives(state.db.reader(), text).await
}
