//! What is done in the people's room, and what its page says next.

use crate::staff::StaffId;
use serde::{Deserialize, Serialize};

use super::{FreshLink, StaffAccountsRoom, views};
use crate::error::AppError;
use crate::paths;
use crate::staff::administration::{self, Person, StaffAccountError};
use crate::staff::link_letter::{self, Occasion};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, flash};
use crate::state::AppState;
use crate::ui::render_to_string;

const ROOM: LocalPath = LocalPath::fixed(paths::STAFF_ACCOUNTS);
const FORM: &str = "people";

/// What somebody typed in order to invite.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct InvitationForm {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
}

/// What the page says the next time it is shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Flash {
    /// What was done, or what is wrong and what to do.
    pub(super) sentence: String,
    pub(super) is_error: bool,
    /// The field that it is about.
    pub(super) field: Option<String>,
    /// What was typed.
    pub(super) typed: InvitationForm,
    /// Whom to make a link for. It is made when it is shown: so it is written down nowhere.
    link_for: Option<StaffId>,
    /// Whether the person had one before.
    is_renewal: bool,
}

/// The room, with what there is to say.
pub(super) async fn room(state: &AppState, staff: &Staff) -> Result<StaffAccountsRoom, AppError> {
    let visit = RequestContext::here()?;
    let flash: Option<Flash> = flash::take(state, &visit, FORM).await?;
    let link = match flash.as_ref().and_then(|flash| flash.link_for) {
        Some(id) => {
            let by = flash.as_ref().filter(|flash| flash.is_renewal).map(|_| staff);
            administration::make_link(&state.db, by, id, state.clock.now_millis()).await?.ok()
        }
        None => None,
    };
    let link = match link {
        Some((person, path)) => {
            let address = format!("{}{path}", crate::site::address(state).await?);
            let posted = link_letter::send(state, &person, &path, Occasion::MadeByAdmin).await?;
            let words = views::about_link(posted, &person.email);
            Some(FreshLink { name: person.name, words, address, path })
        }
        None => None,
    };
    let people = administration::list(&state.db).await?;
    let is_error = flash.as_ref().is_some_and(|flash| flash.is_error);
    Ok(StaffAccountsRoom {
        title: if is_error { "Fel: Personer" } else { "Personer" }.into(),
        link,
        html: render_to_string(views::room(&people, staff.id, flash.unwrap_or_default())),
    })
}

pub(super) async fn invite(state: &AppState, by: &Staff, typed: InvitationForm) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let flash =
        match administration::invite(&state.db, by, &typed.email, &typed.name, &typed.role, now).await? {
            Ok(id) => Flash { link_for: Some(id), ..done(format!("{} är inbjuden.", typed.name.trim())) },
            Err(refusal) => Flash { typed, ..refused(refusal) },
        };
    redirect_with_flash(state, flash).await
}

pub(super) async fn renew_link(state: &AppState, id: StaffId) -> Result<(), AppError> {
    let found = administration::list(&state.db).await?.into_iter().find(|person| person.id == id);
    let flash = match found {
        Some(Person { active: true, name, .. }) => Flash {
            link_for: Some(id),
            is_renewal: true,
            ..done(format!("{name} har fått en ny länk. En äldre gäller inte längre."))
        },
        Some(_) => refused(StaffAccountError::Closed),
        None => refused(StaffAccountError::Unknown),
    };
    redirect_with_flash(state, flash).await
}

pub(super) async fn change_role(
    state: &AppState,
    by: &Staff,
    id: StaffId,
    role: &str,
) -> Result<(), AppError> {
    let changed = administration::change_role(&state.db, by, id, role, state.clock.now_millis()).await?;
    let sentence = |person: Person| format!("{} är nu {}.", person.name, person.role.in_words());
    redirect_with_flash(state, changed.map_or_else(refused, |person| done(sentence(person)))).await
}

pub(super) async fn close(state: &AppState, by: &Staff, id: StaffId) -> Result<(), AppError> {
    let closed = administration::close(&state.db, by, id, state.clock.now_millis()).await?;
    let sentence = |person: Person| format!("Kontot är stängt. {} är utloggad överallt.", person.name);
    redirect_with_flash(state, closed.map_or_else(refused, |person| done(sentence(person)))).await
}

pub(super) async fn open(state: &AppState, by: &Staff, id: StaffId) -> Result<(), AppError> {
    let sentence = |person: Person| {
        let way = if person.has_password {
            "kan logga in med samma lösenord som förut."
        } else {
            "har inget lösenord än. Skapa en ny länk."
        };
        format!("Kontot är öppet igen. {} {way}", person.name)
    };
    let opened = administration::open(&state.db, by, id, state.clock.now_millis()).await?;
    redirect_with_flash(state, opened.map_or_else(refused, |person| done(sentence(person)))).await
}

fn done(sentence: String) -> Flash {
    Flash { sentence, ..Flash::default() }
}

fn refused(refusal: StaffAccountError) -> Flash {
    let field = refusal.field().map(str::to_owned);
    Flash { sentence: refusal.sentence().into(), is_error: true, field, ..Flash::default() }
}

async fn redirect_with_flash(state: &AppState, flash: Flash) -> Result<(), AppError> {
    let visit = RequestContext::here()?;
    visit.go_to(&ROOM);
    flash::leave(state, &visit, FORM, &flash).await
}
