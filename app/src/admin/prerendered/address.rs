//! Which room is asked for at an address, and who may see it.

use super::PrerenderedRoom;
use crate::admin::{audit_log, dashboard, editions, posts, settings, tags};
use crate::calendar::EditionId;
use crate::error::AppError;
use crate::paths;
use crate::site::Section;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// A room of lists and plain forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RoomAddress {
    /// Where everybody comes in.
    Desk,
    /// All texts but pages, with the query that filters them.
    Posts(String),
    /// All pages.
    Pages,
    /// All editions.
    Editions,
    /// The form for a new edition.
    NewEdition,
    /// An edition, by its number.
    Edition(EditionId),
    /// All subjects.
    Tags,
    /// The sections of the settings.
    Settings,
    /// One of them.
    Section(Section),
    /// The audit log, with the query that filters it.
    Journal(String),
}

impl RoomAddress {
    /// Reads an address such as `/admin/kalendrar/7`. `None`: there is no such room.
    pub(super) fn at(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Some(match path {
            paths::ADMIN => Self::Desk,
            paths::POSTS => Self::Posts(query.to_owned()),
            paths::PAGES => Self::Pages,
            paths::EDITIONS => Self::Editions,
            paths::NEW_EDITION => Self::NewEdition,
            paths::TAGS => Self::Tags,
            paths::SETTINGS => Self::Settings,
            paths::AUDIT_LOG => Self::Journal(query.to_owned()),
            _ => match path.rsplit_once('/')? {
                (paths::EDITIONS, id) => Self::Edition(id.parse().ok()?),
                (paths::SETTINGS, slug) => Self::Section(Section::parse(slug)?),
                _ => return None,
            },
        })
    }

    /// The least role that may see what is at an address. Where nothing is, any of the staff may know that.
    pub(super) fn least_at(address: &str) -> Role {
        let path = address.split('?').next().unwrap_or_default();
        // By the address alone, so that nobody without the role learns which sections there are.
        if path == paths::NEW_EDITION {
            Role::Editor
        } else if [paths::SETTINGS, paths::AUDIT_LOG].iter().any(|room| path.starts_with(room)) {
            Role::Admin
        } else {
            Role::Reviewer
        }
    }

    /// Finishes the room.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is nothing of that number.
    pub(super) async fn finish(self, state: &AppState, staff: &Staff) -> Result<PrerenderedRoom, AppError> {
        match self {
            Self::Desk => dashboard::room(state, staff).await,
            Self::Posts(query) => posts::list(state, staff, &query).await,
            Self::Pages => posts::pages(state, staff).await,
            Self::Editions => editions::list(state, staff).await,
            Self::NewEdition => editions::new(state).await,
            Self::Edition(id) => editions::edition(state, staff, id).await,
            Self::Tags => tags::room(state, staff).await,
            Self::Settings => settings::overview(state).await,
            Self::Section(section) => settings::section(state, section).await,
            Self::Journal(query) => audit_log::room(state, &query).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_for_one_room() {
        assert_eq!(RoomAddress::at("/admin?"), Some(RoomAddress::Desk));
        assert_eq!(RoomAddress::at("/admin/inlagg?q=mod"), Some(RoomAddress::Posts("q=mod".into())));
        assert_eq!(RoomAddress::at("/admin/kalendrar?x=1"), Some(RoomAddress::Editions));
        assert_eq!(RoomAddress::at("/admin/kalendrar/ny"), Some(RoomAddress::NewEdition));
        assert_eq!(RoomAddress::at("/admin/kalendrar/7?"), Some(RoomAddress::Edition(EditionId(7))));
        for nothing in [
            "",
            "/admin/",
            "/admin/inlagg/7",
            "/admin/kalendrar/",
            "/admin/kalendrar/7/8",
            "/admin/installningar/x",
            "/x",
        ] {
            assert_eq!(RoomAddress::at(nothing), None, "{nothing}");
        }
        assert_eq!(RoomAddress::least_at("/admin/installningar/finns-inte"), Role::Admin);
        assert_eq!(RoomAddress::least_at("/admin/kalendrar/7"), Role::Reviewer);
    }
}
