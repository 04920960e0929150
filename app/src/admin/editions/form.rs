//! The fields of an edition's form.

use leptos::prelude::*;

use crate::admin::form_field::{FormField, form_field};
use crate::calendar::{EditionForm, SceneKind};
use crate::field_errors::FieldErrors;

/// The values of an edition's form, and the messages beside its fields.
pub(super) struct Form<'a> {
    pub(super) values: &'a EditionForm,
    /// Messages for refused fields.
    pub(super) errors: &'a FieldErrors,
    /// Who has saved the edition meanwhile, and what.
    pub(super) theirs: Option<(&'a str, &'a EditionForm)>,
}

impl Form<'_> {
    fn field(&self, id: &'static str, label: &'static str, value: fn(&EditionForm) -> &String) -> FormField {
        form_field(id, format!("edition[{id}]"), label)
            .value(value(self.values))
            .errors(self.errors)
            .theirs(self.theirs.map(|(who, theirs)| (who, value(theirs).clone())))
    }
}

/// All fields but the state.
pub(super) fn fields(form: &Form<'_>) -> impl IntoView + use<> {
    view! {
        {form.field("title", "Titel", |form| &form.title).line("text")}
        {form
            .field("lead_before", "Rad överst före första luckan", |form| &form.lead_before)
            .hint("En mening. Får vara tom, liksom de tre nästa.")
            .line("text")}
        {form.field("lead", "Rad överst medan luckorna öppnas", |form| &form.lead).line("text")}
        {form
            .field("lead_last", "Rad överst på sista dagen", |form| &form.lead_last)
            .hint("En avslutning, till exempel ”Alla fönster lyser. Tack för att du var med.”")
            .line("text")}
        {form.field("lead_after", "Rad överst när sista dagen är förbi", |form| &form.lead_after).line("text")}
        {form
            .field("best_doors", "Årets bästa", |form| &form.best_doors)
            .hint("Nummer på högst sex luckor, till exempel 3, 13, 24. De lyfts fram när sista dagen är förbi. Känsliga texter visas inte där.")
            .line("text")}
        {form
            .field("introduction", "Om kalendern", |form| &form.introduction)
            .hint("Står under luckorna och under varje guldkorn. Du kan använda Markdown, till exempel **fet text**.")
            .lines(6)}
        {form
            .field("slug", "Adress", |form| &form.slug)
            .hint("Det sista i adressen: /kalender/2026. Ändrar du den leder den gamla adressen vidare till den nya, så att gamla länkar fungerar.")
            .line("text")}
        <div class="side-by-side">
            {form.field("first_day", "Första dagen", |form| &form.first_day).line("date")}
            {form.field("days", "Antal luckor", |form| &form.days).line("number")}
            {form.field("opens_at", "Luckorna öppnas klockan", |form| &form.opens_at).line("time")}
            {form
                .field("reminds_at", "Påminnelser i egna kalendrar klockan", |form| &form.reminds_at)
                .line("time")}
            {form
                .field("shows_reads", "Får läsarna se hur många gånger texterna har lästs?", |form| &form.shows_reads)
                .choice([("", "Nej"), ("ja", "Ja")])}
            {form
                .field("time_zone", "Tidszon", |form| &form.time_zone)
                .time_zone()}
            {form
                .field("scene", "Utseende", |form| &form.scene)
                .choice(SceneKind::ALL.map(|kind| (kind.as_str(), format!("{} – {}", kind.name(), kind.about()))))}
            {form
                .field("order", "Luckornas ordning i staden", |form| &form.order)
                .choice([("shuffled", "Blandade"), ("fixed", "I ordning")])}
        </div>
    }
}

/// The field of the state, with what is missing on the edition's days.
pub(super) fn state(form: &Form<'_>, missing: Option<String>) -> impl IntoView + use<> {
    form.field("state", "Synlighet", |form| &form.state)
        .hint(missing.map_or_else(
            || "Alla dagar har det de behöver.".to_owned(),
            |missing| format!("{missing} Du kan publicera ändå och fylla på efter hand."),
        ))
        .choice([
            ("draft", "Utkast – bara redaktionen ser den"),
            ("published", "Publicerad – läsarna ser den"),
        ])
}
