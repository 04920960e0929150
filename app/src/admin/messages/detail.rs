//! One message, with its answer and what can be done with it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::AnswerMessage;
use super::handlers::More;
use super::list::act_form;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::admin::relative_time::date_and_time;
use crate::feedback::{FeedbackStatus, Message};
use crate::paths;
use crate::staff::redirect::LocalPath;
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// Shows the message. `sends_mail` is whether the site can send letters.
pub(super) fn page(
    message: &Message,
    flash: &Flash<More>,
    sends_mail: bool,
    now: UnixMillis,
) -> impl IntoView {
    let id = message.id;
    let late = message
        .is_late(now)
        .then(|| view! { <p class="missing">"Meddelandet har väntat i mer än en vecka. Svara så snart du kan."</p> });
    let in_trash = message.deleted_at.map(|_| {
        view! {
            <div class="notice">
                <p>"Meddelandet är borttaget. Avsändaren kan inte läsa det."</p>
                {act_form(id, "restore", "Ta tillbaka meddelandet")}
            </div>
        }
    });
    view! {
        <p class="kicker"><a href=paths::MESSAGES>"Meddelanden"</a></p>
        <h1>{format!("Meddelande {id}")}</h1>
        {flash.notice(None)}
        {in_trash}
        {late}
        {facts(message)}
        <div class="letter" dir="auto">{message.description.clone()}</div>
        {answered(message)}
        {message.deleted_at.is_none().then(|| answer_form(message, flash, sends_mail))}
        {message.deleted_at.is_none().then(|| buttons(message))}
    }
}

/// What is known about the message. Everything was typed by a stranger, so nothing but a path of this site becomes a link.
fn facts(message: &Message) -> impl IntoView + use<> {
    let page = match LocalPath::parse(&message.page) {
        Some(_) => {
            view! { <a href=message.page.clone() rel="external">{message.page.clone()}</a> }.into_any()
        }
        None => message.page.clone().into_any(),
    };
    let fact = |label: &'static str, value: AnyView, is_there: bool| {
        is_there.then(|| view! { <div><dt>{label}</dt> <dd dir="auto">{value}</dd></div> })
    };
    let text = |value: &String| value.clone().into_any();
    view! {
        <dl class="about-message">
            {fact("Ärende", message.kind.in_words().into_any(), true)}
            {fact("Kom in", date_and_time(message.received_at).into_any(), true)}
            {fact("Läge", message.status().in_words().into_any(), true)}
            {fact("Sida", page, !message.page.is_empty())}
            {fact("Hjälpmedel", text(&message.technology), !message.technology.is_empty())}
            {fact("Namn", text(&message.name), !message.name.is_empty())}
            {fact("E-post", text(&message.email), !message.email.is_empty())}
        </dl>
    }
}

fn answered(message: &Message) -> Option<impl IntoView + use<>> {
    let at = message.answered_at?;
    let who = format!("{}, {}", message.answered_by, date_and_time(at));
    Some(view! {
        <h2>"Svaret som avsändaren ser"</h2>
        <p class="quiet">{who}</p>
        <div class="letter" dir="auto">{message.answer.clone()}</div>
    })
}

fn answer_form(message: &Message, flash: &Flash<More>, sends_mail: bool) -> impl IntoView + use<> {
    let hint = match (message.email.is_empty(), sends_mail) {
        (true, _) => "Avsändaren läser svaret med sitt kvittonummer.".to_owned(),
        (false, true) => {
            format!(
                "Avsändaren läser svaret med sitt kvittonummer. Det skickas också till {}.",
                message.email
            )
        }
        (false, false) => format!(
            "Avsändaren läser svaret med sitt kvittonummer. Webbplatsen skickar inga brev, så skriv själv till {}.",
            message.email
        ),
    };
    let (label, button) = if message.answered_at.is_some() {
        ("Ändra svaret", "Spara svaret")
    } else {
        ("Svar", "Skicka svaret")
    };
    let typed = flash.more.typed.as_ref().unwrap_or(&message.answer);
    view! {
        <form class="long" method="post" action=AnswerMessage::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=message.id/>
            <input type="hidden" name="seen" value=message.answered_at.unwrap_or_default().0/>
            {form_field("answer", "answer", label).hint(hint).value(typed).errors(&flash.errors).lines(8)}
            <button class="button">{button}</button>
        </form>
    }
}

fn buttons(message: &Message) -> impl IntoView + use<> {
    let close = if message.status() == FeedbackStatus::Closed {
        act_form(message.id, "reopen", "Öppna ärendet igen")
    } else {
        act_form(message.id, "close", "Avsluta ärendet")
    };
    view! { <div class="row acts">{close} {act_form(message.id, "delete", "Ta bort meddelandet")}</div> }
}
