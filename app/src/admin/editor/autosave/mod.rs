//! Keeps what somebody writes, while it is being written: in this browser with every letter, on the server within two
//! seconds of a pause. Whatever happens to the window, the network or the session, the text is in one of the two.

mod company;
mod editor;
mod fields;
mod local;
mod news;

use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, TimeoutHandle, WindowListenerHandle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement};

use self::company::meet;
use super::api::keep;
use super::{Keeping, Sent};
use crate::error::AppError;

/// How long a pause in the writing lasts before the text is sent.
const PAUSE: Duration = Duration::from_millis(1200);
/// How long somebody may write without a pause before the text is sent all the same, in milliseconds.
const LONGEST: f64 = 8000.0;
/// How often the desk asks what others do, and tries again what did not come through.
const BEAT: Duration = Duration::from_secs(10);

/// Attends to the desk for as long as it is shown. `name` is the text and its writer; empty when nothing is written.
pub(super) fn attend(name: String, editor: (String, String)) {
    if name.is_empty() {
        return;
    }
    Effect::new(move || {
        let (name, editor) = (name.clone(), editor.clone());
        // Once the desk stands in the page.
        request_animation_frame(move || {
            editor::call(&editor);
            if let Some(form) = form() {
                Keeper::start(name, &form);
            }
        });
    });
}

/// The desk's form.
fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("text")?.dyn_into().ok()
}

/// One window's way of keeping one text.
#[derive(Clone, Copy)]
struct Keeper(StoredValue<State>);

struct State {
    name: String,
    timer: Option<TimeoutHandle>,
    /// Since when there is something that is not on the server, by the wall clock.
    since: Option<f64>,
    is_sending: bool,
}

impl Keeper {
    fn start(name: String, form: &HtmlFormElement) {
        let keeper = Self(StoredValue::new(State { name, timer: None, since: None, is_sending: false }));
        keeper.bring_back(form);
        let listeners = [
            window_event_listener_untyped("input", move |event| keeper.take_flash(&event)),
            window_event_listener_untyped("submit", move |event| keeper.let_go(&event)),
            window_event_listener_untyped("click", move |event| keeper.press(&event)),
            window_event_listener_untyped("online", move |_| keeper.send()),
            window_event_listener_untyped("visibilitychange", move |_| keeper.send()),
            window_event_listener_untyped("pagehide", move |_| keeper.send()),
        ];
        let beat = set_interval_with_handle(move || keeper.beat(), BEAT).ok();
        let name = keeper.name();
        on_cleanup(move || {
            send_the_rest(name);
            listeners.into_iter().for_each(WindowListenerHandle::remove);
            beat.as_ref().map(IntervalHandle::clear);
        });
    }

    fn name(self) -> String {
        self.0.with_value(|state| state.name.clone())
    }

    /// Puts back what this browser kept and the server never got. Whoever has typed before the client came has
    /// typed nothing in vain.
    fn bring_back(self, form: &HtmlFormElement) {
        let served = fields::served(form);
        let kept = local::find(&self.name()).filter(|kept| !fields::say_the_same(kept, &served));
        if let Some(kept) = &kept {
            fields::put_back(form, kept, &served);
            news::tell(news::BROUGHT_BACK);
        }
        let here = fields::read(form);
        if fields::say_the_same(&here, &served) {
            local::forget(&self.name());
        } else {
            local::keep(&self.name(), &here);
            self.note_change();
            self.send();
        }
    }

    fn take_flash(self, event: &Event) {
        if !is_of_form(event) {
            return;
        }
        let Some(form) = form() else { return };
        local::keep(&self.name(), &fields::read(&form));
        self.note_change();
        fields::offer_tags(&form);
        news::redirect_with_flash("…");
        let waited = self.0.with_value(|state| js_sys::Date::now() - state.since.unwrap_or(f64::INFINITY));
        if waited > LONGEST {
            self.send();
            return;
        }
        let timer = set_timeout_with_handle(move || self.send(), PAUSE).ok();
        let before = self.0.try_update_value(|state| std::mem::replace(&mut state.timer, timer)).flatten();
        before.as_ref().map(TimeoutHandle::clear);
    }

    fn note_change(self) {
        self.0.update_value(|state| {
            state.since.get_or_insert_with(js_sys::Date::now);
        });
    }

    /// Another form of the page throws the text away or takes another: then this browser keeps nothing.
    fn let_go(self, event: &Event) {
        if !is_of_form(event) {
            local::forget(&self.name());
        }
    }

    /// Goes on here with a text that another window of the same person has changed.
    fn press(self, event: &Event) {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(known) = pressed.and_then(|pressed| pressed.get_attribute("data-go-on")) else { return };
        let Some(form) = form() else { return };
        fields::set_hidden(&form, "known", &known);
        news::tell("");
        self.note_change();
        self.send();
    }

    fn beat(self) {
        let is_behind = self.0.try_with_value(|state| state.since.is_some() && state.timer.is_none());
        match is_behind {
            Some(true) => self.send(),
            Some(false) if !document().hidden() => meet(),
            _ => {}
        }
    }

    /// Sends the text, if there is anything to send and no other sending is under way.
    fn send(self) {
        let may_send = self.0.try_update_value(|state| {
            state.timer.take().as_ref().map(TimeoutHandle::clear);
            state.since.is_some() && !std::mem::replace(&mut state.is_sending, true)
        });
        if may_send != Some(true) {
            return;
        }
        let Some(form) = form() else { return };
        let sent = fields::read(&form);
        spawn_local(async move {
            let Sent { id, base, known, typed } = sent.clone();
            let answer = keep(id, base, known, typed).await.and_then(|data| data.unpack::<Keeping>());
            // The desk may have gone meanwhile.
            if self.0.try_update_value(|state| state.is_sending = false).is_some() {
                self.take(&sent, answer);
            }
        });
    }

    fn take(self, sent: &Sent, answer: Result<Keeping, AppError>) {
        let Some(form) = form() else { return };
        let kept = match answer {
            Ok(kept) => kept,
            Err(error) => return news::fail(error),
        };
        news::answer(&kept);
        company::show(&kept.company);
        if !kept.is_kept {
            // Nothing more is sent until the writer has decided.
            self.0.update_value(|state| state.since = None);
            return;
        }
        fields::set_hidden(&form, "known", &kept.known.to_string());
        if fields::read(&form).typed == sent.typed {
            local::forget(&self.name());
            self.0.update_value(|state| state.since = None);
        } else {
            // Somebody wrote on meanwhile.
            self.0.update_value(|state| state.since = Some(js_sys::Date::now()));
            local::keep(&self.name(), &fields::read(&form));
        }
    }
}

/// Sends what this browser still keeps of a text whose desk is left for another room.
fn send_the_rest(name: String) {
    let Some(Sent { id, base, known, typed }) = local::find(&name) else { return };
    spawn_local(async move {
        let answer = keep(id, base, known, typed).await.and_then(|data| data.unpack::<Keeping>());
        if answer.is_ok_and(|kept| kept.is_kept) {
            local::forget(&name);
        }
    });
}

/// Whether an event belongs to the desk's form.
fn is_of_form(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("#text").is_ok_and(|form| form.is_some()))
}
