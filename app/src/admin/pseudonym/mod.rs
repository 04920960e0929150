//! `/admin/inlagg/{id}/namn`: another name for a person in everything that a text shows. The rules are in `pseudonym`.

mod api;
mod handlers;
mod views;

pub(super) use handlers::page;
