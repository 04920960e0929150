//! A text with a table before it: TOML between two lines of `+++`, then Markdown.

use include_dir::File;
use serde::de::DeserializeOwned;

use super::DemoError;
use super::files::{name, wrong};

/// The table and the text of a file.
pub(super) fn read<T: DeserializeOwned>(file: &File<'_>) -> Result<(T, String), DemoError> {
    let path = name(file);
    let text = file.contents_utf8().ok_or_else(|| wrong(&path, "den är inte UTF-8"))?;
    let (table, body) = split(text).ok_or_else(|| wrong(&path, "tabellen mellan +++ saknas"))?;
    let table = toml::from_str(table).map_err(|error| wrong(&path, error))?;
    Ok((table, body.trim().to_owned()))
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("+++\n")?.split_once("\n+++\n")
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_text_is_split_at_its_first_table() {
        assert_eq!(split("+++\na = 1\n+++\nText\n+++\nmer"), Some(("a = 1", "Text\n+++\nmer")));
        assert_eq!(split("Text"), None);
    }
}
