//! Titles of items that came without one.

/// How many characters of a text become its title.
const LONGEST: usize = 60;

/// Returns the first words of a plain text as a title.
pub(super) fn made_title(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    app::markdown::beginning(first, LONGEST).trim_end_matches(" …").to_owned()
}
