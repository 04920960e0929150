//! A field of the form: label, hint, message, control.

use leptos::prelude::*;

use crate::field_errors::FieldErrors;
use crate::ui::TextArea;

/// A field, with what was typed and what is wrong with it.
pub(super) struct FormField<'a> {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    /// Empty for none.
    pub(super) hint: &'static str,
    pub(super) value: &'a str,
    pub(super) errors: &'a FieldErrors,
    pub(super) is_required: bool,
}

impl FormField<'_> {
    /// Shows an input of a type; `autocomplete` is the purpose that browsers know of it.
    pub(super) fn line(&self, kind: &'static str, autocomplete: &'static str) -> AnyView {
        let control = view! {
            <input
                id=self.name name=self.name type=kind value=self.value.to_owned() autocomplete=autocomplete dir="auto"
                aria-invalid=self.error().is_some().then_some("true")
                aria-describedby=self.described_by()
            />
        };
        self.around(control.into_any())
    }

    /// Shows a text area.
    pub(super) fn lines(&self, rows: u8) -> AnyView {
        let control = view! {
            <TextArea
                name=self.name
                text=self.value.to_owned()
                rows
                attr:dir="auto"
                attr:required=self.is_required
                attr:aria-invalid=self.error().is_some().then_some("true")
                attr:aria-describedby=self.described_by()
            />
        };
        self.around(control.into_any())
    }

    fn error(&self) -> Option<String> {
        self.errors.message_for(self.name).map(str::to_owned)
    }

    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-tips", self.name));
        let error = self.error().map(|_| format!("{}-fel", self.name));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn around(&self, control: AnyView) -> AnyView {
        let Self { name, label, hint, is_required, .. } = *self;
        view! {
            <div class="field">
                <label for=name>{label} {(!is_required).then_some(" (frivilligt)")}</label>
                {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{name}-tips")>{hint}</p> })}
                {self.error().map(|error| view! { <p class="error" id=format!("{name}-fel")>{error}</p> })}
                {control}
            </div>
        }
        .into_any()
    }
}
