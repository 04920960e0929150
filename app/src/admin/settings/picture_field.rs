//! A setting that is a picture of the library: shown, chosen among the newest, or sent anew. All of it is plain HTML.
//!
//! A file is sent by a form of its own, since it goes to another address, and comes back chosen in its field, as does a
//! picture that was chosen in the library. It begins to count when the section is saved.

use leptos::prelude::*;

use super::views::FormState;
use crate::admin::form_field::FormField;
use crate::media::PictureId;
use crate::media::store::PictureChoice;
use crate::paths;
use crate::site::Section;
use crate::site::sections::PicturePlace;

/// What the file chooser offers; the server judges by content.
const ACCEPT: &str = "image/svg+xml,image/png,image/webp,image/jpeg";

/// A picture that was sent from a field and is not saved there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SentPicture {
    /// The id of the field on the page.
    pub(super) field: String,
    /// The picture.
    pub(super) picture: PictureId,
}

impl SentPicture {
    /// Parses the query with which an upload comes back.
    pub(super) fn parse(query: &str) -> Option<Self> {
        let value = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
        };
        Some(Self { field: value("falt")?, picture: value("bild")?.parse().ok()? })
    }
}

/// Finishes a field as a picture.
pub(super) fn picture_field(field: FormField, at: PicturePlace, form: &FormState<'_>) -> AnyView {
    let (choices, sent) = (&form.choices.pictures, form.sent);
    let described_by = field.described_by();
    let FormField { id, name, label, hint, value, error, theirs, .. } = field;
    let sent = sent.filter(|sent| sent.field == id);
    let value = sent.map_or(value, |sent| sent.picture.to_string());
    let chosen = choices.iter().find(|choice| choice.id.to_string() == value);
    let is_wide = at == PicturePlace::Icon && chosen.is_some_and(|icon| 4 * icon.width > 5 * icon.height);
    let shown = chosen
        .map(|chosen| view! { <img class="chosen" src=chosen.shown() alt=chosen.words() loading="lazy"/> });
    let theirs = theirs.map(|(who, _)| {
        view! { <p class="theirs" id=format!("{id}-theirs")>{format!("{who} har valt en annan bild.")}</p> }
    });
    let radios = radios(&name, &value, choices);
    view! {
        <fieldset class="picture-choice" id=id.clone() tabindex="-1" aria-describedby=described_by>
            <legend>{label.clone()}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
            {theirs}
            {sent.map(|_| view! { <p class="missing" role="status">"Bilden är vald. Spara så börjar den gälla."</p> })}
            {shown}
            {is_wide.then(|| view! {
                <p class="missing">
                    "Bilden är bredare än den är hög och blir svår att se som ikon. Ta en kvadratisk del av den, eller välj "
                    "”Ingen” så ritar vi initialerna i webbplatsens färger."
                </p>
            })}
            <details>
                <summary>"Välj ur biblioteket" <span class="visually-hidden">{format!(": {label}")}</span></summary>
                <div class="picture-grid">{radios}</div>
                <p>
                    <a href=library(form.section, &id)>
                        "Sök bland alla bilder" <span class="visually-hidden">{format!(": {label}")}</span>
                    </a>
                </p>
            </details>
            {upload(&id, &label, at)}
        </fieldset>
    }
    .into_any()
}

/// Returns the address of the library for choosing a picture that comes back to a field.
fn library(section: Section, field: &str) -> String {
    let back = format!("{}?falt={field}", paths::settings_section(section.slug()));
    let mut query = form_urlencoded::Serializer::new(String::new());
    format!("{}?{}", paths::PICTURES, query.append_pair("valj", &back).finish())
}

fn radios(name: &str, value: &str, choices: &[PictureChoice]) -> AnyView {
    let is_none = value.is_empty();
    let radio = |choice: &PictureChoice| {
        let id = choice.id.to_string();
        view! {
            <label>
                <input type="radio" name=name.to_owned() value=id.clone() checked=id == value/>
                <img src=choice.shown() alt=choice.words() loading="lazy"/>
            </label>
        }
    };
    view! {
        <label><input type="radio" name=name.to_owned() value="" checked=is_none/> " Ingen"</label>
        {choices.iter().map(radio).collect_view()}
    }
    .into_any()
}

/// The fields of a file to send. They belong to the form that [`upload_form`] writes.
fn upload(id: &str, label: &str, at: PicturePlace) -> AnyView {
    let form = form_id(id);
    let (file, alt) = (format!("{id}-file"), format!("{id}-alt"));
    let about = format!(": {label}");
    let needs_words = at == PicturePlace::SharedLink;
    view! {
        <details>
            <summary>"Ladda upp en ny" <span class="visually-hidden">{about.clone()}</span></summary>
            <p class="hint" id=format!("{id}-file-hint")>"Spara först, om du har ändrat något annat på sidan."</p>
            <div class="field">
                <label for=file.clone()>"Bild (SVG, PNG, WebP eller JPEG)"</label>
                <input
                    id=file name="file" type="file" form=form.clone() accept=ACCEPT required=true
                    aria-describedby=format!("{id}-file-hint")
                />
            </div>
            {needs_words.then(|| view! {
                <div class="field">
                    <label for=alt.clone()>"Vad visar bilden?"</label>
                    <input id=alt name="alt" form=form.clone() autocomplete="off" required=true/>
                </div>
            })}
            <button class="button plain" form=form>"Ladda upp" <span class="visually-hidden">{about}</span></button>
        </details>
    }
    .into_any()
}

/// Writes the form to which the fields of a file belong; it stands outside the section's own.
pub(super) fn upload_form(id: &str, label: &str, at: PicturePlace) -> AnyView {
    // Readers get other words for it: the site's name.
    let alt = (at != PicturePlace::SharedLink)
        .then(|| view! { <input type="hidden" name="alt" value=label.to_owned()/> });
    view! {
        <form id=form_id(id) method="post" action=paths::UPLOADS enctype="multipart/form-data">
            <input type="hidden" name="falt" value=id.to_owned()/>
            {alt}
        </form>
    }
    .into_any()
}

fn form_id(field: &str) -> String {
    format!("upload-{field}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sent_picture_comes_back_to_its_field() {
        let id = "0123456789abcdef0123456789abcdef";
        let sent = SentPicture::parse(&format!("bild={id}&falt=funders-0-logo")).unwrap();
        assert_eq!((sent.field.as_str(), sent.picture.to_string().as_str()), ("funders-0-logo", id));
        for query in ["", "bild=1&falt=logo", &format!("bild={id}"), "falt=logo"] {
            assert_eq!(SentPicture::parse(query), None, "{query}");
        }
    }
}
