//! How a form that the client has taken over shows what an answer refused.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::error::AppError;
use crate::staff::Outcome;

/// Keeps `refusal` in step with the form's answers and moves the focus to the summary. What was typed stays.
pub(super) fn follow<F, R>(action: ServerAction<F>, refusal: RwSignal<Option<R>>, summary: NodeRef<Div>)
where
    F: ServerFn<Output = Outcome<R>, Error = AppError> + Clone + Send + Sync + 'static,
    R: From<AppError> + Clone + Send + Sync + 'static,
{
    let (version, answer) = (action.version(), action.value());
    Effect::new(move || {
        // Before the first answer there may be a value all the same: one that somebody wrote into the address.
        if version.get() == 0 {
            return;
        }
        let refused = match answer.get() {
            Some(Ok(Outcome::Refused(why))) => Some(why),
            Some(Err(error)) => Some(error.into()),
            Some(Ok(Outcome::Done)) | None => None,
        };
        let moves = refused.is_some();
        refusal.set(refused);
        if moves {
            request_animation_frame(move || {
                if let Some(summary) = summary.get_untracked() {
                    let _ = summary.focus();
                }
            });
        }
    });
}
