//! The words of a paragraph, with those marked that comments are about.

use leptos::prelude::*;

use super::thread::Numbered;

/// Returns the words of a paragraph. Each stretch that is commented links to its comment, which links back; where comments
/// overlap, to the first of them. `all` is how many open comments there are.
pub(super) fn marked(words: &str, here: &[&Numbered<'_>], all: usize) -> Vec<AnyView> {
    let places: Vec<_> = here.iter().filter_map(|numbered| Some((*numbered, numbered.place()?))).collect();
    let mut cuts: Vec<usize> = places.iter().flat_map(|(_, place)| [place.start, place.end]).collect();
    cuts.extend([0, words.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut begun = Vec::new();
    let stretches = cuts.iter().zip(cuts.iter().skip(1));
    stretches
        .map(|(from, to)| {
            let text = words.get(*from..*to).unwrap_or_default().to_owned();
            let about: Vec<_> = places
                .iter()
                .filter(|(_, place)| place.start <= *from && *to <= place.end)
                .map(|(numbered, _)| *numbered)
                .collect();
            if about.is_empty() { text.into_any() } else { mark(text, &about, &mut begun, all) }
        })
        .collect()
}

/// A stretch that is commented. The first one of a comment is where the comment links to.
fn mark(text: String, about: &[&Numbered<'_>], begun: &mut Vec<String>, all: usize) -> AnyView {
    let mut ids: Vec<String> =
        about.iter().map(|numbered| format!("ord-{}", numbered.thread.first.id)).collect();
    ids.retain(|id| !begun.contains(id));
    begun.extend(ids.iter().cloned());
    let mut ids = ids.into_iter();
    let own_id = ids.next();
    let others: Vec<_> = ids.map(|id| view! { <span id=id></span> }).collect();
    let first = about[0];
    let numbers: Vec<_> = about.iter().map(|numbered| numbered.in_words(all)).collect();
    view! {
        <mark>
            {others}
            <a id=own_id href=format!("#kommentar-{}", first.thread.first.id)>
                {text} <span class="visually-hidden">{format!(" ({})", numbers.join(", "))}</span>
            </a>
        </mark>
    }
    .into_any()
}
