//! The list of voices, and a voice.

use leptos::prelude::*;

use super::VoiceExtract;
use super::api::{list_voices, show_voice};
use crate::blog::PostView;
use crate::media::PictureView;
use crate::paths;
use crate::safety::HelpBox;
use crate::ui::{PageMeta, Prose, page, param};

/// `/roster`: all voices.
#[component]
pub fn VoicesPage() -> impl IntoView {
    page(String::new, |_| list_voices(), |voices: Vec<VoiceExtract>| {
        let is_empty = voices.is_empty();
        view! {
            <PageMeta title="Röster från projektet"/>
            <div class="wrap page">
                <h1>"Röster från projektet"</h1>
                <p class="intro">
                    {if is_empty { "Här finns inga röster än." } else { "Personer i projektet berättar, med egna ord." }}
                </p>
                <ul class="voices-list">
                    {voices.into_iter().map(|voice| view! { <li class="voice"><Extract voice/></li> }).collect_view()}
                </ul>
            </div>
        }
    })
}

/// `/roster/{slug}`: a voice's whole story.
#[component]
pub fn VoicePage() -> impl IntoView {
    page(param("slug"), show_voice, |voice: PostView| {
        let description = if voice.sensitive { String::new() } else { voice.head.teaser.clone() };
        view! {
            <PageMeta title=voice.page_title description/>
            <div class="wrap page">
                <article class="post column" data-post=voice.head.slug>
                    <header>
                        <h1>{voice.head.title}</h1>
                        <p class="meta">{voice.source}</p>
                    </header>
                    {voice.head.picture.map(|picture| view! {
                        <figure class="lead">
                            <PictureView picture sizes="(min-width: 48rem) 44rem, 100vw" first=true/>
                        </figure>
                    })}
                    <Prose html=voice.body_html/>
                    <footer>
                        <HelpBox numbers=voice.help/>
                        <p><a href=paths::VOICES>"Alla röster"</a></p>
                    </footer>
                </article>
            </div>
        }
    })
}

/// A voice's extract, with the way to its story.
#[component]
pub(crate) fn Extract(
    /// The voice.
    voice: VoiceExtract,
) -> impl IntoView {
    view! {
        <blockquote><p>{voice.extract}</p></blockquote>
        <p class="who">{voice.source}</p>
        " "
        <p><a href=paths::voice(&voice.slug)>{format!("Läs mer: {}", voice.title)}</a></p>
    }
}
