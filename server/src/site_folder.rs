//! The folder with the built client's files.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use app::state::Assets;

/// Why the site folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteFolderError {
    /// It is not there.
    #[error("webbplatsens filer finns inte i {0}: kör \"make build\" eller visa rätt mapp med --site")]
    Missing(PathBuf),
    /// It is there, but has no client in it.
    #[error(
        "{0} har ingen färdig webbplats (pkg/guldkorn.*.{1} saknas): kör \"make build\" eller visa rätt mapp med --site"
    )]
    Unbuilt(PathBuf, &'static str),
}

/// Finds the client's files. Their names hold a hash of their content, so that browsers may keep them for ever.
///
/// # Errors
/// When the folder is missing, or one of the files.
pub fn find_assets(site: &Path) -> Result<Assets, SiteFolderError> {
    let package = site.join("pkg");
    let find = |extension: &'static str| {
        newest(&package, extension).map_err(|_| SiteFolderError::Missing(site.to_owned())).and_then(|name| {
            name.map(|name| format!("/pkg/{name}"))
                .ok_or_else(|| SiteFolderError::Unbuilt(site.to_owned(), extension))
        })
    };
    Ok(Assets { css: find("css")?, js: find("js")?, wasm: find("wasm")? })
}

/// The newest `guldkorn.{hash}.{extension}`: a folder that was built into twice holds the old ones, too.
fn newest(package: &Path, extension: &str) -> io::Result<Option<String>> {
    let mut found: Option<(SystemTime, String)> = None;
    for entry in std::fs::read_dir(package)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if !is_asset(&name, extension) {
            continue;
        }
        let built = entry.metadata()?.modified()?;
        if found.as_ref().is_none_or(|(newest, _)| *newest < built) {
            found = Some((built, name));
        }
    }
    Ok(found.map(|(_, name)| name))
}

fn is_asset(name: &str, extension: &str) -> bool {
    let hash = name
        .strip_prefix("guldkorn.")
        .and_then(|rest| rest.strip_suffix(extension))
        .and_then(|rest| rest.strip_suffix('.').or((rest.is_empty()).then_some(rest)));
    hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::is_asset;

    #[test]
    fn only_the_main_files_count() {
        assert!(is_asset("guldkorn.css", "css"));
        assert!(is_asset("guldkorn.Ab-3_x.wasm", "wasm"));
        assert!(!is_asset("guldkorn.Ab3.wasm.br", "wasm"));
        assert!(!is_asset("guldkorn.Ab3.wasm", "css"));
        assert!(!is_asset("split_desk.Ab3.wasm", "wasm"));
        assert!(!is_asset("guldkorn.Ab3.min.css", "css"));
    }
}
