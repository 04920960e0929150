//! The page of a section.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SaveSettings;
use super::control::control;
use super::handlers::{Arrival, More};
use super::picture_field::{SentPicture, upload_form};
use super::rows::list;
use crate::admin::default_button::default_button;
use crate::admin::first_hour::OpenedFrom;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::site::Section;
use crate::site::sections::{Choices, Rule, SavedSection, SectionForm, SectionVersion, SettingField};
use crate::ui::IdempotencyKey;

/// The values of a section's form, and the messages beside its fields.
pub(super) struct FormState<'a> {
    pub(super) values: &'a SectionForm,
    pub(super) errors: &'a FieldErrors,
    /// What somebody else has saved meanwhile, with the name of who did.
    pub(super) theirs: Option<(&'a str, &'a SectionForm)>,
    pub(super) today: Date,
    pub(super) choices: &'a Choices,
    pub(super) sent: Option<&'a SentPicture>,
    pub(super) section: Section,
}

/// The lists that fields offer to choose from, as far as the section has such fields.
fn datalists(section: Section, choices: &Choices) -> impl IntoView + use<> {
    let fields = section.lists().iter().flat_map(|list| list.fields);
    let has = |rule: Rule| fields.clone().any(|field| field.rule == rule);
    let datalist = |rule: Rule, values: &[(String, String)]| {
        let id = Choices::list_id(rule).filter(|_| has(rule))?;
        let option =
            |(value, name): &(String, String)| view! { <option value=value.clone()>{name.clone()}</option> };
        Some(view! { <datalist id=id>{values.iter().map(option).collect_view()}</datalist> })
    };
    view! {
        {datalist(Rule::Link, &choices.links)}
    }
}

/// What stands beside the form of some sections.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) before: Option<AnyView>,
    pub(super) after: Option<AnyView>,
}

/// Shows a section with its flash.
pub(super) fn section_page(
    section: Section,
    saved: &SavedSection,
    flash: &Flash<More>,
    choices: &Choices,
    today: Date,
    arrival: &Arrival,
    beside: Beside,
) -> impl IntoView {
    let who = if saved.changed_by.is_empty() { "Någon" } else { saved.changed_by.as_str() };
    let form = FormState {
        values: flash.more.typed.as_ref().unwrap_or(&saved.form),
        errors: &flash.errors,
        theirs: flash.more.is_conflict.then_some((who, &saved.form)),
        today,
        choices,
        sent: arrival.sent.as_ref(),
        section,
    };
    let opened_from = arrival.opened_from;
    let conflict = flash.more.is_conflict.then(|| conflict(section, who, opened_from));
    let undo = flash.more.undo.as_ref().map(|before| undo_form(section, saved.version, before, opened_from));
    let fields = section.fields().iter().map(|field| form_field_of(field, &form)).collect_view();
    let lists = section.lists().iter().map(|rows| list(rows, &form)).collect_view();
    view! {
        <p class="kicker"><a href=paths::SETTINGS>"Inställningar"</a></p>
        <h1>{section.title()}</h1>
        <p class="quiet">{section.about()}</p>
        {flash.notice(conflict.or(undo))}
        {beside.before}
        <form class="long" method="post" action=SaveSettings::url() novalidate=true>
            <IdempotencyKey/>
            {default_button(None, None)}
            <input type="hidden" name="section" value=section.slug()/>
            <input type="hidden" name="version" value=saved.version.0/>
            {opened_from.field()}
            {fields}
            {lists}
            {datalists(section, choices)}
            <button class="button">"Spara"</button>
        </form>
        {upload_forms(section, form.values)}
        {beside.after}
    }
}

fn form_field_of(field: &SettingField, form: &FormState<'_>) -> AnyView {
    let name = field.name;
    let theirs = form.theirs.map(|(who, values)| (who, values.field(name).to_owned()));
    let form_field = form_field(name, format!("fields[{name}]"), field.label)
        .hint(field.hint)
        .value(form.values.field(name))
        .errors(form.errors)
        .theirs(theirs);
    control(form_field, field.rule, form)
}

/// Writes a form for each field that is a picture, also for those of the empty rows.
fn upload_forms(section: Section, values: &SectionForm) -> impl IntoView + use<> {
    let form = |field: &SettingField, id: String| match field.rule {
        Rule::Picture(at) => Some(upload_form(&id, field.label, at)),
        _ => None,
    };
    let fields = section.fields().iter().filter_map(|field| form(field, field.name.to_owned()));
    let rows = section.lists().iter().flat_map(|list| {
        (0..=values.list(list.name).len()).flat_map(move |index| {
            list.fields
                .iter()
                .filter_map(move |field| form(field, format!("{}-{index}-{}", list.name, field.name)))
        })
    });
    fields.chain(rows).collect_view()
}

fn conflict(section: Section, who: &str, opened_from: OpenedFrom) -> AnyView {
    view! {
        <p><b>{format!("{who} har ändrat det här sedan du öppnade sidan. Inget av ditt är sparat än.")}</b></p>
        <p>
            "Det du skrev står kvar. Där det skiljer sig ser du vad som gäller nu. Spara igen om det är ditt som ska "
            "gälla."
        </p>
        <p><a href=opened_from.mark(&paths::settings_section(section.slug()))>"Släng det jag skrev och visa det som gäller"</a></p>
    }
    .into_any()
}

/// A form that saves the values before the last change again.
fn undo_form(
    section: Section,
    version: SectionVersion,
    before: &SectionForm,
    opened_from: OpenedFrom,
) -> AnyView {
    let field = |name: String, value: &String| {
        view! { <input type="hidden" name=name value=value.clone()/> }
    };
    let fields =
        before.fields.iter().map(|(name, value)| field(format!("fields[{name}]"), value)).collect_view();
    let rows = before.lists.iter().flat_map(|(list, rows)| {
        rows.iter().enumerate().flat_map(move |(index, row)| {
            row.iter().map(move |(name, value)| field(format!("lists[{list}][{index}][{name}]"), value))
        })
    });
    let rows = rows.collect_view();
    view! {
        <form method="post" action=SaveSettings::url()>
            <IdempotencyKey/>
            <input type="hidden" name="section" value=section.slug()/>
            <input type="hidden" name="version" value=version.0/>
            {opened_from.field()}
            {fields}
            {rows}
            <button class="button plain" name="act" value="undo">"Ångra"</button>
        </form>
    }
    .into_any()
}
