//! When one browser window saves the post that is open in it, and what it does with the response.

use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, TimeoutHandle, WindowListenerHandle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement};

use super::super::api::autosave;
use super::super::{AutosaveResponse, Sent};
use super::act::{self, Pressed};
use super::company::{self, CompanyStream};
use super::{fields, form, local, messages, regions};
use crate::error::AppError;

/// How long a pause in the writing lasts before the text is sent.
const PAUSE: Duration = Duration::from_millis(1200);
/// How long somebody may write without a pause before the text is sent all the same, in milliseconds.
const MAX_UNSENT: f64 = 8000.0;
/// How often what failed is tried again.
const RETRY: Duration = Duration::from_secs(10);

/// One window with an open post.
#[derive(Clone, Copy)]
pub(super) struct EditorWindow {
    state: StoredValue<State>,
    company: CompanyStream,
}

struct State {
    /// Name of the local copy.
    name: String,
    timer: Option<TimeoutHandle>,
    /// Since when there is something that is not on the server, by the wall clock.
    unsaved_since: Option<f64>,
    is_sending: bool,
    is_acting: bool,
    /// The button that waits for the autosave under way.
    pressed: Option<Pressed>,
}

impl EditorWindow {
    pub(super) fn start(name: String, form: &HtmlFormElement) {
        let state = State {
            name,
            timer: None,
            unsaved_since: None,
            is_sending: false,
            is_acting: false,
            pressed: None,
        };
        let window = Self { state: StoredValue::new(state), company: CompanyStream::new() };
        window.restore(form);
        window.company.open();
        let listeners = [
            window_event_listener_untyped("input", move |event| window.on_input(&event)),
            window_event_listener_untyped("submit", move |event| window.on_submit(&event)),
            window_event_listener_untyped("click", move |event| window.on_click(&event)),
            window_event_listener_untyped("online", move |_| window.retry()),
            window_event_listener_untyped("visibilitychange", move |_| window.send()),
            window_event_listener_untyped("pagehide", move |_| window.send()),
        ];
        let retries = set_interval_with_handle(move || window.retry(), RETRY).ok();
        let name = window.name();
        on_cleanup(move || {
            send_local_copy(name);
            listeners.into_iter().for_each(WindowListenerHandle::remove);
            retries.as_ref().map(IntervalHandle::clear);
        });
    }

    pub(super) fn name(self) -> String {
        self.state.with_value(|state| state.name.clone())
    }

    /// Fills the form with the local copy that never reached the server, and keeps what somebody typed before the
    /// client had started.
    fn restore(self, form: &HtmlFormElement) {
        let served = fields::read_served(form);
        let copy = local::load(&self.name()).filter(|copy| !fields::have_same_text(copy, &served));
        if let Some(copy) = &copy {
            fields::restore(form, copy, &served);
            messages::show(messages::RESTORED);
        }
        let typed = fields::read(form);
        if fields::have_same_text(&typed, &served) {
            local::remove(&self.name());
        } else {
            local::save(&self.name(), &typed);
            self.note_change();
            self.send();
        }
    }

    fn on_input(self, event: &Event) {
        if !is_in_form(event) {
            return;
        }
        let Some(form) = form() else { return };
        local::save(&self.name(), &fields::read(&form));
        self.note_change();
        fields::offer_tags(&form);
        messages::set_status("…");
        regions::settle_message();
        let unsent =
            self.state.with_value(|state| js_sys::Date::now() - state.unsaved_since.unwrap_or(f64::INFINITY));
        if unsent > MAX_UNSENT {
            self.send();
            return;
        }
        let timer = set_timeout_with_handle(move || self.send(), PAUSE).ok();
        let before =
            self.state.try_update_value(|state| std::mem::replace(&mut state.timer, timer)).flatten();
        before.as_ref().map(TimeoutHandle::clear);
    }

    fn note_change(self) {
        self.state.update_value(|state| {
            state.unsaved_since.get_or_insert_with(js_sys::Date::now);
        });
    }

    /// Does what a button of the form says. Removes the local copy when another form of the page discards the draft or
    /// replaces it by another one.
    fn on_submit(self, event: &Event) {
        if !is_in_form(event) {
            local::remove(&self.name());
            return;
        }
        let pressed = Pressed::of(event);
        let runs_now = self.state.try_update_value(|state| {
            if std::mem::replace(&mut state.is_acting, true) {
                return false;
            }
            state.timer.take().as_ref().map(TimeoutHandle::clear);
            if state.is_sending {
                state.pressed = Some(pressed.clone());
            }
            !state.is_sending
        });
        if runs_now == Some(true) {
            act::run(self, pressed);
        }
    }

    /// Notes that an act has ended, and returns whether the editor is still there.
    pub(super) fn act_ended(self) -> bool {
        self.state.try_update_value(|state| state.is_acting = false).is_some()
    }

    /// Goes on after an act that the server has done with what was sent.
    pub(super) fn after_act(self, sent: &Sent) {
        let Some(form) = form() else { return };
        self.company.reopen();
        let now = fields::read(&form);
        if now.form == sent.form {
            local::remove(&self.name());
            self.state.update_value(|state| state.unsaved_since = None);
        } else {
            // Somebody wrote on meanwhile.
            local::save(&self.name(), &now);
            self.state.update_value(|state| state.unsaved_since = Some(js_sys::Date::now()));
            self.send();
        }
    }

    /// Lets the autosave try again what an act could not send.
    pub(super) fn after_failed_act(self) {
        self.note_change();
    }

    /// Continues here with a draft that another window of the same person has changed.
    fn on_click(self, event: &Event) {
        let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(draft_version) = clicked.and_then(|clicked| clicked.get_attribute("data-go-on")) else {
            return;
        };
        let Some(form) = form() else { return };
        fields::set_hidden(&form, "draft_version", &draft_version);
        messages::show("");
        self.note_change();
        self.send();
    }

    fn retry(self) {
        let is_behind =
            self.state.try_with_value(|state| state.unsaved_since.is_some() && state.timer.is_none());
        if is_behind == Some(true) {
            self.send();
        }
        if !document().hidden() {
            self.company.open();
        }
    }

    /// Sends the text, unless everything is on the server or a request is under way.
    fn send(self) {
        let may_send = self.state.try_update_value(|state| {
            state.timer.take().as_ref().map(TimeoutHandle::clear);
            !state.is_acting
                && state.unsaved_since.is_some()
                && !std::mem::replace(&mut state.is_sending, true)
        });
        if may_send != Some(true) {
            return;
        }
        let Some(form) = form() else { return };
        let sent = fields::read(&form);
        spawn_local(async move {
            let response = send(sent.clone()).await;
            // The editor may be gone by now.
            let pressed = self.state.try_update_value(|state| {
                state.is_sending = false;
                state.pressed.take()
            });
            let Some(pressed) = pressed else { return };
            self.on_response(&sent, response);
            if let Some(pressed) = pressed {
                act::run(self, pressed);
            }
        });
    }

    fn on_response(self, sent: &Sent, response: Result<AutosaveResponse, AppError>) {
        let Some(form) = form() else { return };
        let saved = match response {
            Ok(saved) => saved,
            Err(error) => return messages::show_failure(error),
        };
        messages::show_saved(&saved);
        company::show(&saved.company);
        if !saved.is_saved {
            // Nothing more is sent until the writer has decided.
            self.state.update_value(|state| state.unsaved_since = None);
            return;
        }
        fields::set_hidden(&form, "draft_version", &saved.draft_version.to_string());
        let now = fields::read(&form);
        if now.form == sent.form {
            local::remove(&self.name());
            self.state.update_value(|state| state.unsaved_since = None);
        } else {
            // Somebody wrote on meanwhile.
            self.state.update_value(|state| state.unsaved_since = Some(js_sys::Date::now()));
            local::save(&self.name(), &now);
        }
    }
}

/// Sends what is left in the local copy of a post whose editor is left for another page.
fn send_local_copy(name: String) {
    let Some(copy) = local::load(&name) else { return };
    spawn_local(async move {
        if send(copy).await.is_ok_and(|saved| saved.is_saved) {
            local::remove(&name);
        }
    });
}

async fn send(Sent { id, base_revision, draft_version, form }: Sent) -> Result<AutosaveResponse, AppError> {
    autosave(id, base_revision, draft_version, form).await?.unpack()
}

/// Whether an event comes from the editor's form.
fn is_in_form(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("#text").is_ok_and(|form| form.is_some()))
}
