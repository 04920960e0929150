//! The real binary as a process.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::test_app::write_site;

/// So that nothing hangs for ever; how fast something is, no debug build on a busy machine can tell.
pub(crate) const PATIENCE: Duration = Duration::from_mins(5);

/// Returns a command for the binary without the environment of the test run.
pub(crate) fn guldkorn(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guldkorn"));
    for name in [
        "GULDKORN_DATA",
        "GULDKORN_ADDR",
        "GULDKORN_SITE",
        "GULDKORN_AT",
        "GULDKORN_SMTP_URL",
        "GULDKORN_MAIL_FROM",
        "GULDKORN_HEIC",
        "GULDKORN_METRICS_TOKEN",
        "GULDKORN_PURGE",
        "GULDKORN_PURGE_METHOD",
        "GULDKORN_WEBHOOK",
        "GULDKORN_WEBHOOK_SECRET",
        "LISTEN_FDS",
        "NOTIFY_SOCKET",
        "GULDKORN_BACKUP_DIR",
        "RUST_LOG",
    ] {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the binary to its end, with standard input. Fails when that takes long: a server that should not have started
/// would run on.
pub(crate) fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = guldkorn(arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    // Read meanwhile: who writes more than a pipe holds would wait for ever.
    let (stdout, stderr) = (read_whole(child.stdout.take()), read_whole(child.stderr.take()));
    let status = wait(&mut child);
    Output { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}

fn read_whole(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    let mut pipe = pipe.unwrap();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

fn wait(child: &mut Child) -> ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            unreachable!("it is still running");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A running server, killed when dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) addr: SocketAddr,
    log: Option<JoinHandle<Vec<u8>>>,
}

impl Running {
    /// Starts `guldkorn serve` on a free port and waits until it prints its address.
    pub(crate) fn start(folder: &Path, more: &[&str]) -> Self {
        let (data, site) = (folder.join("data"), folder.join("site"));
        write_site(&site);
        let arguments = ["serve", "--addr", "127.0.0.1:0", "--data", data.to_str().unwrap(), "--site"];
        let arguments = [&arguments[..], &[site.to_str().unwrap()], more].concat();
        let mut child = guldkorn(&arguments).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut read = String::new();
        let addr = loop {
            let start = read.len();
            assert_ne!(log.read_line(&mut read).unwrap(), 0, "it ended: {read}");
            if let Some((_, addr)) = read[start..].split_once("Guldkorn finns på http://") {
                let end = addr.find(|sign: char| !sign.is_ascii_digit() && !".:".contains(sign)).unwrap();
                break addr[..end].parse().unwrap();
            }
        };
        // The pipe must be read, or the server would block on a full one.
        let log = std::thread::spawn(move || {
            let mut rest = Vec::new();
            let _ = log.read_to_end(&mut rest);
            rest
        });
        Self { child, addr, log: Some(log) }
    }

    /// Returns the id of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends SIGTERM, as a service manager would.
    pub(crate) fn terminate(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Ends the server, and returns what it has logged since it printed its address.
    pub(crate) fn into_log(mut self) -> String {
        self.terminate();
        self.ended();
        self.log()
    }

    /// Waits for the process to exit.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        wait(&mut self.child)
    }

    /// Returns what a server that has ended had logged since it printed its address.
    pub(crate) fn log(&mut self) -> String {
        let log = self.log.take().unwrap().join().unwrap();
        String::from_utf8(log).unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
