//! The embedded files.

use include_dir::{Dir, File, include_dir};
use serde::de::DeserializeOwned;

use super::DemoError;

static DEMO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/demo");

/// The files of a folder with an ending, by name. A folder that is not there has none.
pub(super) fn with_ending(folder: &str, ending: &str) -> Vec<&'static File<'static>> {
    let mut files: Vec<_> = DEMO
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|found| found == ending))
        .collect();
    files.sort_by_key(|file| file.path());
    files
}

/// The bytes of a file.
pub(super) fn bytes(path: &str) -> Result<&'static [u8], DemoError> {
    let file = DEMO.get_file(path).ok_or_else(|| wrong(path, "den saknas"))?;
    Ok(file.contents())
}

/// A TOML file.
pub(super) fn table<T: DeserializeOwned>(path: &str) -> Result<T, DemoError> {
    let text = str::from_utf8(bytes(path)?).map_err(|error| wrong(path, error))?;
    toml::from_str(text).map_err(|error| wrong(path, error))
}

/// The name of a file within the demo folder.
pub(super) fn name(file: &File<'_>) -> String {
    file.path().display().to_string()
}

/// The name of a file without folder and ending.
pub(super) fn stem<'a>(file: &'a File<'_>) -> &'a str {
    file.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

pub(super) fn wrong(path: &str, cause: impl ToString) -> DemoError {
    DemoError::Content(path.to_owned(), cause.to_string())
}
