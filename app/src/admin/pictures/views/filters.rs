//! What of the library is shown: links to its parts, words to search for, and selects for the rest.

use leptos::prelude::*;

use crate::admin::form_field::form_field;
use crate::admin::pictures::query::LibraryQuery;
use crate::ids::StaffId;
use crate::paths;
use crate::picture_library::{Shape, Shelf};

/// Links to the parts of the library. Everything else that was chosen stays.
pub(super) fn shelves(query: &LibraryQuery) -> impl IntoView + use<> {
    let link = |(shelf, words): (Shelf, &'static str)| {
        let current = (shelf == query.filter.shelf).then_some("true");
        view! { <li><a href=query.in_part(shelf).address() aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="status-filters" aria-label="Delar av biblioteket">
            <ul>{Shelf::ALL.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

/// The form for the rest.
pub(super) fn filters(
    query: &LibraryQuery,
    senders: &[(StaffId, String)],
    years: &[i16],
) -> impl IntoView + use<> {
    let filter = &query.filter;
    let hidden = [
        ("visa", filter.shelf.as_str().to_owned()),
        ("valj", query.chosen_for.as_ref().map(|page| page.as_str().to_owned()).unwrap_or_default()),
    ];
    let hidden = hidden.into_iter().filter(|(_, value)| !value.is_empty());
    let hidden: Vec<_> =
        hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect();
    let reset = query.leaves_out().then(|| view! { <a href=query.without_search().address()>"Rensa"</a> });
    let all = || [(String::new(), "Alla".to_owned())].into_iter();
    let shapes = all().chain(Shape::ALL.map(|(shape, words)| (shape.as_str().to_owned(), words.to_owned())));
    let senders = all().chain(senders.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let years = all().chain(years.iter().map(|year| (year.to_string(), year.to_string())));
    view! {
        <form class="sift" role="search" action=paths::PICTURES>
            <label for="q">"Sök bland bilderna"</label>
            <p class="hint" id="q-hint">"I namn, bildbeskrivning, bildtext, fotograf och vem som skickade."</p>
            <div class="search">
                <input
                    id="q" name="q" type="search" autocomplete="off" maxlength="200" value=filter.words.clone()
                    aria-describedby="q-hint"
                />
                <button class="button">"Sök"</button>
            </div>
            {hidden}
            <details open=query.is_narrowed()>
                <summary>"Filter"</summary>
                <div class="choices">
                    {form_field("form", "form", "Form")
                        .value(filter.shape.map(Shape::as_str).unwrap_or_default())
                        .choice(shapes)}
                    {form_field("av", "av", "Skickad av")
                        .value(filter.by.map(|by| by.to_string()).unwrap_or_default())
                        .choice(senders)}
                    {form_field("ar", "ar", "År")
                        .value(filter.year.map(|year| year.to_string()).unwrap_or_default())
                        .choice(years)}
                </div>
                <p class="row"><button class="button plain">"Visa"</button> {reset}</p>
            </details>
        </form>
    }
}
