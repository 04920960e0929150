//! A door's card, on its page and over others.

use crate::ui::share_button;

/// Returns the HTML of a door's card, and of the button that shares the door at a path.
pub(super) fn card_html(card: &str, share: Option<&str>) -> String {
    let share = share.map(|path| [r#"<p class="row">"#, &share_button(path), "</p>"].concat());
    [r#"<div class="card-body">"#, card, "</div>", share.as_deref().unwrap_or_default()].concat()
}
