//! A database, a clock that stands, and people, for tests.

use crate::time::UnixMillis;
use std::sync::Arc;

use super::accounts::{self, NewAccount};
use super::log_in::log_in;
use super::network::Network;
use super::token::Token;
use super::{LogInRefusal, Role};
use crate::db::Db;
use crate::state::{AppState, Assets};
use crate::time::{Clock, from_millis};

pub(crate) const PASSWORD: &str = "mod och möjligheter";

pub(crate) struct Bench {
    pub(crate) state: AppState,
    _folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("opens");
        let assets = Assets::default();
        let state = AppState {
            db,
            clock: Clock::fixed(from_millis(UnixMillis(1_796_000_000_000))),
            assets: Arc::new(assets),
            address: "http://127.0.0.1:3000".into(),
            media_folder: folder.path().into(),
            mail: crate::mail::Mail::default(),
            extensions: crate::cache::Extensions::default(),
        };
        Self { state, _folder: folder }
    }

    pub(crate) fn now(&self) -> UnixMillis {
        self.state.clock.now_millis()
    }

    pub(crate) fn pass(&self, millis: i64) {
        self.state.clock.set(from_millis(self.now() + millis));
    }

    /// Adds somebody with the password of these tests.
    pub(crate) async fn person(&self, email: &str, role: Role) {
        let new = NewAccount { email, name: "Anna", role, password: Some(PASSWORD) };
        accounts::add(&self.state.db, new, self.now()).await.expect("adds");
    }

    /// Adds somebody without a password and returns the token of the link.
    pub(crate) async fn invited(&self, email: &str) -> String {
        let new = NewAccount { email, name: "Anna", role: Role::Writer, password: None };
        let path = accounts::add(&self.state.db, new, self.now()).await.expect("adds").expect("a link");
        path.rsplit('/').next().map(str::to_owned).expect("a token")
    }

    /// Logs somebody in, who is added first if need be.
    pub(crate) async fn logged_in(&self, email: &str) -> Token {
        let known = accounts::list(&self.state.db).await.expect("lists");
        if !known.iter().any(|account| account.email == email) {
            self.person(email, Role::Writer).await;
        }
        self.log_in(email, PASSWORD).await.expect("in")
    }

    /// Logs somebody new in from a network.
    pub(in crate::staff) async fn logged_in_from(&self, email: &str, role: Role, network: Network) -> Token {
        self.person(email, role).await;
        log_in(&self.state, email, PASSWORD, network, None).await.expect("an answer").expect("in")
    }

    /// Somebody tries to log in, nobody knows from where.
    pub(in crate::staff) async fn log_in(&self, email: &str, password: &str) -> Result<Token, LogInRefusal> {
        log_in(&self.state, email, password, Network::UNKNOWN, None).await.expect("an answer")
    }

    pub(crate) async fn rows(&self, count: &'static str) -> i64 {
        sqlx::query_scalar(count).fetch_one(self.state.db.reader()).await.expect("counts")
    }
}
