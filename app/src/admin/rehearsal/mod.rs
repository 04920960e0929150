//! `/admin/kalendrar/genrep`, the rehearsal: an edition day by day as readers will meet it, in the frame of the preview.
//!
//! Each day is an address (`?kalender=3&dag=7`). The staff's script goes through the days by itself.

mod handlers;
mod query;
mod views;

pub(super) use handlers::page;
