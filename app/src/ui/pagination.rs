//! From page to page of a list.

use leptos::prelude::*;

/// Links to the pages of a list. Shows nothing when there is only one.
#[component]
pub fn Pagination(
    /// The page shown, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
    /// The address of a page.
    address: fn(u32) -> String,
) -> impl IntoView {
    let number = move |number: u32| {
        let words = view! { <span class="visually-hidden">"Sida "</span>{number} };
        if number == page {
            view! { <span aria-current="page">{words}</span> }.into_any()
        } else {
            view! { <a href=address(number)>{words}</a> }.into_any()
        }
    };
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {(page > 1).then(|| view! {
                        <li><a rel="prev" href=address(page - 1)>"← Nyare inlägg"</a></li>
                    })}
                    {(1..=pages).map(|n| view! { <li>{number(n)}</li> }).collect_view()}
                    {(page < pages).then(|| view! {
                        <li><a rel="next" href=address(page + 1)>"Äldre inlägg →"</a></li>
                    })}
                </ul>
            </nav>
        }
    })
}
