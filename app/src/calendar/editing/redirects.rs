//! Where an edition is that had another address before.

use super::store;
use crate::paths;
use crate::state::AppState;

/// Where an address of the calendar leads now, if its edition is public and has moved: `/kalender/2026/lucka/7`,
/// `/kalender/2026.ics` and `/bild/kalender/2026/lucka/7.png` have all gone with it.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(state: &AppState, path: &str) -> Result<Option<String>, sqlx::Error> {
    let image = format!("/bild{}/", paths::CALENDAR);
    let page = format!("{}/", paths::CALENDAR);
    let Some((before, rest)) = [image, page]
        .into_iter()
        .find_map(|before| path.strip_prefix(before.as_str()).map(|rest| (before.clone(), rest)))
    else {
        return Ok(None);
    };
    let end = rest.find(['/', '.']).unwrap_or(rest.len());
    let (slug, after) = rest.split_at(end);
    let found = store::redirect_from(state.db.reader(), slug).await?;
    Ok(found.map(|slug| format!("{before}{slug}{after}")))
}
