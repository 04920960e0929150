//! The caches in front: what they are told of pages and of changes, and who learns that one does not answer.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use app::staff::Role;
use hmac::{Hmac, KeyInit as _, Mac as _};
use server::purge::{Purge, PurgeSettings};
use sha2::Sha256;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::{JoinHandle, JoinSet};

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00:00+01:00";
const WITHIN: Duration = Duration::from_secs(10);
/// Longer than a cache is told again after it has answered.
const QUIET: Duration = Duration::from_millis(1_200);
const SECRET: &str = "lång nog och hemlig";

/// A cache that writes down what it is told.
struct FakeCache {
    address: SocketAddr,
    told: UnboundedReceiver<Told>,
    sender: UnboundedSender<Told>,
    task: JoinHandle<()>,
    /// Keeps the address while nobody listens there: another process might take it.
    place: Option<TcpSocket>,
}

/// A request as it came.
#[derive(Debug)]
struct Told {
    head: String,
    body: String,
}

impl FakeCache {
    async fn start(status: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, told) = unbounded_channel();
        let task = tokio::spawn(answer(listener, status, sender.clone()));
        Self { address, told, sender, task, place: None }
    }

    /// Nobody is there any more.
    async fn end(&mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
        let place = TcpSocket::new_v4().unwrap();
        place.set_reuseaddr(true).unwrap();
        place.bind(self.address).unwrap();
        self.place = Some(place);
    }

    fn restart(&mut self, status: &'static str) {
        let listener = self.place.take().unwrap().listen(16).unwrap();
        self.task = tokio::spawn(answer(listener, status, self.sender.clone()));
    }

    async fn next(&mut self) -> Told {
        tokio::time::timeout(WITHIN, self.told.recv()).await.expect("it is told").unwrap()
    }

    /// Returns how many requests come until there is a pause.
    async fn count_until_quiet(&mut self) -> usize {
        let mut count = 0;
        while tokio::time::timeout(QUIET, self.told.recv()).await.is_ok() {
            count += 1;
        }
        count
    }
}

impl Told {
    fn header(&self, name: &str) -> &str {
        let value = |line: &str| {
            let (found, _) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(found.len() + 2)
        };
        self.head.lines().find_map(|line| value(line).map(|start| &line[start..])).unwrap_or_default()
    }
}

async fn answer(listener: TcpListener, status: &'static str, sender: UnboundedSender<Told>) {
    while let Ok((stream, _)) = listener.accept().await {
        if let Some(told) = read(stream, status).await {
            let _ = sender.send(told);
        }
    }
}

async fn read(stream: TcpStream, status: &str) -> Option<Told> {
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).await.ok()? == 0 {
            return None;
        }
    }
    let mut told = Told { head, body: String::new() };
    let mut body = vec![0; told.header("content-length").parse().unwrap_or(0)];
    stream.read_exact(&mut body).await.ok()?;
    told.body = String::from_utf8(body).unwrap();
    let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n");
    stream.write_all(answer.as_bytes()).await.ok()?;
    Some(told)
}

fn purge(caches: &str, webhooks: &str) -> Purge {
    Purge::read(PurgeSettings { caches, method: "PURGE", webhooks, secret: Some(SECRET) }).unwrap()
}

/// The site with these caches in front, whose tasks run until the set is dropped.
async fn site_behind(caches: &str, webhooks: &str) -> (TestApp, JoinSet<()>) {
    let mut app = TestApp::demo(AT).await;
    let purge = purge(caches, webhooks);
    app.state.shared_caches = purge.shared_caches();
    let app = app.with_router();
    let tellers = purge.begin(&app.state);
    (app, tellers)
}

fn unanswered(app: &TestApp) -> Vec<String> {
    let unanswered = app.state.shared_caches.unanswered(app.state.db.generation());
    unanswered.into_iter().map(|cache| cache.name).collect()
}

async fn until_answered(app: &TestApp) {
    let answered = async {
        while !unanswered(app).is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(WITHIN, answered).await.expect("they answer");
}

#[tokio::test]
async fn a_cache_is_told_at_the_start_and_of_each_change_and_of_nothing_else() {
    let mut cache = FakeCache::start("200 OK").await;
    let (app, _tellers) = site_behind(&format!("http://{}/", cache.address), "").await;
    let told = cache.next().await;
    assert!(told.head.starts_with("PURGE / HTTP/1.1\r\n"), "{}", told.head);
    assert_eq!((told.header("host"), &*told.body), (&*cache.address.to_string(), ""));
    until_answered(&app).await;
    cache.next().await;
    assert_eq!(cache.count_until_quiet().await, 0, "once more for what was on its way, and no third time");

    app.change_content().await;
    assert_eq!(unanswered(&app), [cache.address.to_string()], "at once");
    until_answered(&app).await;
    for _ in 0..2 {
        cache.next().await;
    }
    assert_eq!(cache.count_until_quiet().await, 0);

    app.state.db.write_quietly().await.unwrap().commit().await.unwrap();
    app.get("/").await;
    assert_eq!(cache.count_until_quiet().await, 0, "readers see nothing of it");
}

#[tokio::test]
async fn changes_that_come_close_together_are_told_together() {
    let mut cache = FakeCache::start("200 OK").await;
    let (app, _tellers) = site_behind(&format!("http://{}", cache.address), "").await;
    for _ in 0..2 {
        cache.next().await;
    }
    let start = Instant::now();
    for _ in 0..200 {
        app.change_content().await;
    }
    let last = Instant::now();
    until_answered(&app).await;
    assert!(last.elapsed() < Duration::from_secs(5), "the last one is told at once: {:?}", last.elapsed());
    // Ten times a second, whatever the disk makes of the changes.
    let most = start.elapsed().as_millis() / 100 + 1;
    let mut told = 0;
    while cache.told.try_recv().is_ok() {
        told += 1;
    }
    assert!((1..=most).contains(&told), "{told} times for 200 changes, and {most} at most");
    cache.next().await;
    assert_eq!(cache.count_until_quiet().await, 0, "once more for what was on its way");
}

#[tokio::test]
async fn each_cache_is_told_whatever_another_does_and_insisted_until_it_answers() {
    let [mut good, mut bad] = [FakeCache::start("200 OK").await, FakeCache::start("503 Nej").await];
    let addresses = format!("http://{},http://{}", bad.address, good.address);
    let (app, _tellers) = site_behind(&addresses, "").await;
    good.next().await;
    for _ in 0..2 {
        bad.next().await;
    }
    assert_eq!(unanswered(&app), [bad.address.to_string()]);
    bad.end().await;
    app.change_content().await;
    bad.restart("204 No Content");
    until_answered(&app).await;
}

#[tokio::test]
async fn a_restart_tells_what_was_left_untold() {
    let mut cache = FakeCache::start("200 OK").await;
    cache.end().await;
    let address = format!("http://{}", cache.address);
    let (mut app, tellers) = site_behind(&address, "").await;
    app.change_content().await;
    drop(tellers);
    cache.restart("200 OK");
    let purge = purge(&address, "");
    app.state.shared_caches = purge.shared_caches();
    assert_eq!(unanswered(&app), [cache.address.to_string()], "nobody knows what it has");
    let _tellers = purge.begin(&app.state);
    cache.next().await;
    until_answered(&app).await;
}

#[tokio::test]
async fn a_redirect_leads_nowhere() {
    let mut elsewhere = FakeCache::start("200 OK").await;
    let location = format!("302 Found\r\nlocation: http://{}/", elsewhere.address);
    let mut cache = FakeCache::start(location.leak()).await;
    let (app, _tellers) = site_behind(&format!("http://{}", cache.address), "").await;
    for _ in 0..2 {
        cache.next().await;
    }
    assert_eq!(unanswered(&app), [cache.address.to_string()]);
    assert!(elsewhere.told.try_recv().is_err());
}

#[tokio::test]
async fn a_webhook_is_signed_and_told_once_a_change() {
    let mut hook = FakeCache::start("202 Accepted").await;
    let (app, _tellers) = site_behind("", &format!("http://{}/tom?plats=1", hook.address)).await;
    let told = hook.next().await;
    assert!(told.head.starts_with("POST /tom?plats=1 HTTP/1.1\r\n"), "{}", told.head);
    assert_eq!(told.header("content-type"), "application/json");
    let message: serde_json::Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!(message["type"], "content.changed");
    assert_eq!(message["data"]["site"], "http://127.0.0.1:3000");
    let (id, seconds) = (told.header("webhook-id"), told.header("webhook-timestamp"));
    let mut hmac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    hmac.update(format!("{id}.{seconds}.{}", told.body).as_bytes());
    let signature = data_encoding::BASE64.encode(&hmac.finalize().into_bytes());
    assert_eq!(told.header("webhook-signature"), format!("v1,{signature}"));
    assert_eq!(seconds, app.state.clock.now().as_second().to_string());

    assert_eq!(hook.count_until_quiet().await, 0, "not a second time");
    app.change_content().await;
    assert_ne!(hook.next().await.header("webhook-id"), id);
}

#[tokio::test]
async fn the_dashboard_says_what_may_still_be_shown_until_the_cache_answers() {
    const NOTICE: &str = "[aria-labelledby=caches]";
    let mut cache = FakeCache::start("200 OK").await;
    let (app, _tellers) = site_behind(&format!("http://{}", cache.address), "").await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    until_answered(&app).await;
    assert!(anna.see("/admin").await.texts(NOTICE).is_empty());
    cache.count_until_quiet().await;
    cache.end().await;

    let mut writer = app.state.db.write_content().await.unwrap();
    let (id, title): (i64, String) =
        sqlx::query_as("select id, title from posts where kind = 'article' and public_from is not null")
            .fetch_one(&mut *writer)
            .await
            .unwrap();
    sqlx::query("update posts set state = 'withdrawn', updated_at = $2 where id = $1")
        .bind(id)
        .bind(app.state.clock.now_millis())
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let notice = anna.see("/admin").await.texts(NOTICE).concat();
    for words in ["har inte svarat än", "kan fortfarande visas", &*title, &*cache.address.to_string()] {
        assert!(notice.contains(words), "{words}: {notice}");
    }
    cache.restart("200 OK");
    until_answered(&app).await;
    assert!(anna.see("/admin").await.texts(NOTICE).is_empty());
}

#[tokio::test]
async fn caches_in_front_learn_how_long_to_the_millisecond_and_only_of_what_is_public() {
    let (app, _tellers) = site_behind("http://127.0.0.1:9/", "").await;
    let lifetime = |response: &crate::test_app::TestResponse| {
        (response.header("cdn-cache-control").to_owned(), response.header("surrogate-lifetime").to_owned())
    };
    let door = "/kalender/2026/lucka/8";
    let halves = "max-age=30, stale-while-revalidate=30";
    for (at, control, millis) in [
        (AT, halves, "60000ms"),
        ("2026-12-07T23:59:50.001+01:00", "max-age=5, stale-while-revalidate=4", "9999ms"),
        ("2026-12-07T23:59:59.750+01:00", "no-cache", "250ms"),
        ("2026-12-08T00:00:02+01:00", halves, "60000ms"),
    ] {
        app.set_clock(at);
        for address in ["/", door, "/feed.xml", "/finns-inte"] {
            for _ in 0..3 {
                let response = app.get(address).await;
                if address != "/finns-inte" || response.header("cache-control") != "no-store" {
                    assert_eq!(lifetime(&response), (control.into(), millis.into()), "{address} {at}");
                }
            }
        }
    }
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    for address in ["/", "/admin", "/admin/inlagg"] {
        let response = anna.send(http::Method::GET, address, &[]).await;
        assert_eq!(response.header("cache-control"), "private, no-store", "{address}");
        assert_eq!(lifetime(&response), (String::new(), String::new()), "{address}");
    }
    for address in
        ["/lamna", "/healthz", "/api/site/start", "/admin/logga-in", "/oembed", "/kalender/2026/ram"]
    {
        assert_eq!(lifetime(&app.get(address).await), (String::new(), String::new()), "{address}");
    }
    let plain = TestApp::demo(AT).await;
    assert_eq!(lifetime(&plain.get("/").await), (String::new(), String::new()), "nobody reads it");
}
