//! Receiving the file that takes a picture's place.

use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};

use super::handlers::PictureMore;
use crate::admin::flash::Flash;
use crate::error::AppError;
use crate::media::PictureError;
use crate::media::intake::QueuePermit;
use crate::paths;
use crate::picture_library::store::pictures;
use crate::picture_library::{PICTURE_FLASH, replace};
use crate::staff::Staff;
use crate::staff::flash::leave_for;
use crate::state::AppState;

/// Puts a file in the place of the picture with an id, and returns the headers of the redirect to the page that says what
/// became of it. `file` is what was read of the request, after its sender had a place in the queue.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such picture.
pub async fn replace_picture(
    state: &AppState,
    request: &Parts,
    staff: &Staff,
    id: &str,
    file: Result<(QueuePermit, Vec<u8>), PictureError>,
) -> Result<HeaderMap, AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    let former = pictures::find(&mut *state.db.reader().acquire().await?, id).await?;
    let replaced = match file {
        Ok((permit, bytes)) => replace::replace(state, staff, &former, permit, bytes).await,
        Err(error) => Err(error),
    };
    let (page, flash) = match replaced {
        Ok(replaced) => {
            let more = PictureMore { is_replaced: true, ..PictureMore::default() };
            (replaced.id, Flash::done(done(replaced.has_other_proportions), more))
        }
        Err(error) => (id, Flash::refused(error.to_string(), PictureMore::default())),
    };
    let mut headers = leave_for(state, request, PICTURE_FLASH, &flash).await?;
    let location = HeaderValue::from_str(&paths::library_picture(page)).map_err(|_| AppError::Internal)?;
    headers.insert(header::LOCATION, location);
    Ok(headers)
}

fn done(has_other_proportions: bool) -> String {
    let look = if has_other_proportions {
        " Den har andra proportioner än den förra: titta hur sidorna ser ut nu, och kalendrar med luckor på bilden."
    } else {
        ""
    };
    format!(
        "Bilden är utbytt överallt.{look} Kontrollera att bildbeskrivningen stämmer, och skriv vem som tog bilden."
    )
}
