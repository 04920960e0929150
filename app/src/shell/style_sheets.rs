//! Which style sheets a page links.

use leptos::prelude::*;

use crate::paths;
use crate::state::Assets;

/// The style sheets of a page: what it needs at once, and what the client needs before it goes on to another page.
pub(super) struct StyleSheets<'a> {
    /// Linked in this order, since the first declares the layers of all.
    screen: Vec<&'a str>,
    print: &'a str,
    /// Added to the page when the client comes.
    pub(super) later: Vec<&'a str>,
}

impl<'a> StyleSheets<'a> {
    /// Chooses them by the page's path. The start page may show the calendar on any day; every way between the staff's
    /// pages and the public ones loads a new document.
    pub(super) fn of(assets: &'a Assets, path: &str) -> Self {
        let Assets { css, calendar_css, card_css, reading_css, print_css, admin_css, .. } = assets;
        let (own, others): (&str, &[&str]) = match path.strip_prefix(paths::CALENDAR) {
            _ if paths::is_admin(path) => (admin_css, &[]),
            // `/2026/lucka/7`
            Some(rest) if rest.matches('/').count() > 1 => (card_css, &[calendar_css, reading_css]),
            Some(_) => (calendar_css, &[card_css, reading_css]),
            None if path == paths::START => (calendar_css, &[card_css, reading_css]),
            None => (reading_css, &[calendar_css, card_css]),
        };
        let is_built = |sheet: &&str| !sheet.is_empty();
        Self {
            screen: [css.as_str(), own].into_iter().filter(is_built).collect(),
            print: print_css,
            later: others.iter().copied().filter(is_built).collect(),
        }
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

#[cfg(test)]
mod tests {
    use super::StyleSheets;
    use crate::state::Assets;

    #[test]
    fn a_page_links_what_it_shows_and_leaves_the_rest_to_the_client() {
        let assets = Assets {
            css: "main".into(),
            calendar_css: "calendar".into(),
            card_css: "card".into(),
            reading_css: "reading".into(),
            admin_css: "admin".into(),
            ..Assets::default()
        };
        for (path, own, later) in [
            ("/", "calendar", vec!["card", "reading"]),
            ("/kalender/2026", "calendar", vec!["card", "reading"]),
            ("/kalender/2026/lucka/7", "card", vec!["calendar", "reading"]),
            ("/kalender/2026/las", "card", vec!["calendar", "reading"]),
            ("/blogg", "reading", vec!["calendar", "card"]),
            ("/admin/logga-in", "admin", vec![]),
        ] {
            let sheets = StyleSheets::of(&assets, path);
            assert_eq!((sheets.screen, sheets.later), (vec!["main", own], later), "{path}");
        }
    }
}
