//! The address of the page: which picture is worked on, and which one somebody has chosen in the library for it.

use crate::calendar::own_picture::Layout;
use crate::ids::EditionId;
use crate::media::PictureId;
use crate::paths;

/// What the address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SceneQuery {
    /// The picture that is worked on.
    pub(super) layout: Layout,
    /// The picture that is to take its place.
    pub(super) chosen: Option<PictureId>,
    /// Whether somebody has to say what becomes of the doors on it.
    pub(super) asks: bool,
}

impl SceneQuery {
    /// Parses the query of an address such as `for=staende&bild=…`. What means nothing is ignored.
    pub(super) fn parse(query: &str) -> Self {
        let value = |name: &str| {
            form_urlencoded::parse(query.as_bytes()).find(|(known, _)| known == name).map(|(_, value)| value)
        };
        let is_portrait = value("for").is_some_and(|value| value == slug(Layout::Portrait));
        Self {
            layout: if is_portrait { Layout::Portrait } else { Layout::Landscape },
            chosen: value("bild").and_then(|id| id.parse().ok()),
            asks: value("fraga").is_some(),
        }
    }
}

/// Returns the address of the page that works on a picture.
pub(super) fn address(edition: EditionId, layout: Layout) -> String {
    format!("{}?for={}", paths::edit_scene(edition), slug(layout))
}

/// Returns the address of the page that asks what becomes of the doors.
pub(super) fn asking_address(edition: EditionId, layout: Layout, picture: PictureId) -> String {
    format!("{}&fraga=1", paths::with_picture(&address(edition, layout), picture))
}

/// Returns the address of the library for choosing a picture.
pub(super) fn library(edition: EditionId, layout: Layout) -> String {
    paths::choose_picture(&address(edition, layout))
}

const fn slug(layout: Layout) -> &'static str {
    match layout {
        Layout::Landscape => "liggande",
        Layout::Portrait => "staende",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_comes_back_for_what_it_was_chosen() {
        let id: PictureId = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let asking = asking_address(EditionId(7), Layout::Portrait, id);
        let (path, query) = asking.split_once('?').unwrap();
        assert_eq!(path, "/admin/kalendrar/7/scen");
        let query = SceneQuery::parse(query);
        assert_eq!(query, SceneQuery { layout: Layout::Portrait, chosen: Some(id), asks: true });
        let nothing = SceneQuery::parse("for=x&bild=y");
        assert_eq!(nothing, SceneQuery { layout: Layout::Landscape, chosen: None, asks: false });
    }
}
