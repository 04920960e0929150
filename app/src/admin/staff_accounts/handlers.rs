//! Changes staff accounts, and loads their page.
//!
//! A link is made and sent by the act that asks for it. The flash only names it; the page derives the secret again (see
//! `staff::accounts::admin::LinkIssuer`), so that showing or reloading the page makes nothing.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{FreshLink, StaffAccountsData, views};
use crate::admin::first_hour::way_back;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::site_identity::site_identity_for_staff;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::first_hour::FirstHour;
use crate::mail::Delivery;
use crate::paths;
use crate::staff::accounts::StaffAccount;
use crate::staff::accounts::admin::{self, Invitation, IssuedLink, LinkIssuer, LinkRef, StaffAccountError};
use crate::staff::password_link_letter::{self, Occasion, SiteIdentity};
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, StaffId};
use crate::state::AppState;
use crate::time::UnixMillis;
use crate::ui::render_to_string;

const FORM: &str = "people";

/// What an admin typed in order to invite somebody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct InvitationForm {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
}

/// What the page needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The refused invitation.
    pub(super) typed: InvitationForm,
    /// The link that was made.
    link: Option<SentLink>,
}

/// A link that was made, and what became of its letter.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct SentLink {
    link: LinkRef,
    email: String,
    delivery: Delivery,
}

pub(super) async fn page(state: &AppState, staff: &Staff) -> Result<StaffAccountsData, AppError> {
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let link = match &flash.more.link {
        Some(sent) => fresh_link(state, sent).await?,
        None => None,
    };
    let accounts = admin::list(&state.db).await?;
    let first_hour = FirstHour::load(state).await?;
    let way_back = (!first_hour.is_done() && !first_hour.is_put_away).then(way_back);
    Ok(StaffAccountsData {
        title: flash.title("Personer"),
        link,
        html: render_to_string(view! { {way_back} {views::accounts(&accounts, staff.id, &flash)} }),
    })
}

/// Returns a link for the page that follows its act, while it can be used.
async fn fresh_link(state: &AppState, sent: &SentLink) -> Result<Option<FreshLink>, AppError> {
    let issuer = LinkIssuer::of(&RequestContext::current()?)?;
    let Some((name, path)) = issuer.show(state, sent.link).await? else { return Ok(None) };
    let address = format!("{}{path}", site_identity_for_staff(state).await?.address);
    let instructions = views::instructions(sent.delivery, &sent.email);
    Ok(Some(FreshLink { name, instructions, address, path }))
}

pub(super) async fn invite(state: &AppState, by: &Staff, typed: InvitationForm) -> Result<(), AppError> {
    // Before the act: between its commit and the letter nothing may fail.
    let (issuer, site) =
        (LinkIssuer::of(&RequestContext::current()?)?, site_identity_for_staff(state).await?);
    let invitation = Invitation { email: &typed.email, name: &typed.name, role: &typed.role };
    let now = state.clock.now_millis();
    let flash = match admin::invite(&state.db, by, &issuer, invitation, now).await {
        Ok(link) => {
            let message = format!("{} är inbjuden.", link.account.name);
            Flash::done(message, send(state, &site, link).await)
        }
        Err(error) => refused(error, More { typed, link: None })?,
    };
    redirect(state, flash).await
}

pub(super) async fn renew_link(
    state: &AppState,
    by: &Staff,
    id: StaffId,
    replaces: Option<UnixMillis>,
) -> Result<(), AppError> {
    let (issuer, site) =
        (LinkIssuer::of(&RequestContext::current()?)?, site_identity_for_staff(state).await?);
    let now = state.clock.now_millis();
    let flash = match admin::renew_link(&state.db, by, &issuer, id, replaces, now).await {
        Ok(link) => {
            let message = format!("{} har fått en ny länk. En äldre gäller inte längre.", link.account.name);
            Flash::done(message, send(state, &site, link).await)
        }
        Err(error) => refused(error, More::default())?,
    };
    redirect(state, flash).await
}

/// Sends a new link. One that the same form made before has been sent: how that went is not known.
async fn send(state: &AppState, site: &SiteIdentity, issued: IssuedLink) -> More {
    let IssuedLink { account, link, path, is_new } = issued;
    let delivery = if is_new {
        password_link_letter::send(&state.mail, site, &account, &path, Occasion::MadeByAdmin).await
    } else if state.mail.is_configured() {
        Delivery::Pending
    } else {
        Delivery::NotConfigured
    };
    More { link: Some(SentLink { link, email: account.email, delivery }), ..More::default() }
}

pub(super) async fn change_role(
    state: &AppState,
    by: &Staff,
    id: StaffId,
    role: &str,
) -> Result<(), AppError> {
    let changed = admin::change_role(&state.db, by, id, role, state.clock.now_millis()).await;
    let message = |account: StaffAccount| format!("{} är nu {}.", account.name, account.role.in_words());
    finish(state, changed.map(message)).await
}

pub(super) async fn close(state: &AppState, by: &Staff, id: StaffId) -> Result<(), AppError> {
    let closed = admin::close(&state.db, by, id, state.clock.now_millis()).await;
    let message = |account: StaffAccount| format!("Kontot är stängt. {} är utloggad överallt.", account.name);
    finish(state, closed.map(message)).await
}

pub(super) async fn reopen(state: &AppState, by: &Staff, id: StaffId) -> Result<(), AppError> {
    let opened = admin::reopen(&state.db, by, id, state.clock.now_millis()).await;
    let message = |account: StaffAccount| {
        let how = if account.has_password {
            "kan logga in med samma lösenord som förut."
        } else {
            "har inget lösenord än. Skapa en ny länk."
        };
        format!("Kontot är öppet igen. {} {how}", account.name)
    };
    finish(state, opened.map(message)).await
}

/// Redirects to the page, which says what was done or why it was not.
async fn finish(state: &AppState, result: Result<String, StaffAccountError>) -> Result<(), AppError> {
    let flash = match result {
        Ok(message) => Flash::done(message, More::default()),
        Err(error) => refused(error, More::default())?,
    };
    redirect(state, flash).await
}

/// Turns a refusal into a flash; a failure stays an error.
fn refused(error: StaffAccountError, more: More) -> Result<Flash<More>, AppError> {
    let sentence = error.sentence()?;
    Ok(match error.field() {
        Some(field) => Flash::invalid(FieldErrors::one(field, sentence), more),
        None => Flash::refused(sentence, more),
    })
}

async fn redirect(state: &AppState, flash: Flash<More>) -> Result<(), AppError> {
    redirect_with_flash(state, FORM, paths::STAFF_ACCOUNTS, &flash).await
}
