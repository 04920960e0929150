//! A tag, and the rules of its name.

use serde::{Deserialize, Serialize};

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

/// The longest introduction, in characters.
const MAX_INTRODUCTION: usize = 300;
/// What to tell whoever has typed a longer one.
pub(super) const INTRODUCTION_RULE: &str = "Skriv en eller två meningar, högst 300 tecken.";

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
    /// The sentences that begin its page; may be empty.
    pub(crate) introduction: String,
    /// Name of the drawing that staff chose; empty when it follows from the slug.
    pub(crate) drawing: String,
}

/// A tag as a form sends it, and as it was when the form was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, Serialize, Deserialize)]
pub struct TagForm {
    /// The name as shown.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// The sentences that begin its page; may be empty.
    pub introduction: String,
    /// Name of its drawing; empty when it follows from the slug.
    pub drawing: String,
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

/// Parses an introduction. `None` when it is too long.
pub(super) fn parse_introduction(typed: &str) -> Option<String> {
    let introduction = line(typed);
    (introduction.chars().count() <= MAX_INTRODUCTION).then_some(introduction)
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
