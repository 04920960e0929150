//! `/admin/installningar/flytta-in`: imports from another site. `crate::moving_in` has the steps, the server does the work.

mod handlers;
mod views;

pub(super) use handlers::page;
pub use handlers::{MoveInField, leave_refusal};
