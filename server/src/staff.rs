//! `guldkorn staff`: the accounts of those who write the site.

use std::io::Read as _;

use app::db::{Db, OpenError};
use app::staff::Role;
use app::staff::accounts::{self, Account, AccountError, NewAccount};
use app::time::Clock;

use crate::cli::{StaffAction, StaffOptions, StaffRole};
use crate::data_folder::{DataFolder, DataFolderError};
use crate::start_time::{UnreadableTime, parse};

/// More than any password: the rest of an endless input is not read.
const LONGEST_INPUT: u64 = 4096;

/// Why the accounts could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// `--at` is no time.
    #[error(transparent)]
    Time(#[from] UnreadableTime),
    /// No password came.
    #[error("lösenordet gick inte att läsa från standard in: skicka det som en rad text")]
    NoPassword,
    /// The account itself.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The machine refused.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(std::io::Error),
}

impl StaffError {
    /// Whether the command cannot be right, whatever is in the database.
    pub(crate) fn is_wrong_use(&self) -> bool {
        matches!(
            self,
            Self::Time(_) | Self::NoPassword | Self::Account(AccountError::Email(_) | AccountError::Name)
        )
    }
}

/// Does what was asked, and says so.
///
/// # Errors
/// See [`StaffError`].
pub fn run(options: StaffOptions) -> Result<(), StaffError> {
    let clock = match options.at.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Clock::moved(parse(text)?),
        None => Clock::machine(),
    };
    let folder = DataFolder::prepare(&options.data)?;
    let runtime = tokio::runtime::Runtime::new().map_err(StaffError::Runtime)?;
    runtime.block_on(async {
        let db = Db::open(&folder.database()).await?;
        let done = act(&db, options, &clock).await;
        db.close().await;
        done
    })
}

async fn act(db: &Db, options: StaffOptions, clock: &Clock) -> Result<(), StaffError> {
    let now = clock.now_millis();
    match options.action {
        StaffAction::Add { email, name, role, password_stdin } => {
            let password = if password_stdin { Some(read_password()?) } else { None };
            let role = role.into();
            let new = NewAccount { email: &email, name: &name, role, password: password.as_deref() };
            match accounts::add(db, new, now).await? {
                Some(path) => show_link(&options.addr, &path),
                None => println!("Kontot är klart: {email} kan logga in."),
            }
        }
        StaffAction::List => accounts::list(db).await?.iter().for_each(show_account),
        StaffAction::Disable { email } => {
            accounts::disable(db, &email).await?;
            println!("Kontot är stängt: {email} kan inte logga in längre.");
        }
        StaffAction::Reset { email } => {
            let path = accounts::reset(db, &email, now).await?;
            show_link(&options.addr, &path);
        }
    }
    Ok(())
}

/// One line, without the line break that `echo` adds.
fn read_password() -> Result<String, StaffError> {
    let mut text = String::new();
    std::io::stdin().take(LONGEST_INPUT).read_to_string(&mut text).map_err(|_| StaffError::NoPassword)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() { Err(StaffError::NoPassword) } else { Ok(line.to_owned()) }
}

/// The link alone on standard output, so that a script can take it.
fn show_link(addr: &str, path: &str) {
    eprintln!("Skicka länken till personen. Den gäller en gång, i sju dagar.");
    eprintln!("Byt ut början om webbplatsen har en annan adress.");
    println!("http://{addr}{path}");
}

fn show_account(account: &Account) {
    let state = match (account.active, account.has_password) {
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
