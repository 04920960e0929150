//! What the section looks like. Without script it is a form with fields in percent and nine places for the focus.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::CropPicture;
use super::handlers::More;
use super::previews::previews;
use super::stage::stage;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::field_errors::FieldErrors;
use crate::media::PictureId;
use crate::media::crop::FramingForm;
use crate::media::crop::store::FramedPicture;
use crate::ui::IdempotencyKey;

/// Everything that the section shows.
pub(super) struct Section {
    pub(super) id: PictureId,
    pub(super) picture: FramedPicture,
    pub(super) may_change: bool,
    /// The address of the staff's script.
    pub(super) script: Option<String>,
}

/// Value of the button that takes every decision back.
const RESET: &str = "reset";

/// The places of the nine buttons: percent from the left and from the top, and their names.
const PLACES: [(&str, &str, &str); 9] = [
    ("15", "15", "Uppe till vänster"),
    ("50", "15", "Uppe i mitten"),
    ("85", "15", "Uppe till höger"),
    ("15", "50", "Till vänster"),
    ("50", "50", "I mitten"),
    ("85", "50", "Till höger"),
    ("15", "85", "Nere till vänster"),
    ("50", "85", "Nere i mitten"),
    ("85", "85", "Nere till höger"),
];

/// Returns what is to be saved when a place button was pressed.
pub(super) fn placed(typed: FramingForm, place: &str) -> FramingForm {
    if place == RESET {
        return FramingForm::default();
    }
    match PLACES.iter().find(|(x, y, _)| place.split_once('-') == Some((x, y))) {
        Some((x, y, _)) => FramingForm { focus_x: (*x).into(), focus_y: (*y).into(), ..typed },
        None => typed,
    }
}

/// The section.
pub(super) fn section(section: &Section, flash: &Flash<More>) -> AnyView {
    let saved = section.picture.framing;
    let typed = flash.more.typed.clone().unwrap_or_else(|| FramingForm::from(&saved));
    // What cannot be read is not shown on the picture.
    let framing = typed.parse().unwrap_or(saved);
    let undo = flash.more.undo.as_ref().map(|before| undo(section, before));
    let form = section.may_change.then(|| form(section, &typed, &flash.errors));
    view! {
        <section
            class="cropper" aria-labelledby="fokus" data-cropper data-width=section.picture.width
            data-height=section.picture.height data-staff-script=section.script.clone()
        >
            <h2 id="fokus">"Fokus och beskärning"</h2>
            {flash.notice(undo)}
            <p class="hint">
                "Fokus är det som alltid ska synas, till exempel ett ansikte. Beskärningen tar bort kanter. Inget av dem \
                 ändrar bilder inne i texter."
            </p>
            <p class="hint">
                "Hela bilden finns kvar och går att hämta för den som kan hitta den. Ska något på den vara dolt, byt ut bilden."
            </p>
            <div class="crop-work">
                {stage(section, &framing)}
                {form}
            </div>
            <h3>"Så här visas bilden"</h3>
            {previews(section, &framing)}
        </section>
    }
    .into_any()
}

fn form(section: &Section, typed: &FramingForm, errors: &FieldErrors) -> impl IntoView + use<> {
    let field = |id: &'static str, label: &'static str, value: &str| {
        form_field(id, format!("typed[{id}]"), label).value(value).errors(errors).line("text")
    };
    let places = PLACES.map(|(x, y, name)| {
        view! {
            <button class="button plain" name="place" value=format!("{x}-{y}") data-place=format!("{x} {y}") title=name>
                <span class="visually-hidden">{format!("Fokus: {}", name.to_lowercase())}</span>
            </button>
        }
    });
    view! {
        <form method="post" action=CropPicture::url() novalidate=true data-crop-form>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=section.id.to_string()/>
            {hidden("was", &FramingForm::from(&section.picture.framing))}
            // Enter in a field presses the first button.
            <button class="visually-hidden" tabindex="-1" aria-hidden="true">"Spara"</button>
            <fieldset class="crop-fields">
                <legend>"Fokus, i procent"</legend>
                {field("focus_x", "Från vänster", &typed.focus_x)}
                {field("focus_y", "Uppifrån", &typed.focus_y)}
                <div class="crop-places" role="group" aria-label="Nio platser för fokus">
                    {places.into_iter().collect_view()}
                </div>
            </fieldset>
            <fieldset class="crop-fields">
                <legend>"Beskärning, i procent"</legend>
                {field("crop_left", "Från vänster", &typed.crop_left)}
                {field("crop_top", "Uppifrån", &typed.crop_top)}
                {field("crop_width", "Bredd", &typed.crop_width)}
                {field("crop_height", "Höjd", &typed.crop_height)}
            </fieldset>
            <p class="row">
                <button class="button">"Spara beskärningen"</button>
                <button class="button plain" name="place" value=RESET data-crop-reset>"Ta bort fokus och beskärning"</button>
            </p>
        </form>
    }
}

fn hidden(name: &'static str, form: &FramingForm) -> impl IntoView + use<> {
    let FramingForm { focus_x, focus_y, crop_left, crop_top, crop_width, crop_height } = form.clone();
    [
        ("focus_x", focus_x),
        ("focus_y", focus_y),
        ("crop_left", crop_left),
        ("crop_top", crop_top),
        ("crop_width", crop_width),
        ("crop_height", crop_height),
    ]
    .map(|(field, value)| view! { <input type="hidden" name=format!("{name}[{field}]") value=value/> })
    .into_iter()
    .collect_view()
}

fn undo(section: &Section, before: &FramingForm) -> AnyView {
    view! {
        <form method="post" action=CropPicture::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=section.id.to_string()/>
            {hidden("was", &FramingForm::from(&section.picture.framing))}
            {hidden("typed", before)}
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_sets_the_focus_and_keeps_the_crop() {
        let typed = FramingForm { focus_x: "1".into(), crop_left: "5".into(), ..FramingForm::default() };
        let placed_at = placed(typed.clone(), "85-15");
        assert_eq!((&*placed_at.focus_x, &*placed_at.focus_y, &*placed_at.crop_left), ("85", "15", "5"));
        assert_eq!(placed(typed.clone(), "reset"), FramingForm::default());
        assert_eq!(placed(typed.clone(), "nonsense"), typed);
    }
}
