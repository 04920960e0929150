//! The footer: voices, funders, contact and links.

use leptos::prelude::*;

use super::Layout;
use super::eu_statement::EuStatement;
use super::network::NetworkNotice;
use super::theme::ThemeSwitch;
use crate::paths;
use crate::site::brand::Logo;
use crate::site::{Contact, Funding, MenuItem, is_elsewhere};
use crate::voices::{Extract, VoiceExtract};

/// Two voices, and under them funders, contact, links and the theme switch.
#[component]
pub(crate) fn Footer(
    /// The layout's data.
    layout: Layout,
) -> impl IntoView {
    let Layout { settings, funders_logos, voices, moved_clock, .. } = layout;
    view! {
        <Voices voices/>
        <footer class="foot night">
            <div class="wrap">
                <Funders funding=settings.funding logos=funders_logos/>
                <ContactBox name=settings.name contact=settings.contact/>
                <FooterLinks items=settings.foot/>
                <ThemeSwitch/>
                <div class="small">
                    {(!settings.vision.is_empty()).then(|| view! { <p>{settings.vision}</p> })}
                    {settings.notice.map(|notice| view! { <p>{notice}</p> })}
                    {moved_clock.map(|clock| view! { <p class="clock">{clock}</p> })}
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

/// Who pays: the emblem of the European Union with its sentence, and the other funders.
#[component]
pub(crate) fn Funders(
    /// What the settings say.
    funding: Funding,
    /// The funders' logos, in their order; the name is shown for none.
    logos: Vec<Option<Logo>>,
) -> impl IntoView {
    let Funding { heading, eu, funders } = funding;
    if funders.is_empty() && eu.is_none() {
        return None;
    }
    let rows = funders.into_iter().zip(logos).map(|(funder, logo)| match logo {
        Some(Logo { src, width, height, .. }) => view! {
            <li><img src=src alt=funder.name width=width height=height loading="lazy"/></li>
        }
        .into_any(),
        None => view! { <li>{funder.name}</li> }.into_any(),
    });
    let rows: Vec<_> = rows.collect();
    Some(view! {
        <section class="funders" aria-labelledby="stod">
            <h2 id="stod">{heading}</h2>
            {eu.map(|eu| view! { <EuStatement eu/> })}
            {(!rows.is_empty()).then(|| view! { <ul class="logos">{rows}</ul> })}
        </section>
    })
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
fn FooterLinks(items: Vec<MenuItem>) -> impl IntoView {
    let links = items.into_iter().map(|item| {
        let rel = is_elsewhere(&item.path).then_some("external");
        view! { <li><a href=item.path rel=rel>{item.label}</a></li> }
    });
    view! {
        <nav aria-labelledby="sidor">
            <h2 id="sidor">"Om webbplatsen"</h2>
            <ul class="links">
                {links.collect_view()}
                // Not a page of the app, so the client's router leaves it to the browser.
                <li>
                    <a rel="external" href=paths::FEED>"Följ bloggen med RSS"</a>
                    <p class="hint">"I en läsapp för flöden ser du varje nytt inlägg."</p>
                </li>
            </ul>
        </nav>
    }
}
