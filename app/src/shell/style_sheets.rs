//! Which style sheets a page links.

use leptos::prelude::*;

use crate::paths;
use crate::state::Assets;

/// The style sheets of a page: what it needs at once, and what the client needs before it goes on to another page.
pub(super) struct StyleSheets<'a> {
    /// Linked in this order, since the first declares the layers of all.
    screen: Vec<&'a str>,
    print: &'a str,
    /// Added to the page when the client comes; empty for none.
    pub(super) later: &'a str,
}

impl<'a> StyleSheets<'a> {
    /// Chooses them by the page's path. The start page may show the calendar on any day; the staff's pages never do,
    /// and every way from them to a public page loads a new document.
    pub(super) fn of(assets: &'a Assets, path: &str) -> Self {
        let Assets { css, calendar_css, print_css, admin_css, .. } = assets;
        let (own, later) = if paths::is_admin(path) {
            (admin_css.as_str(), "")
        } else if path == paths::START || path.starts_with(paths::CALENDAR) {
            (calendar_css.as_str(), "")
        } else {
            ("", calendar_css.as_str())
        };
        let screen = [css.as_str(), own].into_iter().filter(|sheet| !sheet.is_empty()).collect();
        Self { screen, print: print_css, later }
    }

    /// Writes their links.
    pub(super) fn links(&self) -> AnyView {
        let screen =
            self.screen.iter().map(|sheet| view! { <link rel="stylesheet" href=(*sheet).to_owned()/> });
        let print = Some(self.print.to_owned()).filter(|sheet| !sheet.is_empty());
        view! {
            {screen.collect_view()}
            {print.map(|sheet| view! { <link rel="stylesheet" href=sheet media="print"/> })}
        }
        .into_any()
    }
}
