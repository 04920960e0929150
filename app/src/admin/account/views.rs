//! Who one is, and where one is logged in.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{EndOtherSessions, EndSession};
use crate::admin::moments::moment;
use crate::staff::Staff;
use crate::staff::own_account::OwnSession;

/// Everything between the room's heading and the form for the password.
pub(super) fn room(staff: &Staff, sessions: &[OwnSession], done: Option<String>) -> impl IntoView {
    let list = sessions.iter().map(|session| view! { <li>{entry(session)}</li> }).collect_view();
    let who = format!("{}, {}, {}", staff.name, staff.role.in_words(), staff.email);
    view! {
        {done.map(|words| view! { <div class="notice" data-kind="done" role="status"><p>{words}</p></div> })}
        <p class="quiet">{who}</p>
        <section aria-labelledby="sessions">
            <h2 id="sessions">"Mina inloggningar"</h2>
            <ul class="entries">{list}</ul>
            {(sessions.len() > 1).then(|| view! {
                <form method="post" action=EndOtherSessions::url()>
                    <button class="button plain">"Avsluta alla andra"</button>
                </form>
            })}
        </section>
    }
}

fn entry(session: &OwnSession) -> impl IntoView {
    let began = moment(session.created_at);
    let end = (!session.is_here).then(|| {
        view! {
            <form method="post" action=EndSession::url()>
                <input type="hidden" name="session" value=session.name.clone()/>
                <button class="button plain">
                    "Avsluta" <span class="visually-hidden">{format!(" inloggningen från {began}")}</span>
                </button>
            </form>
        }
    });
    view! {
        <p><b>{format!("Inloggad {began}")}</b> {session.is_here.then_some(" – den här webbläsaren")}</p>
        <p class="quiet">{format!("Senast använd {}", moment(session.last_seen_at))}</p>
        {end}
    }
}
