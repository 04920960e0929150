//! The lists as they are to be shown, and the way back to them.

use super::choices::Choices;
use super::filter::Filter;
use super::many::{self, Act, Flash, Many};
use super::views;
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::paths;
use crate::posts::store::lists as store;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, flash};
use crate::state::AppState;
use crate::ui::render_to_string;

const PER_PAGE: u32 = 25;
const FORM: &str = "posts";

/// `/admin/inlagg`.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let (reader, now, flash) = (state.db.reader(), state.clock.now_millis(), flash(state).await?);
    let filter = Filter::read(query);
    let count = store::count(reader, &filter, now).await?;
    let pages = count.div_ceil(PER_PAGE).max(1);
    // There are fewer pages than a moment ago when something was thrown away.
    let page = filter.skipped.saturating_add(1).min(pages);
    let shown = views::Shown {
        texts: store::page(reader, &filter, now, PER_PAGE, (page - 1) * PER_PAGE).await?,
        is_empty: count == 0 && !store::is_any(reader).await?,
        choices: Choices::load(reader).await?,
        filter: filter.on_page(page),
        count,
        page,
        pages,
        now,
    };
    let title = if flash.is_error { "Fel: Inlägg" } else { "Inlägg" }.into();
    Ok(PrerenderedAdminPage { title, html: render_to_string(views::list(shown, flash, staff.role)) })
}

/// `/admin/sidor`.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::admin) async fn pages(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let (now, flash) = (state.clock.now_millis(), flash(state).await?);
    let pages = store::pages(state.db.reader()).await?;
    let title = if flash.is_error { "Fel: Sidor" } else { "Sidor" }.into();
    Ok(PrerenderedAdminPage { title, html: render_to_string(views::pages(&pages, &flash, staff.role, now)) })
}

async fn flash(state: &AppState) -> Result<Flash, AppError> {
    Ok(flash::take(state, &RequestContext::current()?, FORM).await?.unwrap_or_default())
}

/// Does something with several texts and leads back.
///
/// # Errors
/// When the database refuses.
pub(super) async fn act(
    state: &AppState,
    staff: &Staff,
    act: Act,
    many: &Many,
    back: &str,
) -> Result<(), AppError> {
    let flash = many::act(state, staff, act, many).await?;
    let request = RequestContext::current()?;
    let back = way_back(back);
    request.redirect(&LocalPath::parse(&back).ok_or(AppError::Internal)?);
    flash::leave(state, &request, FORM, &flash).await
}

/// One of the two lists, whatever was asked for.
fn way_back(asked: &str) -> String {
    match asked.split_once('?') {
        None if asked == paths::PAGES => paths::PAGES.into(),
        None => paths::POSTS.into(),
        Some((_, query)) => Filter::read(query).address(),
    }
}

#[cfg(test)]
mod tests {
    use super::way_back;

    #[test]
    fn the_way_back_leads_nowhere_else() {
        for (asked, way) in [
            ("/admin/sidor", "/admin/sidor"),
            ("/admin/inlagg?q=mod&sida=2", "/admin/inlagg?q=mod&sida=2"),
            ("//ond.example?q=mod", "/admin/inlagg?q=mod"),
            ("https://ond.example/", "/admin/inlagg"),
            ("", "/admin/inlagg"),
        ] {
            assert_eq!(way_back(asked), way, "{asked}");
        }
    }
}
