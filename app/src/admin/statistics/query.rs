//! The query of the page's address: which time, which calendar, which text.

use jiff::civil::Date;

use super::period::Period;
use crate::ids::{EditionId, PostId};
use crate::paths;
use crate::statistics::store::Selection;

/// What an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatisticsQuery {
    pub(super) period: Period,
    /// The texts on the doors of one edition alone.
    pub(super) edition: Option<EditionId>,
    /// One text alone.
    pub(super) post: Option<PostId>,
}

impl StatisticsQuery {
    /// Reads `tid=2026-12&kalender=3&text=7`, leaving out what makes no sense.
    pub(super) fn parse(query: &str) -> Self {
        let value = |name: &str| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        Self {
            period: Period::parse(&value("tid").unwrap_or_default()),
            edition: value("kalender").and_then(|id| id.parse().ok()),
            post: value("text").and_then(|id| id.parse().ok()),
        }
    }

    /// Returns the address of the page.
    pub(super) fn address(self) -> String {
        self.address_at(paths::STATISTICS)
    }

    /// Returns the address of the file with the same numbers.
    pub(super) fn file(self) -> String {
        self.address_at(paths::STATISTICS_FILE)
    }

    fn address_at(self, path: &str) -> String {
        let mut query = Vec::new();
        query.extend(
            Some(self.period.value()).filter(|time| !time.is_empty()).map(|time| format!("tid={time}")),
        );
        query.extend(self.edition.map(|id| format!("kalender={id}")));
        query.extend(self.post.map(|id| format!("text={id}")));
        if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
    }

    /// Returns what the database is asked for. `open` is the first day whose numbers are not final.
    pub(super) fn selection(self, open: Date) -> Selection {
        Selection { days: self.period.days(open), edition: self.edition, post: self.post }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        for address in ["/admin/statistik", "/admin/statistik?tid=2026-12&kalender=3&text=7"] {
            let query = StatisticsQuery::parse(address.split_once('?').map_or("", |(_, query)| query));
            assert_eq!(query.address(), address);
        }
        let nonsense = StatisticsQuery::parse("tid=nyss&kalender=x&text=&text=7");
        assert_eq!(nonsense.address(), "/admin/statistik");
        assert_eq!(StatisticsQuery::parse("tid=2026").file(), "/admin/statistik.csv?tid=2026");
    }
}
