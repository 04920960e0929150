//! `/admin/inlagg/{id}/kommentarer`: a text in paragraphs with what is said about it, and who has read it.
//!
//! All of it is links and plain forms. The script of the staff's pages (`frontend/editor/src/comments.js`) lets somebody mark
//! words in the text, and fills in the same form.

mod api;
mod handlers;
mod views;

pub(super) use handlers::page;
