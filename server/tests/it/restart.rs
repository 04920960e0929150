//! Restarts while a service manager holds the socket, as systemd does.
#![cfg(unix)]

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::program::guldkorn;
use crate::test_app::write_site;

/// Longer than a server takes to start or stop on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A service manager: it listens, passes the socket on, and hears what the server says of itself.
struct Manager {
    folder: TempDir,
    socket: TcpListener,
    told: UnixDatagram,
}

impl Manager {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_site(&folder.path().join("site"));
        let told = UnixDatagram::bind(folder.path().join("notify")).unwrap();
        told.set_read_timeout(Some(PATIENCE)).unwrap();
        Self { folder, socket: TcpListener::bind("127.0.0.1:0").unwrap(), told }
    }

    fn addr(&self) -> SocketAddr {
        self.socket.local_addr().unwrap()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Starts a server with the socket as its third file, and waits until it is ready.
    fn start(&self, environment: &[(&str, &str)]) -> Server {
        let socket = OwnedFd::from(self.socket.try_clone().unwrap());
        // The shell moves the socket to where the protocol wants it, and names itself, which the server replaces.
        let script = r#"exec 3<&0 </dev/null; export LISTEN_PID=$$ LISTEN_FDS=1; exec "$@""#;
        let (data, site, notify) = (self.path("data"), self.path("site"), self.path("notify"));
        let server = guldkorn(&["serve", "--data", &data, "--site", &site, "--addr", "127.0.0.1:1"]);
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(server.get_program()).args(server.get_args());
        server.get_envs().for_each(|(name, _)| _ = shell.env_remove(name));
        shell.env("NOTIFY_SOCKET", notify).env("RUST_LOG", "error").envs(environment.iter().copied());
        let child =
            shell.stdin(Stdio::from(socket)).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Server(child);
        assert_eq!(self.next_word(), "READY=1");
        server
    }

    /// Waits for what the server says next.
    fn next_word(&self) -> String {
        let mut word = [0; 64];
        let length = self.told.recv(&mut word).unwrap();
        String::from_utf8_lossy(&word[..length]).trim().to_owned()
    }

    /// Stops a server as `systemctl stop` does.
    fn stop(&self, mut server: Server) {
        let id = server.0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert_eq!(self.next_word(), "STOPPING=1");
        let limit = Instant::now() + PATIENCE;
        while server.0.try_wait().unwrap().is_none() {
            assert!(Instant::now() < limit, "it is still running");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// A running server, killed when dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Sends one request on a connection of its own and returns the first line of the response.
fn request(addr: SocketAddr) -> Result<String, std::io::Error> {
    let mut stream = TcpStream::connect(addr)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    response.lines().next().map(str::to_owned).ok_or_else(|| ErrorKind::UnexpectedEof.into())
}

/// Somebody who sends requests one after the other.
struct Visitor {
    answered: Arc<AtomicUsize>,
    done: Arc<AtomicBool>,
    visit: JoinHandle<Result<(), String>>,
}

impl Visitor {
    fn begin(addr: SocketAddr) -> Self {
        let (answered, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let visit = std::thread::spawn({
            let (answered, done) = (Arc::clone(&answered), Arc::clone(&done));
            move || {
                while !done.load(Ordering::Relaxed) {
                    match request(addr) {
                        Ok(line) if line == "HTTP/1.1 200 OK" => _ = answered.fetch_add(1, Ordering::Relaxed),
                        other => return Err(format!("after {answered:?}: {other:?}")),
                    }
                    std::thread::sleep(Duration::from_millis(5));
                }
                Ok(())
            }
        });
        Self { answered, done, visit }
    }

    /// Waits until some more requests have been answered, or one has failed.
    fn wait_for(&self, more: usize) {
        let enough = self.answered.load(Ordering::Relaxed) + more;
        let limit = Instant::now() + PATIENCE;
        while self.answered.load(Ordering::Relaxed) < enough && !self.visit.is_finished() {
            assert!(Instant::now() < limit, "nobody answers");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn end(self) -> Result<(), String> {
        self.done.store(true, Ordering::Relaxed);
        self.visit.join().unwrap()
    }
}

/// Waits until each has been answered some times more.
fn wait_for_all(visitors: &[Visitor]) {
    for visitor in visitors {
        visitor.wait_for(10);
    }
}

#[test]
fn no_visitor_is_refused_while_the_server_restarts() {
    let manager = Manager::new();
    let mut server = manager.start(&[]);
    let visitors: Vec<_> = (0..4).map(|_| Visitor::begin(manager.addr())).collect();
    for _ in 0..3 {
        wait_for_all(&visitors);
        manager.stop(server);
        server = manager.start(&[]);
    }
    wait_for_all(&visitors);
    for visitor in visitors {
        visitor.end().expect("every request is answered");
    }
    manager.stop(server);
}

#[test]
fn the_server_says_that_it_lives() {
    let manager = Manager::new();
    let server = manager.start(&[("WATCHDOG_USEC", "200000")]);
    assert_eq!(manager.next_word(), "WATCHDOG=1");
    assert_eq!(manager.next_word(), "WATCHDOG=1");
    drop(server);
}

#[test]
fn a_socket_that_nobody_can_listen_on_is_named() {
    let folder = tempfile::tempdir().unwrap();
    write_site(&folder.path().join("site"));
    let (data, site) = (folder.path().join("data"), folder.path().join("site"));
    let arguments = ["serve", "--data", data.to_str().unwrap(), "--site", site.to_str().unwrap()];
    let output =
        guldkorn(&arguments).env("LISTEN_FDS", "1").env("LISTEN_FDS_FIRST_FD", "0").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(text.starts_with("guldkorn: ") && text.contains("guldkorn-http.socket"), "{text}");
    assert!(!Path::new(&data).exists(), "nothing was made");
}
