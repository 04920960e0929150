//! The voices' addresses.

use leptos::prelude::*;

use super::api::{list_voices, show_voice};
use crate::ui::{page, param, reading};

/// `/roster`: all voices.
#[component]
pub fn VoicesPage() -> impl IntoView {
    page(String::new, |_| list_voices(), reading)
}

/// `/roster/{slug}`: a voice's whole story.
#[component]
pub fn VoicePage() -> impl IntoView {
    page(param("slug"), show_voice, reading)
}
