//! The table of contents of a long text.

use leptos::prelude::*;

use crate::language::Language;
use crate::markdown;
use crate::ui::Fold;

/// Links to the sections of a text, by its HTML. Shows nothing when the text is short.
pub(crate) fn contents(html: &str, language: Language) -> impl IntoView + use<> {
    let sections = markdown::sections(html);
    (!sections.is_empty()).then(|| {
        let links = sections.into_iter().map(|section| {
            view! { <li><a href=format!("#{}", section.id) inner_html=section.heading_html></a></li> }
        });
        let links = links.collect_view();
        let beside = language.beside();
        view! {
            <nav class="contents" aria-labelledby="pa-sidan" lang=beside.lang()>
                <Fold id="pa-sidan" title=beside.say("På den här sidan", "On this page")>
                    <ol lang=language.lang() dir="auto">{links}</ol>
                </Fold>
            </nav>
        }
    })
}
