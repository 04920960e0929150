//! Exports that come back: what `guldkorn export` wrote becomes content of this site, whether the site is empty or not, and as
//! often as it is read.
//!
//! [`run`] goes through an export in this order, and writes nothing to the database before all of it is ready:
//!
//! 1. `lists` reads and checks everything but the posts, which may be many: `lines` reads those one at a time.
//! 2. `plan` decides which posts are here already, and which address each of the others gets.
//! 3. `files` judges pictures and documents, `recordings` those, and writes their files to the disk. Dropped, they go again.
//! 4. `prepare` compares each post with what is here, renders those that are to be written, and puts them into a
//!    file (`staged`): so rendering ten thousand texts keeps nobody waiting, and takes no memory.
//! 5. `apply` writes everything in one transaction. A dry run drops it.
//!
//! What is here is known by its `uid` or id. `imported_items` remembers posts as of any import: one that somebody has edited
//! here since is left alone, and so is one that was written here and says something else than the export.

mod apply;
mod causes;
mod editions;
mod files;
mod lines;
mod lists;
mod media_ids;
mod plan;
mod posts;
mod prepare;
mod recordings;
mod redirects;
mod run;
mod settings;
mod settings_form;
mod staged;
mod tags;

pub use lines::ExportFiles;
pub use run::{Options, run};
