//! Links that the client follows.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement};

use super::page::{Entry, show_address};
use crate::browser::{closest, is_plain_click, is_shown};
use crate::paths;

/// Follows the link at which a click was, unless the browser has to: to another site or to the staff's rooms, in a new tab
/// or window, to what is no page, to a place on the same page.
pub(super) fn follow(event: &Event) {
    let link = closest(event, "a[href]").filter(|_| is_plain_click(event));
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    let is_ours = Ok(link.origin()) == window().location().origin() && !paths::is_admin(&link.pathname());
    let is_page = !link.has_attribute("download") && !link.rel().split(' ').any(|rel| rel == "external");
    let address = link.pathname() + &link.search();
    let is_place = !link.hash().is_empty() && is_shown(&address);
    if is_ours && is_page && !is_place && link.target().is_empty() {
        event.prevent_default();
        show_address(address, Entry::New { place: link.hash() });
    }
}
