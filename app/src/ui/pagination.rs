//! Links between the pages of a list.

use leptos::prelude::*;

use crate::paths;

/// Links to the first and last page of a list and to those around the current one. Shows nothing when there is only
/// one page.
#[component]
pub fn Pagination(
    /// Number of the current page, from 1.
    page: u32,
    /// How many pages there are.
    pages: u32,
    /// Address of the first page.
    list: String,
    /// Texts of the links to the previous and the next page.
    #[prop(default = ("← Nyare inlägg", "Äldre inlägg →"))]
    labels: (&'static str, &'static str),
) -> impl IntoView {
    let link = |number: u32| {
        let label = view! { <span class="visually-hidden">"Sida "</span>{number} };
        if number == page {
            view! { <span aria-current="page">{label}</span> }.into_any()
        } else {
            view! { <a href=paths::list_page(&list, number)>{label}</a> }.into_any()
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
                        <li><a rel="prev" href=paths::list_page(&list, page - 1)>{labels.0}</a></li>
                    })}
                    {linked_pages(page, pages).into_iter().map(item).collect_view()}
                    {(page < pages).then(|| view! {
                        <li><a rel="next" href=paths::list_page(&list, page + 1)>{labels.1}</a></li>
                    })}
                </ul>
            </nav>
        }
    })
}

/// Returns the pages to link, with `None` where some are left out.
fn linked_pages(page: u32, pages: u32) -> Vec<Option<u32>> {
    let near = page.saturating_sub(1)..=page.saturating_add(1);
    let mut linked = Vec::new();
    for number in 1..=pages {
        if number == 1 || number == pages || near.contains(&number) {
            linked.push(Some(number));
        } else if linked.last() != Some(&None) {
            linked.push(None);
        }
    }
    linked
}

#[cfg(test)]
mod tests {
    use super::linked_pages;

    #[test]
    fn long_lists_link_few_pages() {
        let text = |page, pages| {
            let words =
                linked_pages(page, pages).into_iter().map(|n| n.map_or("…".into(), |n| n.to_string()));
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(1, 3), "1 2 3");
        assert_eq!(text(1, 1000), "1 2 … 1000");
        assert_eq!(text(500, 1000), "1 … 499 500 501 … 1000");
        assert_eq!(text(1000, 1000), "1 … 999 1000");
    }
}
