//! The page that is shown, and the one that was asked for.

use std::cell::{Cell, RefCell};

use super::{Answer, encode, fetch};
use crate::error::AppError;

/// The server function that renders any of the readers' pages.
const READ: &str = "/api/site/read";

thread_local! {
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Whether the page at an address is shown. The present address may be that of a door over it.
pub(crate) fn is_shown(address: &str) -> bool {
    SHOWN.with_borrow(|shown| shown == address)
}

/// Remembers which page is shown, and returns the one before.
pub(crate) fn set_shown(address: String) -> String {
    SHOWN.replace(address)
}

/// Fetches the page at an address of this site, as a `Document`. Returns `None` when another page has been asked for
/// meanwhile: an older response never overwrites a newer one.
pub(crate) async fn fetch_page(address: &str) -> Option<Result<Answer, AppError>> {
    let number = ASKED.get().wrapping_add(1);
    ASKED.set(number);
    let answer = fetch(&format!("{}?address={}", READ, encode(address))).await;
    (ASKED.get() == number).then_some(answer)
}
