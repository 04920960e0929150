//! The SQL of documents.

mod change;
mod exported;
mod list;
mod read;

pub use change::add;
pub(crate) use change::{
    FormerFile, delete_for_good, former_files, move_to_bin, replace, set_file_name, set_title,
    take_out_of_bin,
};
pub(crate) use change::{delete_files, due_documents, due_files, use_former_file};
pub(crate) use exported::known_documents;
pub(super) use exported::set_file_added_at;
pub(crate) use list::{Filter, ListedDocument, Use, count, page, uses};
pub use read::{StoredFile, any_file, file_ids, public_file, stored_files};
pub(crate) use read::{deleted_at, file_with, find, known, of_post, with_ids};

/// The columns of a [`Document`](super::Document), of a document `d` and its file `f`.
macro_rules! document_columns {
    () => {
        "d.id, d.title, d.language, d.file_id, f.name, f.format, f.bytes, f.pages, f.is_tagged"
    };
}
use document_columns;
