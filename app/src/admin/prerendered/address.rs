//! Which prerendered page is at an address, and who may see it.

use super::PrerenderedAdminPage;
use crate::admin::{
    audit_log, board, comments, consents, dashboard, documents, editions, first_hour, messages, moving_in,
    pictures, posts, pseudonym, rehearsal, settings, statistics, tags,
};
use crate::calendar::EditionId;
use crate::documents::DocumentId;
use crate::error::AppError;
use crate::ids::{ErasureId, FeedbackId};
use crate::media::PictureId;
use crate::paths;
use crate::posts::PostId;
use crate::site::Section;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// A prerendered admin page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AdminAddress {
    /// The dashboard.
    Dashboard,
    /// The list of what a new site needs.
    FirstHour,
    /// All texts but pages, with the query that filters them.
    Posts(String),
    /// What is said about a text, and who has read it.
    Comments(PostId),
    /// The consent of whom a text tells.
    Consent(PostId),
    /// Another name for a person in a text.
    Pseudonym(PostId),
    /// The page on which a text is taken back for good, with the query that says whether all about its person is.
    Erase(PostId, String),
    /// The receipt of an erasure.
    Erasure(ErasureId),
    /// The consent ledger, with the query that filters it.
    Consents(String),
    /// The picture library, with the query that filters it.
    Pictures(String),
    /// A picture of the library.
    Picture(PictureId),
    /// All pages.
    Pages,
    /// All editions.
    Editions,
    /// The form for a new edition, with the query that says from which one it is made.
    NewEdition(String),
    /// The rehearsal of a calendar, with the query that says which, and which day is shown.
    Rehearsal(String),
    /// An edition.
    Edition(EditionId),
    /// The scene of an edition, with the query that says which of its pictures.
    Scene(EditionId, String),
    /// The board of a calendar, with the query that says which, and which day is chosen.
    Board(String),
    /// The documents, with the query that filters them.
    Documents(String),
    /// A document.
    Document(DocumentId),
    /// All tags.
    Tags,
    /// The sections of the settings.
    Settings,
    /// Imports from another site, with the query that says which.
    MoveIn(String),
    /// A section of the settings, with the query of what comes back to it.
    Section(Section, String),
    /// Messages of the public, with the query that says which page of the list.
    Messages(String),
    /// A message of the public.
    Message(FeedbackId),
    /// The audit log, with the query that filters it.
    AuditLog(String),
    /// How often texts were read, with the query that says which and when.
    Statistics(String),
}

impl AdminAddress {
    /// Parses an address such as `/admin/kalendrar/7`; `None` when no prerendered page is there.
    pub(super) fn parse(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Some(match path {
            paths::ADMIN => Self::Dashboard,
            paths::FIRST_HOUR => Self::FirstHour,
            paths::POSTS => Self::Posts(query.to_owned()),
            paths::CONSENTS => Self::Consents(query.to_owned()),
            paths::PICTURES => Self::Pictures(query.to_owned()),
            paths::PAGES => Self::Pages,
            paths::EDITIONS => Self::Editions,
            paths::NEW_EDITION => Self::NewEdition(query.to_owned()),
            paths::REHEARSAL => Self::Rehearsal(query.to_owned()),
            paths::BOARD => Self::Board(query.to_owned()),
            paths::STAFF_DOCUMENTS => Self::Documents(query.to_owned()),
            paths::TAGS => Self::Tags,
            paths::SETTINGS => Self::Settings,
            paths::MOVE_IN => Self::MoveIn(query.to_owned()),
            paths::MESSAGES => Self::Messages(query.to_owned()),
            paths::AUDIT_LOG => Self::AuditLog(query.to_owned()),
            paths::STATISTICS => Self::Statistics(query.to_owned()),
            _ => match path.rsplit_once('/')? {
                (post, "kommentarer") => {
                    Self::Comments(post.strip_prefix(paths::POSTS)?.strip_prefix('/')?.parse().ok()?)
                }
                (post, "samtycke") => {
                    Self::Consent(post.strip_prefix(paths::POSTS)?.strip_prefix('/')?.parse().ok()?)
                }
                (post, "namn") => {
                    Self::Pseudonym(post.strip_prefix(paths::POSTS)?.strip_prefix('/')?.parse().ok()?)
                }
                (consent, "ta-bort") => {
                    let post =
                        consent.strip_prefix(paths::POSTS)?.strip_prefix('/')?.strip_suffix("/samtycke")?;
                    Self::Erase(post.parse().ok()?, query.to_owned())
                }
                (paths::ERASED, id) => Self::Erasure(id.parse().ok()?),
                (paths::PICTURES, id) => Self::Picture(id.parse().ok()?),
                (edition, "scen") => {
                    let id = edition.strip_prefix(paths::EDITIONS)?.strip_prefix('/')?;
                    Self::Scene(id.parse().ok()?, query.to_owned())
                }
                (paths::EDITIONS, id) => Self::Edition(id.parse().ok()?),
                (paths::SETTINGS, slug) => Self::Section(Section::parse(slug)?, query.to_owned()),
                (paths::STAFF_DOCUMENTS, id) => Self::Document(id.parse().ok()?),
                (paths::MESSAGES, id) => Self::Message(id.parse().ok()?),
                _ => return None,
            },
        })
    }

    /// Returns the least role that may see what is at an address. That nothing is there, all staff may know.
    pub(super) fn least_role_at(address: &str) -> Role {
        let path = address.split('?').next().unwrap_or_default();
        // By the address alone, so that nobody without the role learns which sections there are.
        let is_of_writers =
            path.starts_with(paths::POSTS) && ["/samtycke", "/namn"].iter().any(|end| path.ends_with(end));
        let is_scene = path.starts_with(paths::EDITIONS) && path.ends_with("/scen");
        let is_erasing =
            path.starts_with(paths::POSTS) && path.ends_with("/ta-bort") || path.starts_with(paths::ERASED);
        if is_scene || is_erasing || path == paths::NEW_EDITION || path.starts_with(paths::MESSAGES) {
            Role::Editor
        } else if is_of_writers || path == paths::CONSENTS {
            Role::Writer
        } else if [paths::SETTINGS, paths::AUDIT_LOG, paths::FIRST_HOUR]
            .iter()
            .any(|page| path.starts_with(page))
        {
            Role::Admin
        } else {
            Role::Reviewer
        }
    }

    /// Renders the page; [`AppError::NotFound`] when there is no such edition.
    pub(super) async fn render(
        self,
        state: &AppState,
        staff: &Staff,
    ) -> Result<PrerenderedAdminPage, AppError> {
        match self {
            Self::Dashboard => dashboard::room(state, staff).await,
            Self::FirstHour => first_hour::page(state, staff).await,
            Self::Posts(query) => posts::list(state, staff, &query).await,
            Self::Comments(post) => comments::page(state, staff, post).await,
            Self::Consent(post) => consents::entry(state, staff, post).await,
            Self::Pseudonym(post) => pseudonym::page(state, staff, post).await,
            Self::Erase(post, query) => consents::confirm(state, post, &query).await,
            Self::Erasure(id) => consents::receipt(state, id).await,
            Self::Consents(query) => consents::list(state, staff, &query).await,
            Self::Pictures(query) => pictures::list(state, staff, &query).await,
            Self::Picture(id) => pictures::detail(state, staff, id).await,
            Self::Pages => posts::pages(state, staff).await,
            Self::Editions => editions::list(state, staff).await,
            Self::NewEdition(query) => editions::new(state, &query).await,
            Self::Rehearsal(query) => rehearsal::page(state, &query).await,
            Self::Edition(id) => editions::detail(state, staff, id).await,
            Self::Scene(id, query) => editions::scene(state, id, &query).await,
            Self::Board(query) => board::page(state, staff, &query).await,
            Self::Documents(query) => documents::list(state, staff, &query).await,
            Self::Document(id) => documents::detail(state, staff, id).await,
            Self::Tags => tags::page(state, staff).await,
            Self::Settings => settings::overview(state).await,
            Self::MoveIn(query) => moving_in::page(state, &query).await,
            Self::Section(section, query) => settings::section(state, section, &query).await,
            Self::Messages(query) => messages::list(state, &query).await,
            Self::Message(id) => messages::detail(state, id).await,
            Self::AuditLog(query) => audit_log::page(state, &query).await,
            Self::Statistics(query) => statistics::page(state, &query).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_its_page() {
        assert_eq!(AdminAddress::parse("/admin?"), Some(AdminAddress::Dashboard));
        assert_eq!(AdminAddress::parse("/admin/inlagg?q=mod"), Some(AdminAddress::Posts("q=mod".into())));
        assert_eq!(
            AdminAddress::parse("/admin/inlagg/7/kommentarer?"),
            Some(AdminAddress::Comments(PostId(7)))
        );
        assert_eq!(AdminAddress::parse("/admin/inlagg/7/samtycke"), Some(AdminAddress::Consent(PostId(7))));
        assert_eq!(AdminAddress::parse("/admin/inlagg/7/namn"), Some(AdminAddress::Pseudonym(PostId(7))));
        assert_eq!(AdminAddress::least_role_at("/admin/inlagg/7/samtycke"), Role::Writer);
        assert_eq!(AdminAddress::least_role_at("/admin/inlagg/7/namn"), Role::Writer);
        assert_eq!(AdminAddress::least_role_at("/admin/samtycken?lage=givet"), Role::Writer);
        assert_eq!(AdminAddress::parse("/admin/tavla?dag=7"), Some(AdminAddress::Board("dag=7".into())));
        assert_eq!(AdminAddress::parse("/admin/kalendrar?x=1"), Some(AdminAddress::Editions));
        assert_eq!(
            AdminAddress::parse("/admin/kalendrar/ny?efter=7"),
            Some(AdminAddress::NewEdition("efter=7".into()))
        );
        let rehearsal = Some(AdminAddress::Rehearsal("kalender=7".into()));
        assert_eq!(AdminAddress::parse("/admin/kalendrar/genrep?kalender=7"), rehearsal);
        assert_eq!(AdminAddress::least_role_at("/admin/kalendrar/genrep"), Role::Reviewer);
        assert_eq!(AdminAddress::parse("/admin/kalendrar/7?"), Some(AdminAddress::Edition(EditionId(7))));
        assert_eq!(
            AdminAddress::parse("/admin/installningar/flytta-in?nr=7"),
            Some(AdminAddress::MoveIn("nr=7".into()))
        );
        assert_eq!(AdminAddress::least_role_at("/admin/installningar/flytta-in"), Role::Admin);
        assert_eq!(
            AdminAddress::parse("/admin/kalendrar/7/scen?for=staende"),
            Some(AdminAddress::Scene(EditionId(7), "for=staende".into()))
        );
        assert_eq!(AdminAddress::least_role_at("/admin/kalendrar/7/scen?for=staende"), Role::Editor);
        for nothing in [
            "",
            "/admin/",
            "/admin/inlagg/7",
            "/admin/inlagg/x/kommentarer",
            "/admin/inlagg7/kommentarer",
            "/admin/kalendrar/",
            "/admin/kalendrar/7/8",
            "/admin/kalendrar/x/scen",
            "/admin/scen",
            "/admin/installningar/x",
            "/x",
        ] {
            assert_eq!(AdminAddress::parse(nothing), None, "{nothing}");
        }
        assert_eq!(AdminAddress::least_role_at("/admin/installningar/finns-inte"), Role::Admin);
        assert_eq!(AdminAddress::least_role_at("/admin/borja"), Role::Admin);
        assert_eq!(AdminAddress::least_role_at("/admin/kalendrar/7"), Role::Reviewer);
    }
}
