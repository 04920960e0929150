//! The list of checks. A new one is a file beside this one, and a line in each function here.

use app::db::Db;

use super::finding::Finding;
use super::site::{Failure, Site};
use super::{
    derived, documents, media_folder, openings, pictures, recordings, redirects, rendering, search_index,
    settings,
};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Who may reach the files.
    Permissions,
    /// How much room the disk has.
    DiskSpace,
    /// The database's file and schema.
    Database,
    /// When doors open.
    Openings,
    /// What triggers derive from posts.
    Derived,
    /// The HTML of texts.
    Rendering,
    /// The full-text index.
    SearchIndex,
    /// The pictures' files.
    Pictures,
    /// The documents' files.
    Documents,
    /// The recordings' files.
    Recordings,
    /// What else lies in the media folder.
    MediaFolder,
    /// What the settings refer to.
    Settings,
    /// Former addresses.
    Redirects,
}

impl Check {
    /// Those that read a whole database, in their order: later ones rely on what earlier ones mend.
    pub(super) const OF_CONTENT: [Self; 10] = [
        Self::Openings,
        Self::Rendering,
        Self::Derived,
        Self::SearchIndex,
        Self::Pictures,
        Self::Documents,
        Self::Recordings,
        Self::MediaFolder,
        Self::Settings,
        Self::Redirects,
    ];

    /// Returns its name in reports for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Permissions => "permissions",
            Self::DiskSpace => "disk_space",
            Self::Database => "database",
            Self::Openings => "openings",
            Self::Derived => "derived",
            Self::Rendering => "rendering",
            Self::SearchIndex => "search_index",
            Self::Pictures => "pictures",
            Self::Documents => "documents",
            Self::Recordings => "recordings",
            Self::MediaFolder => "media_folder",
            Self::Settings => "settings",
            Self::Redirects => "redirects",
        }
    }

    /// Returns what it looks at, as a sentence names it.
    pub(super) const fn in_words(self) -> &'static str {
        match self {
            Self::Permissions => "Rättigheterna",
            Self::DiskSpace => "Diskutrymmet",
            Self::Database => "Databasen",
            Self::Openings => "Luckornas öppningstider",
            Self::Derived => "Det som räknas fram ur texterna",
            Self::Rendering => "Texternas utseende",
            Self::SearchIndex => "Sökregistret",
            Self::Pictures => "Bilderna",
            Self::Documents => "Dokumenten",
            Self::Recordings => "Inspelningarna",
            Self::MediaFolder => "Mappen media",
            Self::Settings => "Inställningarna",
            Self::Redirects => "De gamla adresserna",
        }
    }

    /// Looks, and returns what is wrong.
    pub(super) async fn find(self, site: &Site) -> Result<Vec<Finding>, Failure> {
        match self {
            // They come before the content (`look`).
            Self::Permissions | Self::DiskSpace | Self::Database => Ok(Vec::new()),
            Self::Openings => openings::find(site).await,
            Self::Derived => derived::find(site).await,
            Self::Rendering => rendering::find(site).await,
            Self::SearchIndex => search_index::find(site).await,
            Self::Pictures => pictures::find(site).await,
            Self::Documents => documents::find(site).await,
            Self::Recordings => recordings::find(site).await,
            Self::MediaFolder => media_folder::find(site).await,
            Self::Settings => settings::find(site).await,
            Self::Redirects => redirects::find(site).await,
        }
    }

    /// Mends in one transaction what [`find`](Self::find) finds in the database and says to be repairable, and says what
    /// was done.
    pub(super) async fn repair(self, db: &Db) -> Result<String, Failure> {
        let mut writer = db.write_content().await?;
        let done = match self {
            Self::Openings => openings::repair(&mut writer).await?,
            Self::Derived => derived::repair(db, &mut writer).await?,
            Self::Rendering => rendering::repair(&mut writer).await?,
            Self::SearchIndex => search_index::repair(&mut writer).await?,
            Self::Redirects => redirects::repair(db, &mut writer).await?,
            Self::Permissions
            | Self::DiskSpace
            | Self::Database
            | Self::Pictures
            | Self::Documents
            | Self::Recordings
            | Self::MediaFolder
            | Self::Settings => return Ok(String::new()),
        };
        writer.commit().await?;
        Ok(done)
    }
}
