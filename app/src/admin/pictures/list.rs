//! Loads the library.

use super::handlers::LibraryMore;
use super::query::LibraryQuery;
use super::views;
use crate::admin::flash::{Flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::picture_library::store::pictures;
use crate::picture_library::{LIBRARY_FLASH, LibraryPicture, find_unused};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

const PER_PAGE: usize = 48;

/// `/admin/bilder`.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let flash: Flash<LibraryMore> = take_flash(state, LIBRARY_FLASH).await?;
    let query = LibraryQuery::parse(query);
    let mut connection = state.db.reader().acquire().await?;
    let all = pictures::list(&mut connection).await?;
    let unused = find_unused(&mut connection).await?;
    drop(connection);
    let years = years(&all);
    let is_empty = all.is_empty();
    let found: Vec<_> = all.into_iter().filter(|picture| query.filter.shows(picture, &unused)).collect();
    let count = found.len();
    let pages = count.div_ceil(PER_PAGE).max(1);
    // There are fewer pages than a moment ago when something was thrown away.
    let page = usize::try_from(query.filter.skipped).unwrap_or(usize::MAX).min(pages - 1);
    let pictures = found.into_iter().skip(page * PER_PAGE).take(PER_PAGE).collect();
    let numbered = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let shown = views::Library {
        query: query.on_page(numbered(page + 1)),
        pictures,
        unused,
        count,
        page: numbered(page + 1),
        pages: numbered(pages),
        is_empty,
        years,
        senders: pictures::senders(state.db.reader()).await?,
        now: state.clock.now_millis(),
        script: state.assets.staff_js.clone(),
        style: state.assets.editor_css.clone(),
    };
    let title = if query.chosen_for.is_some() { "Välj en bild" } else { "Bilder" };
    Ok(PrerenderedAdminPage {
        title: flash.title(title),
        html: render_to_string(views::library(shown, &flash, staff)),
    })
}

/// Returns the years in which pictures were sent, the newest first.
fn years(pictures: &[LibraryPicture]) -> Vec<i16> {
    let mut years: Vec<_> = pictures.iter().map(LibraryPicture::year).collect();
    years.dedup();
    years
}
