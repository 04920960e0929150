//! What the page looks like.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ExchangeName, FindName};
use super::handlers::Typed;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::paths;
use crate::posts::PostStatus;
use crate::pseudonym::{DocumentField, LONGEST_NAME, Names, Occurrence, PictureField, Place, Subject};
use crate::staff::{Role, Staff};
use crate::ui::IdempotencyKey;

/// What the page shows, and to whom.
pub(super) struct Page<'a> {
    pub(super) staff: &'a Staff,
    pub(super) subject: &'a Subject,
    /// Where the name stands, once somebody has asked.
    pub(super) found: Option<Found>,
    pub(super) flash: &'a Flash<Typed>,
}

/// A name and its occurrences in the text of the page.
pub(super) struct Found {
    pub(super) names: Names,
    pub(super) occurrences: Vec<Occurrence>,
}

/// The page that exchanges a name: first both names are asked for, then the places are chosen.
pub(super) fn page(page: &Page<'_>) -> impl IntoView + use<> {
    let post = &page.subject.post;
    let title = post.content.title_or_untitled().to_owned();
    let lang = post.content.language.lang();
    let is_open = post.status != PostStatus::Trash;
    view! {
        <p><a href=paths::edit_post(post.id) rel="external">"← Till texten"</a></p>
        <h1>"Byt namn: " <span lang=lang dir="auto">{title}</span></h1>
        {page.flash.notice(None)}
        <p>
            "Ska en person heta något annat i texten? Skriv namnet och det nya namnet. Sedan ser du alla ställen där namnet står: i \
             texten, adressen, bildernas beskrivningar och namn, och dokumentens titlar och filnamn. Du väljer var det byts."
        </p>
        {is_open.then(|| names(page))}
        {is_open.then(|| page.found.as_ref().map(|found| occurrences(page, found)))}
    }
}

fn names(page: &Page<'_>) -> impl IntoView + use<> {
    let Flash { errors, more, .. } = page.flash;
    let hint = format!(
        "Hela namnet om det står i texten. Delarna och genitiv (Annas) hittas också. Högst {LONGEST_NAME} tecken."
    );
    view! {
        <form class="long" method="post" action=FindName::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="post" value=page.subject.post.id/>
            {form_field("name", "name", "Namnet som ska bort").hint(hint).value(&more.name).errors(errors).line("text")}
            {form_field("instead", "instead", "Namnet som ska stå i stället").value(&more.instead).errors(errors).line("text")}
            <button class="button">"Hitta namnet"</button>
        </form>
    }
}

fn occurrences(page: &Page<'_>, found: &Found) -> AnyView {
    let subject = page.subject;
    let (name, instead) = (found.names.name().to_owned(), found.names.instead().to_owned());
    if found.occurrences.is_empty() {
        let words = format!(
            "”{name}” står inte i texten, och inte i det som hör till den. Är det stavat på ett annat sätt?"
        );
        return view! { <p class="empty" role="status">{words}</p> }.into_any();
    }
    if subject.is_unsaved() {
        return view! {
            <p class="missing" role="status">
                "Texten har ändringar som inte är sparade. Spara dem eller ta bort dem i redigeraren först, så att namnet byts i allt."
            </p>
        }
        .into_any();
    }
    let rows = found.occurrences.iter().map(|one| occurrence(page, one)).collect_view();
    let is_public = subject.post.status.is_decided();
    let publishes = is_public && page.staff.role >= Role::Editor;
    let heading = match found.occurrences.len() {
        1 => "Ett ställe".to_owned(),
        many => format!("{many} ställen"),
    };
    view! {
        <form method="post" action=ExchangeName::url() class="occurrences" aria-labelledby="found">
            <IdempotencyKey/>
            <input type="hidden" name="post" value=subject.post.id/>
            <input type="hidden" name="name" value=name/>
            <input type="hidden" name="instead" value=instead/>
            <input type="hidden" name="seen" value=subject.fingerprint()/>
            <h2 id="found">{heading}</h2>
            <p class="quiet">
                "Det som inte är förkryssat kan vara något annat än namnet. Ord om en bild eller ett dokument byts för alla texter som \
                 visar dem. Det som står inuti dokument och syns på bilder byts inte."
            </p>
            <ul class="entries">{rows}</ul>
            <p class="row">
                {publishes.then(|| view! { <button class="button" name="publish" value="ja">"Byt namnet och publicera"</button> })}
                <button class=if publishes { "button plain" } else { "button" }>
                    {if publishes { "Byt utan att publicera" } else { "Byt namnet" }}
                </button>
            </p>
        </form>
    }
    .into_any()
}

fn occurrence(page: &Page<'_>, one: &Occurrence) -> impl IntoView + use<> {
    let id = format!("place-{}", one.key);
    let may_change = page.subject.may_be_changed_by(one.place, page.staff);
    let chosen = page.flash.more.chosen.as_ref();
    let is_chosen = chosen.map_or(one.is_certain, |chosen| chosen.contains(&one.key));
    let place = in_words(one.place, page.subject);
    let lang = page.subject.post.content.language.lang();
    let (before, found, after, instead) =
        (one.before.clone(), one.found.clone(), one.after.clone(), one.instead.clone());
    let label = view! {
        <span class="quiet">{place} ": "</span>
        <span lang=lang dir="auto">{before} <del>{found}</del> " " <ins>{instead}</ins> {after}</span>
    };
    if !may_change {
        return view! {
            <li>{label} <span class="missing">" Bilden är någon annans. Be en redaktör."</span></li>
        }
        .into_any();
    }
    view! {
        <li class="tick">
            <input type="checkbox" id=id.clone() name="places[]" value=one.key.clone() checked=is_chosen/>
            <label for=id>{label}</label>
        </li>
    }
    .into_any()
}

/// Says where something stands, with the name of what it is about.
fn in_words(place: Place, subject: &Subject) -> String {
    match place {
        Place::Title => "Rubrik".to_owned(),
        Place::Address => "Adress".to_owned(),
        Place::Quote => "Citat".to_owned(),
        Place::Source => "Källa".to_owned(),
        Place::Teaser => "Ingress".to_owned(),
        Place::Author => "Skribent".to_owned(),
        Place::Body => "Text".to_owned(),
        Place::PictureAlt => "Bildens beskrivning i texten".to_owned(),
        Place::PictureCaption => "Bildtext i texten".to_owned(),
        Place::Picture(id, field) => {
            let name = subject.picture_name(id);
            match field {
                PictureField::Name => "Bildens namn i biblioteket".to_owned(),
                PictureField::Alt => format!("Beskrivningen av bilden ”{name}”"),
                PictureField::Caption => format!("Bildtexten till ”{name}”"),
                PictureField::Credit => format!("Fotografen av ”{name}”"),
            }
        }
        Place::Document(_, DocumentField::Title) => "Dokumentets titel".to_owned(),
        Place::Document(_, DocumentField::FileName) => "Dokumentets filnamn".to_owned(),
    }
}
