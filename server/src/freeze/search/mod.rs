//! The search of the frozen site: an index that is made beforehand, and a script that reads it.
//!
//! A page from a folder may not fetch files, but may load scripts, so the index consists of scripts: one with all texts,
//! and one for each first letter of words, which is loaded when somebody searches for such a word. Words are found as the
//! running site finds them: all of them, with å, ä and ö as letters of their own, the last one also as a beginning.

mod index;
mod page;

pub(super) use index::SearchIndex;
pub(super) use page::with_search;
