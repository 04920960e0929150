//! The fields of plain admin forms: label, hint, error, what somebody else has saved meanwhile, and the control.

use leptos::prelude::*;

use super::time_zones;
use crate::field_errors::FieldErrors;
use crate::site::colours::Rgb;
use crate::ui::TextArea;

/// Builder of a field; `line`, `lines`, `choice`, `select` or a function of a room finishes it.
pub(super) struct FormField {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: String,
    about: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) error: Option<String>,
    pub(super) theirs: Option<(String, String)>,
    list: Option<&'static str>,
}

/// Starts a field with its id on the page, its name in the form and its label.
pub(super) fn form_field(
    id: impl Into<String>,
    name: impl Into<String>,
    label: impl Into<String>,
) -> FormField {
    FormField {
        id: id.into(),
        name: name.into(),
        label: label.into(),
        about: String::new(),
        hint: String::new(),
        value: String::new(),
        error: None,
        theirs: None,
        list: None,
    }
}

impl FormField {
    /// Sets the value.
    pub(super) fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// Adds words to the label for people who do not see where the field stands.
    pub(super) fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// Sets the hint between label and control.
    pub(super) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// Shows the message for this field, if the form has one.
    pub(super) fn errors(self, errors: &FieldErrors) -> Self {
        Self { error: errors.message_for(&self.id).map(str::to_owned), ..self }
    }

    /// Offers the values of a `datalist`.
    pub(super) fn list(self, id: Option<&'static str>) -> Self {
        Self { list: id, ..self }
    }

    /// Shows what is saved by now and by whom, where it differs from the value.
    pub(super) fn theirs(self, theirs: Option<(&str, String)>) -> Self {
        let other = theirs.filter(|(_, value)| *value != self.value);
        Self { theirs: other.map(|(who, value)| (who.to_owned(), value)), ..self }
    }

    /// Finishes the field as an input of a type.
    pub(super) fn line(self, kind: &'static str) -> AnyView {
        let control = view! {
            <input
                id=self.id.clone()
                name=self.name.clone()
                type=kind
                value=self.value.clone()
                list=self.list
                autocomplete="off"
                aria-invalid=self.error.is_some().then_some("true")
                aria-describedby=self.described_by()
            />
        };
        self.wrap(control.into_any())
    }

    /// Finishes the field as a colour to write, the browser's palette beside it, and a box to have none any longer. The
    /// palette shows `standard` as long as there is none.
    pub(super) fn colour(self, standard: &str) -> AnyView {
        let part = |part: &str| format!("{}-{part}]", self.name.trim_end_matches(']'));
        let shown = Rgb::parse(&self.value).map_or_else(|| standard.to_owned(), |colour| colour.to_string());
        let none = (!self.value.is_empty()).then(|| {
            let (id, label) = (format!("{}-none", self.id), self.label.to_lowercase());
            view! {
                <p class="tick">
                    <input type="checkbox" id=id.clone() name=part("none") value="ja"/>
                    <label for=id>
                        "Ingen egen färg" <span class="visually-hidden">{format!(" som {label}")}</span>
                    </label>
                </p>
            }
        });
        let control = view! {
            <div class="colour">
                <input
                    id=self.id.clone()
                    name=self.name.clone()
                    type="text"
                    value=self.value.clone()
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=self.error.is_some().then_some("true")
                    aria-describedby=self.described_by()
                />
                <input
                    type="color"
                    name=part("picked")
                    value=shown.clone()
                    aria-label=format!("{}: välj i paletten", self.label)
                />
                <input type="hidden" name=part("shown") value=shown/>
            </div>
            {none}
        };
        self.wrap(control.into_any())
    }

    /// Finishes the field as a text area.
    pub(super) fn lines(self, rows: u8) -> AnyView {
        let control = view! {
            <TextArea
                id=self.id.clone()
                name=self.name.clone()
                text=self.value.clone()
                rows
                attr:aria-invalid=self.error.is_some().then_some("true")
                attr:aria-describedby=self.described_by()
            />
        };
        self.wrap(control.into_any())
    }

    /// Finishes the field as a box that sends `on` when it is ticked.
    pub(super) fn tick(self, on: &'static str) -> AnyView {
        let described_by = self.described_by();
        let Self { id, name, label, hint, value, theirs, .. } = self;
        let theirs = theirs.map(|(who, value)| {
            let now = if value.is_empty() { "nej" } else { "ja" };
            view! { <p class="theirs" id=format!("{id}-theirs")>{format!("{who} har valt: {now}")}</p> }
        });
        let input_id = id.clone();
        view! {
            <div class="field">
                {theirs}
                <p class="tick">
                    <input
                        type="checkbox" id=input_id name=name value=on checked=!value.is_empty()
                        aria-describedby=described_by
                    />
                    <label for=id.clone()>{label}</label>
                </p>
                {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            </div>
        }
        .into_any()
    }

    /// Finishes the field as a select of pairs of value and label.
    pub(super) fn choice<V: AsRef<str>, W: Into<String>>(
        self,
        choices: impl IntoIterator<Item = (V, W)>,
    ) -> AnyView {
        let option = |(value, words): (V, W)| {
            let (value, words) = (value.as_ref().to_owned(), words.into());
            view! { <option selected=value == self.value value=value>{words}</option> }
        };
        let options = choices.into_iter().map(option).collect_view().into_any();
        self.select(options)
    }

    /// Finishes the field as a select of time zones.
    pub(super) fn time_zone(self) -> AnyView {
        let options = time_zones::options(&self.value);
        self.select(options)
    }

    /// Finishes the field as a select of given options.
    fn select(self, options: AnyView) -> AnyView {
        let control = view! {
            <select
                id=self.id.clone()
                name=self.name.clone()
                aria-invalid=self.error.is_some().then_some("true")
                aria-describedby=self.described_by()
            >
                {options}
            </select>
        };
        self.wrap(control.into_any())
    }

    /// Returns the ids of what describes the control.
    pub(super) fn described_by(&self) -> Option<String> {
        let part = |is_there: bool, part: &str| is_there.then(|| format!("{}-{part}", self.id));
        let parts = [
            part(!self.hint.is_empty(), "hint"),
            part(self.error.is_some(), "error"),
            part(self.theirs.is_some(), "theirs"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn wrap(self, control: AnyView) -> AnyView {
        let Self { id, label, about, hint, error, theirs, .. } = self;
        let theirs = theirs.map(|(who, value)| {
            let value = if value.is_empty() { "(tomt)".to_owned() } else { value };
            view! {
                <p class="theirs" id=format!("{id}-theirs")>
                    {format!("{who} har skrivit: ")} <q>{value}</q>
                </p>
            }
        });
        view! {
            <div class="field">
                <label for=id.clone()>
                    {label}
                    {(!about.is_empty()).then(|| view! { <span class="visually-hidden">{format!(" {about}")}</span> })}
                </label>
                {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
                {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
                {theirs}
                {control}
            </div>
        }
        .into_any()
    }
}
