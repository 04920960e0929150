//! `guldkorn audit-leaks`: asks the site's own public surfaces whether they tell anything of closed doors and unpublished
//! texts.
//!
//! The site is copied into memory twice, once as it is and once without its secrets, and both are asked for the same
//! addresses through the real router. Each difference is a trace: a word, a title, a file, a count, an order. A link that a
//! writer has typed is in both, so links are looked at by themselves.

pub mod options;
mod response;
pub mod surfaces;
mod trace;

pub use trace::Trace;

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use app::db::Db;
use app::error::AppError;
use app::paths;
use app::state::AppState;
use app::time::{self, Clock};
use app::unpublished::TwoSites;
use jiff::Timestamp;

use self::options::LeakAuditOptions;
use self::response::Site;
use crate::data_folder::DataFolder;
use crate::open_site::{StartError, block_on};
use crate::start_time::parse;

/// Why nothing could be audited.
#[derive(Debug, thiserror::Error)]
pub enum LeakAuditError {
    /// The command could not begin.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The settings cannot be read.
    #[error("webbplatsen gick inte att läsa ({0}): kör guldkorn check")]
    Settings(sqlx::Error),
    /// The site does not fit into memory, or its schema is another one.
    #[error("webbplatsen gick inte att kopiera: kör guldkorn check")]
    Copy(AppError),
}

impl LeakAuditError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) fn is_usage_error(&self) -> bool {
        matches!(self, Self::Start(error) if error.is_usage_error())
    }
}

/// Audits a site, prints each trace, and returns 0 when there is none and otherwise 1.
///
/// # Errors
/// See [`LeakAuditError`].
pub fn run(options: &LeakAuditOptions) -> Result<ExitCode, LeakAuditError> {
    let at = options.at.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let traces = block_on(audit(&options.data, at))?;
    for Trace { address, what } in &traces {
        println!("{address}: {what}");
    }
    println!("{} spår", traces.len());
    Ok(if traces.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Audits the site in a data folder, as of now or of another time.
///
/// # Errors
/// See [`LeakAuditError`].
pub async fn audit(data: &Path, at: Option<&str>) -> Result<Vec<Trace>, LeakAuditError> {
    let folder = DataFolder::existing(data).map_err(StartError::from)?;
    let db = Db::open_read_only(&folder.database()).await.map_err(StartError::from)?;
    time::set_site_zone(&app::site::store::time_zone(db.reader()).await.map_err(LeakAuditError::Settings)?);
    let at = at.map(parse).transpose().map_err(StartError::from)?.unwrap_or_else(Timestamp::now);
    let sites = TwoSites::copy(&db, at.into()).await.map_err(LeakAuditError::Copy)?;
    db.close().await;
    // Both stand still: they are asked one after the other.
    let site = |db: &Db| {
        let offline = AppState::offline(db.clone(), Clock::fixed(at), &folder.media());
        Site::new(AppState { address: "http://127.0.0.1".into(), ..offline })
    };
    Ok(crawl(&site(&sites.whole), &site(&sites.without), &sites).await)
}

/// Asks both sites for all surfaces, and for all pages that these link to.
async fn crawl(whole: &Site, without: &Site, sites: &TwoSites) -> Vec<Trace> {
    let mut traces = Vec::new();
    let mut queue = surfaces::addresses(&sites.names);
    let mut seen = HashSet::new();
    while let Some(address) = queue.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        if is_image_of_public_page(without, &address).await {
            continue;
        }
        let (Some(one), Some(other)) = (whole.ask(&address).await, without.ask(&address).await) else {
            continue;
        };
        traces.extend(trace::of_difference(&address, &one, &other, &sites.secrets));
        let links = one.links();
        traces.extend(trace::of_links(&address, &links, &sites.secrets));
        queue.extend(links.into_iter().filter(|link| is_page(link)));
    }
    tracing::info!(texts = sites.secrets.len(), addresses = seen.len(), "audited");
    traces.sort_by(|one, other| one.address.cmp(&other.address));
    traces
}

/// Whether an address is that of a picture that is drawn from a page which is public without any secret. Drawing takes
/// time, and what is drawn stands on the page.
async fn is_image_of_public_page(without: &Site, address: &str) -> bool {
    let image = address.strip_prefix(paths::SOCIAL_IMAGES).and_then(|rest| rest.rsplit_once('.'));
    let page = image.or_else(|| address.split_once(&format!("{}/", paths::SOCIAL_IMAGES)));
    match page {
        Some((page, _)) => without.ask(page).await.is_some_and(|answer| answer.status.is_success()),
        None => false,
    }
}

/// Whether an address is that of a page: files are among the surfaces, as far as they may tell something.
fn is_page(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    !is_file && !paths::is_admin(path)
}
