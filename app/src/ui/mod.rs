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
mod paper_notice;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
mod text_area;

pub use document::Document;
pub use error_page::ErrorPage;
pub(crate) use error_page::error_html;
pub use field::Field;
pub use follow_navigation::FollowNavigation;
#[cfg(not(feature = "ssr"))]
pub use follow_navigation::leave_links_to_browser;
#[cfg(not(feature = "ssr"))]
pub(crate) use follow_navigation::{focus_content, mark_current_in_menu};
pub use idempotency_key::{IDEMPOTENCY_KEY, IdempotencyKey};
pub use page::{page, page_or};
#[cfg(not(feature = "ssr"))]
pub(crate) use page_meta::set_page_title;
pub use page_meta::{PageMeta, whole_title};
pub use params::{param, query};
pub use share::ShareButton;
#[cfg(not(feature = "ssr"))]
pub use share::listen_for_sharing;
pub(crate) use share::share_button;
pub use status::set_status;

#[cfg(feature = "ssr")]
pub(crate) use inline_script::inline_script;
#[cfg(feature = "ssr")]
pub(crate) use paper_notice::{PaperNotice, print_mark};
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
