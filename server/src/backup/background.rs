//! Work that gives way to the readers of the site.

use std::io;
use std::thread;

use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::give_way::give_way;

/// Runs work on a thread of its own, which the machine lets run when nobody else wants to. Threads that it starts, such as
/// those of the database, are as patient on Linux. The work goes on when nobody waits for it any longer.
///
/// # Errors
/// When the operating system refuses a thread, or the work panicked.
pub(super) async fn in_background<F, T>(work: impl FnOnce() -> F + Send + 'static) -> io::Result<T>
where
    F: Future<Output = T>,
    T: Send + 'static,
{
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (done, outcome) = oneshot::channel();
    thread::Builder::new().name("backup".into()).spawn(move || {
        give_way();
        // Nobody may be waiting any longer.
        _ = done.send(runtime.block_on(work()));
    })?;
    outcome.await.map_err(io::Error::other)
}
