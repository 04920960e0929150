//! The settings as staff change them: in sections, each a small form of its own.
//!
//! What a section consists of is written down once, in `section`; reading, checking, showing and comparing follow
//! it. `filled` is a form's content, `check` the rules, `save` keeps one person from writing over another.

mod check;
mod filled;
mod save;
mod section;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use filled::{Filled, Row};
pub(crate) use save::{Kept, Saved, keep, kept};
pub(crate) use section::{Entry, List, Rule, Section};
