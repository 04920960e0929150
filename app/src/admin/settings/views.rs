//! A section's page.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SaveSettings;
use super::handlers::More;
use super::rows::list;
use crate::admin::fields::entry;
use crate::admin::flash::Flash;
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::site::Section;
use crate::site::sections::{Entry, Filled, Kept, Rule};

/// What the fields are filled with.
pub(super) struct Form<'a> {
    pub(super) filled: &'a Filled,
    pub(super) errors: &'a FieldErrors,
    /// What somebody else has saved meanwhile, and who.
    pub(super) theirs: Option<(&'a str, &'a Filled)>,
    pub(super) today: Date,
}

/// The page.
pub(super) fn room(section: Section, kept: &Kept, flash: &Flash<More>, today: Date) -> impl IntoView {
    let who = if kept.changed_by.is_empty() { "Någon" } else { kept.changed_by.as_str() };
    let form = Form {
        filled: flash.more.typed.as_ref().unwrap_or(&kept.filled),
        errors: &flash.errors,
        theirs: flash.more.overtaken.then_some((who, &kept.filled)),
        today,
    };
    let overtaken = flash.more.overtaken.then(|| overtaken(section, who));
    let back = flash.more.back.as_ref().map(|back| undo(section, kept.version, back));
    let fields = section.entries().iter().map(|field| one(field, &form)).collect_view();
    let lists = section.lists().iter().map(|rows| list(rows, &form)).collect_view();
    view! {
        <p class="kicker"><a href=paths::SETTINGS>"Inställningar"</a></p>
        <h1>{section.title()}</h1>
        <p class="quiet">{section.about()}</p>
        {flash.notice(overtaken.or(back))}
        <form class="long" method="post" action=SaveSettings::url() novalidate=true>
            // The button that Enter presses.
            <button hidden=true>"Spara"</button>
            <input type="hidden" name="section" value=section.slug()/>
            <input type="hidden" name="version" value=kept.version/>
            {fields}
            {lists}
            <button class="button">"Spara"</button>
        </form>
    }
}

/// The kind of input that a rule asks for.
pub(super) const fn kind(rule: Rule) -> &'static str {
    match rule {
        Rule::Email => "email",
        Rule::Phone | Rule::NeededPhone => "tel",
        Rule::Address | Rule::Elsewhere => "url",
        Rule::Day => "date",
        _ => "text",
    }
}

fn one(field: &Entry, form: &Form<'_>) -> AnyView {
    let name = field.name;
    let theirs = form.theirs.map(|(who, filled)| (who, filled.field(name).to_owned()));
    let entry = entry(name, format!("fields[{name}]"), field.label)
        .hint(field.hint)
        .value(form.filled.field(name))
        .errors(form.errors)
        .theirs(theirs);
    match field.rule {
        Rule::Text(most) if most > 100 => entry.lines(3),
        rule => entry.line(kind(rule)),
    }
}

fn overtaken(section: Section, who: &str) -> AnyView {
    view! {
        <p><b>{format!("{who} har ändrat det här sedan du öppnade sidan. Inget av ditt är sparat än.")}</b></p>
        <p>
            "Det du skrev står kvar. Där det skiljer sig ser du vad som gäller nu. Spara igen om det är ditt som ska "
            "gälla."
        </p>
        <p><a href=paths::settings_section(section.slug())>"Släng det jag skrev och visa det som gäller"</a></p>
    }
    .into_any()
}

/// A form with everything as it was before.
fn undo(section: Section, version: i64, back: &Filled) -> AnyView {
    let field = |name: String, value: &String| {
        view! { <input type="hidden" name=name value=value.clone()/> }
    };
    let fields =
        back.fields.iter().map(|(name, value)| field(format!("fields[{name}]"), value)).collect_view();
    let rows = back.lists.iter().flat_map(|(list, rows)| {
        rows.iter().enumerate().flat_map(move |(index, row)| {
            row.iter().map(move |(name, value)| field(format!("lists[{list}][{index}][{name}]"), value))
        })
    });
    let rows = rows.collect_view();
    view! {
        <form method="post" action=SaveSettings::url()>
            <input type="hidden" name="section" value=section.slug()/>
            <input type="hidden" name="version" value=version/>
            {fields}
            {rows}
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}
