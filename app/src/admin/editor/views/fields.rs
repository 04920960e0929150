//! The fields of the text itself, in the order of the page.

use leptos::prelude::*;

use super::EditorView;
use super::bar::steps_below;
use crate::posts::{GuldkornForm, PostKind, PostStatus};
use crate::ui::TextArea;

/// Title, quotation and text.
pub(super) fn words(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let content = editor.content;
    let lang = content.language.as_str();
    let source = match editor.post.kind {
        PostKind::Guldkorn => Some(("Vem säger eller berättar det?", "source-hint")),
        PostKind::Voice => Some(("Vems röst är det?", "source-hint")),
        PostKind::Article | PostKind::Page | PostKind::Rendition => None,
    };
    // A rendition of what somebody said says it, too.
    let of_original = editor.original.as_ref().map(|original| original.post.words_for_readers());
    let has_quote = content.form.is_some() || of_original.is_some_and(|of| !of.quote.is_empty());
    let source = source.or_else(|| {
        of_original
            .filter(|of| !of.source.is_empty())
            .map(|_| ("Vem säger eller berättar det?", "source-hint"))
    });
    // In a new text, writing begins with the title.
    let begins_here = editor.post.is_blank() && editor.flash.message.is_empty();
    // What is in the trash cannot be changed.
    let is_editable = (editor.post.status != PostStatus::Trash).then_some("");
    view! {
        <div class="words">
            {content.form.map(forms)}
            <div class="field title">
                <label for="title">"Rubrik"</label>
                <input
                    id="title" name="title" value=content.title.clone() lang=lang dir="auto" autocomplete="off"
                    spellcheck="true" autofocus=begins_here
                />
            </div>
            {has_quote.then(|| view! {
                <div class="field quotation">
                    <label for="quote">"Citat"</label>
                    <TextArea name="quote" text=content.quote.clone() rows=3 attr:placeholder=" " attr:lang=lang attr:dir="auto"/>
                </div>
            })}
            {source.map(|(label, hint)| view! {
                <div class="field">
                    <label for="source">{label}</label>
                    <p class="hint" id=hint>"Roll och ålder räcker: deltagare, 28 år"</p>
                    <input
                        id="source" name="source" value=content.source.clone() lang=lang dir="auto" autocomplete="off"
                        aria-describedby=hint
                    />
                </div>
            })}
            <div class="field">
                <label for="body">"Text"</label>
                <TextArea name="body" text=content.body.clone() rows=16 attr:data-editor=is_editable attr:lang=lang attr:dir="auto"/>
            </div>
            {steps_below(editor)}
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
