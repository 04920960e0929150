//! The recording of the text: to hear, add, replace and take away, and what is said in it. Its fields belong to a form of their
//! own, which carries a file and works without a script.

use leptos::prelude::*;

use super::EditorView;
use crate::admin::recordings::{BRING_BACK, REMOVE, SAVE};
use crate::language::Beside;
use crate::paths;
use crate::posts::{PostId, PostStatus};
use crate::recordings::Recording;
use crate::recordings::intake::{ACCEPTED, LIMITS};
use crate::ui::TextArea;

const FORM: &str = "recording";

/// The fields.
pub(super) fn recording(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let recording = editor.recording.clone();
    let may_change = editor.post.may_be_decided_by(editor.staff) && editor.post.status != PostStatus::Trash;
    let typed = editor.flash.more.transcript.clone();
    let removed = editor.removed_recording.clone();
    let has_one = recording.is_some();
    let is_verbatim = recording.as_ref().is_some_and(|recording| recording.is_verbatim);
    let said = recording.as_ref().map(|recording| recording.transcript.clone()).unwrap_or_default();
    let lang = editor.content.language.as_str();
    let fields = may_change.then(|| {
        view! {
            <div class="field">
                <label for="recording-file">{if has_one { "Byt inspelning" } else { "Ljudfil" }}</label>
                <p class="hint" id="recording-file-hint">{LIMITS}</p>
                <input
                    id="recording-file" form=FORM type="file" name="file" accept=ACCEPTED
                    aria-describedby="recording-file-hint"
                />
            </div>
            <p class="tick">
                <input
                    type="checkbox" id="recording-verbatim" form=FORM name="verbatim" value="ja" checked=is_verbatim
                />
                <label for="recording-verbatim">"Det som sägs är texten, ord för ord"</label>
            </p>
            <div class="field">
                <label for="recording-said">"Utskrift av det som sägs"</label>
                <p class="hint" id="recording-said-hint">
                    "Behövs när det som sägs är något annat än texten. Läsarna kan läsa utskriften och söka i den."
                </p>
                <TextArea
                    name="transcript" id="recording-said" text=typed.unwrap_or(said) rows=4 attr:form=FORM attr:lang=lang
                    attr:dir="auto" attr:aria-describedby="recording-said-hint"
                />
            </div>
            <div class="row">
                <button class="button plain" form=FORM name="act" value=SAVE>"Spara inspelningen"</button>
                {has_one.then(|| view! {
                    <button class="button danger" form=FORM name="act" value=REMOVE>"Ta bort inspelningen"</button>
                })}
                {removed.map(|removed| view! {
                    <button class="button plain" form=FORM name="act" value=BRING_BACK>
                        {format!("Ta tillbaka inspelningen ({})", removed.length())}
                    </button>
                })}
            </div>
        }
    });
    let refused = (!may_change && editor.post.status != PostStatus::Trash).then(|| {
        view! { <p class="hint">"Läsarna har texten, eller får den snart. Be en redaktör ändra inspelningen."</p> }
    });
    view! {
        {match recording {
            Some(recording) => hear(&recording).into_any(),
            None => view! {
                <p class="hint">
                    "Läs in texten, så når den fler. Inspelningen sparas för sig, och läsarna får den genast om de har texten."
                </p>
            }
            .into_any(),
        }}
        {fields}
        {refused}
    }
}

fn hear(recording: &Recording) -> impl IntoView + use<> {
    let length = recording.length();
    view! {
        <audio
            controls=true preload="none" src=recording.path() aria-label=format!("Lyssna på inspelningen, {length}")
        ></audio>
        <p class="hint">{format!("{length}. {}.", recording.facts(Beside::Swedish))}</p>
    }
}

/// The form to which the fields belong. Saving it leaves the text as it is. The script shows how far the file has come.
pub(super) fn form(post: PostId, script: &str) -> impl IntoView + use<> {
    let script = Some(script.to_owned()).filter(|script| !script.is_empty());
    view! {
        <form
            id=FORM method="post" action=paths::recording_of_post(post) enctype="multipart/form-data" data-recording=""
            data-staff-script=script
        ></form>
    }
}
