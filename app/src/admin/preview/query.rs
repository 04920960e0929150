//! What the room's address asks for.

use crate::calendar::EditionId;
use crate::paths;
use crate::posts::PostId;
use crate::preview::{Plan, Shown};
use crate::time::{UnixMillis, parse_local};

/// In how wide a window the page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// As on a telephone.
    Phone,
    /// As wide as there is room.
    Wide,
}

impl Width {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "telefon",
            Self::Wide => "dator",
        }
    }
}

/// An address of the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PreviewQuery {
    /// What to look at.
    pub(super) shown: Shown,
    /// As of when, as typed; empty for the moment that suits.
    pub(super) at: String,
    /// How wide.
    pub(super) width: Width,
    /// Whether the text's door is wanted rather than the text.
    pub(super) door: bool,
}

impl PreviewQuery {
    pub(super) fn parse(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (kind, id) = path.strip_prefix(paths::PREVIEW)?.strip_prefix('/')?.split_once('/')?;
        let id = id.parse().ok().filter(|id| *id > 0)?;
        let shown = match kind {
            "text" => Shown::Text(PostId(id)),
            "kalender" => Shown::Edition(EditionId(id)),
            _ => return None,
        };
        let mut asked = Self { shown, at: String::new(), width: Width::Wide, door: false };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "nar" => value.trim().clone_into(&mut asked.at),
                "bredd" if value == Width::Phone.as_str() => asked.width = Width::Phone,
                "visa" => asked.door = value == "lucka",
                _ => {}
            }
        }
        Some(asked)
    }

    /// The room's path.
    pub(super) fn path(&self) -> String {
        match self.shown {
            Shown::Text(post) => paths::preview_of_text(post),
            Shown::Edition(edition) => paths::preview_of_edition(edition),
        }
    }

    /// The room's address with another moment.
    pub(super) fn as_of(&self, local: &str) -> String {
        let door = if self.door { "&visa=lucka" } else { "" };
        format!("{}?nar={local}&bredd={}{door}", self.path(), self.width.as_str())
    }

    /// The moment, and whether what was typed is one. Without a word it is when the text becomes public or, if that
    /// is past or not decided, now.
    pub(super) fn moment(&self, plan: &Plan, now: UnixMillis) -> (UnixMillis, bool) {
        let usual = plan.from.filter(|from| *from > now).unwrap_or_else(|| whole_minute(now));
        match parse_local(&self.at) {
            Some(at) => (at, true),
            None => (usual, self.at.is_empty()),
        }
    }
}

/// The field for the moment knows no seconds.
fn whole_minute(at: UnixMillis) -> UnixMillis {
    const MINUTE: i64 = 60_000;
    at - at.0.rem_euclid(MINUTE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::to_local;

    fn plan(from: Option<&str>) -> Plan {
        Plan { from: from.map(|from| parse_local(from).unwrap()), ..Plan::default() }
    }

    #[test]
    fn the_moment_is_the_one_asked_for_or_the_one_that_suits() {
        let now = parse_local("2026-11-20T11:00:30").unwrap();
        let asked =
            |query: &str| PreviewQuery::parse(&format!("/admin/forhandsvisning/text/7{query}")).unwrap();
        let moment = |query: &str, from| {
            let (at, is_clear) = asked(query).moment(&plan(from), now);
            (to_local(at), is_clear)
        };
        let opening = Some("2026-12-07T00:00");
        assert_eq!(moment("", opening), ("2026-12-07T00:00".into(), true));
        assert_eq!(moment("", Some("2026-11-01T00:00")), ("2026-11-20T11:00".into(), true));
        assert_eq!(moment("?nar=", None), ("2026-11-20T11:00".into(), true));
        assert_eq!(moment("?nar=2026-12-07T08%3A00", opening), ("2026-12-07T08:00".into(), true));
        assert_eq!(moment("?nar=snart", opening), ("2026-12-07T00:00".into(), false));
        assert_eq!(asked("?bredd=telefon").width, Width::Phone);
        assert_eq!(asked("?bredd=tv").width, Width::Wide);
    }

    proptest! {
        #[test]
        fn any_address_has_an_answer(address in "(/admin/forhandsvisning/)?.{0,30}") {
            if let Some(asked) = PreviewQuery::parse(&address) {
                prop_assert_eq!(PreviewQuery::parse(&asked.path()).map(|again| again.shown), Some(asked.shown));
                asked.moment(&plan(None), UnixMillis(0));
            }
        }
    }
}
