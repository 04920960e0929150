//! What the board's address asks for.

use crate::ids::EditionId;
use crate::paths;
use crate::posts::PostId;

/// The query of the board's address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct BoardQuery {
    /// The edition; none: the one that opens next.
    pub(super) edition: Option<EditionId>,
    /// The day that is chosen.
    pub(super) day: Option<u16>,
    /// The day to which the text of the chosen one is to go, although something lies there.
    pub(super) to: Option<u16>,
    /// The text that is to come on the chosen day, although something lies there; without one, that for which a day is
    /// to be chosen.
    pub(super) post: Option<PostId>,
}

impl BoardQuery {
    /// Reads a query; what cannot be read is not asked for.
    pub(super) fn parse(query: &str) -> Self {
        let mut read = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "kalender" => read.edition = value.parse().ok(),
                "dag" => read.day = value.parse().ok(),
                "till" => read.to = value.parse().ok(),
                "text" => read.post = value.parse().ok(),
                _ => {}
            }
        }
        read
    }
}

/// Returns the address that asks what becomes of the text on the day to which another day's text is to go.
pub(super) fn ask_about_move(edition: EditionId, from: u16, to: u16) -> String {
    format!("{}&till={to}", paths::board_day(edition, from))
}

/// Returns the address that asks what becomes of the text on a day on which one without a day is to come.
pub(super) fn ask_about_text(edition: EditionId, day: u16, post: PostId) -> String {
    format!("{}&text={post}", paths::board_day(edition, day))
}

/// Returns the address at which a day is chosen for a text without one.
pub(super) fn choose_day_for(edition: EditionId, post: PostId) -> String {
    format!("{}&text={post}", paths::board(edition))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_made() {
        let of = |address: String| BoardQuery::parse(address.split_once('?').unwrap().1);
        let day = BoardQuery { edition: Some(EditionId(3)), day: Some(7), ..BoardQuery::default() };
        assert_eq!(of(paths::board_day(EditionId(3), 7)), day);
        assert_eq!(of(ask_about_move(EditionId(3), 7, 12)), BoardQuery { to: Some(12), ..day });
        assert_eq!(
            of(ask_about_text(EditionId(3), 7, PostId(55))),
            BoardQuery { post: Some(PostId(55)), ..day }
        );
        let text =
            BoardQuery { edition: Some(EditionId(3)), post: Some(PostId(55)), ..BoardQuery::default() };
        assert_eq!(of(choose_day_for(EditionId(3), PostId(55))), text);
        assert_eq!(BoardQuery::parse("dag=sju&x=1"), BoardQuery::default());
    }
}
