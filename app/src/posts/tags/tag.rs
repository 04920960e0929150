//! A tag, and the rules of its name.

use crate::posts::TagId;
use crate::text_input::{line, normalize};

/// The longest name, in characters.
pub const MAX_NAME: usize = 60;
/// What to tell whoever has typed a longer name.
pub const NAME_TOO_LONG: &str = "Etiketten är för lång. Skriv högst 60 tecken.";
/// What to tell whoever has typed no name, or one that cannot be a tag's.
pub(super) const NAME_RULE: &str = "Skriv etikettens namn, högst 60 tecken och utan kommatecken.";

/// The longest last part of an address, in characters.
pub(super) const MAX_SLUG: usize = 80;
/// What to tell whoever has typed another address.
pub(super) const SLUG_RULE: &str =
    "Skriv adressen med små bokstäver a–z, siffror och bindestreck, högst 80 tecken.";

/// A tag that posts share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The last part of its address.
    pub slug: String,
    /// The name as shown.
    pub name: String,
}

/// A tag as staff see it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct TagRow {
    pub(crate) id: TagId,
    pub(crate) slug: String,
    pub(crate) name: String,
    /// How many posts have it, except those in the trash.
    pub(crate) texts: u32,
    /// How many of them readers can find.
    pub(crate) public: u32,
}

/// Whether two names are of one tag: "Små steg" and "små steg" are.
pub fn is_same_tag(one: &str, other: &str) -> bool {
    normalize(one).to_lowercase() == normalize(other).to_lowercase()
}

/// Whether a name is too long for a tag.
pub fn is_too_long(name: &str) -> bool {
    name.chars().count() > MAX_NAME
}

/// Parses the name of one tag. None when it is empty or too long, or has a comma, which stands between names in lists.
pub(super) fn parse_name(typed: &str) -> Option<String> {
    let name = normalize(typed);
    let name = name.trim();
    let fits = !name.is_empty() && !is_too_long(name) && !name.contains(|c: char| c.is_control() || c == ',');
    fits.then(|| name.to_owned())
}

/// Parses names with commas between: each once, however it is capitalised. Too long ones stay: what is typed into a
/// post is never lost, and the checks tell what to do.
pub fn parse_names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split(',').map(line).filter(|name| !name.is_empty()) {
        if !names.iter().any(|other| is_same_tag(other, &name)) {
            names.push(name);
        }
    }
    names
}
