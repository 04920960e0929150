//! The links from a page of a list to those beside it.

use leptos::prelude::*;

use crate::paths;

/// Links to the page before and the one after, from 1; nothing where there is neither. `list` is the list's address with what is
/// asked of it.
pub(super) fn pages_beside(list: &str, page: u32, has_more: bool) -> impl IntoView + use<> {
    let before = (page > 1).then(|| paths::list_page(list, page - 1));
    let after = has_more.then(|| paths::list_page(list, page.saturating_add(1)));
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {before.map(|to| view! { <li><a rel="prev" href=to>"← Förra sidan"</a></li> })}
                    {after.map(|to| view! { <li><a rel="next" href=to>"Nästa sida →"</a></li> })}
                </ul>
            </nav>
        }
    })
}
