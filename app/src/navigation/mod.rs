//! Readers' pages in the browser: the client follows links without a new document.
//!
//! Every page is a document that the server renders, and what a page does beyond that is behaviour on its HTML: doors that
//! open in place, search results that follow the typing. So nothing is rendered in the browser, and no page has to be as
//! the client expects it.

mod links;
mod page;

use leptos::prelude::window;

use crate::browser::{address, is_shown, listen};
use crate::{calendar, search, ui};

/// Lets the client serve the page in the window and those that come after it.
pub fn start() {
    calendar::listen();
    search::listen();
    ui::listen_for_sharing();
    listen(&window(), "click", links::follow);
    listen(&window(), "popstate", |_| {
        if !calendar::handle_popstate() && !is_shown(&address()) {
            page::show_address(address(), page::Entry::Present);
        }
    });
    page::enter();
}
