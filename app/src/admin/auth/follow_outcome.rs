//! How a form that the client has taken over shows a refusal.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::error::AppError;
use crate::staff::Outcome;

/// Sets `error` from the outcomes of the form's action, and moves the focus to the summary. What was typed stays.
pub(super) fn follow_outcome<F, E>(action: ServerAction<F>, error: RwSignal<Option<E>>, summary: NodeRef<Div>)
where
    F: ServerFn<Output = Outcome<E>, Error = AppError> + Clone + Send + Sync + 'static,
    E: From<AppError> + Clone + Send + Sync + 'static,
{
    let (version, outcome) = (action.version(), action.value());
    Effect::new(move || {
        // Before the first outcome there may be a value all the same: one that somebody wrote into the address.
        if version.get() == 0 {
            return;
        }
        let refused = match outcome.get() {
            Some(Ok(Outcome::Refused(error))) => Some(error),
            Some(Err(failure)) => Some(failure.into()),
            Some(Ok(Outcome::Done)) | None => None,
        };
        let is_refused = refused.is_some();
        error.set(refused);
        if is_refused {
            request_animation_frame(move || {
                if let Some(summary) = summary.get_untracked() {
                    let _ = summary.focus();
                }
            });
        }
    });
}
