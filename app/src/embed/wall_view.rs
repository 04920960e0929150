//! What the wall shows.

use leptos::prelude::*;

use crate::calendar::{Guldkorn, LatestDoor, SeasonWords};
use crate::layout::{EuStatement, Layout};
use crate::markdown::quotation;
use crate::media::PictureFigure;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::time::capitalized;

/// The longest text that is set in the largest letters, in characters.
const SHORT: usize = 110;
/// The longest that is set in large ones.
const MEDIUM: usize = 240;

/// What a wall is made of.
pub(super) struct Wall {
    /// Title of the edition.
    pub(super) title: String,
    pub(super) words: SeasonWords,
    /// The door that opened last; none before the first one, and when the last day is over.
    pub(super) door: Option<LatestDoor>,
    /// Where the site is, as people write it; empty while it has no address of its own.
    pub(super) host: String,
    /// Whether the edition is the one that the QR code leads to.
    pub(super) is_current: bool,
}

/// The newest guldkorn, or what there is to say of the season; below it whose it is and who pays.
pub(super) fn wall_view(layout: &Layout, wall: Wall) -> impl IntoView {
    let name = layout.settings.name.clone();
    let place = if wall.host.is_empty() { name.clone() } else { wall.host.clone() };
    let content = match wall.door {
        Some(door) => door_view(door, &wall.words, &place, wall.is_current).into_any(),
        None => season_view(&wall.words, &place).into_any(),
    };
    view! {
        <main id="innehall">
            <p class="kicker">{wall.title}</p>
            {content}
        </main>
        <footer>
            {layout.settings.funding.eu.map(|eu| view! { <EuStatement eu/> })}
            <p>{if wall.host.is_empty() { name } else { format!("{name} · {}", wall.host) }}</p>
            {layout.moved_clock.clone().map(|clock| view! { <p>{clock}</p> })}
            <p data-stale="" role="status" hidden></p>
            <p class="pause">
                <span data-told="" role="status"></span>
                <button type="button" data-pause="" aria-keyshortcuts="Space" title="Mellanslag" hidden>"Pausa"</button>
            </p>
        </footer>
    }
}

/// Before the first door opens, and when the last day is over.
fn season_view(words: &SeasonWords, place: &str) -> impl IntoView + use<> {
    let line = if words.is_over {
        format!("Alla luckor går att öppna på {place}, året om.")
    } else {
        words.status.clone()
    };
    let lead = Some(words.lead.clone()).filter(|lead| !lead.is_empty());
    view! {
        <div class="wall-text short">
            <h1>{words.heading.clone()}</h1>
            <p>{line}</p>
            {lead.map(|lead| view! { <p class="who">{lead}</p> })}
        </div>
    }
}

/// A door that is open. A sensitive text is not shown: whoever waits here has not chosen to read it, and others see who does.
fn door_view(door: LatestDoor, words: &SeasonWords, place: &str, is_current: bool) -> impl IntoView + use<> {
    let LatestDoor { day, date, is_today, guldkorn } = door;
    let status = if words.closing.is_empty() { &words.status } else { &words.closing };
    let is_shown = guldkorn.as_ref().is_some_and(Guldkorn::is_embeddable);
    let text = match guldkorn {
        Some(guldkorn) if is_shown => guldkorn_view(guldkorn).into_any(),
        Some(_) => other_words("Dagens text läser du bäst i lugn och ro.", &format!("Den finns på {place}."))
            .into_any(),
        None => other_words("Den här luckan fick ingen text.", &format!("Många andra finns på {place}."))
            .into_any(),
    };
    // Whoever opens a sensitive text does so of their own accord.
    let code = (is_shown && is_today && is_current).then(|| {
        view! {
            <p class="code">
                <img src=paths::QR_CODE alt="" width="160" height="160"/>
                <span>"Läs i mobilen"</span>
            </p>
        }
    });
    view! {
        <header>
            <p class="plate" aria-hidden="true">{day}</p>
            <h1><span class="visually-hidden">{format!("Lucka {day}, ")}</span> {capitalized(&date)}</h1>
        </header>
        {text}
        <div class="wall-foot">
            <p class="status">{status.clone()}</p>
            {code}
        </div>
    }
}

fn other_words(heading: &'static str, line: &str) -> impl IntoView + use<> {
    view! {
        <div class="wall-text short">
            <p class="say">{heading}</p>
            <p class="who">{line.to_owned()}</p>
        </div>
    }
}

fn guldkorn_view(guldkorn: Guldkorn) -> impl IntoView {
    let Guldkorn { title, language, form, quote, source, teaser, picture, .. } = guldkorn;
    let lang = language.lang();
    let is_quote = form == GuldkornForm::Quote && !quote.is_empty();
    let length =
        if is_quote { quote.chars().count() } else { title.chars().count() + teaser.chars().count() };
    let size = if length <= SHORT {
        "short"
    } else if length <= MEDIUM {
        "medium"
    } else {
        "long"
    };
    let said = if is_quote {
        view! { <blockquote><p>{quotation(&quote)}</p></blockquote> }.into_any()
    } else {
        view! { <h2>{title}</h2> <p>{teaser}</p> }.into_any()
    };
    let source = Some(source).filter(|source| !source.is_empty());
    let picture = picture.map(|picture| view! { <PictureFigure picture class="photo" lang sizes="40vw"/> });
    view! {
        <div class=format!("wall-text {size}") lang=lang dir="auto">
            <div>{said} {source.map(|source| view! { <p class="who">{source}</p> })}</div>
            {picture}
        </div>
    }
}
