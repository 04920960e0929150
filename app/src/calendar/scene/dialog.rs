//! The moment: the leaf swings, and the guldkorn comes forward as a card over the scene.

use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::history;
use super::live::Live;
use super::memory::Memory;
use crate::calendar::api::show_door;
use crate::calendar::neighbours::Neighbours;
use crate::calendar::types::DoorContent;
use crate::error::AppError;

/// The id of the card's heading, which the server gives it.
const HEADING: &str = "kort";

/// Which door stands open over the scene.
#[derive(Clone, Copy)]
pub(in crate::calendar) struct Opening {
    live: Live,
    memory: Memory,
    dialog: NodeRef<Dialog>,
    /// The door whose leaf is open.
    day: RwSignal<Option<u16>>,
    content: RwSignal<Option<Result<DoorContent, AppError>>>,
    /// The scene's own address, to return to, and the page's title.
    home: StoredValue<String>,
    title: StoredValue<String>,
}

impl Opening {
    pub(super) fn new(live: Live, memory: Memory) -> Self {
        let opening = Self {
            live,
            memory,
            dialog: NodeRef::new(),
            day: RwSignal::new(None),
            content: RwSignal::new(None),
            home: StoredValue::new(String::new()),
            title: StoredValue::new(String::new()),
        };
        history::listen(move || opening.walked());
        opening
    }

    pub(super) fn was_opened(self, day: u16) -> bool {
        self.memory.holds(day)
    }

    pub(super) fn is_swinging(self, day: u16) -> bool {
        self.day.get() == Some(day)
    }

    /// Opens a door in place of following its link; a click that asks for a new tab or window is left alone.
    pub(in crate::calendar) fn take_click(self, event: &MouseEvent, day: u16) {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_plain && !event.default_prevented() {
            event.prevent_default();
            if self.day.get_untracked().is_none() {
                self.home.set_value(history::address());
                self.title.set_value(document().title());
            }
            self.open(day, true);
        }
    }

    fn open(self, day: u16, with_address: bool) {
        self.day.set(Some(day));
        spawn_local(async move {
            let content =
                show_door(self.live.slug(), day).await.and_then(|data| data.unpack::<DoorContent>());
            // Closed, or another door opened, while the answer was on its way.
            if self.day.try_get_untracked().flatten() != Some(day) {
                return;
            }
            if content.as_ref().is_ok_and(|door| door.is_open) {
                self.memory.note(day);
            }
            self.content.set(Some(content));
            if with_address {
                history::show(&self.live.path(day));
            }
            self.title.with_value(|title| document().set_title(&format!("Lucka {day} – {title}")));
            request_animation_frame(move || self.come_forward());
        });
    }

    /// Shows the dialog, and lets a screen reader begin at its heading.
    fn come_forward(self) {
        let Some(dialog) = self.dialog.try_get_untracked().flatten() else { return };
        if !dialog.open() {
            // A click beside the card closes it, too.
            _ = dialog.set_attribute("closedby", "any");
            _ = dialog.show_modal();
        }
        dialog.set_scroll_top(0);
        focus(&format!("#{HEADING}"));
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked().filter(HtmlDialogElement::open) {
            dialog.close();
        }
    }

    /// The visitor closed the dialog, or walked away from it.
    fn closed(self) {
        history::leave();
        let day = self.day.get_untracked();
        self.day.set(None);
        self.content.set(None);
        self.title.with_value(|title| document().set_title(title));
        if let Some(day) = day {
            focus(&format!("#lucka-{day}"));
        }
    }

    /// The visitor walked through the history. Tells whether the scene took care of it.
    fn walked(self) -> bool {
        let address = history::address();
        let door = self.live.days().into_iter().find(|day| self.live.path(*day) == address);
        if let Some(day) = door.filter(|_| history::is_marked()) {
            self.open(day, false);
            return true;
        }
        self.close();
        self.home.with_value(|home| *home == address)
    }
}

fn focus(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// The card over the scene. Empty and closed until a door is opened.
#[component]
pub(super) fn DoorDialog(opening: Opening) -> impl IntoView {
    let content = move || {
        opening.content.get().map(|content| match content {
            Ok(door) => {
                let is_open = door.is_open;
                view! {
                    <div inner_html=door.card_html.clone()></div>
                    {is_open.then(|| view! { <Neighbours door opening/> })}
                }
                .into_any()
            }
            Err(_) => view! { <Unreached opening/> }.into_any(),
        })
    };
    // While it is empty there is no heading to be named by.
    let named = move || opening.content.with(Option::is_some).then_some(HEADING);
    view! {
        <dialog
            class="card day"
            aria-labelledby=named
            node_ref=opening.dialog
            on:close=move |_| opening.closed()
        >
            <button class="close" type="button" aria-label="Stäng luckan" on:click=move |_| opening.close()>"×"</button>
            {content}
        </dialog>
    }
}

/// The answer did not come.
#[component]
fn Unreached(opening: Opening) -> impl IntoView {
    let again = move |_| {
        if let Some(day) = opening.day.get_untracked() {
            opening.open(day, true);
        }
    };
    view! {
        <h1 class="title" id=HEADING tabindex="-1">"Luckan gick inte att öppna"</h1>
        <p>"Kontrollera att du har nät och försök igen."</p>
        <p><button class="button" type="button" on:click=again>"Försök igen"</button></p>
    }
}
