//! The staff's rooms: an app of their own, whose code comes to the browser only when somebody enters one.
//!
//! `entry` is what lies before the door: log-in, and the page behind a single-use link. Everything else shows
//! itself through `room`, which sends those without a session to the log-in. Rooms of lists and plain forms come
//! `finished` from the server.

mod editions;
mod entry;
mod finished;
mod help;
mod lost;
mod own;
mod people;
mod posts;
mod preview;
mod room;
mod settings;
mod tags;
mod writing;

#[cfg(feature = "ssr")]
mod begin;
#[cfg(feature = "ssr")]
mod desk;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
mod journal;
#[cfg(feature = "ssr")]
mod kinds;
#[cfg(feature = "ssr")]
mod moments;
#[cfg(feature = "ssr")]
mod said;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use self::entry::{ForgottenPage, LogInPage, PasswordPage};
use self::finished::FinishedPage;
use self::help::HelpPage;
use self::lost::LostPage;
use self::own::OwnPage;
use self::people::PeoplePage;
use self::preview::PreviewPage;
use self::writing::{ComparisonPage, VersionsPage, WritingPage};
use crate::ui::FollowAddress;

/// Which room belongs to which address.
#[component]
pub fn Rooms() -> impl IntoView {
    view! {
        <Router>
            <FollowAddress/>
            <FlatRoutes fallback=LostPage>
                <Route path=path!("/admin/logga-in") view=LogInPage/>
                <Route path=path!("/admin/glomt") view=ForgottenPage/>
                <Route path=path!("/admin/losenord/:token") view=PasswordPage/>
                <Route path=path!("/admin") view=FinishedPage/>
                <Route path=path!("/admin/inlagg/:id") view=WritingPage/>
                <Route path=path!("/admin/inlagg/:id/jamfor") view=ComparisonPage/>
                <Route path=path!("/admin/inlagg/:id/versioner") view=VersionsPage/>
                <Route path=path!("/admin/inlagg") view=FinishedPage/>
                <Route path=path!("/admin/sidor") view=FinishedPage/>
                <Route path=path!("/admin/personer") view=PeoplePage/>
                <Route path=path!("/admin/hjalp") view=HelpPage/>
                <Route path=path!("/admin/konto") view=OwnPage/>
                <Route path=path!("/admin/kalendrar") view=FinishedPage/>
                <Route path=path!("/admin/kalendrar/ny") view=FinishedPage/>
                <Route path=path!("/admin/kalendrar/:id") view=FinishedPage/>
                <Route path=path!("/admin/etiketter") view=FinishedPage/>
                <Route path=path!("/admin/installningar") view=FinishedPage/>
                <Route path=path!("/admin/installningar/:section") view=FinishedPage/>
                <Route path=path!("/admin/handelser") view=FinishedPage/>
                <Route path=path!("/admin/forhandsvisning/:kind/:number") view=PreviewPage/>
            </FlatRoutes>
        </Router>
    }
}
