//! What a page says about itself to machines.
//!
//! Search engines and other sites that show a link read it from the page's head; people and the client do not. So
//! a page tells it to this context while the server renders it, and the server puts it into the head afterwards,
//! where the client never looks.

use crate::time::UnixMillis;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::use_context;

/// What the page under way is about. Cheap to clone; parts of the page add to it.
#[derive(Debug, Clone, Default)]
pub struct PageMetadata(Arc<Mutex<Facts>>);

/// What a page said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its own title; empty for the start page.
    pub title: String,
    /// One or two sentences; may be empty.
    pub description: String,
    /// What search engines may do, such as `noindex`; empty for everything.
    pub robots: String,
    /// What it is, beyond a page.
    pub subject: Option<Subject>,
}

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The site itself.
    Site,
    /// A text.
    Text(TextFacts),
    /// An edition of the calendar.
    Edition {
        /// Its first opening, in milliseconds UTC.
        first: UnixMillis,
        /// Its last opening, in milliseconds UTC.
        last: UnixMillis,
    },
    /// An open door with a text that may be shown elsewhere: the address of its picture.
    Door(String),
    /// Something that other places must not show more of than its neutral title.
    Sensitive,
}

/// A text as machines see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFacts {
    /// Who wrote it; may be empty.
    pub author: String,
    /// When it became public, in milliseconds UTC.
    pub published: UnixMillis,
    /// When it last changed before the eyes of its readers, in milliseconds UTC.
    pub changed: UnixMillis,
    /// The address of its picture for other places, if it has one.
    pub image: Option<String>,
    /// Its subjects by name.
    pub tags: Vec<String>,
}

impl PageMetadata {
    /// What was said so far.
    pub fn said(&self) -> Facts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn add(&self, add: impl FnOnce(&mut Facts)) {
        add(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Says what the page under way is about.
pub fn tell_subject(subject: Subject) {
    if let Some(facts) = use_context::<PageMetadata>() {
        facts.add(|facts| facts.subject = Some(subject));
    }
}

/// Says the title and the words for search engines of the page under way.
pub(crate) fn tell_meta(title: &str, description: &str, robots: &str) {
    if let Some(facts) = use_context::<PageMetadata>() {
        facts.add(|facts| {
            title.clone_into(&mut facts.title);
            description.clone_into(&mut facts.description);
            robots.clone_into(&mut facts.robots);
        });
    }
}
