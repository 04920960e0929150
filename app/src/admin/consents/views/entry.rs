//! The entry of one text.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::admin::consents::api::{ActOnConsent, SaveConsent};
use crate::admin::consents::erase::hidden;
use crate::admin::consents::handlers::More;
use crate::admin::consents::person::ShownPerson;
use crate::admin::consents::words::{in_words, scope_in_words};
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::consent::{Consent, ConsentForm, ConsentState, GivenHow, LONGEST_NOTES, MOST_PAPER_BYTES};
use crate::ids::PostId;
use crate::paths;
use crate::posts::EditablePost;
use crate::time::{UnixMillis, at_home, date_with_year, from_millis};
use crate::ui::IdempotencyKey;

/// An entry of the ledger as somebody of the staff may see it.
pub(in crate::admin::consents) struct Entry<'a> {
    pub(in crate::admin::consents) text: &'a EditablePost,
    pub(in crate::admin::consents) consent: Option<Consent>,
    /// Who it is; none for those who may not see it.
    pub(in crate::admin::consents) person: Option<ShownPerson>,
    /// When the form was added that the person has signed.
    pub(in crate::admin::consents) paper_added_at: Option<UnixMillis>,
    /// What stands in the fields.
    pub(in crate::admin::consents) form: ConsentForm,
    pub(in crate::admin::consents) flash: &'a Flash<More>,
    pub(in crate::admin::consents) may_change: bool,
    /// Whether who reads it may have the text erased, also one in the trash.
    pub(in crate::admin::consents) is_editor: bool,
    /// Until when it can come back, if it is to be erased.
    pub(in crate::admin::consents) hidden_until: Option<UnixMillis>,
    pub(in crate::admin::consents) now: UnixMillis,
}

/// The page of a text in the ledger: its entry, the signed form, and erasing the text.
pub(in crate::admin::consents) fn entry(entry: &Entry<'_>) -> impl IntoView + use<> {
    let words = entry.text.newest_words();
    let title = words.title_or_untitled().to_owned();
    let lang = words.language.lang();
    view! {
        <p><a href=paths::edit_post(entry.text.id) rel="external">"← Till texten"</a></p>
        <h1>"Samtycke: " <span lang=lang dir="auto">{title}</span></h1>
        {entry.flash.notice(None)}
        {entry.is_editor.then_some(entry.hidden_until).flatten().map(|due_at| hidden(entry.text.id, due_at))}
        {standing(entry)}
        {entry.may_change.then(|| form(entry))}
        {(!entry.is_editor).then(|| view! {
            <p class="quiet">"Bara redaktörer ser vem texten handlar om och kan ändra samtycket."</p>
        })}
        {entry.may_change.then(|| paper(entry))}
        {entry.may_change.then(|| acts(entry))}
        {entry.is_editor.then(|| erasing(entry))}
        <p><a href=paths::CONSENTS>"Alla samtycken"</a></p>
    }
}

/// Says how consent stands, and what that means for readers.
fn standing(entry: &Entry<'_>) -> impl IntoView + use<> {
    let Some(consent) = &entry.consent else {
        return view! {
            <p>
                "Texten är inte märkt som någons berättelse. Berättar den om en person som går att känna igen? Skriv in samtycket \
                 här. Då visas texten bara medan personen har sagt ja."
            </p>
        }
        .into_any();
    };
    let hidden = (!consent.lets_readers(entry.now)).then(|| {
        view! { <p class="missing">"Läsarna ser inte texten: samtycket gäller inte."</p> }
    });
    view! {
        <p><b>{in_words(consent, entry.now)}</b></p>
        <p>{format!("Texten får visas: {}.", scope_in_words(consent.scope))}</p>
        {hidden}
    }
    .into_any()
}

fn form(entry: &Entry<'_>) -> impl IntoView + use<> {
    let (form, errors) = (&entry.form, &entry.flash.errors);
    let unreadable = (entry.person == Some(ShownPerson::Unreadable)).then(|| {
        view! {
            <p class="missing">
                "Vem det är står skrivet men går inte att läsa: nyckeln saknas. Be den som sköter driften om hjälp. Det du skriver \
                 i de här fälten ersätter det som står."
            </p>
        }
    });
    let is_withdrawn = entry.consent.as_ref().is_some_and(|consent| consent.state == ConsentState::Withdrawn);
    let states = [
        (ConsentState::Unknown, "Okänt: ingen har frågat"),
        (ConsentState::Asked, "Frågat, inget svar än"),
        (ConsentState::Given, "Givet: personen har sagt ja"),
    ];
    let withdrawn = is_withdrawn.then_some((ConsentState::Withdrawn, "Återtaget"));
    let states = states.into_iter().chain(withdrawn).map(|(state, words)| (state.as_str(), words));
    let ways =
        [GivenHow::NotGiven].into_iter().chain(GivenHow::WAYS).map(|way| (way.as_str(), way.in_words()));
    view! {
        <form class="long" method="post" action=SaveConsent::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="post" value=entry.text.id/>
            <input type="hidden" name="seen" value=entry.consent.as_ref().map_or(0, |consent| consent.version)/>
            {form_field("state", "state", "Hur står samtycket?").value(&form.state).errors(errors).choice(states)}
            <h2>"Vem"</h2>
            <p class="quiet">"Det här ser bara redaktörer. Det lagras krypterat och är aldrig med i en export."</p>
            {unreadable}
            {form_field("who", "who", "Vem texten handlar om")
                .hint("Namn, och hur ni når personen.").value(&form.who).errors(errors).lines(2)}
            {form_field("shown_as", "shown_as", "Så här kallas personen i texten")
                .hint("Till exempel ”deltagare, 28 år”.").value(&form.shown_as).errors(errors).line("text")}
            <fieldset>
                <legend>"Var får texten visas?"</legend>
                <p class="hint">"Webbplatsen följer valen, också när någon skriver ut en sida. Den som trycker något annat får själv se till att det stämmer."</p>
                {form_field("on_site", "on_site", "På webbplatsen").value(&form.on_site).tick("ja")}
                {form_field("in_social_media", "in_social_media", "I sociala medier och flöden").value(&form.in_social_media).tick("ja")}
                {form_field("in_print", "in_print", "I tryck").value(&form.in_print).tick("ja")}
                {form_field("in_embeds", "in_embeds", "På andra webbplatser och på skärmar").value(&form.in_embeds).tick("ja")}
            </fieldset>
            {form_field("given_how", "given_how", "Hur sade personen ja?").value(&form.given_how).errors(errors).choice(ways)}
            {form_field("given_on", "given_on", "Vilken dag?").value(&form.given_on).errors(errors).line("date")}
            {form_field("last_day", "last_day", "Sista dagen som samtycket gäller")
                .hint("Lämna tomt om det gäller tills vidare. Dagen efter visas texten inte längre.")
                .value(&form.last_day).errors(errors).line("date")}
            {form_field("notes", "notes", "Anteckningar")
                .hint(format!("Högst {LONGEST_NOTES} tecken. Bara redaktörer ser dem."))
                .value(&form.notes).errors(errors).lines(4)}
            <button class="button">"Spara samtycket"</button>
        </form>
    }
}

/// The form that the person has signed: to open, to replace, to remove.
fn paper(entry: &Entry<'_>) -> Option<impl IntoView + use<>> {
    entry.consent.as_ref()?;
    let id = entry.text.id;
    let address = paths::consent_paper(id);
    let most = format!(
        "En PDF eller ett foto på högst {} MB. Den lagras krypterat.",
        MOST_PAPER_BYTES / 1024 / 1024
    );
    let known = entry.paper_added_at.map(|at| {
        let day = date_with_year(at_home(from_millis(at)).date());
        view! {
            <p>
                <a href=address.clone() rel="external" download>"Hämta blanketten"</a>
                {format!(", tillagd {day}. Bara redaktörer kan öppna den.")}
            </p>
            {button(id, "remove_paper", "button plain", "Ta bort blanketten")}
        }
    });
    let label = if entry.paper_added_at.is_some() { "Byt ut den mot" } else { "Fil" };
    Some(view! {
        <section aria-labelledby="paper">
            <h2 id="paper">"Underskriven blankett"</h2>
            {known}
            <form method="post" action=address enctype="multipart/form-data">
                <div class="field">
                    <label for="paper-file">{label}</label>
                    <p class="hint" id="paper-hint">{most}</p>
                    <input
                        id="paper-file" type="file" name="file" required aria-describedby="paper-hint"
                        accept="application/pdf,image/jpeg,image/png,image/heic,.heic"
                    />
                </div>
                <button class="button plain">"Spara blanketten"</button>
            </form>
        </section>
    })
}

/// The acts that are no field of the form.
fn acts(entry: &Entry<'_>) -> Option<impl IntoView + use<>> {
    let consent = entry.consent.as_ref()?;
    let id = entry.text.id;
    (consent.state != ConsentState::Withdrawn).then(|| {
        view! {
            <section aria-labelledby="take-back">
                <h2 id="take-back">"Har personen ångrat sig?"</h2>
                <p>"Texten försvinner genast från hela webbplatsen, och länkar som ni har delat slutar gälla."</p>
                {button(id, "withdraw", "button danger", "Samtycket är återtaget")}
            </section>
            <section aria-labelledby="nobody">
                <h2 id="nobody">"Handlar texten inte om någon?"</h2>
                <p>"Då behövs inget samtycke. Det som står här tas bort."</p>
                {button(id, "unmark", "button plain", "Texten är ingens berättelse")}
            </section>
        }
    })
}

/// The ways to pages on which the text, or all about its person, is taken back for good.
fn erasing(entry: &Entry<'_>) -> impl IntoView + use<> {
    let id = entry.text.id;
    let knows_person = matches!(&entry.person, Some(ShownPerson::Known(person)) if !person.who.is_empty());
    let everything = knows_person.then(|| {
        view! { <p><a class="button plain" href=paths::erase_text(id, true)>"Ta bort allt om personen"</a></p> }
    });
    view! {
        <section aria-labelledby="erase">
            <h2 id="erase">"Vill personen att berättelsen tas bort överallt?"</h2>
            <p>"Då tas den bort för alltid, med bilder, versioner och kommentarer. Du ser först vad som försvinner."</p>
            <p><a class="button plain" href=paths::erase_text(id, false)>"Ta bort berättelsen överallt"</a></p>
            {everything}
        </section>
    }
}

fn button(id: PostId, act: &'static str, class: &'static str, words: &'static str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=ActOnConsent::url()>
            <IdempotencyKey/>
            <input type="hidden" name="post" value=id/>
            <button class=class name="act" value=act>{words}</button>
        </form>
    }
}
