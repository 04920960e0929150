//! What the desk says about the keeping.

use leptos::prelude::document;

use super::super::Keeping;
use crate::error::AppError;
use crate::paths;

/// What was not lost.
pub(super) const BROUGHT_BACK: &str = "<div class=\"notice\"><p>Text som inte hann sparas fanns kvar i den här webbläsaren. Nu är den tillbaka.</p></div>";

/// Says in a word how the keeping goes.
pub(super) fn redirect_with_flash(words: &str) {
    put("kept", words, false);
}

/// Says something that the writer has to know; empty: nothing any more.
pub(super) fn tell(html: &str) {
    put("news", html, true);
}

/// The server has answered.
pub(super) fn answer(kept: &Keeping) {
    redirect_with_flash(&kept.words);
    put("when", &kept.when, false);
    put("remarks", &kept.remarks, true);
    if kept.is_kept {
        if !holds("news", "är tillbaka") {
            tell("");
        }
    } else {
        tell(&format!(
            "<div class=\"notice\" data-kind=\"error\"><p>{} Det som står här är inte sparat. \
             <button type=\"button\" class=\"link\" data-go-on=\"{}\">Skriv vidare här</button> eller \
             <a href=\"\" rel=\"external\">hämta den andra texten</a>.</p></div>",
            kept.words, kept.known
        ));
    }
}

/// The server did not take it, so this browser has it.
pub(super) fn fail(error: AppError) {
    redirect_with_flash("Sparad i den här webbläsaren");
    let words = match error {
        AppError::LogInFirst => format!(
            "Du är utloggad. Texten är sparad i den här webbläsaren. \
             <a href=\"{}\" target=\"_blank\">Logga in i ett nytt fönster</a>, så sparas den här igen.",
            paths::LOG_IN
        ),
        AppError::Forbidden | AppError::NotFound | AppError::Gone => {
            "Texten går inte att spara längre. Kopiera det du vill ha kvar.".to_owned()
        }
        AppError::Invalid => {
            "Texten är för lång för att sparas. Dela den i två, så sparas den här igen.".to_owned()
        }
        AppError::Unreachable | AppError::Internal => {
            "Servern svarar inte. Texten är sparad i den här webbläsaren, och på servern så snart den svarar igen."
                .to_owned()
        }
    };
    let html = format!("<div class=\"notice\" data-kind=\"error\"><p>{words}</p></div>");
    // A sentence that stands there already is not read out again.
    if !holds("news", words.split('<').next().unwrap_or_default()) {
        tell(&html);
    }
}

fn holds(id: &str, words: &str) -> bool {
    let text = document().get_element_by_id(id).and_then(|place| place.text_content());
    text.is_some_and(|text| text.contains(words))
}

pub(super) fn put(id: &str, words: &str, is_html: bool) {
    let Some(place) = document().get_element_by_id(id) else { return };
    if is_html {
        place.set_inner_html(words);
    } else if place.text_content().as_deref() != Some(words) {
        place.set_text_content(Some(words));
    }
}
