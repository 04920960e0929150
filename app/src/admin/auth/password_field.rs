//! A password field with a switch that shows the password.

use leptos::prelude::*;

use crate::ui::Field;

/// A field for a password. Pasting is welcome. Without the client there is no switch.
#[component]
pub(in crate::admin) fn PasswordField(
    /// The field's name and id.
    #[prop(default = "password")]
    name: &'static str,
    /// The label.
    label: &'static str,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// The hint; empty for none.
    #[prop(optional)]
    hint: &'static str,
    /// What is wrong, and what to do.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Whether the password can be read. The form hides it again when it is sent: browsers remember what stands
    /// in a readable field.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let kind = Signal::derive(move || if shown.get() { "text" } else { "password" });
    view! {
        <Field name label kind autocomplete hint error>
            <button
                type="button"
                class="switch needs-script"
                role="switch"
                aria-checked=move || if shown.get() { "true" } else { "false" }
                aria-controls=name
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                "Visa lösenordet"
            </button>
        </Field>
    }
}
