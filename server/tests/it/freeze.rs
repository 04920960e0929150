//! The site as files: whole, without a server, and without anything that is not public.

use std::collections::BTreeSet;
use std::path::Path;

use app::import::{Options, TableRow, import_redirects};
use app::posts::PostKind;
use app::posts::store::{NewPost, add_post, rename, withdraw};
use scraper::Selector;
use server::freeze::{FreezeError, freeze};

use crate::frozen_site::{Frozen, add_public_files, has_ending};
use crate::leaks;
use crate::program::run;
use crate::test_app::{TestApp, instant};

async fn add(app: &TestApp, slug: &str, body: &str) -> app::posts::PostId {
    let mut writer = app.state.db.write_content().await.unwrap();
    let now = app.state.clock.now_millis();
    let post = NewPost {
        published: true,
        published_at: Some(now),
        ..NewPost::draft(PostKind::Article, slug, "En text")
    };
    let id =
        add_post(&mut writer, &post.with_content(|content| content.body = body.into()), now).await.unwrap();
    writer.commit().await.unwrap();
    id
}

#[tokio::test]
async fn the_whole_demo_works_without_a_server() {
    let frozen = Frozen::of(&TestApp::demo("2026-12-24T20:00+01:00").await).await;
    assert_eq!(frozen.report.broken, []);
    assert_eq!(frozen.dead_links(), [""; 0]);
    assert!(frozen.report.to_string().contains("Alla länkar inom webbplatsen leder rätt."));

    for (file, what) in [
        ("index.html", "Arkiverad 24"),
        ("kalender/2026/lucka/24/index.html", "När alla fönster lyser"),
        ("kalender/2026/vy/lista/index.html", "När alla fönster lyser"),
        ("inlagg/nar-alla-fonster-lyser/index.html", "<article"),
        ("kalender/2026/las/index.html", "När alla fönster lyser"),
        ("blogg/sida/2/index.html", "<article"),
        ("kalender/index.html", "url=2026/index.html"),
        ("kalender/idag/index.html", "url=../2026/index.html"),
        ("feed.xml", "<feed"),
        ("sitemap.xml", "<urlset"),
        ("kalender/2026.ics", "BEGIN:VCALENDAR"),
        ("kalender/neutral/1/2026.ics", "Påminnelse"),
        ("404.html", "href=\"/index.html\""),
        ("sok/sok.js", "guldkornSok"),
    ] {
        assert!(frozen.text(file).contains(what), "{what} in {file}");
    }
    assert!(frozen.files.keys().any(|file| file.starts_with("media/") && has_ending(file, "webp")));
    assert!(frozen.files.contains_key("icon-192.png") && frozen.files.contains_key("favicon.ico"));
}

#[tokio::test]
async fn what_needs_a_server_or_the_day_is_gone() {
    let frozen = Frozen::of(&TestApp::demo("2026-12-24T20:00+01:00").await).await;
    let [scripts, forms, today] = [
        "script",
        "form:not([role=search]), dialog, button:not(.button), [data-hydrated]",
        "[data-state=today], .today",
    ]
    .map(|selector| Selector::parse(selector).unwrap());
    for (file, page) in frozen.pages() {
        let sources: BTreeSet<_> =
            page.select(&scripts).map(|script| script.attr("src").unwrap_or("inline")).collect();
        let allowed: &[&str] = if file == "sok/index.html" { &["sok.js", "texter.js"] } else { &[] };
        assert!(sources.iter().copied().eq(allowed.iter().copied()), "{file}: {sources:?}");
        assert_eq!(page.select(&forms).count(), 0, "{file}");
        assert_eq!(page.select(&today).count(), 0, "{file}");
        let text = frozen.text(file);
        for word in ["arkiv.invalid", "127.0.0.1", "/admin", "dagens lucka", "Klockan är flyttad"] {
            assert!(!text.contains(word), "{word} in {file}");
        }
        assert!(
            file.contains("kalender/index") || text.contains("http-equiv") || text.contains("Arkiverad"),
            "{file}"
        );
    }
    assert!(!frozen.files.keys().any(|file| has_ending(file, "wasm") || file.ends_with("guldkorn.Ab3.js")));
    assert!(!frozen.files.contains_key("manifest.webmanifest"));
    let form = frozen.text("tillganglighet/synpunkter/index.html");
    assert!(form.contains("du kan inte skicka formuläret") && !form.contains("kvittonummer"), "{form}");
    for file in ["tillganglighet/index.html", "integritet/index.html"] {
        let page = frozen.text(file).replace('\u{ad}', "");
        assert!(page.contains("du kan inte skicka formuläret"), "{page}");
        for gone in ["vårt formulär", "kvittonummer", "svarar så snart", "tillganglighet/svar", "synpunkter"]
        {
            assert!(!page.contains(gone), "{gone} in {file}: {page}");
        }
    }
    assert!(!frozen.files.contains_key("tillganglighet/svar/index.html"));
    assert!(frozen.text("integritet/index.html").contains("class=\"notice\""));
    let statement = frozen.text("tillganglighet/index.html").replace('\u{ad}', "");
    let reporting = statement.split("Rapportera brister").last().unwrap_or_default();
    let section = reporting.split("<h2").next().unwrap_or_default();
    assert!(section.contains("Skriv i stället till"), "{section}");
    assert!(frozen.text("saker-surf/index.html").contains("Tangenten Skift gör ingenting"));
}

#[tokio::test]
async fn a_style_sheet_holds_its_small_drawings() {
    let app = TestApp::empty("2026-12-24T20:00+01:00").await;
    let (site, roofs) = (app.site_folder(), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let sheet = ".foot{mask:url(/roofs.svg)}.x{background:url(/scener/stad-bred.svg#bild)}";
    std::fs::write(site.join("pkg/guldkorn.Ab3.css"), sheet).unwrap();
    std::fs::write(site.join("roofs.svg"), roofs).unwrap();
    let frozen = Frozen::of(&app).await;
    let sheets: Vec<_> = frozen.files.keys().filter(|file| has_ending(file, "css")).collect();
    let css: String = sheets.into_iter().map(|file| frozen.text(file)).collect();
    assert!(css.contains("mask:url(\"data:image/svg+xml,%3Csvg"), "{css}");
    assert!(css.contains("scener/stad-bred.svg#bild"), "{css}");
}

#[tokio::test]
async fn an_empty_site_in_march_is_frozen_too_and_only_once() {
    for app in
        [TestApp::empty("2026-03-01T12:00+01:00").await, TestApp::starter("2026-03-01T12:00+01:00").await]
    {
        let frozen = Frozen::of(&app).await;
        assert_eq!((frozen.report.broken.as_slice(), frozen.dead_links()), (&[][..], vec![]));
        let folder = tempfile::tempdir().unwrap();
        freeze(&app.state, &app.site_files(), folder.path(), "/").await.unwrap();
        let again = freeze(&app.state, &app.site_files(), folder.path(), "/").await;
        assert!(matches!(again, Err(FreezeError::NotEmpty(_))));
        assert!(folder.path().join("index.html").exists());
    }
}

#[tokio::test]
async fn a_calendar_that_has_not_begun_promises_nothing() {
    let frozen = Frozen::of(&TestApp::demo("2026-03-10T20:00+01:00").await).await;
    assert_eq!((frozen.report.broken.as_slice(), frozen.dead_links()), (&[][..], vec![]));
    assert_eq!(frozen.report.closed_doors, 24);
    for file in ["index.html", "kalender/2026/index.html", "kalender/2026/lucka/7/index.html"] {
        let text = frozen.text(file);
        assert!(!text.contains("dagar kvar") && !text.contains("öppnas"), "{file}: {text}");
    }
}

#[tokio::test]
async fn nothing_of_closed_doors_and_drafts_is_written() {
    let app = leaks::site(&[1, 2, 3, 4, 5]).await;
    app.state.clock.set(instant("2026-12-02T08:00+01:00"));
    let frozen = Frozen::of(&app).await;
    let canaries = ["kanarie3", "kanarie4", "kanarie5", "kanarie99"];
    for (file, content) in &frozen.files {
        let content = String::from_utf8_lossy(content).to_lowercase();
        for canary in canaries {
            assert!(!file.contains(canary) && !content.contains(canary), "{canary} in {file}");
        }
    }
    assert!(frozen.text("kalender/2026/lucka/1/index.html").contains("kanarie1titel"));
    assert!(frozen.text("kalender/2026/lucka/3/index.html").contains("Luckan är inte öppnad"));
    assert!(!frozen.files.contains_key("kalender/utkast/index.html"));
}

#[tokio::test]
async fn the_search_finds_words_and_tells_nothing_of_sensitive_texts() {
    let app = TestApp::empty("2026-12-24T20:00+01:00").await;
    add(&app, "steg", "Den som väntar på **återhämtning** får vänta.").await;
    let frozen = Frozen::of(&app).await;
    let part = frozen.text("sok/ord/e5.js");
    assert!(!part.contains("aterhamtning") || part.contains("återhämtning"), "{part}");
    assert!(part.starts_with("guldkornSok.ord(\"e5\", {") && part.contains("\"återhämtning\":["), "{part}");
    assert!(frozen.text("sok/texter.js").contains("\"link\":\"../inlagg/steg/index.html\""));
    let page = frozen.text("sok/index.html");
    assert!(
        page.contains("<a href=\"../inlagg/steg/index.html\"") && page.contains("id=\"sok-status\""),
        "{page}"
    );
}

#[tokio::test]
async fn old_addresses_lead_on_and_gone_ones_are_gone() {
    let app = TestApp::empty("2026-12-24T20:00+01:00").await;
    let (renamed, gone) = (add(&app, "gammal", "Text.").await, add(&app, "borta", "Text.").await);
    add(&app, "lank", "[Dit](/inlagg/gammal) och [hit](/inlagg/borta).").await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let now = app.state.clock.now_millis();
    rename(&mut writer, renamed, "ny", now).await.unwrap();
    withdraw(&mut writer, gone, now).await.unwrap();
    writer.commit().await.unwrap();
    let old = TableRow { line: 1, from: "/?p=12".into(), to: "/inlagg/lank".into() };
    import_redirects(&app.state, &[old], &Options::default()).await.unwrap();
    let frozen = Frozen::at(&app, "/arkiv/").await;
    assert_eq!((frozen.report.broken.as_slice(), frozen.dead_links()), (&[][..], vec![]));
    assert!(frozen.text("redirects/nginx.conf").contains("\"/arkiv/inlagg/gammal\" \"/arkiv/inlagg/ny/\";"));
    assert!(frozen.text("redirects/nginx.conf").contains("\"/arkiv/inlagg/borta\" 1;"));
    assert!(frozen.text("redirects/nginx.conf").contains("\"/arkiv/ 12\" \"/arkiv/inlagg/lank/\";"));
    assert!(frozen.text("redirects/Caddyfile").contains("redir \"/arkiv/inlagg/gammal\""));
    assert!(frozen.text("_redirects").contains("/arkiv/inlagg/gammal /arkiv/inlagg/ny/ 301!"));
    assert!(frozen.text("inlagg/gammal/index.html").contains("url=../ny/index.html"));
    assert!(frozen.text("inlagg/borta/index.html").contains("Den fanns här förut."));
    assert!(frozen.text("inlagg/lank/index.html").contains("href=\"../ny/index.html\""), "no detour");
    assert!(!frozen.text("sok/texter.js").contains("borta"));
}

#[tokio::test]
async fn a_broken_link_is_named_with_its_page() {
    let app = TestApp::empty("2026-12-24T20:00+01:00").await;
    add(&app, "lank", "[Dit](/inlagg/fanns-aldrig)").await;
    let frozen = Frozen::of(&app).await;
    let broken = ("/inlagg/fanns-aldrig".to_owned(), "/inlagg/lank".to_owned());
    assert_eq!(frozen.report.broken, [broken]);
}

#[test]
fn the_command_tells_what_is_wrong_and_what_it_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, site, out) = (path("data"), path("site"), path("ut"));
    crate::test_app::write_site(Path::new(&site));
    add_public_files(Path::new(&site));
    let command = ["freeze", "--data", &data, "--site", &site, "--at", "2026-12-24T20:00", &out];
    let missing = run(&command, "");
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("--data") && !Path::new(&data).exists());

    assert!(run(&["staff", "--data", &data, "list"], "").status.success());
    let first = run(&command, "");
    let report = String::from_utf8_lossy(&first.stdout);
    assert!(first.status.success() && report.contains("Webbplatsen är fryst i"), "{report}{first:?}");
    let second = run(&command, "");
    assert_eq!(second.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&second.stderr).contains("är inte tom"));
}
