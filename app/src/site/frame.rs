//! What stands around every public page: its head and its foot.
//!
//! The frame is rendered by the server alone. The client takes over what is inside it, so neither the frame's
//! data nor its code has to be sent to the browser.

use crate::time::UnixMillis;
use leptos::prelude::*;

use super::network::NetworkNotice;
use super::settings::{Contact, Funder, MenuItem, Settings};
use super::theme::ThemeSwitch;
use crate::cache::{Cached, Validity};
use crate::error::AppError;
use crate::safety::QuickExit;
use crate::state::AppState;
use crate::voices::{Extract, VoiceExtract};
use crate::{paths, time, voices};

/// The frame's data, the same for every page until something changes.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The site as its owner describes it.
    pub settings: Settings,
    /// How links to the site begin.
    pub address: String,
    /// Two voices, others every day.
    pub voices: Vec<VoiceExtract>,
    /// What time it is for the site, when its clock was moved.
    pub moved_clock: Option<String>,
    /// When the site next changes by itself, in milliseconds UTC.
    pub until: UnixMillis,
}

/// Loads the frame, or takes the last one while it is true.
///
/// # Errors
/// When the database cannot be read.
pub async fn load_frame(state: &AppState) -> Result<Frame, AppError> {
    // Before anything is read: what changes meanwhile makes the frame stale, not wrong for ever.
    let (generation, now) = (state.db.generation(), state.clock.now());
    let from = now.into();
    let cached = state.extensions.get::<Cached<Frame>>();
    let frame = match cached.get(generation, from) {
        Some(frame) => frame,
        None => {
            let frame = read_frame(state, now).await?;
            cached.put(Validity { generation, from, until: frame.until }, frame)
        }
    };
    let words = || {
        let now = time::at_home(now);
        format!("Klockan är flyttad: {} {}", time::date_with_year(now.date()), time::clock_time(now.time()))
    };
    Ok(Frame { moved_clock: state.clock.is_moved().then(words), ..Frame::clone(&frame) })
}

async fn read_frame(state: &AppState, now: jiff::Timestamp) -> Result<Frame, AppError> {
    let reader = state.db.reader();
    let all = voices::store::extracts(reader, now.into()).await?;
    let day = usize::from(time::at_home(now).day_of_year().unsigned_abs());
    let voices = (0..all.len().min(2)).filter_map(|n| all.get((day * 2 + n) % all.len())).cloned().collect();
    let address = super::store::address(reader).await?;
    Ok(Frame {
        settings: super::store::settings(reader).await?,
        address: if address.is_empty() { state.address.to_string() } else { address },
        voices,
        moved_clock: None,
        until: super::next_change(state).await?,
    })
}

/// Name, funding and menu.
#[component]
pub(crate) fn Head(
    /// The site.
    settings: Settings,
    /// The path of the page under it.
    path: String,
) -> impl IntoView {
    let items = settings.menu.into_iter().map(|item| {
        let here = path == item.path || path.starts_with(&format!("{}/", item.path));
        // This address leads on to another. Loaded by the browser itself, it leaves no step behind to go back to.
        let rel = (item.path == paths::CALENDAR).then_some("external");
        view! { <li><a href=item.path rel=rel aria-current=here.then_some("page")>{item.label}</a></li> }
    });
    view! {
        <header class="head night">
            <QuickExit/>
            <div class="wrap">
                <a class="brand" href=paths::START>
                    <img src="/logo.svg" alt="" width="40" height="48"/>
                    <span>
                        <b>{settings.name}</b>
                        " "
                        <span class="vision">{settings.vision}</span>
                    </span>
                </a>
                <p class="eu">
                    <img src="/eu-emblem.svg" alt="" width="60" height="40"/>
                    " Medfinansieras av Europeiska unionen"
                </p>
                <a
                    class="find"
                    href=paths::SEARCH
                    aria-current=(path == paths::SEARCH).then_some("page")
                >
                    <Magnifier/>
                    <span>"Sök"</span>
                </a>
                <nav aria-label="Meny">
                    <details class="menu">
                        <summary>"Meny"</summary>
                        <ul>{items.collect_view()}</ul>
                    </details>
                </nav>
            </div>
        </header>
    }
}

/// The sign beside the word; it says nothing more.
#[component]
fn Magnifier() -> impl IntoView {
    view! {
        <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">
            <path
                d="M8.5 2.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12M13 13l4.5 4.5"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
            />
        </svg>
    }
}

/// Voices, who pays, whom to turn to.
#[component]
pub(crate) fn Foot(
    /// The frame's data.
    frame: Frame,
) -> impl IntoView {
    let Frame { settings, voices, moved_clock, .. } = frame;
    view! {
        <Voices voices/>
        <footer class="foot night">
            <div class="wrap">
                <Funders funders=settings.funders/>
                <ContactBox name=settings.name contact=settings.contact/>
                <FootLinks items=settings.foot/>
                <ThemeSwitch/>
                <div class="small">
                    {settings.notice.map(|notice| view! { <p>{notice}</p> })}
                    {moved_clock.map(|words| view! { <p class="clock">{words}</p> })}
                </div>
            </div>
            <NetworkNotice/>
        </footer>
    }
}

#[component]
fn Voices(voices: Vec<VoiceExtract>) -> impl IntoView {
    (!voices.is_empty()).then(|| {
        let rows = voices.into_iter().map(|voice| view! { <li class="voice"><Extract voice/></li> });
        view! {
            <aside class="voices" aria-labelledby="roster">
                <div class="wrap">
                    <div class="section-head">
                        <h2 id="roster">"Röster från projektet"</h2>
                        " "
                        <a href=paths::VOICES>"Alla röster"</a>
                    </div>
                    <ul class="pair">{rows.collect_view()}</ul>
                </div>
            </aside>
        }
    })
}

#[component]
fn Funders(funders: Vec<Funder>) -> impl IntoView {
    let logos = funders.into_iter().map(|funder| {
        view! { <li><img src=funder.logo alt=funder.name width="124" height="32" loading="lazy"/></li> }
    });
    view! {
        <section class="funders" aria-labelledby="stod">
            <h2 id="stod">"Projektgemensamt stöd"</h2>
            <p class="eu">
                <img src="/eu-emblem.svg" alt="" width="96" height="64" loading="lazy"/>
                " Medfinansieras av Europeiska unionen"
            </p>
            <ul class="logos">{logos.collect_view()}</ul>
        </section>
    }
}

#[component]
fn ContactBox(name: String, contact: Contact) -> impl IntoView {
    let digits: String = contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let line = |text: String| (!text.is_empty()).then(|| view! { <br/> {text} });
    view! {
        <section aria-labelledby="kontakt">
            <h2 id="kontakt">"Kontakt"</h2>
            <address>
                {name}
                {line(contact.name)}
                {line(contact.address)}
                {(!contact.email.is_empty()).then(|| view! {
                    <br/>
                    <a href=format!("mailto:{}", contact.email)>{contact.email.clone()}</a>
                })}
                {(!contact.phone.is_empty()).then(|| view! {
                    <br/>
                    <a href=format!("tel:{digits}")>{contact.phone.clone()}</a>
                })}
            </address>
        </section>
    }
}

#[component]
fn FootLinks(items: Vec<MenuItem>) -> impl IntoView {
    let links = items.into_iter().map(|item| view! { <li><a href=item.path>{item.label}</a></li> });
    view! {
        <nav aria-labelledby="sidor">
            <h2 id="sidor">"Om webbplatsen"</h2>
            <ul class="links">
                {links.collect_view()}
                // No page of the client's, so it leaves the link to the browser.
                <li><a rel="external" href=paths::FEED>"Följ bloggen med RSS"</a></li>
            </ul>
        </nav>
    }
}
