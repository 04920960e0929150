//! The pictures that are sent, a few at a time.

use std::collections::HashMap;
use std::time::Duration;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::files::LocalFile;
use super::progress::{Progress, total};
use super::request::{self, Answer};
use super::rows::Rows;
use crate::paths;

/// How many pictures are sent at the same time.
const AT_ONCE: usize = 3;

/// A picture in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) progress: Progress,
    /// The page for which it is chosen; empty for none.
    chosen_for: String,
}

/// The queue. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Queue {
    pictures: RwSignal<Vec<Picture>>,
    files: StoredValue<HashMap<u32, LocalFile>, LocalStorage>,
    /// Whether the server asked for a pause.
    is_paused: StoredValue<bool>,
    /// The rows on the page.
    shown: StoredValue<Option<Shown>, LocalStorage>,
}

struct Shown {
    place: Element,
    _handle: Box<dyn std::any::Any>,
}

impl Queue {
    pub(super) fn new() -> Self {
        Self {
            pictures: RwSignal::default(),
            files: StoredValue::new_local(HashMap::new()),
            is_paused: StoredValue::new(false),
            shown: StoredValue::new_local(None),
        }
    }

    /// Returns whether a picture is still on its way.
    pub(super) fn is_busy(self) -> bool {
        self.pictures.with_untracked(|pictures| pictures.iter().any(|picture| !picture.progress.is_final()))
    }

    /// Returns the pictures, in the order in which they were added.
    pub(super) fn pictures(self) -> Vec<Picture> {
        self.pictures.get()
    }

    /// Says how far they have come together.
    pub(super) fn total(self) -> String {
        let progress = |pictures: &Vec<Picture>| -> Vec<_> {
            pictures.iter().map(|picture| picture.progress.clone()).collect()
        };
        total(&self.pictures.with(progress))
    }

    /// Shows the rows in a place, unless they are there.
    pub(super) fn show_in(self, place: &Element) {
        let is_there = |shown: &Option<Shown>| {
            shown.as_ref().is_some_and(|shown| shown.place.is_same_node(Some(place.as_ref())))
        };
        if self.shown.with_value(is_there) {
            return;
        }
        let Some(parent) = place.dyn_ref::<HtmlElement>().cloned() else { return };
        let handle: UnmountHandle<_> = mount_to(parent, move || view! { <Rows queue=self/> });
        let shown = Shown { place: place.clone(), _handle: Box::new(handle) };
        self.shown.set_value(Some(shown));
    }

    /// Adds files and sends them as soon as it is their turn.
    pub(super) fn add(self, files: Vec<LocalFile>, chosen_for: &str) {
        for file in files {
            let number = self.files.with_value(|files| u32::try_from(files.len()).unwrap_or(u32::MAX));
            let name = file.name.clone();
            self.files.update_value(|files| _ = files.insert(number, file));
            let picture =
                Picture { number, name, progress: Progress::Waiting, chosen_for: chosen_for.to_owned() };
            self.pictures.update(|pictures| pictures.push(picture));
        }
        self.go_on();
    }

    /// Sends a picture once more.
    pub(super) fn retry(self, number: u32) {
        self.set(number, Progress::Waiting);
        self.go_on();
    }

    fn set(self, number: u32, progress: Progress) {
        self.pictures.update(|pictures| {
            if let Some(picture) = pictures.iter_mut().find(|picture| picture.number == number) {
                picture.progress = progress;
            }
        });
    }

    /// Sends what waits, as far as there is room.
    fn go_on(self) {
        if self.is_paused.get_value() {
            return;
        }
        let (sending, waiting) = self.pictures.with_untracked(|pictures| {
            let sending = pictures.iter().filter(|picture| picture.progress == Progress::Sending).count();
            let waiting = pictures.iter().filter(|picture| picture.progress == Progress::Waiting);
            (sending, waiting.map(|picture| picture.number).collect::<Vec<_>>())
        });
        for number in waiting.into_iter().take(AT_ONCE.saturating_sub(sending)) {
            self.set(number, Progress::Sending);
            spawn_local(async move {
                self.send(number).await;
                self.go_on();
            });
        }
    }

    async fn send(self, number: u32) {
        let Some(file) = self.files.with_value(|files| files.get(&number).cloned()) else { return };
        let progress = match request::send(&file).await {
            Answer::Added(added) => {
                Progress::Done { address: self.address(number, &added.id), is_known: added.known }
            }
            Answer::Refused { message, may_retry } => Progress::Failed { message, may_retry },
            Answer::Busy(seconds) => {
                self.pause(seconds);
                Progress::Waiting
            }
        };
        self.set(number, progress);
    }

    /// Leaves the server alone for a while.
    fn pause(self, seconds: u32) {
        self.is_paused.set_value(true);
        let resume = move || {
            self.is_paused.set_value(false);
            self.go_on();
        };
        set_timeout(resume, Duration::from_secs(seconds.into()));
    }

    /// Returns where a picture leads: to its own page, or back to the page for which it is chosen.
    fn address(self, number: u32, id: &str) -> String {
        let chosen_for = self.pictures.with_untracked(|pictures| {
            let picture = pictures.iter().find(|picture| picture.number == number);
            picture.map(|picture| picture.chosen_for.clone()).unwrap_or_default()
        });
        match &*chosen_for {
            "" => paths::library_picture(id),
            page => paths::with_picture(page, id),
        }
    }
}
