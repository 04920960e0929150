//! The account and its sessions.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{EndOtherSessions, EndSession};
use crate::admin::relative_time::date_and_time;
use crate::staff::Staff;
use crate::staff::own_account::OwnSession;
use crate::ui::IdempotencyKey;

/// Shows everything between the page's heading and the form for the password. `message` says what was done, `letters` is the
/// form for letters.
pub(super) fn account(
    staff: &Staff,
    sessions: &[OwnSession],
    message: Option<AnyView>,
    letters: Option<AnyView>,
) -> impl IntoView {
    let list = sessions.iter().map(|session| view! { <li>{own_session(session)}</li> }).collect_view();
    let who = format!("{}, {}, {}", staff.name, staff.role.in_words(), staff.email);
    view! {
        {message}
        <p class="quiet">{who}</p>
        <section aria-labelledby="sessions">
            <h2 id="sessions">"Mina inloggningar"</h2>
            <ul class="entries">{list}</ul>
            {(sessions.len() > 1).then(|| view! {
                <form method="post" action=EndOtherSessions::url()>
                    <IdempotencyKey/>
                    <button class="button plain">"Avsluta alla andra"</button>
                </form>
            })}
        </section>
        {letters}
    }
}

fn own_session(session: &OwnSession) -> impl IntoView {
    let began = date_and_time(session.created_at);
    let end = (!session.is_current).then(|| {
        view! {
            <form method="post" action=EndSession::url()>
                <IdempotencyKey/>
                <input type="hidden" name="session" value=session.id.0.clone()/>
                <button class="button plain">
                    "Avsluta" <span class="visually-hidden">{format!(" inloggningen från {began}")}</span>
                </button>
            </form>
        }
    });
    view! {
        <p><b>{format!("Inloggad {began}")}</b> {session.is_current.then_some(" – den här webbläsaren")}</p>
        <p class="quiet">{format!("Senast använd {}", date_and_time(session.last_seen_at))}</p>
        {end}
    }
}
