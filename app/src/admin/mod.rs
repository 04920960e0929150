//! The staff's rooms: an app of their own, whose code comes to the browser only when somebody enters one.
//!
//! `entry` is what lies before the door: log-in, and the page behind a single-use link. Everything else shows
//! itself through `room`, which sends those without a session to the log-in. Rooms of lists and plain forms come
//! `finished` from the server.

mod account;
mod auth;
mod editions;
mod editor;
mod help;
mod lost;
pub(crate) mod posts;
mod prerendered;
mod preview;
mod room;
mod settings;
mod staff_accounts;
mod tags;

#[cfg(feature = "ssr")]
mod audit_log;
#[cfg(feature = "ssr")]
mod create;
#[cfg(feature = "ssr")]
mod dashboard;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
mod flash;
#[cfg(feature = "ssr")]
mod kinds;
#[cfg(feature = "ssr")]
mod moments;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use self::account::OwnPage;
use self::auth::{ForgottenPage, LogInPage, PasswordPage};
use self::editor::{ComparisonPage, VersionsPage, WritingPage};
use self::help::HelpPage;
use self::lost::LostPage;
use self::prerendered::PrerenderedRoomPage;
use self::preview::PreviewPage;
use self::staff_accounts::PeoplePage;
use crate::ui::FollowNavigation;

#[cfg(feature = "ssr")]
pub use self::editor::{CompanyEvent, CompanyStream};

/// Which room belongs to which address.
#[component]
pub fn Rooms() -> impl IntoView {
    view! {
        <Router>
            <FollowNavigation/>
            <FlatRoutes fallback=LostPage>
                <Route path=path!("/admin/logga-in") view=LogInPage/>
                <Route path=path!("/admin/glomt") view=ForgottenPage/>
                <Route path=path!("/admin/losenord/:token") view=PasswordPage/>
                <Route path=path!("/admin") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/inlagg/:id") view=WritingPage/>
                <Route path=path!("/admin/inlagg/:id/jamfor") view=ComparisonPage/>
                <Route path=path!("/admin/inlagg/:id/versioner") view=VersionsPage/>
                <Route path=path!("/admin/inlagg") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/sidor") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/personer") view=PeoplePage/>
                <Route path=path!("/admin/hjalp") view=HelpPage/>
                <Route path=path!("/admin/konto") view=OwnPage/>
                <Route path=path!("/admin/kalendrar") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/kalendrar/ny") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/kalendrar/:id") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/etiketter") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/installningar") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/installningar/:section") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/handelser") view=PrerenderedRoomPage/>
                <Route path=path!("/admin/forhandsvisning/:kind/:number") view=PreviewPage/>
            </FlatRoutes>
        </Router>
    }
}
