//! Small parts of pages that know no domain and fetch nothing.

mod error_page;
mod field;
mod loaded;
mod page_meta;
mod pagination;
mod params;
mod prose;
mod share;
mod status;

pub use error_page::ErrorPage;
pub use field::Field;
pub use loaded::{data, loaded, page};
pub use params::{param, query};
pub use page_meta::{PageMeta, SiteName};
pub use pagination::Pagination;
pub use prose::Prose;
pub use share::ShareButton;
pub use status::answer_with;
