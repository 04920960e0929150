//! Files with front matter: TOML between two lines of `+++`, then Markdown.

use include_dir::File;
use serde::de::DeserializeOwned;

use super::DemoError;
use super::files::{content_error, path_of};

/// Parses the front matter of a file and returns it with the Markdown.
pub(super) fn read<T: DeserializeOwned>(file: &File<'_>) -> Result<(T, String), DemoError> {
    let path = path_of(file);
    let text = file.contents_utf8().ok_or_else(|| content_error(&path, "den är inte UTF-8"))?;
    let (table, body) = split(text).ok_or_else(|| content_error(&path, "tabellen mellan +++ saknas"))?;
    let table = toml::from_str(table).map_err(|error| content_error(&path, error))?;
    Ok((table, body.trim().to_owned()))
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("+++\n")?.split_once("\n+++\n")
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_file_is_split_after_its_front_matter() {
        assert_eq!(split("+++\na = 1\n+++\nText\n+++\nmer"), Some(("a = 1", "Text\n+++\nmer")));
        assert_eq!(split("Text"), None);
    }
}
