//! Accounts as admins look after them.
//!
//! Whatever an admin does here, one who can log in remains. A link for choosing a password leaves the old one
//! alone until it is used: who forgets where the link went has lost nothing. Every change is in the journal.

use super::accounts::{AccountError, Checked, NewAccount};
use super::{Role, Staff, password_link, store};
use crate::audit_log::{self, AuditAction, Subject};
use crate::db::Db;
use crate::error::AppError;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Somebody of the staff in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Person {
    /// The account's number.
    pub(crate) id: StaffId,
    /// The address to log in with.
    pub(crate) email: String,
    /// What the others call this person.
    pub(crate) name: String,
    /// What this person may do.
    #[sqlx(try_from = "String")]
    pub(crate) role: Role,
    /// Whether the account is open.
    pub(crate) active: bool,
    /// Whether the person has chosen a password.
    pub(crate) has_password: bool,
    /// When the person was last here, in milliseconds UTC.
    pub(crate) last_seen_at: Option<UnixMillis>,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StaffAccountError {
    /// The address is missing or cannot be one.
    Email,
    /// No name, or one that no list can show.
    Name,
    /// There is no such role.
    Role,
    /// Somebody has that address.
    Taken,
    /// Nobody else could look after the site.
    LastAdmin,
    /// The account is closed, or there is none.
    Closed,
    /// There is no such account.
    Unknown,
}

impl StaffAccountError {
    /// What the page says.
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::Email => "Skriv personens e-postadress, till exempel namn@exempel.se.",
            Self::Name => "Skriv personens namn, högst 100 tecken.",
            Self::Role => "Välj en roll.",
            Self::Taken => "Adressen har redan ett konto. Skapa en ny länk åt personen i listan.",
            Self::LastAdmin => {
                "Ingen annan administratör kan logga in. Gör först någon annan till administratör."
            }
            Self::Closed => "Kontot är stängt. Öppna det först.",
            Self::Unknown => "Kontot finns inte. Ladda om sidan och försök igen.",
        }
    }

    /// The name of the field that it is about.
    pub(crate) const fn field(self) -> Option<&'static str> {
        match self {
            Self::Email | Self::Taken => Some("email"),
            Self::Name => Some("name"),
            _ => None,
        }
    }
}

type Done<T> = Result<Result<T, StaffAccountError>, AppError>;

/// Everybody, by name.
pub(crate) async fn list(db: &Db) -> Result<Vec<Person>, AppError> {
    Ok(store::administration::all(db.reader()).await?)
}

/// Adds an account without a password. Returns its number; the link is made when it is shown.
pub(crate) async fn invite(
    db: &Db,
    by: &Staff,
    email: &str,
    name: &str,
    role: &str,
    now: UnixMillis,
) -> Done<StaffId> {
    let Ok(role) = role.parse() else { return Ok(Err(StaffAccountError::Role)) };
    let added = async {
        let checked = Checked::of(NewAccount { email, name, role, password: None })?;
        let mut tx = db.write_quietly().await?;
        let (id, _) = checked.add(&mut tx, now).await?;
        audit_log::note(&mut tx, by, AuditAction::Invited, Subject::Named(name.trim()), now).await?;
        tx.commit().await?;
        Ok(id)
    };
    match added.await {
        Ok(id) => Ok(Ok(id)),
        Err(AccountError::Email(_)) => Ok(Err(StaffAccountError::Email)),
        Err(AccountError::Name) => Ok(Err(StaffAccountError::Name)),
        Err(AccountError::Exists(_)) => Ok(Err(StaffAccountError::Taken)),
        Err(AccountError::Failed(error)) => Err(error),
        Err(_) => Err(AppError::Internal),
    }
}

/// Makes a link for an open account: the person and the link's path. An older link ends. The first link belongs
/// to the invitation; whoever makes a new one is written down.
pub(crate) async fn make_link(
    db: &Db,
    renewed_by: Option<&Staff>,
    id: StaffId,
    now: UnixMillis,
) -> Done<(Person, String)> {
    let mut tx = db.write_quietly().await?;
    let person = store::administration::find(&mut tx, id).await?;
    let Some(person) = person else { return Ok(Err(StaffAccountError::Unknown)) };
    if !person.active {
        return Ok(Err(StaffAccountError::Closed));
    }
    let path = password_link::make(&mut tx, id, now).await?;
    if let Some(by) = renewed_by {
        audit_log::note(&mut tx, by, AuditAction::LinkRenewed, Subject::Named(&person.name), now).await?;
    }
    tx.commit().await?;
    Ok(Ok((person, path)))
}

/// Gives somebody another role. It counts from the next thing that the person does.
pub(crate) async fn change_role(
    db: &Db,
    by: &Staff,
    id: StaffId,
    role: &str,
    now: UnixMillis,
) -> Done<Person> {
    let Ok(role) = role.parse() else { return Ok(Err(StaffAccountError::Role)) };
    let mut tx = db.write_quietly().await?;
    let Some(person) = store::administration::find(&mut tx, id).await? else {
        return Ok(Err(StaffAccountError::Unknown));
    };
    if role != Role::Admin
        && is_acting_admin(&person)
        && !store::administration::has_other_admin(&mut tx, id).await?
    {
        return Ok(Err(StaffAccountError::LastAdmin));
    }
    store::administration::set_role(&mut tx, id, role).await?;
    audit_log::note(&mut tx, by, AuditAction::RoleChanged, Subject::Named(&person.name), now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, role = role.as_str(), "role changed");
    Ok(Ok(Person { role, ..person }))
}

/// Shuts an account: no log-in, no link, and every session of it ends.
pub(crate) async fn close(db: &Db, by: &Staff, id: StaffId, now: UnixMillis) -> Done<Person> {
    let mut tx = db.write_quietly().await?;
    let Some(person) = store::administration::find(&mut tx, id).await? else {
        return Ok(Err(StaffAccountError::Unknown));
    };
    if is_acting_admin(&person) && !store::administration::has_other_admin(&mut tx, id).await? {
        return Ok(Err(StaffAccountError::LastAdmin));
    }
    store::administration::set_active(&mut tx, id, false).await?;
    store::sessions::end_all(&mut tx, id).await?;
    store::links::end_all(&mut tx, id).await?;
    audit_log::note(&mut tx, by, AuditAction::AccountClosed, Subject::Named(&person.name), now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "account closed");
    Ok(Ok(person))
}

/// Opens an account again. Its password is the one it had.
pub(crate) async fn open(db: &Db, by: &Staff, id: StaffId, now: UnixMillis) -> Done<Person> {
    let mut tx = db.write_quietly().await?;
    let Some(person) = store::administration::find(&mut tx, id).await? else {
        return Ok(Err(StaffAccountError::Unknown));
    };
    store::administration::set_active(&mut tx, id, true).await?;
    audit_log::note(&mut tx, by, AuditAction::AccountOpened, Subject::Named(&person.name), now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "account opened");
    Ok(Ok(person))
}

/// Whether somebody could be the last: an admin who is out already takes nobody's key away.
fn is_acting_admin(person: &Person) -> bool {
    person.active && person.role == Role::Admin
}

#[cfg(test)]
#[path = "administration_tests.rs"]
mod tests;
