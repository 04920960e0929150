//! Invites somebody, and renews somebody's link.

use super::super::super::email::Email;
use super::super::super::{Staff, StaffId, store};
use super::super::AccountError;
use super::super::new_account::{NewAccount, ValidAccount};
use super::{IssuedLink, LinkIssuer, StaffAccountError, find, record};
use crate::audit_log::AuditAction;
use crate::db::{Db, WriteTransaction};
use crate::time::UnixMillis;

/// What an admin typed in order to invite somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Invitation<'a> {
    pub(crate) email: &'a str,
    pub(crate) name: &'a str,
    pub(crate) role: &'a str,
}

/// Adds an account without a password, with a link for choosing one. The same invitation sent twice in one session
/// returns the same link, as long as it can be used.
pub(crate) async fn invite(
    db: &Db,
    by: &Staff,
    issuer: &LinkIssuer,
    invitation: Invitation<'_>,
    now: UnixMillis,
) -> Result<IssuedLink, StaffAccountError> {
    let Invitation { email, name, role } = invitation;
    let role = role.parse().map_err(|_| StaffAccountError::Role)?;
    let site = store::site::names(db.reader()).await?;
    let new = ValidAccount::of(NewAccount { email, name, role, password: None }, &site)?;
    let mut tx = db.write_quietly().await?;
    let id = match new.add(&mut tx, now).await {
        Err(AccountError::Exists(email)) => {
            return sent_before(&mut tx, issuer, &new, &email, now).await?.ok_or(StaffAccountError::Taken);
        }
        added => added?,
    };
    let account = find(&mut tx, id).await?;
    record(&mut tx, by, AuditAction::Invited, &account, now).await?;
    let link = issuer.issue(&mut tx, account, None, now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "invited");
    Ok(link)
}

/// Returns the link of an invitation that this session has sent before.
async fn sent_before(
    tx: &mut WriteTransaction,
    issuer: &LinkIssuer,
    new: &ValidAccount,
    email: &Email,
    now: UnixMillis,
) -> Result<Option<IssuedLink>, StaffAccountError> {
    let Some(account) = store::accounts::find_active(tx, email).await? else { return Ok(None) };
    if account.has_password || account.name != new.name || account.role != new.role {
        return Ok(None);
    }
    let living = store::links::living(tx, account.id, now).await?;
    let link = issuer.own_link(account.id, living.as_ref());
    Ok(link.map(|link| issuer.issued(account, link)))
}

/// Makes a new link for an active account; an older one ends. `replaces` is when the link expired that the page had
/// listed (0: there was none): the same form sent twice returns the same link.
pub(crate) async fn renew_link(
    db: &Db,
    by: &Staff,
    issuer: &LinkIssuer,
    id: StaffId,
    replaces: Option<UnixMillis>,
    now: UnixMillis,
) -> Result<IssuedLink, StaffAccountError> {
    let mut tx = db.write_quietly().await?;
    let account = find(&mut tx, id).await?;
    if !account.is_active() {
        return Err(StaffAccountError::Closed);
    }
    let living = store::links::living(&mut tx, id, now).await?;
    if let (Some(link), Some(replaces)) = (issuer.own_link(id, living.as_ref()), replaces)
        && link.expires_at != replaces
    {
        return Ok(issuer.issued(account, link));
    }
    record(&mut tx, by, AuditAction::LinkRenewed, &account, now).await?;
    let link = issuer.issue(&mut tx, account, living.as_ref(), now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "link renewed");
    Ok(link)
}
