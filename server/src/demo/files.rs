//! The embedded files of `server/demo`.

use include_dir::{Dir, File, include_dir};
use serde::de::DeserializeOwned;

use super::DemoError;

static DEMO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/demo");

/// Lists the files of a folder with an extension, ordered by name. A missing folder has none.
pub(super) fn with_extension(folder: &str, extension: &str) -> Vec<&'static File<'static>> {
    let mut files: Vec<_> = DEMO
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|found| found == extension))
        .collect();
    files.sort_by_key(|file| file.path());
    files
}

/// Returns the content of a file.
pub(super) fn bytes(path: &str) -> Result<&'static [u8], DemoError> {
    let file = DEMO.get_file(path).ok_or_else(|| content_error(path, "den saknas"))?;
    Ok(file.contents())
}

/// Parses a TOML file.
pub(super) fn read_toml<T: DeserializeOwned>(path: &str) -> Result<T, DemoError> {
    let text = str::from_utf8(bytes(path)?).map_err(|error| content_error(path, error))?;
    toml::from_str(text).map_err(|error| content_error(path, error))
}

/// Returns the path of a file within the demo folder.
pub(super) fn path_of(file: &File<'_>) -> String {
    file.path().display().to_string()
}

/// Returns the name of a file without folder and extension.
pub(super) fn stem<'a>(file: &'a File<'_>) -> &'a str {
    file.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

/// Makes the error for an invalid file.
pub(super) fn content_error(path: &str, cause: impl ToString) -> DemoError {
    DemoError::Content(path.to_owned(), cause.to_string())
}
