//! The fields of the text itself, as they follow each other on the page.

use leptos::prelude::*;

use super::Desk;
use crate::posts::GuldkornForm;
use crate::posts::{PostKind, PostStatus};
use crate::ui::TextArea;

/// Title, quotation and text.
pub(super) fn words(desk: &Desk<'_>) -> impl IntoView + use<> {
    let text = desk.text;
    let source = match desk.work.kind {
        PostKind::Guldkorn => Some(("Vem säger eller berättar det?", "source-hint")),
        PostKind::Voice => Some(("Vems röst är det?", "source-hint")),
        PostKind::Article | PostKind::Page => None,
    };
    // What lies in the trash is only looked at.
    let editor = (desk.work.status != PostStatus::Trash).then_some("");
    view! {
        <div class="words">
            {text.form.map(forms)}
            <div class="field title">
                <label for="title">"Rubrik"</label>
                <input id="title" name="title" value=text.title.clone() autocomplete="off" spellcheck="true"/>
            </div>
            {text.form.map(|_| view! {
                <div class="field quotation">
                    <label for="quote">"Citat"</label>
                    <TextArea name="quote" text=text.quote.clone() rows=3 attr:placeholder=" "/>
                </div>
            })}
            {source.map(|(label, hint)| view! {
                <div class="field">
                    <label for="source">{label}</label>
                    <p class="hint" id=hint>"Roll och ålder räcker: deltagare, 28 år"</p>
                    <input
                        id="source" name="source" value=text.source.clone() autocomplete="off"
                        aria-describedby=hint
                    />
                </div>
            })}
            <div class="field">
                <label for="body">"Text"</label>
                <TextArea name="body" text=text.body.clone() rows=16 attr:data-editor=editor attr:lang="sv"/>
            </div>
        </div>
    }
}

/// How a guldkorn is told. The style sheet shows the quotation's field for those that have one.
fn forms(chosen: GuldkornForm) -> impl IntoView + use<> {
    let forms = [
        (GuldkornForm::Quote, "Citat"),
        (GuldkornForm::Story, "Berättelse"),
        (GuldkornForm::Thought, "Tanke"),
        (GuldkornForm::Photo, "Bild"),
    ];
    let choice = |(form, words): (GuldkornForm, &'static str)| {
        let id = format!("form-{}", form.as_str());
        view! {
            <span>
                <input type="radio" id=id.clone() name="form" value=form.as_str() checked=form == chosen/>
                <label for=id>{words}</label>
            </span>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>"Guldkornet är"</legend>
            {forms.map(choice).into_iter().collect_view()}
        </fieldset>
    }
}
