//! What of the list is shown: links by how far texts have come, words to search for, and selects for the rest.

use leptos::prelude::*;

use crate::paths;
use crate::posts::PostStatus;
use crate::posts::list::{Author, EasyRead, Filter, FilterKind, Sort};
use crate::posts::store::choices::Choices;

/// How far texts have come, in as few words as fit side by side.
const STATUSES: [(Option<PostStatus>, &str); 7] = [
    (None, "Alla"),
    (Some(PostStatus::Draft), "Utkast"),
    (Some(PostStatus::Ready), "Klara"),
    (Some(PostStatus::Scheduled), "Schemalagda"),
    (Some(PostStatus::Published), "Publicerade"),
    (Some(PostStatus::Withdrawn), "Tillbakadragna"),
    (Some(PostStatus::Trash), "Papperskorgen"),
];

/// Links by how far texts have come. Everything else that was chosen stays.
pub(super) fn statuses(filter: &Filter) -> impl IntoView {
    let link = |(status, words): (Option<PostStatus>, &'static str)| {
        let current = (status == filter.status).then_some("true");
        view! { <li><a href=filter.with_status(status).address() aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="status-filters" aria-label="Hur långt texterna har kommit">
            <ul>{STATUSES.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

/// The form for the rest.
pub(super) fn filters(filter: &Filter, choices: &Choices) -> impl IntoView {
    let kinds = FilterKind::ALL.map(|(kind, words)| (kind.as_str().to_owned(), words.to_owned())).to_vec();
    let sorts = Sort::ALL.map(|(sort, words)| (sort.as_str().to_owned(), words.to_owned())).to_vec();
    let years = choices.years.iter().map(|year| (year.to_string(), year.to_string())).collect();
    let easy_read =
        EasyRead::ALL.map(|(value, words)| (value.as_str().to_owned(), words.to_owned())).to_vec();
    let easy_read = options("Alla", easy_read, filter.easy_read.map(EasyRead::as_str).unwrap_or_default());
    let kind = filter.kind.map(FilterKind::as_str).unwrap_or_default();
    let year = filter.year.map(|year| year.to_string()).unwrap_or_default();
    let status = filter.status.map(|status| {
        view! { <input type="hidden" name="status" value=status.as_str()/> }
    });
    let reset = filter.leaves_out().then(|| {
        view! { <a href=Filter::default().with_status(filter.status).address()>"Rensa"</a> }
    });
    view! {
        <form class="sift" role="search" action=paths::POSTS>
            <label for="q">"Sök bland texterna"</label>
            <div class="search">
                <input id="q" name="q" type="search" autocomplete="off" maxlength="200" value=filter.words.clone()/>
                <button class="button">"Sök"</button>
            </div>
            {status}
            <details open=filter.is_narrowed()>
                <summary>"Filter och ordning"</summary>
                <div class="choices">
                    {select("typ", "Typ", options("Alla", kinds, kind))}
                    {select("etikett", "Etikett", options("Alla", choices.tags.clone(), &filter.tag))}
                    {select("av", "Av", authors(choices, filter.author.as_ref()))}
                    {select("lattlast", "Lättläst", easy_read)}
                    {select("ar", "År", options("Alla", years, &year))}
                    {select("sort", "Ordning", options("", sorts, filter.sort.as_str()))}
                </div>
                <p class="row"><button class="button plain">"Visa"</button> {reset}</p>
            </details>
        </form>
    }
}

fn select(name: &'static str, label: &'static str, options: AnyView) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
}

/// Each with its value and its words; before them, unless it is empty, what stands for all.
fn options(all: &'static str, choices: Vec<(String, String)>, chosen: &str) -> AnyView {
    let all = (!all.is_empty()).then(|| view! { <option value="">{all}</option> });
    let choices: Vec<_> = choices.into_iter().map(|(value, words)| option(value, words, chosen)).collect();
    view! { {all} {choices} }.into_any()
}

fn option(value: String, words: String, chosen: &str) -> impl IntoView {
    let selected = value == chosen;
    view! { <option value=value selected=selected>{words}</option> }
}

fn authors(choices: &Choices, author: Option<&Author>) -> AnyView {
    let chosen = author.map(Author::value).unwrap_or_default();
    let group = |label: &'static str, of: Vec<(Author, String)>| {
        let options: Vec<_> =
            of.into_iter().map(|(author, words)| option(author.value(), words, &chosen)).collect();
        (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
    };
    let bylines = choices.bylines.iter().map(|name| (Author::Byline(name.clone()), name.clone())).collect();
    let beginners = choices.beginners.iter().map(|(id, name)| (Author::Begun(*id), name.clone())).collect();
    view! {
        <option value="">"Alla"</option>
        {group("Skriven av", bylines)}
        {group("Påbörjad av", beginners)}
    }
    .into_any()
}
