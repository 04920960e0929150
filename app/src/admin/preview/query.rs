//! The query of the preview's page.

use crate::calendar::EditionId;
use crate::paths;
use crate::posts::PostId;
use crate::preview::{PreviewInfo, PreviewTarget};
use crate::text_input::line;
use crate::time::{UnixMillis, input_value, parse_local_or_day};

/// Width of the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// That of a telephone.
    Phone,
    /// All the width there is.
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

/// What an address of the page asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PreviewQuery {
    pub(super) target: PreviewTarget,
    /// Local time as typed; empty for the default moment.
    pub(super) at: String,
    pub(super) width: Width,
    /// Whether the frame shows the post's door rather than the post.
    pub(super) door: bool,
}

impl PreviewQuery {
    pub(super) fn parse(address: &str) -> Option<Self> {
        let (path, pairs) = address.split_once('?').unwrap_or((address, ""));
        let (kind, id) = path.strip_prefix(paths::PREVIEW)?.strip_prefix('/')?.split_once('/')?;
        let id = id.parse().ok().filter(|id| *id > 0)?;
        let target = match kind {
            "text" => PreviewTarget::Post(PostId(id)),
            "kalender" => PreviewTarget::Edition(EditionId(id)),
            _ => return None,
        };
        let mut query = Self { target, at: String::new(), width: Width::Wide, door: false };
        for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
            match &*name {
                "nar" => query.at = input_value(&line(&value)),
                "bredd" if value == Width::Phone.as_str() => query.width = Width::Phone,
                "visa" => query.door = value == "lucka",
                _ => {}
            }
        }
        Some(query)
    }

    /// Returns the path of the page.
    pub(super) fn path(&self) -> String {
        match self.target {
            PreviewTarget::Post(post) => paths::preview_of_text(post),
            PreviewTarget::Edition(edition) => paths::preview_of_edition(edition),
        }
    }

    /// Returns the address of the page at another local time.
    pub(super) fn as_of(&self, local: &str) -> String {
        let door = if self.door { "&visa=lucka" } else { "" };
        format!("{}?nar={local}&bredd={}{door}", self.path(), self.width.as_str())
    }

    /// Returns the instant to show, and whether what was typed is valid. The default is when the target becomes public
    /// or, if that is past or not decided, now.
    pub(super) fn moment(&self, info: &PreviewInfo, now: UnixMillis) -> (UnixMillis, bool) {
        let default = info.public_from.filter(|from| *from > now).unwrap_or_else(|| whole_minute(now));
        match parse_local_or_day(&self.at) {
            Some(at) => (at, true),
            None => (default, self.at.is_empty()),
        }
    }
}

/// Rounds down to what the input field can show: it has no seconds.
fn whole_minute(at: UnixMillis) -> UnixMillis {
    const MINUTE: i64 = 60_000;
    at - at.0.rem_euclid(MINUTE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::{parse_local, to_local};

    fn info(public_from: Option<&str>) -> PreviewInfo {
        PreviewInfo {
            public_from: public_from.map(|from| parse_local(from).unwrap()),
            ..PreviewInfo::default()
        }
    }

    #[test]
    fn the_moment_is_the_one_asked_for_or_the_one_that_suits() {
        let now = parse_local("2026-11-20T11:00:30").unwrap();
        let asked =
            |query: &str| PreviewQuery::parse(&format!("/admin/forhandsvisning/text/7{query}")).unwrap();
        let moment = |query: &str, from| {
            let (at, is_valid) = asked(query).moment(&info(from), now);
            (to_local(at), is_valid)
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
        fn any_address_is_handled(address in "(/admin/forhandsvisning/)?.{0,30}") {
            if let Some(asked) = PreviewQuery::parse(&address) {
                prop_assert_eq!(PreviewQuery::parse(&asked.path()).map(|again| again.target), Some(asked.target));
                asked.moment(&info(None), UnixMillis(0));
            }
        }
    }
}
