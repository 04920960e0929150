//! Who has read the text of a day, and how much is said about it.

use leptos::prelude::*;

use crate::calendar::editing::Hung;
use crate::paths;

/// One line each, and the way to the comments.
pub(super) fn section(hung: &Hung) -> impl IntoView + use<> {
    let read = &hung.read_by;
    let is_read = if !read.readers.is_empty() {
        Some(format!("Läst av {}.", read.readers))
    } else if read.was_read_before {
        Some("Ändrad efter läsningen.".to_owned())
    } else {
        read.has_others.then(|| "Ingen annan än skribenten har läst den, så vitt vi vet.".to_owned())
    };
    let waits = (!read.waits_for.is_empty()).then(|| format!(" Väntar på läsning av {}.", read.waits_for));
    let comments = match read.open_threads {
        0 => "Kommentarer och läsning".to_owned(),
        1 => "En öppen kommentar".to_owned(),
        open => format!("{open} öppna kommentarer"),
    };
    view! {
        {(is_read.is_some() || waits.is_some()).then(|| view! { <p>{is_read} {waits}</p> })}
        <p><a href=paths::comments(hung.post)>{comments}</a></p>
    }
}
