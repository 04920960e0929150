//! `/tillganglighet/synpunkter`: the form, empty or as it was refused.

use leptos::prelude::*;

use super::field::FormField;
use super::framed;
use crate::error::AppError;
use crate::feedback::MONTHS;
use crate::feedback::form::{FeedbackForm, MAX_DESCRIPTION, field};
use crate::feedback::message::FeedbackKind;
use crate::feedback::send::{Refused, Why};
use crate::feedback::stamp::Stamps;
use crate::field_errors::FieldErrors;
use crate::page_metadata::set_page_noindex;
use crate::paths;
use crate::site::{self, Contact, leads_somewhere};
use crate::staff::request_context::RequestContext;
use crate::state::AppState;
use crate::text_input::line;
use crate::ui::{Document, IdempotencyKey};

const TITLE: &str = "Berätta vad som inte fungerar";

/// Renders the form; `query` may name the page that the message is about (`sida=/blogg`).
///
/// # Errors
/// [`AppError::NotFound`] while the accessibility statement is not public.
pub(crate) async fn form_page(state: &AppState, query: &str) -> Result<Document, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    if !leads_somewhere(reader, paths::STATEMENT, now).await? {
        return Err(AppError::NotFound);
    }
    let settings = site::store::settings(reader).await?;
    let is_public_actor = settings.accessibility.is_public_actor;
    let stamps = Stamps::load(state).await?;
    let (mut form, why) = match RequestContext::current()?.extension::<Refused>() {
        Some(Refused { form, why }) => (form, Some(why)),
        None => (FeedbackForm { page: page_of(query), ..FeedbackForm::default() }, None),
    };
    form.trap.clear();
    if !stamps.is_ours(&form.stamp) {
        form.stamp = stamps.at(now);
    }
    let title = if why.is_some() { format!("Fel: {TITLE}") } else { TITLE.to_owned() };
    let none = FieldErrors::default();
    let errors = if let Some(Why::Invalid(errors)) = &why { errors } else { &none };
    let view = view! {
        <header><h1>{TITLE}</h1></header>
        {why.as_ref().map(|why| refusal(why, &settings.contact))}
        <p>
            "Skriv till oss när något på webbplatsen inte fungerar för dig, eller när du behöver något som står här på ett "
            "annat sätt. Du behöver inte tala om vem du är."
        </p>
        {before(is_public_actor)}
        {fields(&form, errors)}
        {other_ways(&settings.contact)}
    };
    set_page_noindex();
    Ok(Document::new(title, String::new(), framed(view)))
}

/// Returns the page that an address names.
fn page_of(query: &str) -> String {
    let page = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == field::PAGE);
    page.map(|(_, page)| line(&page).chars().take(300).collect()).unwrap_or_default()
}

/// What has to be known before somebody writes.
fn before(is_public_actor: bool) -> impl IntoView {
    let public_record = is_public_actor.then(|| {
        view! {
            <li>
                "Det du skickar kan bli en " <b>"allmän handling"</b>
                ". Då kan andra begära att få läsa det. Skriv inget om din hälsa eller annat privat som inte behövs."
            </li>
        }
    });
    view! {
        <ul>
            <li>
                "Utan e-postadress kan vi inte svara dig i brev. Du får ett " <b>"kvittonummer"</b>
                ". Med det kan du "
                <a href=paths::FEEDBACK_ANSWER>"läsa svaret här på webbplatsen"</a> "."
            </li>
            {public_record}
            <li>
                {format!("Vi tar bort meddelandet {MONTHS} månader efter att vi har svarat. Inget sparas i din telefon eller dator.")}
            </li>
        </ul>
    }
}

/// Says at the head of the page why the form was not taken. It has the focus, because the page was loaded for it.
fn refusal(why: &Why, contact: &Contact) -> impl IntoView + use<> {
    let sentence = match why {
        Why::Invalid(_) => "Meddelandet är inte skickat än. Rätta det här:",
        Why::TooFast => {
            "Meddelandet är inte skickat än. Det gick så fort att det såg ut som en maskin. Läs igenom det och tryck på \
             Skicka en gång till."
        }
        Why::Trapped => {
            "Meddelandet är inte skickat än. Ett dolt fält som ska vara tomt var ifyllt, kanske av webbläsaren. Det är tomt \
             nu. Tryck på Skicka en gång till."
        }
        Why::TooMany => {
            "Meddelandet är inte skickat än. Det har kommit många meddelanden på kort tid. Vänta en timme och tryck på \
             Skicka igen. Det du skrev står kvar."
        }
        Why::Full => {
            "Meddelandet är inte skickat. Vi kan inte ta emot fler just nu. Det du skrev står kvar, så att du kan kopiera \
             det."
        }
    };
    let links = if let Why::Invalid(errors) = why {
        let links = errors.iter().map(|(field, message)| {
            view! { <li><a href=format!("#{field}")>{message.to_owned()}</a></li> }
        });
        Some(view! { <ul>{links.collect_view()}</ul> })
    } else {
        None
    };
    let elsewhere = matches!(why, Why::TooMany | Why::Full).then(|| other_ways(contact));
    view! {
        <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
            <p>{sentence}</p>
            {links}
            {elsewhere}
        </div>
    }
}

fn fields(form: &FeedbackForm, errors: &FieldErrors) -> impl IntoView + use<> {
    let field = |name, label, hint, value| FormField { name, label, hint, value, errors, is_required: false };
    let kinds = FeedbackKind::ALL.map(|kind| {
        let id = format!("{}-{}", field::KIND, kind.as_str());
        view! {
            <p class="tick">
                <input type="radio" id=id.clone() name=field::KIND value=kind.as_str() checked=kind == form.kind/>
                <label for=id>{kind.choice()}</label>
            </p>
        }
    });
    let description = FormField {
        is_required: true,
        ..field(
            field::DESCRIPTION,
            "Beskriv vad som inte fungerar eller vad du behöver",
            DESCRIPTION_HINT,
            &form.description,
        )
    };
    view! {
        <form method="post" action=paths::FEEDBACK novalidate=true autocomplete="off">
            <IdempotencyKey form_is_off=true/>
            <input type="hidden" name=field::STAMP value=form.stamp.clone()/>
            <fieldset>
                <legend>"Vad gäller det?"</legend>
                {kinds.into_iter().collect_view()}
            </fieldset>
            {field(field::PAGE, "Vilken sida gäller det?", "Sidans adress eller rubrik.", &form.page).line("text", "off")}
            {description.lines(8)}
            {field(
                field::TECHNOLOGY,
                "Vilket hjälpmedel använder du?",
                "Till exempel en skärmläsare, förstoring eller röststyrning.",
                &form.technology,
            )
            .line("text", "off")}
            {field(field::NAME, "Ditt namn", "", &form.name).line("text", "name")}
            {field(field::EMAIL, "Din e-postadress", "Om du vill ha svaret i ett brev.", &form.email).line("email", "email")}
            // Hidden from everybody, screen readers included: only machines fill it.
            <p hidden>
                <label for=field::TRAP>"Lämna det här fältet tomt"</label>
                <input id=field::TRAP name=field::TRAP type="text" value="" tabindex="-1" autocomplete="off"/>
            </p>
            <button class="button">"Skicka"</button>
        </form>
    }
}

/// Says the limit beforehand: nothing is cut off.
const DESCRIPTION_HINT: &str = {
    assert!(MAX_DESCRIPTION == 5000, "the words below say the number");
    "Vad ville du göra, och vad hände? Högst 5\u{a0}000 tecken."
};

fn other_ways(contact: &Contact) -> impl IntoView + use<> {
    let digits: String = contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let mail = (!contact.email.is_empty()).then(|| {
        view! { <li>"Skriv till " <a href=format!("mailto:{}", contact.email)>{contact.email.clone()}</a></li> }
    });
    let phone = (!digits.is_empty())
        .then(|| view! { <li>"Ring " <a href=format!("tel:{digits}")>{contact.phone.clone()}</a></li> });
    (mail.is_some() || phone.is_some()).then(|| {
        view! { <p>"Du kan också nå oss på andra sätt:"</p> <ul>{mail} {phone}</ul> }
    })
}
