//! A mail server that keeps what it gets, refuses it, or never says a word.

use std::time::Duration;

use app::mail::Mail;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

const FROM: &str = "noreply@exempel.se";

/// How the server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It takes every letter.
    Takes,
    /// It takes none.
    Refuses,
    /// It takes the connection, and that is all.
    SaysNothing,
}

/// A letter as it came: for whom, and its text with its head.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) to: Vec<String>,
    pub(crate) raw: String,
}

pub(crate) struct PostOffice {
    letters: UnboundedReceiver<Received>,
    pub(crate) mail: Mail,
}

impl PostOffice {
    pub(crate) async fn open(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mail = Mail::through(&format!("smtp://{}", listener.local_addr().unwrap()), FROM).unwrap();
        let (keep, letters) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, manner, keep.clone()));
            }
        });
        Self { letters, mail }
    }

    /// The next letter.
    pub(crate) async fn next(&mut self) -> Received {
        let letter = tokio::time::timeout(Duration::from_secs(10), self.letters.recv()).await;
        letter.expect("a letter comes").unwrap()
    }

    /// Whether none comes for a while.
    pub(crate) async fn is_quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(300), self.letters.recv()).await.is_err()
    }
}

impl Received {
    /// The letter's words, as a mail program shows them.
    pub(crate) fn words(&self) -> String {
        let (head, body) = self.raw.split_once("\r\n\r\n").unwrap();
        let encoding =
            head.lines().find_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")).unwrap();
        match encoding {
            "7bit" | "8bit" => body.to_owned(),
            "quoted-printable" => unquoted(body),
            other => unreachable!("{other}: {body}"),
        }
    }
}

fn unquoted(body: &str) -> String {
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

/// As much SMTP as it takes.
async fn talk(stream: TcpStream, manner: Manner, keep: UnboundedSender<Received>) -> Option<()> {
    let mut stream = BufReader::new(stream);
    if manner == Manner::SaysNothing {
        return std::future::pending().await;
    }
    stream.write_all(b"220 exempel.se\r\n").await.ok()?;
    let mut to = Vec::new();
    loop {
        let line = read_line(&mut stream).await?;
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
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
                if manner == Manner::Takes {
                    keep.send(Received { to: std::mem::take(&mut to), raw }).ok()?;
                    "250 taken\r\n"
                } else {
                    "550 blocked\r\n"
                }
            }
            "QUIT" => return None,
            _ => "250 ok\r\n",
        };
        stream.write_all(answer.as_bytes()).await.ok()?;
    }
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}
