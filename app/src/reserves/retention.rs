//! How long it is remembered what reserves there are, and what they have filled.

use crate::retention::{About, Retention};

/// The lists and what came of them.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Vilka texter som är reserver, och vilka luckor de har fyllt",
        why: "En lucka ska inte öppnas tom, och du ska se vad som hände.",
        how_long: "Så länge kalendern och texten finns.".into(),
        about: About::Participants,
        tables: &["reserves", "reserve_switches", "reserve_fillings"],
    }]
}
