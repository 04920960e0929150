//! The list of messages.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ActOnMessage;
use super::handlers::More;
use crate::admin::flash::Flash;
use crate::admin::pages_beside::pages_beside;
use crate::admin::relative_time::ago;
use crate::feedback::Message;
use crate::ids::FeedbackId;
use crate::paths;
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// How much of a message its row shows, in characters.
const BEGINNING: usize = 90;

/// Shows a page of the list.
pub(super) fn page(
    messages: &[Message],
    flash: &Flash<More>,
    page: u32,
    has_more: bool,
    now: UnixMillis,
) -> impl IntoView {
    let rows = messages.iter().map(|message| row(message, now)).collect_view();
    let undo = flash.more.can_restore.then(|| act_form(flash.more.id, "restore", "Ångra"));
    view! {
        <h1>"Meddelanden"</h1>
        {flash.notice(undo)}
        <p class="quiet">
            "Här står det som läsare har skrivit i formuläret om tillgänglighet. De obesvarade står först, de äldsta överst."
        </p>
        {messages.is_empty().then(|| view! { <p class="empty">"Här finns inga meddelanden."</p> })}
        <ul class="entries">{rows}</ul>
        {pages_beside(paths::MESSAGES, page, has_more)}
    }
}

fn row(message: &Message, now: UnixMillis) -> impl IntoView + use<> {
    let status = message.status().in_words();
    let about = format!("{} · {status} · kom {}", message.kind.in_words(), ago(message.received_at, now));
    let late = message.is_late(now).then(|| view! { <p class="missing">"Har väntat i mer än en vecka."</p> });
    view! {
        <li>
            <h2>
                <a href=paths::message(message.id) dir="auto">{beginning(&message.description)}</a>
            </h2>
            <p class="quiet">{about}</p>
            {late}
        </li>
    }
}

/// Returns the beginning of a message as one line.
fn beginning(description: &str) -> String {
    let line = description.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// A button that acts on a message.
pub(super) fn act_form(id: FeedbackId, act: &'static str, label: &'static str) -> AnyView {
    view! {
        <form method="post" action=ActOnMessage::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <button class="button plain" name="act" value=act>{label}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_row_shows_the_beginning_in_whole_letters() {
        assert_eq!(beginning("Knappen\nsaknar  namn"), "Knappen saknar namn");
        assert_eq!(beginning(&"ع".repeat(500)).chars().count(), 92);
    }
}
