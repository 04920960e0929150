//! The drawing beside a voice: somebody behind a lit window. It shows no real person.

use leptos::prelude::*;

use crate::paths;
use crate::posts::choose_by_slug;

/// The windows in `public/scener/roster.svg`, by their fragments.
const WINDOWS: [&str; 8] = ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"];

/// Gives each voice a window by its slug, the oldest first: while there are enough, no two have the same, and a new voice
/// takes none from those who were there.
pub(super) fn assign<'a>(slugs_from_oldest: impl Iterator<Item = &'a str>) -> Vec<&'static str> {
    let mut free = WINDOWS.to_vec();
    let mut assigned = Vec::new();
    for slug in slugs_from_oldest {
        if free.is_empty() {
            free = WINDOWS.to_vec();
        }
        let window = choose_by_slug(&free, slug).copied().unwrap_or_default();
        free.retain(|other| *other != window);
        assigned.push(window);
    }
    assigned
}

/// Shows a window.
pub(super) fn window(fragment: &str) -> impl IntoView + use<> {
    let address = format!("{}/roster.svg#{fragment}", paths::SCENES);
    view! { <img class="window" src=address alt="" width="120" height="136" loading="lazy"/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_window_is_drawn() {
        let drawing = include_str!("../../../public/scener/roster.svg");
        for window in WINDOWS {
            assert!(drawing.contains(&format!("<g id=\"{window}\"")), "{window}");
        }
    }

    #[test]
    fn a_new_voice_takes_a_window_that_nobody_has() {
        let slugs: Vec<_> = (1..=20).map(|number| format!("rost-{number}")).collect();
        let slugs = || slugs.iter().map(String::as_str);
        let all = assign(slugs());
        for number in 0..20 {
            assert_eq!(assign(slugs().take(number)), all[..number]);
        }
        for eight in all.chunks(8) {
            let distinct: std::collections::HashSet<_> = eight.iter().collect();
            assert_eq!(distinct.len(), eight.len());
        }
    }
}
