//! The staff's list of posts: which of them, and what a row tells. Its SQL is in `store/lists.rs`.

mod filter;
mod row;

pub(crate) use filter::{Author, EasyRead, Filter, FilterKind, Sort};
pub(crate) use row::ListedPost;
