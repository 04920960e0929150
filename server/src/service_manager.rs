//! What a service manager such as systemd gives the server and is told by it. Started otherwise, nothing of it happens.

use std::io;
use std::net::TcpListener;
use std::time::Duration;

use listenfd::ListenFd;

/// Takes the socket that the service manager listens on for us (`LISTEN_FDS`). It stays open while one server stops and
/// the next starts, so that visitors wait for the new one instead of being refused.
///
/// Forgets the environment variables that tell of it, so it must be called before there are threads.
///
/// # Errors
/// When the first socket given is none of TCP that listens.
pub(crate) fn take_socket() -> io::Result<Option<TcpListener>> {
    let mut sockets = ListenFd::from_env();
    let socket = sockets.take_tcp_listener(0)?;
    if let Some(socket) = &socket {
        socket.set_nonblocking(true)?;
    }
    Ok(socket)
}

/// Tells the service manager that requests are answered from now on.
pub(crate) fn ready() {
    #[cfg(unix)]
    tell(&sd_notify::NotifyState::Ready);
}

/// Tells the service manager that the server stops by itself.
pub(crate) fn stopping() {
    #[cfg(unix)]
    tell(&sd_notify::NotifyState::Stopping);
}

/// Tells the service manager that the server lives, for as long as it does, twice as often as it was asked for. Ends at
/// once where nobody asks. It is told by a task among those that answer requests: when they hang, so does it.
pub(crate) async fn keep_alive() {
    let Some(period) = watchdog_period() else { return };
    let mut ticks = tokio::time::interval(period / 2);
    loop {
        ticks.tick().await;
        #[cfg(unix)]
        tell(&sd_notify::NotifyState::Watchdog);
    }
}

#[cfg(unix)]
fn watchdog_period() -> Option<Duration> {
    sd_notify::watchdog_enabled().filter(|period| !period.is_zero())
}

#[cfg(not(unix))]
const fn watchdog_period() -> Option<Duration> {
    None
}

#[cfg(unix)]
fn tell(state: &sd_notify::NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(std::slice::from_ref(state)) {
        tracing::warn!(%error, "the service manager could not be told: {state}");
    }
}
