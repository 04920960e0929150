//! From page to page of a list.

use leptos::prelude::*;

use crate::paths;

/// Links to the pages of a list: the first, the last, and those around the one shown. Shows nothing when there is
/// only one.
#[component]
pub fn Pagination(
    /// The page shown, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
    /// The address of the first.
    list: String,
    /// What leads back, and what leads on.
    #[prop(default = ("← Nyare inlägg", "Äldre inlägg →"))]
    words: (&'static str, &'static str),
) -> impl IntoView {
    let link = |number: u32| {
        let words = view! { <span class="visually-hidden">"Sida "</span>{number} };
        if number == page {
            view! { <span aria-current="page">{words}</span> }.into_any()
        } else {
            view! { <a href=paths::nth_page(&list, number)>{words}</a> }.into_any()
        }
    };
    let item = |number: Option<u32>| match number {
        Some(number) => view! { <li>{link(number)}</li> }.into_any(),
        None => view! { <li aria-hidden="true">"…"</li> }.into_any(),
    };
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {(page > 1).then(|| view! {
                        <li><a rel="prev" href=paths::nth_page(&list, page - 1)>{words.0}</a></li>
                    })}
                    {shown(page, pages).into_iter().map(item).collect_view()}
                    {(page < pages).then(|| view! {
                        <li><a rel="next" href=paths::nth_page(&list, page + 1)>{words.1}</a></li>
                    })}
                </ul>
            </nav>
        }
    })
}

/// The pages to name, with `None` where some are left out.
fn shown(page: u32, pages: u32) -> Vec<Option<u32>> {
    let near = page.saturating_sub(1)..=page.saturating_add(1);
    let mut shown = Vec::new();
    for number in 1..=pages {
        if number == 1 || number == pages || near.contains(&number) {
            shown.push(Some(number));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_thousand_pages_are_not_a_thousand_links() {
        let text = |page, pages| {
            let words = shown(page, pages).into_iter().map(|n| n.map_or("…".into(), |n| n.to_string()));
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(1, 3), "1 2 3");
        assert_eq!(text(1, 1000), "1 2 … 1000");
        assert_eq!(text(500, 1000), "1 … 499 500 501 … 1000");
        assert_eq!(text(1000, 1000), "1 … 999 1000");
    }
}
