//! Which style sheets a page links.

use leptos::prelude::*;

use crate::paths;
use crate::state::Assets;

/// The style sheets of a page: what it needs at once, and what the client needs before it goes on to another page.
pub(super) struct StyleSheets<'a> {
    /// Linked in this order, since the first declares the layers of all.
    linked: Vec<&'a str>,
    /// Added to the page when the client comes.
    pub(super) later: Vec<&'a str>,
}

impl<'a> StyleSheets<'a> {
    /// Chooses them by the page's path and by what its HTML shows: any scene may be on the start page, or none. Every way between
    /// the staff's pages and the public ones loads a new document.
    pub(super) fn of(assets: &'a Assets, path: &str, html: &str) -> Self {
        let Assets {
            css,
            calendar_css,
            teasers_css,
            highlights_css,
            card_css,
            reading_css,
            languages_css,
            admin_css,
            ..
        } = assets;
        if paths::is_admin(path) {
            return Self::split(css, vec![(admin_css, true)]);
        }
        // A door is at `/2026/lucka/7`, beyond the edition.
        let within =
            path.strip_prefix(paths::CALENDAR).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let steps = within.map(|rest| rest.matches('/').count());
        // Of the pages beyond an edition, this one shows no guldkorn.
        let is_card = steps.is_some_and(|steps| steps > 1) && !path.ends_with(paths::READS);
        let has_scene = path == paths::START || steps.is_some_and(|steps| steps <= 1);
        let shows = |marks: &[&str]| marks.iter().any(|mark| html.contains(mark));
        let [town, scenes] = assets.of_scenes(html);
        let others = vec![
            (calendar_css.as_str(), has_scene && shows(&["data-doors"])),
            (town.0, has_scene && town.1),
            (scenes.0, has_scene && scenes.1),
            (teasers_css.as_str(), has_scene && shows(&[r#"class="teaser"#])),
            (highlights_css.as_str(), has_scene && shows(&["off-season", "best-doors"])),
            (card_css.as_str(), is_card),
            (reading_css.as_str(), !(has_scene || is_card) || has_scene && shows(&["dark-house"])),
            (languages_css.as_str(), names_another_language(html)),
        ];
        Self::split(css, others)
    }

    /// Takes every page's sheet, and others with whether this page links them.
    fn split(css: &'a str, others: Vec<(&'a str, bool)>) -> Self {
        let is_built = |(sheet, _): &(&str, bool)| !sheet.is_empty();
        let (linked, later): (Vec<_>, Vec<_>) =
            others.into_iter().filter(is_built).partition(|(_, linked)| *linked);
        let addresses = |sheets: Vec<(&'a str, bool)>| sheets.into_iter().map(|(sheet, _)| sheet);
        Self {
            linked: [css].into_iter().chain(addresses(linked)).collect(),
            later: addresses(later).collect(),
        }
    }

    /// Writes their links.
    pub(super) fn links(&self) -> AnyView {
        let links =
            self.linked.iter().map(|sheet| view! { <link rel="stylesheet" href=(*sheet).to_owned()/> });
        links.collect_view().into_any()
    }
}

/// Whether something in a page's HTML is in a language, or leads to one, that may need other letters than Swedish and English.
fn names_another_language(html: &str) -> bool {
    let mut tags = html.split("lang=\"").skip(1);
    tags.any(|tag| !["sv\"", "en\""].iter().any(|known| tag.starts_with(known)))
}

#[cfg(test)]
mod tests {
    use super::StyleSheets;
    use crate::state::Assets;

    const TOWN: &str = r#"<div data-doors="2026"><section class="town" data-light="season">"#;
    const PATH: &str = r#"<div data-doors="2026"><section class="path-scene">"#;
    const PICTURE: &str = r#"<div data-doors="2026"><section class="picture-scene egen-7">"#;
    const GRID: &str = r#"<div data-doors="2026"><section class="grid-scene">"#;
    const LIST: &str = r#"<div data-doors="2026"><ol class="days">"#;
    const BEST: &str = r#"<div data-doors="2026"><section class="town"></section><ol class="best-doors">"#;
    const POSTS: &str =
        r#"<div data-doors="2026"><section class="town"></section><ol class="teasers"><li class="teaser">"#;
    const MARCH: &str =
        r#"<div class="wrap band-head off-season"></div><figure class="town-picture"><li class="teaser">"#;
    const NOTHING: &str = r#"<section class="dark-house band">"#;

    #[test]
    fn a_page_links_what_it_shows_and_leaves_the_rest_to_the_client() {
        let assets = Assets {
            css: "main".into(),
            calendar_css: "calendar".into(),
            town_css: "town".into(),
            scenes_css: "scenes".into(),
            teasers_css: "teasers".into(),
            highlights_css: "highlights".into(),
            card_css: "card".into(),
            reading_css: "reading".into(),
            languages_css: "languages".into(),
            admin_css: "admin".into(),
            ..Assets::default()
        };
        let all = ["calendar", "town", "scenes", "teasers", "highlights", "card", "reading", "languages"];
        for (path, html, own) in [
            ("/", POSTS, vec!["calendar", "town", "teasers"]),
            ("/", PATH, vec!["calendar", "scenes"]),
            ("/", MARCH, vec!["town", "teasers", "highlights"]),
            ("/kalender/2026", TOWN, vec!["calendar", "town"]),
            ("/kalender/2026", PICTURE, vec!["calendar", "scenes"]),
            ("/kalender/2026", GRID, vec!["calendar", "scenes"]),
            ("/kalender/2026", LIST, vec!["calendar"]),
            ("/kalender/2026", BEST, vec!["calendar", "town", "highlights"]),
            ("/kalender", NOTHING, vec!["reading"]),
            ("/kalender/2026/lucka/7", "", vec!["card"]),
            ("/kalender/2026/lucka/8", NOTHING, vec!["card"]),
            ("/kalender/2026/las", "", vec!["card"]),
            ("/kalender/2026/statistik", "", vec!["reading"]),
            ("/kalenderhjalp", "", vec!["reading"]),
            ("/blogg", POSTS, vec!["reading"]),
            ("/blogg", r#"<a lang="en">"#, vec!["reading"]),
            ("/blogg", r#"<a lang="en"><a lang="ar" dir="auto">"#, vec!["reading", "languages"]),
            ("/inlagg/om-kalendern", r#"<a hreflang="ti">"#, vec!["reading", "languages"]),
            ("/inlagg/om-kalendern", TOWN, vec!["reading"]),
        ] {
            let sheets = StyleSheets::of(&assets, path, html);
            assert_eq!(sheets.linked, [&["main"], &own[..]].concat(), "{path}");
            let others: Vec<_> = all.into_iter().filter(|sheet| !own.contains(sheet)).collect();
            assert_eq!(sheets.later, others, "{path}");
        }
        let staffs = StyleSheets::of(&assets, "/admin/logga-in", TOWN);
        assert_eq!((staffs.linked, staffs.later), (vec!["main", "admin"], vec![]));
    }
}
