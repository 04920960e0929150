//! `/admin/handelser`: what was done, by whom and when. For admins.

mod answer;
mod views;

pub(super) use answer::room;
