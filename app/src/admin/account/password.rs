//! The form for changing one's own password.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ChangeOwnPassword;
use crate::admin::auth::{ErrorSummary, PasswordField, Problem};
use crate::staff::PasswordChangeError;
use crate::ui::IdempotencyKey;

/// Shows the form, a plain one: what is typed here need not survive a reload. With the client the passwords can be made
/// readable.
#[component]
pub(super) fn ChangePassword(
    /// The address to log in with.
    email: String,
    /// Why the last try was refused.
    error: Option<PasswordChangeError>,
) -> impl IntoView {
    let problem = error.map(|error| Problem { sentence: error.sentence(), field: error.field() });
    let error_of = move |field: &'static str| {
        let error = error.filter(|error| error.field() == Some(field));
        Signal::stored(error.map(PasswordChangeError::sentence))
    };
    let (old_shown, new_shown) = (RwSignal::new(false), RwSignal::new(false));
    // Browsers remember what stands in a readable field.
    let hide = move |_| {
        old_shown.set(false);
        new_shown.set(false);
    };
    let summary = NodeRef::<Div>::new();
    view! {
        <form method="post" action=ChangeOwnPassword::url() novalidate=true on:submit=hide>
            <IdempotencyKey/>
            <ErrorSummary problem=Signal::stored(problem) node_ref=summary/>
            // Without a name it is not sent: it tells password managers whose password this is.
            <input type="text" autocomplete="username" value=email readonly=true hidden=true/>
            <PasswordField
                name="old"
                label="Gammalt lösenord"
                autocomplete="current-password"
                error=error_of("old")
                shown=old_shown
            />
            <PasswordField
                label="Nytt lösenord"
                autocomplete="new-password"
                hint="Minst 12 tecken. Några ord efter varandra är lätta att minnas."
                error=error_of("password")
                shown=new_shown
            />
            <button class="button">"Byt lösenord"</button>
            <p class="quiet">"Du fortsätter att vara inloggad här. Alla andra inloggningar avslutas."</p>
        </form>
    }
}
