//! The accessibility statement: what the law asks for, made from the settings and from what the product knows of itself.
//!
//! What MDFFS 2019:2 asks for was compared with the list in `requirements_tests`, which the tests hold against the page. The
//! regulation itself could not be read again when this was written: the list follows notes of November 2026 on it and on
//! Digg's template, and is to be compared with both before a site relies on it.

mod faults;
mod reminder;
#[cfg(test)]
mod requirements_tests;
mod standard;
mod view;

pub(crate) use reminder::remind;
pub(crate) use view::statement;
