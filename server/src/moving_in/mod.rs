//! Imports from the admin: `POST /admin/installningar/flytta-in` receives the files, and `…/{id}/{act}` has the buttons of an
//! import's page and its report as a text file. `app::moving_in` has the steps, `app::admin` the page, `crate::import` the
//! formats.

mod acts;
mod files;
mod form;
mod incoming;
mod refusal;
mod run;

pub(crate) use acts::route as acts_route;
pub(crate) use files::route as files_route;
