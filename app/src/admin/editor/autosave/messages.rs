//! What the editor's page says about saving.

use leptos::prelude::document;

use super::super::AutosaveResponse;
use crate::error::AppError;
use crate::paths;

/// The local copy was put into the form.
pub(super) const RESTORED: &str = "<div class=\"notice\"><p>Text som inte hann sparas fanns kvar i den här webbläsaren. Nu är den tillbaka.</p></div>";

/// Sets the one line that says how far saving has come.
pub(super) fn set_status(words: &str) {
    put("kept", words, false);
}

/// Shows a notice that the writer has to read; with an empty one, none.
pub(super) fn show(html: &str) {
    put("news", html, true);
}

/// Shows the server's response to an autosave.
pub(super) fn show_saved(saved: &AutosaveResponse) {
    set_status(&saved.words);
    put("when", &saved.when, false);
    put("remarks", &saved.remarks, true);
    if saved.is_saved {
        if !contains("news", "är tillbaka") {
            show("");
        }
    } else {
        show(&format!(
            "<div class=\"notice\" data-kind=\"error\"><p>{} Det som står här är inte sparat. \
             <button type=\"button\" class=\"link\" data-go-on=\"{}\">Skriv vidare här</button> eller \
             <a href=\"\" rel=\"external\">hämta den andra texten</a>.</p></div>",
            saved.words, saved.draft_version
        ));
    }
}

/// Says why the server did not save the text, and that this browser did.
pub(super) fn show_failure(error: AppError) {
    set_status("Sparad i den här webbläsaren");
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
    // A screen reader would read out the same sentence again.
    if !contains("news", words.split('<').next().unwrap_or_default()) {
        show(&html);
    }
}

/// Says that a button did nothing, and that this browser has the text.
pub(super) fn show_refused(button: &str, error: AppError) {
    if error == AppError::Unreachable || error == AppError::Internal {
        set_status("Sparad i den här webbläsaren");
        show(&format!(
            "<div class=\"notice\" data-kind=\"error\" tabindex=\"-1\"><p>Servern svarar inte, så ”{button}” är inte \
             gjort. Texten är sparad i den här webbläsaren. Tryck igen när nätet är tillbaka.</p></div>"
        ));
    } else {
        show_failure(error);
    }
}

fn contains(id: &str, words: &str) -> bool {
    let text = document().get_element_by_id(id).and_then(|element| element.text_content());
    text.is_some_and(|text| text.contains(words))
}

/// Sets the content of an element, unless it has that text already.
pub(super) fn put(id: &str, words: &str, is_html: bool) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if is_html {
        element.set_inner_html(words);
    } else if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
    }
}
