//! A site in a temporary folder, with a fixed clock.

use std::path::Path;
use std::sync::Arc;

use app::cache::Extensions;
use app::db::Db;
use app::mail::Mail;
use app::shared_caches::SharedCaches;
use app::state::AppState;
use app::time::Clock;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use server::data_folder::DataFolder;
use server::demo;
use server::front::Front;
use server::metrics::MetricsToken;
use server::site_files::SiteFiles;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// The files of a built client.
pub(crate) const SITE: [(&str, &str); 25] = [
    ("pkg/guldkorn.Ab3.css", "body{}"),
    ("pkg/guldkorn.Ab3.css.br", "as if brotli"),
    ("pkg/guldkorn.Ab3.css.gz", "as if gzip"),
    ("pkg/guldkorn.Ab3.js", "export{}"),
    ("pkg/guldkorn.Ab3.wasm", "wasm"),
    ("pkg/guldkorn-page.js", "leave()"),
    ("pkg/guldkorn-takeover.js", "export{begin}"),
    ("pkg/guldkorn-admin.css", ".staff{}"),
    ("pkg/guldkorn-admin.css.br", "the staff's as if brotli"),
    ("pkg/guldkorn-calendar.css", ".town{}"),
    ("pkg/guldkorn-card.css", ".card{}"),
    ("pkg/guldkorn-reading.css", ".post{}"),
    ("pkg/guldkorn-languages.css", ":lang(ar){}"),
    ("pkg/guldkorn-town.css", ".quarter{}"),
    ("pkg/guldkorn-scenes.css", ".stretch{}"),
    ("pkg/guldkorn-teasers.css", ".teaser{}"),
    ("pkg/guldkorn-highlights.css", ".pane{}"),
    ("pkg/guldkorn-editor.css", ".editor{}"),
    ("pkg/guldkorn-editor.js", "export{mount}"),
    ("pkg/guldkorn-staff.js", "export{}"),
    ("pkg/guldkorn-board.js", "export{}"),
    ("pkg/guldkorn-editor.js.br", "the editor as if brotli"),
    ("eu-emblem.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("fonts/fraunces.woff2", "font"),
    ("scener/stad.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
];

pub(crate) struct TestApp {
    pub(crate) state: AppState,
    pub(crate) front: Front,
    folder: TempDir,
}

/// A response with its whole body.
#[derive(Debug)]
pub(crate) struct TestResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl TestApp {
    /// Creates the demo site at an instant such as `2026-12-07T08:00+01:00`.
    pub(crate) async fn demo(at: &str) -> Self {
        let app = Self::empty(at).await;
        let filled = demo::fill(&app.state.db, &app.state.media_folder, &app.state.clock, 0).await;
        assert!(filled.expect("the demo site fits"));
        app
    }

    /// Creates a site as `guldkorn serve` starts it on an empty folder.
    pub(crate) async fn starter(at: &str) -> Self {
        let app = Self::empty(at).await;
        server::starter::offer(&app.state.db, app.state.clock.now_millis()).await.unwrap();
        app
    }

    /// Creates a site without content.
    pub(crate) async fn empty(at: &str) -> Self {
        Self::with_mail(at, Mail::default()).await
    }

    /// Creates a site without content that sends mails.
    pub(crate) async fn with_mail(at: &str, mail: Mail) -> Self {
        Self::build(at, mail, None).await
    }

    /// Creates a site without content that takes HEIC.
    pub(crate) async fn with_heic(at: &str) -> Self {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_guldkorn"));
        Self::build(at, Mail::default(), Some(program.into())).await
    }

    async fn build(at: &str, mail: Mail, heic_decoder: Option<Arc<std::path::Path>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        write_site(&site);
        let site = SiteFiles::folder(&site);
        let data = DataFolder::prepare(&folder.path().join("data")).unwrap();
        let state = AppState {
            db: Db::open(&data.database()).await.unwrap(),
            clock: Clock::fixed(instant(at)),
            assets: Arc::new(site.assets().unwrap()),
            address: "http://127.0.0.1:3000".into(),
            media_folder: data.media().into(),
            heic_decoder,
            mail,
            shared_caches: SharedCaches::default(),
            extensions: Extensions::default(),
        };
        Self { front: Front::new(state.clone(), &site, MetricsToken::default()), state, folder }
    }

    /// Serves the same site with a state that was changed.
    pub(crate) fn with_router(self) -> Self {
        let site = self.site_files();
        self.with_site_files(&site)
    }

    /// Serves the same site with files from elsewhere.
    pub(crate) fn with_site_files(mut self, site: &SiteFiles) -> Self {
        self.state.assets = Arc::new(site.assets().unwrap());
        self.front = Front::new(self.state.clone(), site, MetricsToken::default());
        self
    }

    /// Sets the clock.
    pub(crate) fn set_clock(&self, at: &str) {
        self.state.clock.set(instant(at));
    }

    /// Commits a write that changes nothing but the content's generation.
    pub(crate) async fn change_content(&self) {
        self.state.db.write_content().await.unwrap().commit().await.unwrap();
    }

    pub(crate) async fn get(&self, address: &str) -> TestResponse {
        self.get_with(address, &[]).await
    }

    pub(crate) async fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> TestResponse {
        self.send(Method::GET, address, headers, Body::empty()).await
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> TestResponse {
        let request = Request::builder().method(method).uri(address).header("host", "guldkorn.example");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        self.send_request(request.body(body).unwrap()).await
    }

    /// Sends a request as it is.
    pub(crate) async fn send_request(&self, request: Request<Body>) -> TestResponse {
        whole(self.front.respond(request).await).await
    }

    pub(crate) fn site_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("site")
    }

    pub(crate) fn site_files(&self) -> SiteFiles {
        SiteFiles::folder(&self.site_folder())
    }
}

impl TestResponse {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub(crate) fn text(&self) -> &str {
        str::from_utf8(&self.body).expect("plain text")
    }
}

pub(crate) async fn send_to(router: Router, request: Request<Body>) -> TestResponse {
    whole(router.oneshot(request).await.unwrap()).await
}

async fn whole(response: Response) -> TestResponse {
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    TestResponse { status: head.status, headers: head.headers, body }
}

pub(crate) fn write_site(site: &Path) {
    for (name, content) in SITE {
        let file = site.join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }
}

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant with an offset")
}
