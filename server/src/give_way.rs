//! Threads whose work can wait.

/// Lets the machine run this thread, and those that it starts, when nobody else wants to.
#[cfg(target_os = "linux")]
pub(crate) fn give_way() {
    // Of this thread alone, as Linux has it.
    if let Err(error) = rustix::process::nice(10) {
        tracing::debug!(%error, "work that can wait runs as everything else");
    }
}

/// Elsewhere it would be the whole process that gives way.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn give_way() {}
