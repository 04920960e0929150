//! A site for tests: a database in a temporary folder, a clock that stands still, and staff accounts.

use crate::time::UnixMillis;

use super::accounts::{self, NewAccount};
use super::log_in::log_in;
use super::network::Network;
use super::token::Token;
use super::{LogInError, Role};
use crate::db::Db;
use crate::state::AppState;
use crate::time::{Clock, from_millis};

pub(crate) const PASSWORD: &str = "mod och möjligheter";

/// A site of its own for one test; its folder is deleted when it is dropped.
pub(crate) struct TestSite {
    pub(crate) state: AppState,
    _folder: tempfile::TempDir,
}

impl TestSite {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("opens");
        let media_folder = folder.path().join("media");
        std::fs::create_dir(&media_folder).expect("a folder");
        let clock = Clock::fixed(from_millis(UnixMillis(1_796_000_000_000)));
        let offline = AppState::offline(db, clock, &media_folder);
        let state = AppState { address: "http://127.0.0.1:3000".into(), ..offline };
        Self { state, _folder: folder }
    }

    pub(crate) fn now(&self) -> UnixMillis {
        self.state.clock.now_millis()
    }

    /// Moves the clock forward.
    pub(crate) fn advance(&self, millis: i64) {
        self.state.clock.set(from_millis(self.now() + millis));
    }

    /// Adds an account with [`PASSWORD`].
    pub(crate) async fn add_staff(&self, email: &str, role: Role) {
        let new = NewAccount { email, name: "Anna", role, password: Some(PASSWORD) };
        accounts::add(&self.state.db, new, self.now()).await.expect("adds");
    }

    /// Adds an account without a password and returns the token of its link.
    pub(crate) async fn invite(&self, email: &str) -> String {
        let new = NewAccount { email, name: "Anna", role: Role::Writer, password: None };
        let path = accounts::add(&self.state.db, new, self.now()).await.expect("adds").expect("a link");
        path.rsplit('/').next().map(str::to_owned).expect("a token")
    }

    /// Logs in, adding the account first if there is none.
    pub(crate) async fn logged_in(&self, email: &str) -> Token {
        let known = accounts::list(&self.state.db).await.expect("lists");
        if !known.iter().any(|account| account.email == email) {
            self.add_staff(email, Role::Writer).await;
        }
        self.log_in(email, PASSWORD).await.expect("in")
    }

    /// Adds an account and logs in from a network.
    pub(in crate::staff) async fn logged_in_from(&self, email: &str, role: Role, network: Network) -> Token {
        self.add_staff(email, role).await;
        log_in(&self.state, email, PASSWORD, network, None).await.expect("in")
    }

    /// Tries to log in from an unknown network.
    pub(in crate::staff) async fn log_in(&self, email: &str, password: &str) -> Result<Token, LogInError> {
        log_in(&self.state, email, password, Network::UNKNOWN, None).await
    }

    /// Lists the tables of the database, without those that only serve an index.
    pub(crate) async fn tables(&self) -> Vec<String> {
        sqlx::query_scalar(
            "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
             and name not like 'sqlite_%' order by name",
        )
        .fetch_all(self.state.db.reader())
        .await
        .expect("lists")
    }

    /// Returns the number that a query counts.
    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(self.state.db.reader()).await.expect("counts")
    }
}
