//! The pictures of the library for the dialog in which one is chosen while somebody writes.

use serde::Serialize;

use crate::admin::picture_hint::caption_hint;
use crate::error::AppError;
use crate::media::{LibraryWords, PictureId, SizedPicture};
use crate::picture_library::store::pictures;
use crate::picture_library::{Filter, LibraryPicture, find_unused};
use crate::state::AppState;
use crate::text_input::line;

const PER_PAGE: usize = 24;
/// How many characters of what is searched for count.
const MAX_WORDS: usize = 200;

/// Some of the pictures that were found.
#[derive(Debug, Serialize)]
pub(super) struct Choices {
    pictures: Vec<Choice>,
    /// How many there are.
    count: usize,
    has_more: bool,
}

/// A picture that can be chosen.
#[derive(Debug, Serialize)]
struct Choice {
    id: PictureId,
    name: String,
    alt: String,
    caption: String,
    credit: String,
    width: u32,
    height: u32,
    /// Address of the file that is shown in the dialog.
    thumbnail: Option<String>,
    /// Address of the file that is shown once it is chosen.
    src: Option<String>,
    /// Address by which a text's body names it.
    address: String,
    /// What is said beside the field for the caption.
    hint: String,
}

impl From<LibraryPicture> for Choice {
    fn from(picture: LibraryPicture) -> Self {
        let (thumbnail, src) = (picture.thumbnail_address(), picture.preview_address());
        let name = picture.name_or_word().to_owned();
        let LibraryPicture { id, width, height, alt, caption, credit, .. } = picture;
        let words = LibraryWords { alt, caption, credit };
        let hint = caption_hint(&words);
        let LibraryWords { alt, caption, credit } = words;
        let address = SizedPicture { id, width, height }.address();
        Self { id, name, alt, caption, credit, width, height, thumbnail, src, address, hint }
    }
}

/// Finds pictures by words, the newest first.
pub(super) async fn find(state: &AppState, words: &str, page: usize) -> Result<Choices, AppError> {
    let words = line(words).chars().take(MAX_WORDS).collect();
    let filter = Filter { words, ..Filter::default() };
    let mut connection = state.db.reader().acquire().await?;
    let all = pictures::list(&mut connection).await?;
    let unused = find_unused(&mut connection).await?;
    drop(connection);
    let found: Vec<_> = all.into_iter().filter(|picture| filter.shows(picture, &unused)).collect();
    let count = found.len();
    let start = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let shown = found.into_iter().skip(start).take(PER_PAGE).map(Choice::from).collect();
    Ok(Choices { pictures: shown, count, has_more: count > start.saturating_add(PER_PAGE) })
}
