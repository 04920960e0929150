//! `guldkorn freeze`: writes the public site as files, for the time after the project.
//!
//! - `seeds` says from the data what the site has; `visitor` asks the site's own routes for it, as anybody may.
//! - `copy` goes from address to address. A page is cleaned (`clean`) of what needs a server, its `links` are made
//!   relative, and what they lead to is asked for next. What is not there is a broken link.
//! - `address` is the one rule by which an address becomes a file; `folder` is written beside its place and moved there.
//! - `search` is an index made beforehand, `redirects` are maps for web servers, `report` tells the outcome.
//!
//! Everything happens at one instant: what opens meanwhile stays closed.

mod address;
mod clean;
mod copy;
mod error;
mod folder;
mod links;
mod options;
mod redirects;
mod report;
mod search;
mod seeds;
mod style_urls;
mod visitor;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use app::state::AppState;
use app::time::Clock;

pub use self::error::FreezeError;
pub use self::options::FreezeOptions;
pub use self::report::Report;
use crate::data_folder::DataFolder;
use crate::open_site::{StartError, with_site};
use crate::site_files::SiteFiles;
use crate::start_time;
use crate::{serve, shutdown};

/// Runs the command and prints the report. The exit code is a failure when a link is broken.
///
/// # Errors
/// See [`FreezeError`].
pub fn run(options: FreezeOptions) -> Result<ExitCode, FreezeError> {
    let clock = Clock::fixed(start_time::clock(options.at.as_deref()).map_err(StartError::from)?.now());
    let base = base(&options.base)?;
    // Before anything is made: a mistyped folder is none to begin a site in.
    DataFolder::existing(&options.data).map_err(StartError::from)?;
    let site = SiteFiles::choose(options.site);
    let assets = Arc::new(site.assets()?);
    let report = with_site(&options.data, async |data, db| {
        serve::set_time_zone(db).await?;
        serve::render_outdated_texts(db).await?;
        serve::refresh_openings(db).await?;
        let state = AppState { assets, ..AppState::offline(db.clone(), clock, &data.media()) };
        tokio::select! {
            report = freeze(&state, &site, &options.out, &base) => report,
            () = shutdown::signal() => Err(FreezeError::Interrupted),
        }
    })?;
    println!("{report}");
    Ok(if report.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes the site, as the public sees it at this instant, into a folder that is empty or not there. `base` is the path
/// at which a web server will have it; it begins and ends with a slash.
///
/// # Errors
/// See [`FreezeError`]. Nothing is left behind then.
pub async fn freeze(
    state: &AppState,
    files: &SiteFiles,
    out: &Path,
    base: &str,
) -> Result<Report, FreezeError> {
    copy::copy(state, files, out, base).await
}

/// Parses a path such as `/arkiv`, with or without slashes around it.
fn base(typed: &str) -> Result<String, FreezeError> {
    let path = typed.trim().trim_matches('/');
    let is_plain = |step: &str| {
        !step.is_empty()
            && !matches!(step, "." | "..")
            && step.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
    };
    match path {
        "" => Ok("/".to_owned()),
        path if path.split('/').all(is_plain) => Ok(format!("/{path}/")),
        _ => Err(FreezeError::Base(typed.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_base_has_slashes_around_it() {
        for (typed, path) in [("/", "/"), ("", "/"), ("/arkiv", "/arkiv/"), ("a/b/", "/a/b/")] {
            assert_eq!(base(typed).unwrap(), path);
        }
        for wrong in ["a b", "../x", "a//b", "https://mia.example"] {
            assert!(base(wrong).is_err(), "{wrong}");
        }
    }
}
