//! The admin pages: an app of their own, whose code comes to the browser only when somebody opens one.
//!
//! `auth` has the pages that need no session: log-in, forgotten password, and choosing a password by a single-use link.
//! Every other page is shown by `admin_page`, which sends those without a session to the log-in. Pages of lists and plain
//! forms are `prerendered`: their HTML comes whole from the server.

mod account;
mod admin_page;
mod auth;
mod board;
mod busy_buttons;
mod crop;
mod documents;
mod editions;
mod editor;
mod first_hour;
mod help;
mod messages;
mod not_found;
mod picture_uploads;
mod pictures;
mod posts;
mod prerendered;
mod preview;
mod rail;
mod settings;
mod staff_accounts;
mod staff_script;
#[cfg(feature = "ssr")]
mod staff_stream;
mod tags;
mod text_editor;

#[cfg(feature = "ssr")]
mod audit_log;
#[cfg(feature = "ssr")]
mod comments;
#[cfg(feature = "ssr")]
mod consents;
#[cfg(feature = "ssr")]
mod create;
#[cfg(feature = "ssr")]
mod dashboard;
#[cfg(feature = "ssr")]
mod default_button;
#[cfg(feature = "ssr")]
mod flash;
#[cfg(feature = "ssr")]
mod form_field;
#[cfg(feature = "ssr")]
mod moving_in;
#[cfg(feature = "ssr")]
mod pages_beside;
#[cfg(feature = "ssr")]
mod picture_hint;
#[cfg(feature = "ssr")]
mod post_kinds;
#[cfg(feature = "ssr")]
mod pseudonym;
#[cfg(feature = "ssr")]
mod recordings;
#[cfg(feature = "ssr")]
mod rehearsal;
#[cfg(feature = "ssr")]
mod relative_time;
#[cfg(feature = "ssr")]
mod site_identity;
#[cfg(feature = "ssr")]
mod statistics;
#[cfg(feature = "ssr")]
mod time_zones;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use self::account::AccountPage;
use self::auth::{FirstAccountPage, ForgottenPasswordPage, LogInPage, PasswordPage};
use self::busy_buttons::BusyButtons;
use self::editor::{ComparisonPage, EditorPage, VersionsPage};
use self::help::HelpPage;
use self::not_found::NotFoundPage;
use self::picture_uploads::PictureUploads;
use self::prerendered::PrerenderedAdminRoute;
use self::preview::PreviewPage;
use self::staff_accounts::StaffAccountsPage;
use crate::ui::FollowNavigation;

#[cfg(feature = "ssr")]
pub use self::board::{BoardCompany, BoardNews};
#[cfg(feature = "ssr")]
pub use self::consents::{consent_paper, receive_consent_paper};
#[cfg(feature = "ssr")]
pub use self::documents::{SentDocument, receive_document};
#[cfg(feature = "ssr")]
pub use self::editor::{Company, PostCompany};
#[cfg(feature = "ssr")]
pub use self::moving_in::{MoveInField, leave_refusal};
#[cfg(feature = "ssr")]
pub use self::pictures::{ReceivedFile, UploadReport, replace_picture};
#[cfg(feature = "ssr")]
pub use self::recordings::{SentRecording, receive_recording};
#[cfg(feature = "ssr")]
pub use self::staff_stream::{StaffEvent, StaffStream, Watched, WatchedPlace};
#[cfg(feature = "ssr")]
pub use self::statistics::{StatisticsFile, statistics_file};

/// The admin app: its router and routes.
#[component]
pub fn AdminApp() -> impl IntoView {
    view! {
        <Router>
            <FollowNavigation/>
            <PictureUploads/>
            <BusyButtons/>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/admin/logga-in") view=LogInPage/>
                <Route path=path!("/admin/glomt") view=ForgottenPasswordPage/>
                <Route path=path!("/admin/losenord/:token") view=PasswordPage/>
                <Route path=path!("/admin/forsta") view=FirstAccountPage/>
                <Route path=path!("/admin") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/inlagg/:id") view=EditorPage/>
                <Route path=path!("/admin/inlagg/:id/jamfor") view=ComparisonPage/>
                <Route path=path!("/admin/inlagg/:id/versioner") view=VersionsPage/>
                <Route path=path!("/admin/inlagg/:id/kommentarer") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/inlagg/:id/namn") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/inlagg/:id/samtycke") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/inlagg/:id/samtycke/ta-bort") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/inlagg") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/bilder") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/bilder/:picture") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/sidor") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/samtycken") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/samtycken/borttaget/:id") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/personer") view=StaffAccountsPage/>
                <Route path=path!("/admin/hjalp") view=HelpPage/>
                <Route path=path!("/admin/konto") view=AccountPage/>
                <Route path=path!("/admin/borja") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/kalendrar") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/kalendrar/ny") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/kalendrar/:id") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/kalendrar/:id/scen") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/tavla") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/dokument") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/dokument/:document") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/etiketter") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/installningar") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/installningar/:section") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/meddelanden") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/meddelanden/:id") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/handelser") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/statistik") view=PrerenderedAdminRoute/>
                <Route path=path!("/admin/forhandsvisning/:kind/:number") view=PreviewPage/>
            </FlatRoutes>
        </Router>
    }
}
