//! `guldkorn serve`: opens the data folder, brings the database up to date, and serves the site.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use app::cache::Extensions;
use app::db::{Db, OpenError};
use app::maintenance;
use app::state::AppState;
use app::time::{self, Clock};
use tokio::net::TcpListener;

use crate::backup::nightly::Nightly;
use crate::backup::staging;
use crate::config::ServeConfig;
use crate::data_folder::{DataFolder, DataFolderError};
use crate::demo::{self, DemoError};
use crate::front::Front;
use crate::site_files::SiteFilesError;
use crate::starter::{self, StarterError};
use crate::{import, listener, other_writers, service_manager, shutdown, temporary_folder};

/// How long the database may take to close.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);

/// Why the site could not be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The client's files are missing.
    #[error(transparent)]
    SiteFiles(#[from] SiteFilesError),
    /// Another program listens on the address.
    #[error("adressen {0} är upptagen: stäng det program som använder den eller välj en annan med --addr")]
    AddressTaken(SocketAddr),
    /// The operating system refuses the address.
    #[error("det går inte att svara på {0} ({1}): välj en annan adress med --addr")]
    Address(SocketAddr, io::Error),
    /// The socket that the service manager gave cannot be used.
    #[error(
        "uttaget från systemd går inte att använda ({0}): guldkorn-http.socket ska ha en rad ListenStream= med IP och port"
    )]
    Socket(io::Error),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The doors' openings could not be computed.
    #[error("kalenderns tider kunde inte räknas ut: {0}")]
    Openings(sqlx::Error),
    /// The texts could not be rendered again.
    #[error("texterna kunde inte göras om till den nya versionen: {0}")]
    Texts(sqlx::Error),
    /// The search index could not be built.
    #[error("sökregistret kunde inte byggas: {0}")]
    Search(sqlx::Error),
    /// The pictures' folder could not be tidied.
    #[error("bildmappen i datamappen kunde inte läsas ({0}): kontrollera rättigheterna")]
    Pictures(io::Error),
    /// It could not be found out what an interrupted run had finished.
    #[error("det som kom in när programmet avbröts kunde inte gås igenom: {0}")]
    Interrupted(sqlx::Error),
    /// The demo site could not be written.
    #[error("demowebbplatsen kunde inte läggas in: {0}")]
    Demo(#[from] DemoError),
    /// What a new site begins with could not be written.
    #[error("exempelsidorna kunde inte läggas in: {0}")]
    Starter(#[from] StarterError),
    /// The way to the first account could not be made.
    #[error("länken till det första kontot kunde inte sparas: {0}")]
    FirstAccount(app::error::AppError),
    /// It could not be made sure that what was erased is not there again.
    #[error("listan över det som har tagits bort för alltid kunde inte gås igenom: {0}")]
    Erased(app::error::AppError),
    /// The settings could not be read.
    #[error("inställningarna kunde inte läsas: {0}")]
    Settings(sqlx::Error),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
/// See [`ServeError`].
pub fn run(config: ServeConfig) -> Result<(), ServeError> {
    // With one thread, a page that waits for itself would wait for ever.
    let threads = std::thread::available_parallelism().map_or(2, |threads| threads.get().max(2));
    let socket = service_manager::take_socket().map_err(ServeError::Socket)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()
        .map_err(ServeError::Runtime)?;
    let result = runtime.block_on(serve(config, socket));
    runtime.shutdown_timeout(CLOSE_TIMEOUT);
    result
}

async fn serve(config: ServeConfig, socket: Option<std::net::TcpListener>) -> Result<(), ServeError> {
    let assets = config.site.assets()?;
    let folder = DataFolder::prepare(&config.data)?;
    let listener = match socket {
        Some(socket) => TcpListener::from_std(socket).map_err(ServeError::Socket)?,
        None => listen(config.addr).await?,
    };
    let addr = listener.local_addr().map_err(|error| ServeError::Address(config.addr, error))?;
    let _lock = folder.lock()?;
    staging::remove_leftover(&folder);
    app::media::remove_half_written(&folder.media()).map_err(ServeError::Pictures)?;
    temporary_folder::remove_abandoned(folder.path(), import::FOLDER).map_err(ServeError::Pictures)?;
    let interrupted = app::media::abandoned(&folder.media()).map_err(ServeError::Pictures)?;
    let db = Db::open(&folder.database()).await?;
    maintenance::settle(&db, interrupted).await.map_err(ServeError::Interrupted)?;
    folder.log_warnings();
    set_time_zone(&db).await?;
    app::staff::accounts::normalize_addresses(&db).await.map_err(ServeError::Texts)?;
    render_outdated_texts(&db).await?;
    if config.demo {
        demo::fill(&db, &folder.media(), &config.clock, config.demo_posts).await?;
    }
    starter::offer(&db, config.clock.now_millis()).await?;
    refresh_openings(&db).await?;
    refresh_search(&db).await.map_err(ServeError::Search)?;

    let state = AppState {
        db: db.clone(),
        clock: config.clock.clone(),
        assets: Arc::new(assets),
        address: base_url(addr).into(),
        media_folder: folder.media().into(),
        heic_decoder: config.heic_decoder,
        mail: config.mail,
        shared_caches: config.purge.shared_caches(),
        extensions: Extensions::default(),
    };
    if let Err(error) = app::moving_in::end_interrupted(&state).await {
        tracing::error!(%error, "an import that the last stop interrupted could not be ended");
    }
    app::erasure::reconcile(&state).await.map_err(ServeError::Erased)?;
    if let Some(backups) = &config.backup_folder {
        app::backups::set_folder(&state, backups);
    }
    tracing::info!("Guldkorn finns på http://{addr}");
    log_moved_clock(&config.clock);
    log_first_account_link(&state).await?;
    warn_about_local_links(&state).await;
    // Both: a demo site that has become somebody's own is served without the option.
    if config.demo && app::site::store::is_demo(db.reader()).await.map_err(ServeError::Settings)? {
        app::reserves::let_moved_clock_fill(&state);
    }
    let presence = state.extensions.get::<app::posts::Presence>();
    let watch = tokio::spawn(other_writers::watch(db.clone()));
    let maintenance = tokio::spawn(maintenance::run(state.clone(), maintenance::PERIOD));
    let foresight = tokio::spawn(app::foresight::run(state.clone()));
    let reserves = tokio::spawn(app::reserves::run(state.clone()));
    let reads = tokio::spawn(app::statistics::run(state.clone()));
    let front = Front::new(state.clone(), &config.site, config.metrics_token);
    let ahead = tokio::spawn(front.ahead().run());
    let erasure = tokio::spawn(app::erasure::run(state.clone()));
    let forgetting = tokio::spawn(front.clone().forget_what_is_erased());
    let tellers = config.purge.begin(&state);
    service_manager::ready();
    let alive = tokio::spawn(service_manager::keep_alive());
    let nightly = config.backup_folder.map(|backups| {
        let nightly = Nightly { data: folder.clone(), folder: backups };
        tokio::spawn(nightly.run(state.clone()))
    });
    let shutdown = async {
        shutdown::signal().await;
        service_manager::stopping();
        // The presence streams never end by themselves, so the listener would wait for them.
        presence.close();
    };
    listener::serve(listener, front, shutdown).await;
    reads.abort();
    // What it was writing is counted again when it has ended, and is written here.
    _ = reads.await;
    if tokio::time::timeout(CLOSE_TIMEOUT, app::statistics::write(&state)).await.is_err() {
        tracing::warn!("the last numbers of readings were not written in time");
    }
    // A transaction under way is rolled back; the next start does the rest.
    maintenance.abort();
    reserves.abort();
    ahead.abort();
    foresight.abort();
    erasure.abort();
    forgetting.abort();
    alive.abort();
    // What is left untold is told at the next start.
    drop(tellers);
    if let Some(nightly) = nightly {
        nightly.abort();
    }
    watch.abort();
    if tokio::time::timeout(CLOSE_TIMEOUT, db.close()).await.is_err() {
        tracing::warn!("the database did not close in time");
    }
    Ok(())
}

async fn listen(addr: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(addr).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::AddressTaken(addr),
        _ => ServeError::Address(addr, error),
    })
}

/// Returns how links to this server begin. An unspecified address ("listen everywhere") is none that a link can
/// lead to, so it becomes this machine's own.
fn base_url(addr: SocketAddr) -> String {
    let host = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        other => other,
    };
    format!("http://{}", SocketAddr::new(host, addr.port()))
}

/// Sets the zone in which the site tells dates and times.
pub(crate) async fn set_time_zone(db: &Db) -> Result<(), ServeError> {
    time::set_site_zone(&app::site::store::time_zone(db.reader()).await.map_err(ServeError::Settings)?);
    Ok(())
}

/// Renders the texts again that an older version of this program has rendered.
pub(crate) async fn render_outdated_texts(db: &Db) -> Result<(), ServeError> {
    if app::markdown::rerender_outdated(db).await.map_err(ServeError::Texts)? {
        tracing::debug!("all texts were rendered again");
    }
    Ok(())
}

/// Computes all openings again: this binary's time-zone database may be newer than the one that last wrote them.
pub(crate) async fn refresh_openings(db: &Db) -> Result<(), ServeError> {
    let refresh = async {
        let mut change = db.write_content().await?;
        app::calendar::store::refresh_openings(&mut change).await?;
        change.commit().await
    };
    refresh.await.map_err(ServeError::Openings)
}

/// Indexes texts that another program or an older version of this one has written.
async fn refresh_search(db: &Db) -> Result<(), sqlx::Error> {
    let mut change = db.write_content().await?;
    app::search_index::index_waiting(&mut change).await?;
    change.commit().await
}

/// Warns when mails would link to the address that the server listens on: it may lead nowhere for their readers.
async fn warn_about_local_links(state: &AppState) {
    let is_local = app::site::address(state).await.is_ok_and(|address| *address == *state.address);
    if state.mail.is_configured() && is_local {
        tracing::warn!("Länkar i brev börjar med {}: ange webbplatsens egen adress", state.address);
    }
}

/// Logs the way to the first account, while nobody has one: once, in one line, since it opens the whole site.
async fn log_first_account_link(state: &AppState) -> Result<(), ServeError> {
    let issued = app::staff::accounts::issue_first_link(&state.db, state.clock.now_millis()).await;
    let Some(path) = issued.map_err(ServeError::FirstAccount)? else { return Ok(()) };
    let address = app::site::address(state).await.map_err(ServeError::FirstAccount)?;
    let here =
        if *address == *state.address { String::new() } else { format!(" (eller {}{path})", state.address) };
    tracing::info!("Ingen har något konto än. Skapa det första inom ett dygn: {address}{path}{here}");
    Ok(())
}

fn log_moved_clock(clock: &Clock) {
    if clock.is_moved() {
        let now = time::at_home(clock.now());
        tracing::info!("Klockan är flyttad: här är det {}", now.strftime("%Y-%m-%d %H:%M"));
    }
}
