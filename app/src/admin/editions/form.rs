//! The fields of an edition.

use leptos::prelude::*;

use super::zones;
use crate::admin::form_field::{FormField, form_field};
use crate::calendar::EditionForm;
use crate::field_errors::FieldErrors;

/// What the fields are filled with.
pub(super) struct Form<'a> {
    pub(super) typed: &'a EditionForm,
    /// What does not fit.
    pub(super) errors: &'a FieldErrors,
    /// What somebody else has saved meanwhile, and who.
    pub(super) theirs: Option<(&'a str, &'a EditionForm)>,
}

impl Form<'_> {
    fn entry(&self, id: &'static str, label: &'static str, of: fn(&EditionForm) -> &String) -> FormField {
        form_field(id, format!("edition[{id}]"), label)
            .value(of(self.typed))
            .errors(self.errors)
            .theirs(self.theirs.map(|(who, theirs)| (who, of(theirs).clone())))
    }
}

/// All fields but whether it is published.
pub(super) fn fields(form: &Form<'_>) -> impl IntoView + use<> {
    view! {
        {form.entry("title", "Titel", |typed| &typed.title).line("text")}
        {form.entry("lead", "Rad överst på sidan", |typed| &typed.lead).hint("En mening. Får vara tom.").line("text")}
        {form
            .entry("introduction", "Om kalendern", |typed| &typed.introduction)
            .hint("Står under luckorna och under varje guldkorn. Du kan använda Markdown, till exempel **fet text**.")
            .lines(6)}
        {form
            .entry("slug", "Adress", |typed| &typed.slug)
            .hint("Det sista i adressen: /kalender/2026. Ändrar du den leder den gamla adressen vidare till den nya, så att gamla länkar fungerar.")
            .line("text")}
        <div class="side-by-side">
            {form.entry("first_day", "Första dagen", |typed| &typed.first_day).line("date")}
            {form.entry("days", "Antal luckor", |typed| &typed.days).line("number")}
            {form.entry("opens_at", "Luckorna öppnas klockan", |typed| &typed.opens_at).line("time")}
            {form
                .entry("time_zone", "Tidszon", |typed| &typed.time_zone)
                .select(zones::options(&form.typed.time_zone))}
            {form
                .entry("scene", "Utseende", |typed| &typed.scene)
                .choice([("town", "Staden som tänds"), ("grid", "Rutnät, alltid i ordning")])}
            {form
                .entry("order", "Luckornas ordning i staden", |typed| &typed.order)
                .choice([("shuffled", "Blandade"), ("fixed", "I ordning")])}
        </div>
    }
}

/// Whether it is published, and what is missing before it should be.
pub(super) fn state(form: &Form<'_>, missing: Option<String>) -> impl IntoView + use<> {
    form.entry("state", "Synlighet", |typed| &typed.state)
        .hint(missing.map_or_else(
            || "Alla dagar har det de behöver.".to_owned(),
            |missing| format!("{missing} Du kan publicera ändå och fylla på efter hand."),
        ))
        .choice([
            ("draft", "Utkast – bara redaktionen ser den"),
            ("published", "Publicerad – läsarna ser den"),
        ])
}
