//! What the lists show, and what is done with several posts.

use super::many::{self, Flash, Many, ManyAction};
use super::views;
use crate::admin::flash::{redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::paths;
use crate::posts::list::Filter;
use crate::posts::store::choices::Choices;
use crate::posts::store::lists as store;
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

const PER_PAGE: u32 = 25;
const FORM: &str = "posts";

/// `/admin/inlagg`.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let flash: Flash = take_flash(state, FORM).await?;
    let filter = Filter::parse(query);
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
    Ok(PrerenderedAdminPage {
        title: flash.title("Inlägg"),
        html: render_to_string(views::list(shown, flash, staff)),
    })
}

/// `/admin/sidor`.
pub(in crate::admin) async fn pages(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let now = state.clock.now_millis();
    let flash: Flash = take_flash(state, FORM).await?;
    let pages = store::pages(state.db.reader()).await?;
    Ok(PrerenderedAdminPage {
        title: flash.title("Sidor"),
        html: render_to_string(views::pages(&pages, &flash, staff, now)),
    })
}

/// Does something with several posts and leads back.
pub(super) async fn act(
    state: &AppState,
    staff: &Staff,
    action: ManyAction,
    many: Many,
    back: &str,
) -> Result<(), AppError> {
    let flash = many::act(state, staff, action, many).await?;
    redirect_with_flash(state, FORM, &list_address(back), &flash).await
}

/// Returns the address of one of the two lists, whatever was asked for.
fn list_address(asked: &str) -> String {
    match asked.split_once('?') {
        None if asked == paths::PAGES => paths::PAGES.into(),
        None => paths::POSTS.into(),
        Some((_, query)) => Filter::parse(query).address(),
    }
}

#[cfg(test)]
mod tests {
    use super::list_address;

    #[test]
    fn the_list_address_leads_nowhere_else() {
        for (asked, way) in [
            ("/admin/sidor", "/admin/sidor"),
            ("/admin/inlagg?q=mod&sida=2", "/admin/inlagg?q=mod&sida=2"),
            ("//ond.example?q=mod", "/admin/inlagg?q=mod"),
            ("https://ond.example/", "/admin/inlagg"),
            ("", "/admin/inlagg"),
        ] {
            assert_eq!(list_address(asked), way, "{asked}");
        }
    }
}
