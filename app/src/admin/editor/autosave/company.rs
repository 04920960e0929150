//! Who else has the post open, as the server streams it.

use futures_util::StreamExt as _;
use gloo_net::eventsource::futures::EventSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::Company;
use super::{fields, form, messages};
use crate::paths;

/// The stream of one editor, closed together with the editor.
#[derive(Clone, Copy)]
pub(super) struct CompanyStream(StoredValue<Opened, LocalStorage>);

#[derive(Default)]
struct Opened {
    source: Option<EventSource>,
    /// How many streams were opened before, to know which of them has ended.
    before: u32,
}

impl CompanyStream {
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(Opened::default()))
    }

    /// Opens the stream anew, for what the writer has saved is no news to the writer.
    pub(super) fn reopen(self) {
        self.0.try_update_value(|opened| opened.source = None);
        self.open();
    }

    /// Opens the stream, unless it is open. The browser reconnects by itself after a lost connection; only a stream
    /// that the server refused has to be opened again.
    pub(super) fn open(self) {
        if self.0.try_with_value(|opened| opened.source.is_none()) != Some(true) {
            return;
        }
        let Some(form) = form() else { return };
        let sent = fields::read(&form);
        let Ok(mut source) = EventSource::new(&paths::presence(sent.id, sent.base_revision)) else { return };
        let Ok(mut messages) = source.subscribe("message") else { return };
        let number = self.0.try_update_value(|opened| {
            opened.source = Some(source);
            opened.before += 1;
            opened.before
        });
        spawn_local(async move {
            while let Some(Ok((_, message))) = messages.next().await {
                if let Some(company) =
                    message.data().as_string().and_then(|json| serde_json::from_str(&json).ok())
                {
                    show(&company);
                }
            }
            // The editor may be gone by now, and the stream with it.
            self.0.try_update_value(|opened| {
                if Some(opened.before) == number {
                    opened.source = None;
                }
            });
        });
    }
}

/// Shows who else is there, and a notice once somebody has saved a newer version.
pub(super) fn show(company: &Company) {
    messages::put("company", &company.here, false);
    let is_news = document()
        .get_element_by_id("newer")
        .is_some_and(|place| place.text_content().unwrap_or_default().is_empty() != company.newer.is_empty());
    if is_news {
        messages::put("newer", &company.newer, true);
    }
}
