//! The site folder: the built client's files.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use app::state::Assets;
use sha2::{Digest as _, Sha256};

/// The first part of the names of the client's main files.
const CLIENT: &str = "guldkorn";
/// The first part of the names of the text editor's files, which are built after the client's.
const EDITOR: &str = "guldkorn-editor";
/// The first part of the name of the script of the staff's other pages, built with the editor.
const STAFF: &str = "guldkorn-staff";
/// The first parts of the names of the style sheets that only some pages or media need, built with the editor.
const ADMIN: &str = "guldkorn-admin";
const CALENDAR: &str = "guldkorn-calendar";
const CARD: &str = "guldkorn-card";
const READING: &str = "guldkorn-reading";
const PRINT: &str = "guldkorn-print";

/// Why the site folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteFolderError {
    /// The folder does not exist.
    #[error("webbplatsens filer finns inte i {0}: kör \"make build\" eller visa rätt mapp med --site")]
    Missing(PathBuf),
    /// The folder holds no client.
    #[error(
        "{0} har ingen färdig webbplats (pkg/guldkorn.*.{1} saknas): kör \"make build\" eller visa rätt mapp med --site"
    )]
    Unbuilt(PathBuf, &'static str),
}

/// Finds the client's files, and gives them paths that hold a hash of the whole build, so that browsers may cache them
/// for ever.
///
/// The hashes in the files' own names are not enough: cargo-leptos writes the final names of the others into a file
/// after it has named it, so files of two builds may share a name and differ in content.
///
/// The staff's editor and the style sheets built with it may be missing: the site works without them.
///
/// # Errors
/// [`SiteFolderError::Missing`] without the folder, [`SiteFolderError::Unbuilt`] without one of the client's files.
pub fn find_assets(site: &Path) -> Result<Assets, SiteFolderError> {
    let package = site.join("pkg");
    let missing = |_| SiteFolderError::Missing(site.to_owned());
    let build = build_hash(&package).map_err(missing)?;
    let find = |stem, extension| {
        let name = newest(&package, stem, extension).map_err(missing)?;
        Ok(name.map(|name| format!("/pkg/{build}/{name}")))
    };
    let client = |extension| {
        find(CLIENT, extension)?.ok_or_else(|| SiteFolderError::Unbuilt(site.to_owned(), extension))
    };
    let optional = |stem, extension| Ok(find(stem, extension)?.unwrap_or_default());
    Ok(Assets {
        css: client("css")?,
        calendar_css: optional(CALENDAR, "css")?,
        card_css: optional(CARD, "css")?,
        reading_css: optional(READING, "css")?,
        print_css: optional(PRINT, "css")?,
        admin_css: optional(ADMIN, "css")?,
        js: client("js")?,
        wasm: client("wasm")?,
        editor_js: optional(EDITOR, "js")?,
        editor_css: optional(EDITOR, "css")?,
        staff_js: optional(STAFF, "js")?,
    })
}

/// Returns the part of the paths that all files of a build share: `/pkg/{build}/`.
pub(crate) fn build_path(assets: &Assets) -> &str {
    let end = assets.js.rfind('/').map_or(0, |slash| slash + 1);
    &assets.js[..end]
}

/// Hashes the names and contents of all files.
fn build_hash(package: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut files = Vec::new();
    list(package, &mut files)?;
    files.sort();
    for file in files {
        let name = file.strip_prefix(package).unwrap_or(&file);
        hash.update(name.as_os_str().as_encoded_bytes());
        hash.update(std::fs::read(&file)?);
    }
    let bits = hash.finalize().first_chunk().map_or(0, |bits| u64::from_be_bytes(*bits));
    Ok(format!("{bits:016x}"))
}

/// Lists all files of a folder but the compressed copies, which are made of the others.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            files.push(path);
        }
    }
    Ok(())
}

/// Finds the newest `{stem}.{hash}.{extension}`: a folder that was built into twice holds the old ones, too.
fn newest(package: &Path, stem: &str, extension: &str) -> io::Result<Option<String>> {
    let mut found: Option<(SystemTime, String)> = None;
    for entry in std::fs::read_dir(package)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if !is_asset(&name, stem, extension) {
            continue;
        }
        let built = entry.metadata()?.modified()?;
        if found.as_ref().is_none_or(|(newest, _)| *newest < built) {
            found = Some((built, name));
        }
    }
    Ok(found.map(|(_, name)| name))
}

fn is_asset(name: &str, stem: &str, extension: &str) -> bool {
    let hash = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_prefix('.'))
        .and_then(|rest| rest.strip_suffix(extension))
        .and_then(|rest| rest.strip_suffix('.').or((rest.is_empty()).then_some(rest)));
    hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::{ADMIN, CLIENT, EDITOR, is_asset};

    #[test]
    fn only_the_main_files_count() {
        assert!(is_asset("guldkorn.css", CLIENT, "css"));
        assert!(is_asset("guldkorn.Ab-3_x.wasm", CLIENT, "wasm"));
        assert!(!is_asset("guldkorn.Ab3.wasm.br", CLIENT, "wasm"));
        assert!(!is_asset("guldkorn.Ab3.wasm", CLIENT, "css"));
        assert!(!is_asset("split_desk.Ab3.wasm", CLIENT, "wasm"));
        assert!(!is_asset("guldkorn.Ab3.min.css", CLIENT, "css"));
    }

    #[test]
    fn what_staff_get_is_not_taken_for_the_client() {
        assert!(is_asset("guldkorn-editor.js", EDITOR, "js"));
        assert!(is_asset("guldkorn-editor.Ab3.css", EDITOR, "css"));
        assert!(!is_asset("guldkorn-editor.js", CLIENT, "js"));
        assert!(!is_asset("guldkorn.Ab3.js", EDITOR, "js"));
        assert!(is_asset("guldkorn-admin.css", ADMIN, "css"));
        assert!(!is_asset("guldkorn-admin.css", CLIENT, "css"));
        assert!(
            !is_asset("guldkorn.Ab3.css", ADMIN, "css") && !is_asset("guldkorn-editor.css", ADMIN, "css")
        );
    }
}
