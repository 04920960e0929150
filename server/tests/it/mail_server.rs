//! A mail server that accepts mails, rejects them, or never responds.

use std::time::Duration;

use app::mail::Mail;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

const FROM: &str = "noreply@exempel.se";
/// How long a request waits for the outcome of a letter: for as long as any machine needs.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Accepts every mail.
    Accepts,
    /// Rejects every mail.
    Rejects,
    /// Accepts the connection and never responds.
    Silent,
}

/// A received mail: its recipients, and its source with the headers.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) to: Vec<String>,
    pub(crate) raw: String,
}

pub(crate) struct TestMailServer {
    mails: UnboundedReceiver<Received>,
    pub(crate) mail: Mail,
}

impl TestMailServer {
    pub(crate) async fn start(behaviour: Behaviour) -> Self {
        Self::start_with_patience(behaviour, PATIENCE).await
    }

    /// Starts a server for whose outcome a request waits for a time.
    pub(crate) async fn start_with_patience(behaviour: Behaviour, patience: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", listener.local_addr().unwrap());
        let mail = Mail::through_with_patience(&address, FROM, patience).unwrap();
        let (sender, mails) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, behaviour, sender.clone()));
            }
        });
        Self { mails, mail }
    }

    /// Waits for the next mail.
    pub(crate) async fn next(&mut self) -> Received {
        let mail = tokio::time::timeout(Duration::from_secs(10), self.mails.recv()).await;
        mail.expect("a mail comes").unwrap()
    }

    /// Returns whether no mail comes for a while.
    pub(crate) async fn is_quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(300), self.mails.recv()).await.is_err()
    }
}

impl Received {
    /// Decodes the text of the mail.
    pub(crate) fn text(&self) -> String {
        let (head, body) = self.raw.split_once("\r\n\r\n").unwrap();
        let encoding =
            head.lines().find_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")).unwrap();
        match encoding {
            "7bit" | "8bit" => body.to_owned(),
            "quoted-printable" => decode_quoted_printable(body),
            other => unreachable!("{other}: {body}"),
        }
    }
}

fn decode_quoted_printable(body: &str) -> String {
    let joined = body.replace("=\r\n", "");
    let mut parts = joined.split('=');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}

/// Speaks as much SMTP as the app needs.
async fn converse(stream: TcpStream, behaviour: Behaviour, sender: UnboundedSender<Received>) -> Option<()> {
    let mut stream = BufReader::new(stream);
    if behaviour == Behaviour::Silent {
        return std::future::pending().await;
    }
    stream.write_all(b"220 exempel.se\r\n").await.ok()?;
    let mut to = Vec::new();
    loop {
        let line = read_line(&mut stream).await?;
        let response = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-exempel.se\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "RCPT" => {
                to.push(line.clone());
                "250 ok\r\n"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await.ok()?;
                let mut raw = String::new();
                loop {
                    match read_line(&mut stream).await?.as_str() {
                        "." => break,
                        line => raw.extend([line.strip_prefix('.').unwrap_or(line), "\r\n"]),
                    }
                }
                if behaviour == Behaviour::Accepts {
                    sender.send(Received { to: std::mem::take(&mut to), raw }).ok()?;
                    "250 taken\r\n"
                } else {
                    "550 blocked\r\n"
                }
            }
            "QUIT" => return None,
            _ => "250 ok\r\n",
        };
        stream.write_all(response.as_bytes()).await.ok()?;
    }
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}
