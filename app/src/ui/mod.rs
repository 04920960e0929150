//! Parts of pages that know no domain and fetch nothing.

mod document;
mod error_page;
mod field;
mod follow_navigation;
mod idempotency_key;
mod page;
mod page_meta;
mod params;
mod share;
mod status;

#[cfg(feature = "ssr")]
mod dark_house;
#[cfg(feature = "ssr")]
mod error_text;
#[cfg(feature = "ssr")]
mod fold;
#[cfg(feature = "ssr")]
mod inline_script;
#[cfg(feature = "ssr")]
mod pagination;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
mod text_area;

pub use document::{Document, show_document};
pub use error_page::ErrorPage;
pub use field::Field;
pub use follow_navigation::FollowNavigation;
pub use idempotency_key::{IDEMPOTENCY_KEY, IdempotencyKey};
pub use page::{page, page_or};
pub use page_meta::{PageMeta, whole_title};
pub use params::{param, query};
pub use share::ShareButton;
pub use status::set_status;

#[cfg(feature = "ssr")]
pub(crate) use inline_script::inline_script;
#[cfg(feature = "ssr")]
pub use {
    dark_house::{DarkHouse, Light},
    document::render_to_string,
    error_text::{ErrorText, TodaysDoor, WaysOn},
    fold::Fold,
    pagination::Pagination,
    prose::Prose,
    text_area::TextArea,
};
