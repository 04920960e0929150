//! `guldkorn staff`: manages the staff's accounts from the command line.

use std::io::Read as _;

use app::db::Db;
use app::error::AppError;
use app::staff::Role;
use app::staff::accounts::{self, AccountError, NewAccount, StaffAccount};
use app::time::Clock;

use crate::cli::{StaffAction, StaffOptions, StaffRole};
use crate::open_site::{StartError, with_site};
use crate::start_time;

/// More than any password; the rest of a longer input is not read.
const MAX_INPUT_BYTES: u64 = 4096;

/// Why the accounts could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The command could not begin.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Standard input held no password.
    #[error("lösenordet gick inte att läsa från standard in: skicka det som en rad text")]
    NoPassword,
    /// The change is not possible or not allowed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl StaffError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) fn is_usage_error(&self) -> bool {
        match self {
            Self::Start(error) => error.is_usage_error(),
            Self::NoPassword => true,
            Self::Account(error) => matches!(error, AccountError::Email(_) | AccountError::Name),
        }
    }
}

/// Runs the subcommand and prints the outcome.
///
/// # Errors
/// See [`StaffError`].
pub fn run(options: StaffOptions) -> Result<(), StaffError> {
    let clock = start_time::clock(options.at.as_deref()).map_err(StartError::from)?;
    let data = options.data.clone();
    with_site(&data, async |_, db| {
        accounts::normalize_addresses(db).await.map_err(AppError::from).map_err(AccountError::from)?;
        run_action(db, options, &clock).await
    })
}

async fn run_action(db: &Db, options: StaffOptions, clock: &Clock) -> Result<(), StaffError> {
    let now = clock.now_millis();
    match options.action {
        StaffAction::Add { email, name, role, password_stdin } => {
            let password = if password_stdin { Some(read_password()?) } else { None };
            let role = role.into();
            let new = NewAccount { email: &email, name: &name, role, password: password.as_deref() };
            match accounts::add(db, new, now).await? {
                Some(path) => print_link(&options.addr, &path),
                None => println!("Kontot är klart: {email} kan logga in."),
            }
        }
        StaffAction::List => accounts::list(db).await?.iter().for_each(print_account),
        StaffAction::Disable { email } => {
            accounts::disable(db, &email).await?;
            println!("Kontot är stängt: {email} kan inte logga in längre.");
        }
        StaffAction::Reset { email } => {
            let path = accounts::reset(db, &email, now).await?;
            print_link(&options.addr, &path);
        }
    }
    Ok(())
}

/// Reads one line from standard input, without the line break that `echo` adds.
fn read_password() -> Result<String, StaffError> {
    let mut text = String::new();
    std::io::stdin().take(MAX_INPUT_BYTES).read_to_string(&mut text).map_err(|_| StaffError::NoPassword)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() { Err(StaffError::NoPassword) } else { Ok(line.to_owned()) }
}

/// Prints the link alone to standard output, so that a script can read it.
fn print_link(addr: &str, path: &str) {
    eprintln!("Skicka länken till personen. Den gäller en gång, i sju dagar.");
    eprintln!("Byt ut början om webbplatsen har en annan adress.");
    println!("http://{addr}{path}");
}

fn print_account(account: &StaffAccount) {
    let state = match (account.is_active(), account.has_password) {
        (false, _) => "stängt",
        (true, false) => "väntar på lösenord",
        (true, true) => "öppet",
    };
    println!("{}\t{}\t{}\t{state}", account.email, account.name, account.role.as_str());
}

impl From<StaffRole> for Role {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Admin => Self::Admin,
            StaffRole::Editor => Self::Editor,
            StaffRole::Writer => Self::Writer,
            StaffRole::Reviewer => Self::Reviewer,
        }
    }
}
