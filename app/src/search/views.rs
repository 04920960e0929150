//! How the results of a search look.

use leptos::prelude::*;

use super::types::{Hit, ResultPage, SpellingHelp};
use crate::blog::Tag;
use crate::paths;
use crate::posts::PostKind;
use crate::search_index::{MAX_LENGTH, Query};
use crate::ui::{DarkHouse, Document, Light};

/// Title of the tab. It never holds the visitor's words: others may look at the same screen.
const TITLE: &str = "Sök";

/// Shows the form, and under it the results. Their description is the status line for screen readers, which the client
/// takes: no search engine reads this page.
pub(super) fn search_page(words: &str, results: Document) -> Document {
    let view = view! {
        <div class="wrap page search-page">
            <h1>"Sök"</h1>
            <form role="search" action=paths::SEARCH>
                <label for="q">"Vad letar du efter?"</label>
                <div class="search">
                    <input
                        id="q"
                        name="q"
                        type="search"
                        enterkeyhint="search"
                        autocomplete="off"
                        maxlength="300"
                        value=words.to_owned()
                    />
                    <button class="button">"Sök"</button>
                </div>
            </form>
            <p class="visually-hidden" role="status"></p>
            <div data-results data-status=results.description inner_html=results.html></div>
        </div>
    };
    Document::new(results.title, "", view)
}

/// Shows other ways to find posts, before anything was searched for.
pub(super) fn no_query(query: &Query, ways: WaysOn) -> Document {
    let sentence = if query.text.is_empty() {
        "Skriv ett ord, så letar vi i alla texter."
    } else {
        "Skriv minst en bokstav eller siffra. Bara skiljetecken går inte att söka på."
    };
    let todays_door = ways.todays_door();
    let view = view! {
        <DarkHouse light=Light::Lantern>
            <p class="intro">{sentence}</p>
            {todays_door}
        </DarkHouse>
        {ways.view()}
    };
    Document::new(TITLE, "", view)
}

/// Shows that nothing was found, and other ways to find posts.
pub(super) fn no_hits(query: &Query, ways: WaysOn) -> Document {
    let (words, todays_door) = (query.text.clone(), ways.todays_door());
    let view = view! {
        <CutNotice query=query.clone()/>
        <DarkHouse light=Light::Lantern>
            <h2>"Inga träffar för " <b>{words}</b></h2>
            <p class="intro">
                "Kontrollera stavningen. Sök på ett ord i taget, eller på början av ett ord."
            </p>
            {todays_door}
        </DarkHouse>
        {ways.view()}
    };
    Document::new(TITLE, "Inga träffar", view)
}

/// Shows a page of results.
pub(super) fn results(query: &Query, results: ResultPage, help: SpellingHelp) -> Document {
    let ResultPage { hits, count, page, pages } = results;
    let hits_in_words = if count == 1 { "1 träff".to_owned() } else { format!("{count} träffar") };
    let shown = match &help {
        SpellingHelp::Corrected(words) => words.clone(),
        SpellingHelp::Suggested(_) | SpellingHelp::None => query.text.clone(),
    };
    let status =
        if pages > 1 { format!("{hits_in_words}, sida {page} av {pages}") } else { hits_in_words.clone() };
    let view = view! {
        <CutNotice query=query.clone()/>
        {spelling_notice(query, help)}
        <h2>{hits_in_words} " för " <b>{shown}</b></h2>
        <ol class="hits" start=(page - 1) * 10 + 1>{hits.into_iter().map(hit).collect_view()}</ol>
        {pages_nav(query, page, pages)}
    };
    let title = if page == 1 { TITLE.to_owned() } else { format!("{TITLE}, sida {page}") };
    Document::new(title, status, view)
}

fn spelling_notice(query: &Query, help: SpellingHelp) -> Option<AnyView> {
    let notice = match help {
        SpellingHelp::None => return None,
        SpellingHelp::Corrected(words) => view! {
            <p class="notice">
                "Inga träffar för " <b>{query.text.clone()}</b> ". Visar träffar för " <b>{words}</b> ". "
                <a href=paths::search(&query.exactly(), 1)>"Sök på exakt det du skrev"</a>
            </p>
        }
        .into_any(),
        SpellingHelp::Suggested(words) => view! {
            <p class="notice">"Menade du " <a href=paths::search(&words, 1)>{words.clone()}</a> "?"</p>
        }
        .into_any(),
    };
    Some(notice)
}

fn hit(hit: Hit) -> impl IntoView {
    let Hit { kind, easy_read, slug, title, language, date, extract, tags } = hit;
    let lang = language.lang();
    let kind_name = match kind {
        PostKind::Article => "Artikel",
        PostKind::Guldkorn => "Lucka",
        PostKind::Voice => "Röst",
        PostKind::Page => "Sida",
        PostKind::Rendition if easy_read => "Lättläst",
        PostKind::Rendition => language.in_words(),
    };
    let address = kind.path(&slug);
    let (date, iso_date) = date;
    // The day of a plain page says nothing.
    let date = (!matches!(kind, PostKind::Page | PostKind::Rendition))
        .then(|| view! { " · " <time datetime=iso_date>{date}</time> });
    let extract = match extract {
        Some(text) => view! { <p lang=lang dir="auto">{text.view()}</p> }.into_any(),
        None => {
            view! { <p class="quiet">"Texten kan vara tung att läsa. Den visas först när du öppnar den."</p> }
                .into_any()
        }
    };
    view! {
        <li>
            <article class="hit" data-post=slug>
                <p class="meta">{kind_name} {date}</p>
                <h3><a href=address lang=lang dir="auto">{title.view()}</a></h3>
                {extract}
                {tags.map(|tags| view! { <p class="meta">"Etiketter: " {tags.view()}</p> })}
            </article>
        </li>
    }
}

fn pages_nav(query: &Query, page: u32, pages: u32) -> impl IntoView {
    let address = |page| paths::search(&query.text, page);
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label="Sidor med träffar">
                <ul>
                    {(page > 1).then(|| view! {
                        <li><a rel="prev" href=address(page - 1)>"← Föregående träffar"</a></li>
                    })}
                    <li>{format!("Sida {page} av {pages}")}</li>
                    {(page < pages).then(|| view! {
                        <li><a rel="next" href=address(page + 1)>"Fler träffar →"</a></li>
                    })}
                </ul>
            </nav>
        }
    })
}

#[component]
fn CutNotice(query: Query) -> impl IntoView {
    query.is_cut.then(|| {
        view! {
            <p class="notice">
                {format!("Det du skrev var längre än {MAX_LENGTH} tecken. Vi sökte på de första {MAX_LENGTH}.")}
            </p>
        }
    })
}

/// What somebody without hits may read instead.
pub(super) struct WaysOn {
    /// Today's door, when it is open and has a text.
    pub(super) todays_door: Option<u16>,
    /// The tags that most posts have.
    pub(super) tags: Vec<Tag>,
}

impl WaysOn {
    fn todays_door(&self) -> Option<impl IntoView + use<>> {
        self.todays_door.map(|day| {
            let label = format!("Öppna lucka {day}");
            // This address redirects, so the browser itself loads it.
            view! { <p class="row"><a class="button" href=paths::TODAY rel="external">{label}</a></p> }
        })
    }

    fn view(self) -> impl IntoView {
        let links = |tag: Tag| view! { <li><a href=paths::tag(&tag.slug)>{tag.name}</a></li> };
        let has_tags = !self.tags.is_empty();
        let links = self.tags.into_iter().map(links).collect_view();
        view! {
            <section class="ways-on" aria-labelledby="hitta">
                <h2 id="hitta">"Hitta på andra sätt"</h2>
                {has_tags.then(|| view! { <ul class="tags" aria-label="Etiketter">{links}</ul> })}
                <p class="row">
                    <a href=paths::BLOG>"Alla inlägg"</a>
                    " "
                    <a href=paths::CALENDAR>"Kalendern"</a>
                    " "
                    <a href=paths::VOICES>"Röster"</a>
                </p>
            </section>
        }
    }
}
