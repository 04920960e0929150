//! What a guldkorn says and shows, the same on its card and on the page of all open doors.

use leptos::prelude::*;

use super::QuoteView;
use crate::calendar::Guldkorn;
use crate::media::PictureFigure;
use crate::posts::GuldkornForm;
use crate::ui::Prose;

/// The guldkorn's quote, picture and text.
#[component]
pub(super) fn GuldkornBody(
    /// The guldkorn.
    guldkorn: Guldkorn,
    /// Whether its picture is what a visitor of the page sees first.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let Guldkorn { form, quote, source, body_html, picture, language, .. } = guldkorn;
    let lang = language.lang();
    let teller = (form != GuldkornForm::Quote && !source.is_empty()).then(|| source.clone());
    let has_body = teller.is_some() || !body_html.trim().is_empty();
    let quote = (!quote.is_empty()).then(|| view! { <QuoteView quote source lang/> });
    let picture = picture.map(|picture| {
        view! { <PictureFigure picture class="photo" lang sizes="(min-width: 48rem) 45rem, 100vw" first/> }
    });
    let body = has_body.then(|| {
        view! {
            <div class="body">
                <Prose html=body_html lang/>
                {teller.map(|source| view! { <p class="who" lang=lang dir="auto">{source}</p> })}
            </div>
        }
    });
    view! { {quote} {picture} {body} }
}
