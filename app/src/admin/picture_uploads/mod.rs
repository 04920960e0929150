//! Sends the pictures of the library's form one by one, so that each tells how far it has come and one that fails keeps no
//! other waiting. Without this the form sends them all in one request.
//!
//! Pictures may also be dropped or pasted on the page. The queue belongs to the whole admin app: it goes on while somebody
//! looks at another page.

#[cfg(feature = "hydrate")]
mod files;
#[cfg(feature = "hydrate")]
mod listen;
#[cfg(any(feature = "hydrate", test))]
mod progress;
#[cfg(feature = "hydrate")]
mod queue;
#[cfg(feature = "hydrate")]
mod request;
#[cfg(feature = "hydrate")]
mod rows;
#[cfg(feature = "hydrate")]
mod smaller;

use leptos::prelude::*;

/// Listens for pictures on every page that has the library's form.
#[component]
pub(super) fn PictureUploads() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    listen::start();
}
