//! `/admin/handelser`: the audit log. For admins.

mod handlers;
mod query;
mod views;

pub(super) use handlers::page;
