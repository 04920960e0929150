//! Which text the page being rendered is about.

use std::sync::{Arc, OnceLock};

use leptos::prelude::use_context;

use crate::ids::PostId;

/// The text that the page being rendered shows to be read; given to its parts as context. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct ShownText(Arc<OnceLock<PostId>>);

impl ShownText {
    /// Returns the text, once the page is rendered; `None` for a page whose readings are not counted.
    pub fn get(&self) -> Option<PostId> {
        self.0.get().copied()
    }
}

/// Says that the page being rendered shows a text to be read, so that its readings are counted. Never to be called for a
/// sensitive text. The first one that says so is it.
pub(crate) fn set_shown_text(post: PostId) {
    if let Some(shown) = use_context::<ShownText>() {
        _ = shown.0.set(post);
    }
}
