//! What the rehearsal's address asks for.

use crate::ids::EditionId;
use crate::paths;

/// The query of the rehearsal's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RehearsalQuery {
    pub(super) edition: EditionId,
    /// The day that is chosen; none: the first, from which it plays.
    pub(super) day: Option<u16>,
    /// Whether the frame shows the doors rather than the whole calendar.
    pub(super) shows_doors: bool,
}

impl RehearsalQuery {
    /// Reads a query; what cannot be read is not asked for.
    pub(super) fn parse(query: &str) -> Self {
        let mut read = Self { edition: EditionId::NONE, day: None, shows_doors: false };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "kalender" => read.edition = value.parse().unwrap_or(EditionId::NONE),
                "dag" => read.day = value.parse().ok(),
                "visa" => read.shows_doors = value == "luckor",
                _ => {}
            }
        }
        read
    }

    /// Returns the address of a day, showing the same.
    pub(super) fn of_day(self, day: u16) -> String {
        let doors = if self.shows_doors { "&visa=luckor" } else { "" };
        format!("{}&dag={day}{doors}", paths::rehearsal(self.edition))
    }

    /// Returns the address of the same, showing the doors or the whole calendar.
    pub(super) fn showing(self, shows_doors: bool) -> String {
        match (self.day, shows_doors) {
            (Some(day), _) => Self { shows_doors, ..self }.of_day(day),
            (None, true) => format!("{}&visa=luckor", paths::rehearsal(self.edition)),
            (None, false) => paths::rehearsal(self.edition),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_made() {
        let of = |address: &str| RehearsalQuery::parse(address.split_once('?').unwrap().1);
        let start = RehearsalQuery { edition: EditionId(3), day: None, shows_doors: false };
        assert_eq!(of(&paths::rehearsal(EditionId(3))), start);
        for shown in [start, RehearsalQuery { shows_doors: true, ..start }] {
            assert_eq!(of(&start.showing(shown.shows_doors)), shown);
            let seventh = RehearsalQuery { day: Some(7), ..shown };
            assert_eq!(of(&shown.of_day(7)), seventh);
            assert_eq!(
                of(&seventh.showing(!shown.shows_doors)),
                RehearsalQuery { shows_doors: !shown.shows_doors, ..seventh }
            );
        }
        assert_eq!(RehearsalQuery::parse("kalender=x&dag=sju").day, None);
    }
}
