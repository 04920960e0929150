//! Files with front matter: TOML between two lines of `+++`, then Markdown.

use include_dir::File;
use serde::de::DeserializeOwned;

/// An embedded file that is invalid.
#[derive(Debug)]
pub(crate) struct InvalidFile {
    /// Its path within its folder.
    pub(crate) path: String,
    /// What is wrong with it.
    pub(crate) cause: String,
}

/// Parses the front matter of a file and returns it with the Markdown.
pub(crate) fn read<T: DeserializeOwned>(file: &File<'_>) -> Result<(T, String), InvalidFile> {
    let invalid = |cause: String| InvalidFile { path: file.path().display().to_string(), cause };
    let text = file.contents_utf8().ok_or_else(|| invalid("den är inte UTF-8".into()))?;
    let (table, body) = split(text).ok_or_else(|| invalid("tabellen mellan +++ saknas".into()))?;
    let table = toml::from_str(table).map_err(|error| invalid(error.to_string()))?;
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
