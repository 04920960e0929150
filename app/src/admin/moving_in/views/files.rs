//! The form that sends files.

use leptos::prelude::*;

use crate::admin::flash::Flash;
use crate::admin::moving_in::MoveInField;
use crate::ids::MoveInId;
use crate::paths;

/// Shows the form: for a new import, or for other files of one that waits.
pub(super) fn files(flash: &Flash<()>, replaces: Option<MoveInId>) -> impl IntoView + use<> {
    let media_hint = "En zip med mappen där de ligger: wp-content/uploads i WordPress, content i Ghost. Högst 2 GB. \
                      Ligger bilderna redan i filen behövs den inte.";
    view! {
        <form class="long" method="post" action=paths::MOVE_IN enctype="multipart/form-data" novalidate=true>
            {replaces.map(|id| view! { <input type="hidden" name="replaces" value=id.to_string()/> })}
            {file_field(
                flash,
                MoveInField::File,
                "Filen från den gamla webbplatsen",
                "Högst 500 MB. Den ligger kvar här i ett dygn och tas sedan bort.",
                ".xml,.json,.zip,.csv",
            )}
            {file_field(flash, MoveInField::Media, "Bilderna, om du har dem", media_hint, ".zip")}
            <button class="button">"Provkör"</button>
            <p class="quiet">"Inget ändras på webbplatsen förrän du har sett rapporten och säger till."</p>
        </form>
    }
}

fn file_field(
    flash: &Flash<()>,
    field: MoveInField,
    label: &'static str,
    hint: &'static str,
    accept: &'static str,
) -> impl IntoView + use<> {
    let id = field.as_str();
    let error = flash.errors.message_for(id).map(str::to_owned);
    let described_by = if error.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="hint" id=format!("{id}-hint")>{hint}</p>
            {error.clone().map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
            <input
                id=id name=id type="file" accept=accept aria-describedby=described_by
                aria-invalid=error.is_some().then_some("true")
            />
        </div>
    }
}

/// Says which files can be given and where to find them.
pub(super) fn which_file() -> impl IntoView {
    view! {
        <details>
            <summary>"Vilken fil är det?"</summary>
            <dl>
                <dt>"WordPress"</dt>
                <dd>
                    "Exporten: öppna " <b>"Verktyg → Exportera"</b> ", välj " <b>"Allt innehåll"</b>
                    " och ladda ner. Filen slutar på .xml."
                </dd>
                <dt>"Ghost"</dt>
                <dd>
                    "Exporten: öppna " <b>"Settings → Import/Export"</b> " och välj " <b>"Export"</b>
                    ". Filen slutar på .json."
                </dd>
                <dt>"Texter i Markdown"</dt>
                <dd>"En zip med mappen. Så sparar till exempel Hugo, Jekyll och Obsidian sina texter."</dd>
                <dt>"En tabell med inlägg"</dt>
                <dd>
                    "Spara kalkylarket som CSV. Första raden har kolumnernas namn. "
                    <b>"id"</b> ", " <b>"rubrik"</b> " och " <b>"text"</b> " måste finnas."
                </dd>
                <dt>"En tabell med gamla adresser"</dt>
                <dd>
                    "Spara kalkylarket som CSV med två kolumner, " <b>"gammal adress"</b> " och " <b>"ny adress"</b> ". "
                    "Den som följer en gammal länk kommer då rätt."
                </dd>
            </dl>
        </details>
    }
}
