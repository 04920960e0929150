//! Redirects from an edition's former addresses.

use super::store;
use crate::paths;
use crate::state::AppState;

/// Returns where an address below an edition's former one leads now, if the edition is published:
/// `/kalender/2026/lucka/7`, `/kalender/2026.ics` and `/bild/kalender/2026/lucka/7.png` all move with it.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(state: &AppState, path: &str) -> Result<Option<String>, sqlx::Error> {
    let image = format!("/bild{}/", paths::CALENDAR);
    let page = format!("{}/", paths::CALENDAR);
    let Some((prefix, rest)) = [image, page]
        .into_iter()
        .find_map(|prefix| path.strip_prefix(prefix.as_str()).map(|rest| (prefix.clone(), rest)))
    else {
        return Ok(None);
    };
    let end = rest.find(['/', '.']).unwrap_or(rest.len());
    let (slug, suffix) = rest.split_at(end);
    let current = store::redirect_from(state.db.reader(), slug).await?;
    Ok(current.map(|slug| format!("{prefix}{slug}{suffix}")))
}
