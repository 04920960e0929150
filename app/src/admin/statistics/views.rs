//! The page.

use leptos::prelude::*;

use super::handlers::MOST_TEXTS;
use super::period::Period;
use super::query::StatisticsQuery;
use crate::admin::form_field::form_field;
use crate::ids::EditionId;
use crate::paths;
use crate::posts::PostKind;
use crate::statistics::store::TextReads;
use crate::statistics::views::{diagram, grouped};
use crate::statistics::{Bar, LEAST, YEARS};
use crate::time::{capitalized, number_words};

/// The numbers of a selection, with what else could be selected.
pub(super) struct Shown {
    pub(super) query: StatisticsQuery,
    /// The times that can be chosen, besides the recent one.
    pub(super) times: Vec<Period>,
    /// The editions that can be chosen.
    pub(super) editions: Vec<(EditionId, String)>,
    /// Names of days or months with their numbers.
    pub(super) bars: Vec<Bar>,
    /// The texts, those that were read most first.
    pub(super) texts: Vec<TextReads>,
}

/// The page of statistics: the choice of a time, a diagram and a table, or that nothing was read.
pub(super) fn page(shown: &Shown) -> impl IntoView + use<> {
    let is_empty = shown.texts.is_empty();
    let content = if is_empty { nothing(shown).into_any() } else { numbers(shown).into_any() };
    view! {
        <h1>"Statistik"</h1>
        <p class="quiet">
            "Så många gånger texterna har lästs. Det är bara summor: inget säger vem som har läst."
        </p>
        {filter(shown)}
        {content}
        {rules()}
    }
}

fn filter(shown: &Shown) -> impl IntoView + use<> {
    let StatisticsQuery { period, edition, .. } = shown.query;
    let mut times = shown.times.clone();
    // What an address names is there to be seen, also when it has no numbers.
    if period != Period::Recent && !times.contains(&period) {
        times.insert(0, period);
    }
    let recent = [Period::Recent].into_iter();
    let times = recent.chain(times).map(|time| (time.value(), capitalized(&time.in_words())));
    let all = [(String::new(), "Alla texter".to_owned())].into_iter();
    let editions = all.chain(shown.editions.iter().map(|(id, title)| (id.to_string(), title.clone())));
    view! {
        <form class="filter" method="get" action=paths::STATISTICS>
            {form_field("tid", "tid", "Tid").value(period.value()).choice(times)}
            {form_field("kalender", "kalender", "Texter")
                .value(edition.map(|id| id.to_string()).unwrap_or_default())
                .choice(editions)}
            <button class="button plain">"Visa"</button>
        </form>
    }
}

fn nothing(shown: &Shown) -> impl IntoView + use<> {
    let words = if shown.times.is_empty() {
        "Här finns inga siffror än. De första kommer dagen efter att någon text har lästs fem gånger."
    } else {
        "Här finns inga siffror. Välj en annan tid eller andra texter."
    };
    view! { <p class="empty">{words}</p> }
}

fn numbers(shown: &Shown) -> impl IntoView + use<> {
    let query = shown.query;
    let total: i64 = shown.bars.iter().map(|(_, number)| number).sum();
    let one = query.post.and_then(|_| shown.texts.first());
    let what = match one {
        Some(text) => {
            view! { <b lang=text.language.lang() dir="auto">{text.title.clone()}</b> " lästes " }.into_any()
        }
        None => "Texterna lästes ".into_any(),
    };
    let back = one.map(|_| {
        let all = StatisticsQuery { post: None, ..query }.address();
        view! { <p><a href=all>"← Alla texter"</a></p> }
    });
    view! {
        <p class="reads-total">{what} <b>{grouped(total)}</b> " gånger " {query.period.when()} "."</p>
        {back}
        {diagram(&shown.bars, query.period.unit())}
        {one.is_none().then(|| texts(shown))}
        <p class="reads-file"><a href=query.file() download rel="external">"Hämta som CSV"</a></p>
    }
}

/// The texts with their numbers.
fn texts(shown: &Shown) -> impl IntoView + use<> {
    let query = shown.query;
    let is_cut = shown.texts.len() >= usize::try_from(MOST_TEXTS).unwrap_or(usize::MAX);
    let rows = shown.texts.iter().map(|text| row(query, text)).collect_view();
    view! {
        <section aria-labelledby="per-text">
            <h2 id="per-text">"Läsningar per text"</h2>
            {is_cut.then(|| view! {
                <p class="quiet">{format!("Här står de {MOST_TEXTS} som lästes mest. Alla finns i filen.")}</p>
            })}
            <table class="reads">
                <thead><tr><th scope="col">"Text"</th><th scope="col">"Läsningar"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(query: StatisticsQuery, text: &TextReads) -> impl IntoView + use<> {
    let alone = StatisticsQuery { post: Some(text.post), ..query }.address();
    let place = match (text.door, &text.edition) {
        (Some(door), Some(_)) if query.edition.is_some() => format!("Lucka {door}"),
        (Some(door), Some(edition)) => format!("Lucka {door}, {edition}"),
        _ => match text.kind {
            PostKind::Guldkorn => "Guldkorn",
            PostKind::Article => "Artikel",
            PostKind::Voice => "Röst",
            PostKind::Page => "Sida",
            PostKind::Rendition => "Lättläst eller översatt",
        }
        .to_owned(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=alone lang=text.language.lang() dir="auto">{text.title.clone()}</a>
                <span class="quiet">{place}</span>
            </th>
            <td>{grouped(text.reads)}</td>
        </tr>
    }
}

/// Tells staff how readings are counted, so that they do not take the numbers for more than they are.
fn rules() -> impl IntoView {
    let least = number_words(usize::try_from(LEAST).unwrap_or_default());
    let years = number_words(YEARS.into());
    let most_moved = number_words(usize::try_from(LEAST - 1).unwrap_or_default());
    view! {
        <section aria-labelledby="regler">
            <h2 id="regler">"Så räknas det"</h2>
            <ul>
                <li>"En läsning är att någon öppnar en text: på dess egen sida eller i en lucka. Samma person kan räknas flera gånger."</li>
                <li>"Känsliga texter räknas aldrig. Inte heller redaktionen, sökmotorer och andra program som säger vad de är."</li>
                <li>{format!(
                    "Inget tal under {least} visas. Läses en text färre gånger en dag läggs de till nästa dag som den läses. \
                     Av en texts läsningar på en dag kan därför högst {most_moved} vara från dagarna före."
                )}</li>
                <li>"Dagens siffror visas när dagen är slut."</li>
                <li>"Står det en cache framför webbplatsen räknas bara det som den frågar efter. Då är siffrorna för låga."</li>
                <li>{format!(
                    "En text som dras tillbaka eller slängs tar med sig sina siffror. Efter {years} år tas alla bort."
                )}</li>
            </ul>
        </section>
    }
}
