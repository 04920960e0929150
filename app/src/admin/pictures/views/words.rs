//! The form of a picture's words.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::admin::pictures::api::DescribePicture;
use crate::admin::pictures::handlers::PictureMore;
use crate::picture_library::LibraryPicture;
use crate::picture_library::words::PictureWords;
use crate::ui::IdempotencyKey;

/// The form for those who may change the words, with what was typed before it was refused.
pub(super) fn words_form(picture: &LibraryPicture, flash: &Flash<PictureMore>) -> impl IntoView + use<> {
    let typed = flash.more.typed.clone().unwrap_or_else(|| PictureWords::of(picture));
    let errors = &flash.errors;
    view! {
        <form class="long" method="post" action=DescribePicture::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=picture.id.to_string()/>
            {form_field("alt", "alt", "Vad visar bilden?")
                .value(typed.alt)
                .hint("Skriv det du skulle säga till någon som inte ser den. Texter som visar bilden börjar med de orden.")
                .errors(errors)
                .lines(3)}
            {form_field("caption", "caption", "Bildtext")
                .value(typed.caption)
                .hint("Står under bilden. Får vara tom.")
                .errors(errors)
                .line("text")}
            {form_field("credit", "credit", "Fotograf").value(typed.credit).errors(errors).line("text")}
            {form_field("name", "name", "Namn i biblioteket")
                .value(typed.name)
                .hint("Bara redaktionen ser det.")
                .errors(errors)
                .line("text")}
            <button class="button">"Spara"</button>
        </form>
    }
}

/// The words for those who may not change them.
pub(super) fn words(picture: &LibraryPicture) -> impl IntoView + use<> {
    let shown =
        [("Vad visar bilden?", &picture.alt), ("Bildtext", &picture.caption), ("Fotograf", &picture.credit)];
    let shown = shown.into_iter().map(|(label, text)| {
        let text = if text.is_empty() { "Inget skrivet än" } else { text };
        view! { <dt>{label}</dt> <dd dir="auto">{text.to_owned()}</dd> }
    });
    view! { <dl class="picture-words">{shown.collect_view()}</dl> }
}
