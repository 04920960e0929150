//! What became of several files that were sent at once by a plain form, as the library then says.

use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use serde::{Deserialize, Serialize};

use super::handlers::LibraryMore;
use super::query::{LibraryQuery, ReturnPath};
use crate::admin::flash::Flash;
use crate::error::AppError;
use crate::media::{AddedPicture, PictureError, PictureId};
use crate::picture_library::LIBRARY_FLASH;
use crate::staff::flash::leave_for;
use crate::state::AppState;

/// What became of each file, in the order in which they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UploadReport(pub Vec<ReceivedFile>);

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedFile {
    /// The file's name.
    pub name: String,
    /// The picture that it became, or was already.
    pub picture: Option<PictureId>,
    /// What there is to say: why it was refused, or that the picture was there already. Empty for a new picture.
    pub message: String,
}

impl ReceivedFile {
    /// Returns what became of a file that came in, or was refused.
    pub fn new(name: String, outcome: Result<&AddedPicture, PictureError>) -> Self {
        let (picture, message) = match outcome {
            Ok(added) if added.is_known => (Some(added.id), "Den bilden finns redan. Här är den.".to_owned()),
            Ok(added) => (Some(added.id), String::new()),
            Err(error) => (None, error.to_string()),
        };
        Self { name, picture, message }
    }
}

impl UploadReport {
    /// Leaves the report for the library, and returns the headers of the response that leads there. `chosen_for` is the page
    /// for which a picture is chosen, if any: a single picture that came in leads there at once.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn leave(
        self,
        state: &AppState,
        request: &Parts,
        chosen_for: &str,
    ) -> Result<HeaderMap, AppError> {
        let chosen_for = ReturnPath::parse(chosen_for);
        if let (Some(page), [ReceivedFile { picture: Some(picture), .. }]) = (&chosen_for, &*self.0) {
            return with_location(HeaderMap::new(), &page.with(*picture));
        }
        let library = LibraryQuery { chosen_for, ..LibraryQuery::default() }.address();
        let more = LibraryMore { files: self, ..LibraryMore::default() };
        let message = more.files.summary();
        let is_error = more.files.failed() > 0;
        let flash = if is_error { Flash::refused(message, more) } else { Flash::done(message, more) };
        with_location(leave_for(state, request, LIBRARY_FLASH, &flash).await?, &library)
    }

    fn failed(&self) -> usize {
        self.0.iter().filter(|file| file.picture.is_none()).count()
    }

    /// "7 av 8 bilder klara. 1 misslyckades."
    fn summary(&self) -> String {
        let (all, failed) = (self.0.len(), self.failed());
        match (all, failed) {
            (0, _) => "Välj minst en bild.".to_owned(),
            (1, 0) => "Bilden finns i biblioteket.".to_owned(),
            (1, _) => "Bilden kom inte in.".to_owned(),
            (_, 0) => format!("Alla {all} bilder finns i biblioteket."),
            _ => format!("{} av {all} bilder klara. {failed} misslyckades.", all - failed),
        }
    }
}

fn with_location(mut headers: HeaderMap, address: &str) -> Result<HeaderMap, AppError> {
    headers.insert(header::LOCATION, HeaderValue::from_str(address).map_err(|_| AppError::Internal)?);
    Ok(headers)
}
