//! Which of the site's files the pages link.

use std::io;
use std::time::SystemTime;

use app::state::Assets;
use sha2::{Digest as _, Sha256};

use super::{SiteFiles, SiteFilesError};

/// The folder of all that the build makes, which each path of it begins with.
const PACKAGE: &str = "pkg";
/// The first part of the names of the client's main files.
const CLIENT: &str = "guldkorn";
/// The first part of the names of the text editor's files, which are built after the client's.
const EDITOR: &str = "guldkorn-editor";
/// The first part of the name of the script of every page, built with the editor.
const PAGE: &str = "guldkorn-page";
/// The first part of the name of the script that hands a page to the client, built with the editor.
const TAKE_OVER: &str = "guldkorn-takeover";
/// The first part of the name of the script of the staff's other pages, built with the editor.
const STAFF: &str = "guldkorn-staff";
/// The first part of the name of the board's script, built with the editor.
const BOARD: &str = "guldkorn-board";
/// The first parts of the names of the style sheets that only some pages need, built with the editor.
const ADMIN: &str = "guldkorn-admin";
const CALENDAR: &str = "guldkorn-calendar";
const TOWN: &str = "guldkorn-town";
const SCENES: &str = "guldkorn-scenes";
const TEASERS: &str = "guldkorn-teasers";
const HIGHLIGHTS: &str = "guldkorn-highlights";
const CARD: &str = "guldkorn-card";
const READING: &str = "guldkorn-reading";
const LANGUAGES: &str = "guldkorn-languages";
const EMBED: &str = "guldkorn-embed";

impl SiteFiles {
    /// Finds the client's files, and gives them paths that hold a hash of the whole build, so that browsers may cache
    /// them for ever.
    ///
    /// The hashes in the files' own names are not enough: cargo-leptos writes the final names of the others into a file
    /// after it has named it, so files of two builds may share a name and differ in content.
    ///
    /// The staff's editor and what is built with it may be missing: the site works without.
    ///
    /// # Errors
    /// [`SiteFilesError::Missing`] without the folder, [`SiteFilesError::Unbuilt`] without one of the client's files.
    pub fn assets(&self) -> Result<Assets, SiteFilesError> {
        let missing = |_| SiteFilesError::Missing(self.place());
        let files = self.list(PACKAGE).map_err(missing)?;
        let build = self.build_hash(&files).map_err(missing)?;
        let find = |stem, extension| {
            let name = self.newest(&files, stem, extension).map_err(missing)?;
            Ok(name.map(|name| format!("/{PACKAGE}/{build}/{name}")))
        };
        let client = |extension| {
            find(CLIENT, extension)?.ok_or_else(|| SiteFilesError::Unbuilt(self.place(), extension))
        };
        let optional = |stem, extension| Ok(find(stem, extension)?.unwrap_or_default());
        Ok(Assets {
            css: client("css")?,
            calendar_css: optional(CALENDAR, "css")?,
            town_css: optional(TOWN, "css")?,
            scenes_css: optional(SCENES, "css")?,
            teasers_css: optional(TEASERS, "css")?,
            highlights_css: optional(HIGHLIGHTS, "css")?,
            card_css: optional(CARD, "css")?,
            reading_css: optional(READING, "css")?,
            languages_css: optional(LANGUAGES, "css")?,
            embed_css: optional(EMBED, "css")?,
            admin_css: optional(ADMIN, "css")?,
            js: client("js")?,
            wasm: client("wasm")?,
            page_js: optional(PAGE, "js")?,
            take_over_js: optional(TAKE_OVER, "js")?,
            editor_js: optional(EDITOR, "js")?,
            editor_css: optional(EDITOR, "css")?,
            staff_js: optional(STAFF, "js")?,
            board_js: optional(BOARD, "js")?,
        })
    }

    /// Hashes the names and contents of all files but the compressed copies, which are made of the others.
    fn build_hash(&self, files: &[String]) -> io::Result<String> {
        let mut hash = Sha256::new();
        for file in files.iter().filter(|file| !matches!(file.rsplit('.').next(), Some("br" | "gz"))) {
            hash.update(file_name(file));
            hash.update(self.read(file)?);
        }
        let bits = hash.finalize().first_chunk().map_or(0, |bits| u64::from_be_bytes(*bits));
        Ok(format!("{bits:016x}"))
    }

    /// Finds the newest `{stem}.{hash}.{extension}`: a folder that was built into twice holds the old ones, too.
    fn newest<'a>(&self, files: &'a [String], stem: &str, extension: &str) -> io::Result<Option<&'a str>> {
        let mut found: Option<(SystemTime, &str)> = None;
        for file in files.iter().filter(|file| is_asset(file_name(file), stem, extension)) {
            let built = self.modified(file)?;
            if found.is_none_or(|(newest, _)| newest < built) {
                found = Some((built, file_name(file)));
            }
        }
        Ok(found.map(|(_, name)| name))
    }
}

/// Returns the path within the folder of the build.
fn file_name(path: &str) -> &str {
    path.strip_prefix(PACKAGE).and_then(|name| name.strip_prefix('/')).unwrap_or(path)
}

/// Returns the part of the paths that all files of a build share: `/pkg/{build}/`.
pub(crate) fn build_path(assets: &Assets) -> &str {
    let end = assets.js.rfind('/').map_or(0, |slash| slash + 1);
    &assets.js[..end]
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
