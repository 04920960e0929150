//! The site's own files, from a folder and from the binary.

use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use axum::body::Body;
use http::{Method, StatusCode};
use server::site_files::SiteFiles;
use sha2::{Digest as _, Sha256};

use crate::test_app::{SITE, TestApp};

const AT: &str = "2026-12-07T08:00+01:00";

#[tokio::test]
async fn the_client_of_this_build_is_immutable() {
    let app = TestApp::empty(AT).await;
    let assets = app.state.assets.clone();
    assert!(assets.css.starts_with("/pkg/") && assets.css.ends_with("/guldkorn.Ab3.css"), "{}", assets.css);
    let plain = app.get(&assets.css).await;
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(plain.header("content-type"), "text/css");
    for (accepted, encoding, body) in
        [("gzip, br", "br", "as if brotli"), ("gzip", "gzip", "as if gzip"), ("identity", "", "body{}")]
    {
        let response = app.get_with(&assets.css, &[("accept-encoding", accepted)]).await;
        assert_eq!((response.header("content-encoding"), response.text()), (encoding, body));
        assert_eq!(response.header("vary"), "accept-encoding");
    }
    assert_eq!(app.get(&assets.wasm).await.header("content-type"), "application/wasm");
    assert_eq!(app.get(&assets.js).await.header("content-type"), "text/javascript");
}

#[tokio::test]
async fn the_text_editor_of_this_build_is_immutable() {
    let app = TestApp::empty(AT).await;
    let assets = app.state.assets.clone();
    assert_eq!(assets.editor_js, assets.js.replace("guldkorn.Ab3.js", "guldkorn-editor.js"));
    assert_eq!(assets.editor_css, assets.css.replace("guldkorn.Ab3.css", "guldkorn-editor.css"));
    for (address, kind) in [(&assets.editor_js, "text/javascript"), (&assets.editor_css, "text/css")] {
        let response = app.get(address).await;
        assert_eq!((response.status, response.header("content-type")), (StatusCode::OK, kind));
        assert_eq!(response.header("cache-control"), "public, max-age=31536000, immutable");
    }
    let response = app.get_with(&assets.editor_js, &[("accept-encoding", "br")]).await;
    assert_eq!((response.header("content-encoding"), response.text()), ("br", "the editor as if brotli"));
}

#[tokio::test]
async fn the_admin_style_sheet_of_this_build_is_immutable() {
    let app = TestApp::empty(AT).await;
    let assets = app.state.assets.clone();
    assert_eq!(assets.admin_css, assets.css.replace("guldkorn.Ab3.css", "guldkorn-admin.css"));
    let response = app.get_with(&assets.admin_css, &[("accept-encoding", "br")]).await;
    assert_eq!((response.status, response.header("content-type")), (StatusCode::OK, "text/css"));
    assert_eq!(response.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!((response.header("content-encoding"), response.text()), ("br", "the staff's as if brotli"));

    std::fs::write(app.site_folder().join("pkg/guldkorn-admin.css"), ".changed{}").unwrap();
    let changed = app.site_files().assets().unwrap();
    assert_ne!(assets.admin_css, changed.admin_css);
    std::fs::remove_file(app.site_folder().join("pkg/guldkorn-admin.css")).unwrap();
    let without = app.site_files().assets().unwrap();
    assert_eq!(without.admin_css, "");
    assert!(without.css.ends_with("/guldkorn.Ab3.css"), "the public's is not missed");
}

/// It is linked after the public style sheet, which declares the layers.
#[tokio::test]
async fn only_the_staffs_pages_link_the_admin_style_sheet() {
    let app = TestApp::demo(AT).await;
    let (css, of_staff) = (app.state.assets.css.clone(), app.state.assets.admin_css.clone());
    let link = |css: &str| format!(r#"<link rel="stylesheet" href="{css}">"#);
    for address in ["/admin/logga-in", "/admin/glomt", "/admin/losenord/okand", "/admin/finns-inte"] {
        let page = app.get(address).await.text().to_owned();
        let (first, second) = (page.find(&link(&css)), page.find(&link(&of_staff)));
        assert!(first.is_some() && first < second, "{address}");
        assert!(second < page.find("</head>"), "{address}");
    }
    for address in
        ["/", "/kalender/2026", "/kalender/2026/lucka/12", "/blogg", "/sok", "/om", "/finns-inte", "/admins"]
    {
        let page = app.get(address).await.text().to_owned();
        assert!(page.contains(&link(&css)), "{address}");
        assert!(!page.contains("guldkorn-admin"), "{address}");
    }
}

/// The public style sheet comes first, since it declares the layers. What a page does without comes with the client,
/// which may go on to a page that needs it.
#[tokio::test]
async fn a_page_links_the_style_sheets_of_what_it_shows_and_leaves_the_others_to_the_client() {
    let app = TestApp::demo(AT).await;
    let assets = app.state.assets.clone();
    let sheets = [
        &assets.calendar_css,
        &assets.town_css,
        &assets.scenes_css,
        &assets.teasers_css,
        &assets.highlights_css,
        &assets.card_css,
        &assets.reading_css,
        &assets.languages_css,
    ];
    let link = |css: &str| format!(r#"<link rel="stylesheet" href="{css}">"#);
    for (address, own) in [
        ("/", &[0, 1, 3][..]),
        ("/kalender/2026", &[0, 1]),
        ("/kalender/2026?vy=lista", &[0]),
        ("/kalender/2026/lucka/7", &[5]),
        ("/kalender/2026/lucka/12", &[5]),
        ("/blogg", &[6]),
        ("/sok", &[6]),
        ("/om", &[6]),
        ("/finns-inte", &[6]),
    ] {
        let page = app.get(address).await.text().to_owned();
        let mut last = page.find(&link(&assets.css)).unwrap();
        for (index, sheet) in sheets.into_iter().enumerate() {
            assert_eq!(page.matches(sheet.as_str()).count(), 1, "{address} {sheet}");
            if own.contains(&index) {
                let place = page.find(&link(sheet)).unwrap();
                assert!(last < place && place < page.find("</head>").unwrap(), "{address} {sheet}");
                last = place;
            } else {
                assert!(!page.contains(&link(sheet)), "{address} {sheet}");
            }
        }
    }
    let staffs = app.get("/admin/logga-in").await;
    assert!(sheets.into_iter().all(|sheet| !staffs.text().contains(sheet)));
}

#[tokio::test]
async fn the_site_works_without_the_style_sheets_that_only_some_pages_need() {
    let app = TestApp::empty(AT).await;
    for name in ["calendar", "town", "scenes", "teasers", "highlights", "card", "reading", "languages"] {
        std::fs::remove_file(app.site_folder().join(format!("pkg/guldkorn-{name}.css"))).unwrap();
    }
    let without = app.site_files().assets().unwrap();
    let of_calendar = [without.calendar_css, without.town_css, without.scenes_css];
    let others = [
        without.teasers_css,
        without.highlights_css,
        without.card_css,
        without.reading_css,
        without.languages_css,
    ];
    assert!(of_calendar.iter().chain(&others).all(String::is_empty));
    assert!(without.css.ends_with("/guldkorn.Ab3.css"));
}

#[tokio::test]
async fn another_text_editor_has_other_paths_and_none_has_none() {
    let app = TestApp::empty(AT).await;
    let site = app.site_folder();
    std::fs::write(site.join("pkg/guldkorn-editor.js"), "export{changed}").unwrap();
    let changed = app.site_files().assets().unwrap();
    assert_ne!(app.state.assets.editor_js, changed.editor_js);
    for name in ["guldkorn-editor.js", "guldkorn-editor.css"] {
        std::fs::remove_file(site.join("pkg").join(name)).unwrap();
    }
    let without = app.site_files().assets().unwrap();
    assert_eq!((&*without.editor_js, &*without.editor_css), ("", ""));
    assert!(without.js.ends_with("/guldkorn.Ab3.js"), "the client is not missed");
}

/// cargo-leptos may give the same name to different bytes, see `site_files`.
#[tokio::test]
async fn another_build_has_other_paths_even_with_the_same_file_names() {
    let app = TestApp::empty(AT).await;
    let old = app.state.assets.js.clone();
    let site = app.site_folder();
    std::fs::write(site.join("pkg/guldkorn.Ab3.js"), "export{changed}").unwrap();
    let new = app.site_files().assets().unwrap();
    assert_ne!(old, new.js);
    assert_eq!(app.get(&new.js).await.status, StatusCode::NOT_FOUND, "this server serves its own build");
    let without_build = app.get("/pkg/guldkorn.Ab3.js").await;
    assert_eq!((without_build.status, without_build.header("cache-control")), (StatusCode::OK, "no-cache"));
}

/// Of a file's content, as in its name.
fn short_hash(content: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(content)[..4])
}

/// Returns the paths of all files in a folder, from there on.
fn files_within(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_within(&path) } else { vec![path] }).collect()
}

/// Browsers never ask for it again, so another content must have another name.
#[test]
fn what_is_named_by_its_content_has_the_name_of_its_content() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut named = Vec::new();
    for path in files_within(&root.join("public")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let [stem, hash, ending] = name.split('.').collect::<Vec<_>>()[..] else { continue };
        let right = short_hash(&std::fs::read(&path).unwrap());
        assert_eq!(hash, right, "{name} is to be called {stem}.{right}.{ending}, also where it is named");
        named.push(path);
    }
    let sheets = files_within(&root.join("style"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "css"));
    for sheet in sheets {
        let text = std::fs::read_to_string(&sheet).unwrap();
        for url in text.split("url(\"/").skip(1).map(|rest| rest.split(['"', '#']).next().unwrap()) {
            let file = root.join("public").join(url);
            assert!(
                named.contains(&file),
                "{}: {url} is not there, or has no hash in its name",
                sheet.display()
            );
        }
    }
}

#[tokio::test]
async fn what_is_named_by_its_content_is_immutable() {
    let app = TestApp::empty(AT).await;
    let preloaded = app
        .get("/om")
        .await
        .text()
        .split("href=\"/fonts/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/fonts").join(&preloaded);
    std::fs::copy(file, app.site_folder().join("fonts").join(&preloaded)).unwrap();
    let font = app.get(&format!("/fonts/{preloaded}")).await;
    assert_eq!(font.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(font.header("content-type"), "font/woff2");
    let without_hash = app.get("/fonts/fraunces.woff2").await;
    assert_eq!(
        (without_hash.status, without_hash.header("cache-control")),
        (StatusCode::OK, "public, max-age=3600")
    );
}

#[tokio::test]
async fn other_files_are_cached_for_a_while() {
    let app = TestApp::empty(AT).await;
    let drawing = app.get("/scener/stad.svg").await;
    assert_eq!(drawing.header("cache-control"), "public, max-age=3600");
    assert_eq!(drawing.header("content-type"), "image/svg+xml");
    let again = app.get_with("/scener/stad.svg", &[("if-none-match", drawing.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn missing_files_are_not_cached() {
    let app = TestApp::empty(AT).await;
    for address in
        ["/pkg/guldkorn.gone.js", "/pkg/0123456789abcdef/guldkorn.Ab3.js", "/wp-login.php", "/.git/config"]
    {
        let response = app.get(address).await;
        if response.status != StatusCode::PERMANENT_REDIRECT {
            assert_eq!(
                (response.status, response.header("cache-control")),
                (StatusCode::NOT_FOUND, "no-store"),
                "{address}"
            );
        }
    }
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let app = TestApp::empty(AT).await;
    std::fs::write(app.site_folder().join("../hemligt.txt"), "hemligt").unwrap();
    for address in ["/../hemligt.txt", "/pkg/../../hemligt.txt", "/%2e%2e/hemligt.txt", "/..%2fhemligt.txt"] {
        assert_ne!(app.get(address).await.status, StatusCode::OK, "{address}");
    }
}

/// Requests that a client may send for a file, and what each asks for besides.
const REQUESTS: [(&str, &[(&str, &str)]); 13] = [
    ("/pkg/{build}/guldkorn.Ab3.css", &[]),
    ("/pkg/{build}/guldkorn.Ab3.css", &[("accept-encoding", "gzip, br")]),
    ("/pkg/{build}/guldkorn.Ab3.css", &[("accept-encoding", "gzip")]),
    ("/pkg/{build}/guldkorn.Ab3.js", &[("accept-encoding", "gzip, br")]),
    ("/pkg/guldkorn.Ab3.js", &[]),
    ("/pkg/{build}/gone.js", &[]),
    ("/fonts/fraunces.woff2", &[("range", "bytes=1-2")]),
    ("/fonts/fraunces.woff2", &[("range", "bytes=9-")]),
    ("/scener/stad.svg", &[]),
    ("/scener/stad.svg", &[("if-modified-since", "Thu, 26 Nov 2026 20:00:00 GMT")]),
    ("/scener/stad.svg", &[("if-modified-since", "Wed, 25 Nov 2026 20:00:00 GMT")]),
    ("/scener/gone.svg", &[]),
    ("/%2e%2e/hemligt.txt", &[]),
];

#[tokio::test]
async fn the_files_in_the_binary_are_served_as_those_of_a_folder_are() {
    let changed = UNIX_EPOCH + Duration::from_hours(498_812);
    let folder = TestApp::empty(AT).await;
    for (name, _) in SITE {
        let file = std::fs::File::options().append(true).open(folder.site_folder().join(name)).unwrap();
        file.set_modified(changed).unwrap();
    }
    let embedded = SITE.map(|(name, content)| (name, content.as_bytes()));
    let binary = TestApp::empty(AT).await.with_site_files(&SiteFiles::embedded(embedded, changed));
    assert_eq!(folder.state.assets, binary.state.assets);
    let build = folder.state.assets.js.split('/').nth(2).unwrap();
    for (address, headers) in REQUESTS {
        let address = address.replace("{build}", build);
        for method in [Method::GET, Method::HEAD] {
            let one = folder.send(method.clone(), &address, headers, Body::empty()).await;
            let other = binary.send(method.clone(), &address, headers, Body::empty()).await;
            let case = format!("{method} {address} {headers:?}");
            assert_eq!(
                (one.status, &one.headers, &one.body),
                (other.status, &other.headers, &other.body),
                "{case}"
            );
            let etag = one.header("etag").to_owned();
            if one.status == StatusCode::OK && !etag.is_empty() {
                let again = [headers, &[("if-none-match", &*etag)]].concat();
                assert_eq!(
                    binary.get_with(&address, &again).await.status,
                    StatusCode::NOT_MODIFIED,
                    "{case}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_binary_without_the_client_says_so() {
    let rest = SITE.into_iter().filter(|(name, _)| name.rsplit('.').next() != Some("wasm"));
    let site = SiteFiles::embedded(rest.map(|(name, content)| (name, content.as_bytes())), UNIX_EPOCH);
    let error = site.assets().unwrap_err().to_string();
    assert!(error.contains("guldkorn.*.wasm") && error.contains("make build"), "{error}");
}
