//! How the list of voices and a voice look.

use leptos::prelude::*;

use super::VoiceExtract;
use super::window::window;
use crate::blog::PostView;
use crate::documents::DocumentList;
use crate::media::PictureFigure;
use crate::paths;
use crate::posts::rendition::RenditionLinks;
use crate::recordings::player;
use crate::safety::HelpBox;
use crate::ui::{Document, PaperNotice, Prose, print_mark};

/// Shows all voices.
pub(super) fn voices_page(voices: Vec<VoiceExtract>) -> Document {
    let is_empty = voices.is_empty();
    let page = view! {
        <div class="wrap page">
            <h1>"Röster från projektet"</h1>
            <p class="intro">
                {if is_empty { "Här finns inga röster än." } else { "Personer i projektet berättar, med egna ord." }}
            </p>
            <Extracts voices/>
        </div>
    };
    Document::new("Röster från projektet", "Personer i projektet berättar, med egna ord.", page)
}

/// Shows a voice's whole story, and extracts from others.
pub(super) fn voice_page(voice: PostView, own_window: &str, others: Vec<VoiceExtract>) -> Document {
    let language = voice.head.language;
    let lang = language.lang();
    let page = view! {
        <div class="wrap page">
            <article class="post column" data-post=voice.head.slug data-print=print_mark(voice.scope.in_print)>
                <header class="voice-head">
                    {window(own_window)}
                    <div>
                        <h1 lang=lang dir="auto">{voice.head.title}</h1>
                        <p class="meta" lang=lang dir="auto">{voice.source}</p>
                        <RenditionLinks links=voice.renditions/>
                    </div>
                </header>
                {voice.head.picture.map(|picture| view! {
                    <PictureFigure picture class="lead" lang sizes="(min-width: 48rem) 44rem, 100vw" first=true/>
                })}
                {player(voice.recording, language)}
                <Prose html=voice.body_html lang/>
                <DocumentList documents=voice.documents language/>
                <footer>
                    <HelpBox help=voice.help language/>
                </footer>
            </article>
            <PaperNotice may_be_printed=voice.scope.in_print/>
            <section class="more-voices" aria-labelledby="fler-roster">
                <div class="section-head">
                    <h2 id="fler-roster">"Fler röster"</h2>
                    " "
                    <a href=paths::VOICES>"Alla röster"</a>
                </div>
                <Extracts voices=others/>
            </section>
        </div>
    };
    Document::new(voice.page_title, voice.description, page)
}

/// Shows voices as the page's own content. The style sheet then hides those in the footer.
#[component]
fn Extracts(voices: Vec<VoiceExtract>) -> impl IntoView {
    let rows = voices.into_iter().map(|voice| view! { <li class="voice"><Extract voice/></li> });
    view! { <ul class="voices-list">{rows.collect_view()}</ul> }
}

/// Shows an extract beside a window, and a link to the story.
#[component]
pub(crate) fn Extract(
    /// The extract.
    voice: VoiceExtract,
) -> impl IntoView {
    let lang = voice.language.lang();
    view! {
        {window(voice.window)}
        <div>
            <blockquote lang=lang dir="auto"><p>{voice.extract}</p></blockquote>
            <p class="who" lang=lang dir="auto">{voice.source}</p>
            " "
            <p><a href=paths::voice(&voice.slug)>"Läs mer: " <span lang=lang dir="auto">{voice.title}</span></a></p>
        </div>
    }
}
