//! A source that is open, whatever its format.

use std::path::Path;

use app::import::{self, ImportError, Options, ReadError, Reader, Report, TableRow};
use app::posts::PostKind;
use app::state::AppState;

use super::csv::{self, CsvPosts};
use super::ghost::Ghost;
use super::markdown::MarkdownFolder;
use super::options::Kind;
use super::wxr::{self, WordPress};

/// What somebody has decided about a source.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    /// What the source is called; otherwise what its format says.
    pub(crate) name: Option<String>,
    /// What types of the source's own become.
    pub(crate) types: Vec<(String, PostKind)>,
    /// Whether what lay in the trash comes along, as drafts.
    pub(crate) trash: bool,
    /// Whether to go on with the whole items of a file that is cut.
    pub(crate) incomplete: bool,
}

/// A source that is open.
pub(crate) enum Opened {
    /// Items, read one at a time.
    Items(Box<dyn Reader>),
    /// Old addresses and where they lead now.
    Redirects(Vec<TableRow>),
}

impl Opened {
    /// Opens a file or folder of a kind.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn open(kind: Kind, path: &Path, chosen: Chosen) -> Result<Self, ReadError> {
        let Chosen { name, types, trash, incomplete } = chosen;
        Ok(Self::Items(match kind {
            Kind::WordPress => {
                let options = wxr::Options { types: types.into_iter().collect(), trash, incomplete };
                let files = wxr::files(path).map_err(|error| {
                    ReadError(format!("{} kan inte läsas ({error}): kontrollera den", path.display()))
                })?;
                Box::new(WordPress::new(files, options))
            }
            Kind::Ghost => Box::new(Ghost::new(path, name)),
            Kind::Markdown => Box::new(MarkdownFolder::open(path, name)?),
            Kind::Csv => Box::new(CsvPosts::open(path, name)?),
            Kind::Redirects => return csv::redirects(path).map(Self::Redirects),
        }))
    }

    /// Imports it, or finds out what importing it would do.
    ///
    /// # Errors
    /// See [`import::run`].
    pub(crate) async fn import(self, state: &AppState, options: Options) -> Result<Report, ImportError> {
        match self {
            Self::Items(reader) => import::run(state, reader, options).await,
            Self::Redirects(rows) => import::import_redirects(state, &rows, &options).await,
        }
    }
}
