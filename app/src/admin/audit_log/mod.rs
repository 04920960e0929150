//! `/admin/handelser`: what was done, by whom and when. For admins.

mod handlers;
mod views;

pub(super) use handlers::room;
