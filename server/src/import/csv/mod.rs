//! Tables: a CSV file of posts, and one of old and new addresses.

mod posts;
mod redirects;
mod table;

pub(super) use posts::CsvPosts;
pub(super) use redirects::redirects;
pub(super) use table::kind;
