//! Folders of Markdown.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use super::imported_site::{ImportedSite, case};

#[tokio::test]
async fn md_01_yaml() {
    // Aliases cost no time: the import ends within what any may take.
    let site = ImportedSite::of("md-01-yaml");

    let post = site.post("_posts/2021-05-03-varstadning.md").await;
    assert_eq!((&*post.title, &*post.slug), ("Vårstädning: fönster, del 1", "varstadning"));
    assert_eq!((&*post.published(), &*post.state), ("2021-05-03T00:00", "published"));
    assert_eq!(post.tag_names(), ["hem", "hem & hushåll", "städning", "vår"]);
    assert_eq!(post.author, "Granbarr");
    assert!(post.body_markdown.contains("{% include figur.html bild=\"x.png\" %}"), "{post:?}");
    assert!(post.body_markdown.contains("{{ site.title }}"), "{post:?}");
    let redirects = site.redirects().await;
    for old in ["/2021/05/varstadning.html", "/gammal/varstadning"] {
        assert!(redirects.contains(&(old.into(), "varstadning".into())), "{redirects:?}");
    }

    assert_eq!(site.post("datum-1.md").await.published(), "2020-12-24T00:00");
    assert_eq!(site.post("datum-2.md").await.published(), "2018-11-20T16:33");
    let in_words = site.post("datum-3.md").await;
    assert_eq!(
        (&*in_words.state, &*in_words.published()),
        ("published", "2016-05-03T00:00"),
        "decision 0018"
    );
    assert_eq!(site.post("datum-4.md").await.state, "draft");

    let quotes = site.post("citat.md").await;
    assert_eq!(quotes.title, "Världen's största \"bulle\"");
    assert_eq!(quotes.teaser, "Vikt text nytt stycke");
    assert_eq!(quotes.body_markdown, "Bra YAML.\n\n---\n\nEn linje mitt i texten är inte nytt huvud.");

    let types = site.post("skiftande-typer.md").await;
    assert_eq!((&*types.title, &*types.slug), ("1984", "007"));
    assert_eq!(types.tag_names(), ["#intern", "2024", "Jul", "no", "yes"]);

    for broken in ["trasig-yaml.md", "bomb.md"] {
        let post = site.post(broken).await;
        assert_eq!(post.state, "draft");
        assert!(post.body_markdown.starts_with("Text"), "{post:?}");
    }
    assert_eq!(site.post("trasig-yaml.md").await.title, "Trasig yaml");
    assert_eq!(site.post("trasig-yaml.md").await.body_markdown, "Texten ska inte gå förlorad.");
    assert_eq!(site.post("dubbla-nycklar.md").await.title, "Första");
    assert_eq!(site.post("_posts/2021-13-45-omojligt-datum.md").await.state, "draft");

    assert!(site.count("shortcode") >= 4);
    assert_eq!(site.details("bad-date"), ["2021-13-45", "2021-02-30"]);
    let unknown = site.found("/findings", "unknown-key").1;
    let keys: Vec<_> = unknown.iter().map(|(key, _)| &**key).collect();
    assert_eq!(keys, ["layout", "okand_nyckel", "weight"]);
    assert_eq!(site.details("key-twice"), ["title"]);
    let broken = site.details("front-matter-broken");
    assert!(broken.iter().any(|detail| detail.contains("alias")), "{broken:?}");
    assert!(broken.iter().any(|detail| detail.starts_with("rad 4")), "{broken:?}");
}

#[tokio::test]
async fn md_02_toml() {
    let site = ImportedSite::of("md-02-toml");
    let local = site.post("lokalt-datum.md").await;
    assert_eq!((&*local.published(), local.tag_names()), ("2022-12-13T00:00", vec!["ljus", "lucia"]));
    let zone = site.post("med-zon.md").await;
    assert_eq!((&*zone.state, &*zone.slug), ("draft", "eget-namn"));
    assert!(zone.body_markdown.contains("[länk](/inlagg/lokalt-datum#del)"), "{}", zone.body_markdown);
    let redirects = site.redirects().await;
    for old in ["/gammalt/namn", "/relativt"] {
        assert!(redirects.contains(&(old.into(), "eget-namn".into())), "{redirects:?}");
    }
    let bundle = site.post("bunt/index.md").await;
    assert_eq!((&*bundle.slug, &*bundle.published(), &*bundle.tags), ("bunt", "2022-12-15T00:00", "mat"));
    assert_eq!(bundle.body_markdown.matches("](/media/").count(), 2, "{}", bundle.body_markdown);
    for (broken, title) in [("trasig.md", "Trasig"), ("oavslutad.md", "Oavslutad")] {
        let post = site.post(broken).await;
        assert_eq!((&*post.state, &*post.title), ("draft", title));
    }
    assert_eq!(site.post("trasig.md").await.body_markdown, "Texten ska inte gå förlorad.");
    assert!(site.post("oavslutad.md").await.body_markdown.contains("Här börjar texten"));
    let json = site.post("json-huvud.md").await;
    assert_eq!((&*json.title, &*json.published()), ("JSON-huvud", "2022-12-17T10:00"));

    assert_eq!(site.found("/skipped/reasons", "section-page").0, 1);
    let shortcodes = site.details("shortcode");
    for word in ["figure", "notis", "youtube"] {
        assert!(shortcodes.iter().any(|code| code.contains(word)), "{shortcodes:?}");
    }
    assert!(!shortcodes.iter().any(|code| code.contains("inte-kortkod")), "{shortcodes:?}");
    assert_eq!(site.count("expires"), 1);
    assert!(site.details("front-matter-broken").iter().any(|detail| detail.starts_with("rad 2")));
    assert_eq!(site.details("picture-unused"), ["bunt/oanvand.png"]);
}

#[tokio::test]
async fn md_03_without_front_matter() {
    let site = ImportedSite::of("md-03-utan");
    let note = site.post("anteckning.md").await;
    assert_eq!(note.title, "Rubriken i texten");
    assert_eq!(note.body_markdown, "Första stycket.\n\n# Ännu en etta\n\nMer.");
    assert_eq!(site.post("Setext.md").await.title, "Understruken rubrik");
    let rule = site.post("linje-forst.md").await;
    assert!(rule.body_markdown.starts_with("---\n\nEn text som börjar"), "{}", rule.body_markdown);
    assert!(rule.body_markdown.ends_with("Slut: kolon här också."));
    assert!(site.post("fyra-streck.md").await.body_markdown.contains("title: Fyra streck"));
    let dated = site.post("2019-06-21 Midsommarafton.md").await;
    assert_eq!((&*dated.title, &*dated.slug), ("Midsommarafton", "midsommarafton"));
    assert_eq!(dated.published(), "2019-06-21T00:00");
    assert_eq!(site.post("LÄSMIG.markdown").await.slug, "lasmig");
    assert_eq!(site.post("bara-huvud.md").await.state, "draft");
    for post in site.posts().await.iter().filter(|post| post.source_id != dated.source_id) {
        assert_eq!((&*post.state, &*post.published()), ("draft", ""), "{post:?}");
    }
    assert_eq!(site.found("/skipped/reasons", "empty").0, 1);
    assert_eq!(site.details("not-markdown"), ["lista.txt"]);
    assert_eq!(site.count("hidden-file"), 4);
}

#[tokio::test]
async fn md_04_encodings() {
    let site = ImportedSite::of("md-04-kodning");
    for (id, title) in [
        ("bom.md", "Med BOM"),
        ("crlf.md", "Windowsrader"),
        ("bom-crlf-toml.md", "Båda"),
        ("ensam-cr.md", "Gammal Mac"),
        ("latin1.md", "Kåldolmar på Öland"),
        ("utf16.md", "Från Anteckningar"),
        ("nolltecken.md", "Nolltecken"),
    ] {
        let post = site.post(id).await;
        assert_eq!(post.title, title);
        assert!(!post.body_markdown.contains(['\r', '\0']), "{post:?}");
    }
    let windows = site.post("crlf.md").await;
    assert_eq!(windows.tag_names(), ["ett", "två"]);
    assert!(windows.body_markdown.contains("rad två  \nrad tre"), "{:?}", windows.body_markdown);
    assert_eq!(site.post("latin1.md").await.body_markdown, "“Gräddsås” – åäö.");
    assert!(site.post("utf16.md").await.body_markdown.contains("åäö"));
    assert_eq!(site.post("nolltecken.md").await.body_markdown, "Foreefter.");
    assert_eq!(site.pictures().await, 1, "one spelling or another, it is one picture");

    let posts = site.posts().await;
    let names = |of: &str| {
        let like = posts.iter().filter(|post| post.slug == of || post.slug == format!("{of}-2"));
        like.map(|post| &*post.title).collect::<Vec<_>>().len()
    };
    assert_eq!((names("smor"), names("versal")), (2, 2));
    assert_eq!(posts.iter().find(|post| post.slug == "smor").unwrap().title, "Smör ett", "the older one");
    for post in &posts {
        assert!(
            post.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{post:?}"
        );
    }
    assert_eq!(site.count("read-as"), 2);
    assert_eq!(site.count("nul-removed"), 1);
    assert!(site.count("slug-taken") >= 2);
    assert_eq!(site.count("unseen-in-name"), 1);
}

#[tokio::test]
async fn md_05_links_and_pictures() {
    let site = ImportedSite::of("md-05-lankar-bilder");
    let trip = site.post("inlagg/resan.md").await;
    let body = &trip.body_markdown;
    assert_eq!(site.pictures().await, 2, "one row a file");
    assert!(trip.picture_id.is_some());
    assert!(body.matches("](/media/").count() >= 8, "{body}");
    assert_eq!(body.matches("](/inlagg/hemresan)").count(), 4, "{body}");
    assert!(body.matches("](/inlagg/hemresan#del-2)").count() == 2, "{body}");
    assert!(body.contains("[referens](/inlagg/hemresan \"Titel\") och fotnot[^1]"), "{body}");
    assert!(body.contains("[^1]: Fotnoten."), "{body}");
    assert!(body.contains("```\n![inte bild](kod.png) [[inte länk]]\n```"), "{body}");
    for alt in ["utanför", "absolut", "fil", "fönster", "nät", "meta", "inbäddad", "saknas"] {
        assert!(body.contains(alt) && !body.contains(&format!("[{alt}]")), "{alt}: {body}");
    }
    assert!(!body.contains("onerror") && !body.contains("127.0.0.1") && !body.contains("hostname"), "{body}");
    assert_eq!(site.post("inlagg/hemresan.md").await.body_markdown, "## Del 2\n\n[tillbaka](/inlagg/resan)");
    let dangerous = site.post("inlagg/farlig.md").await;
    assert!(dangerous.body_markdown.starts_with("a "), "{}", dangerous.body_markdown);

    assert_eq!(site.details("event-removed"), ["onerror"]);
    assert_eq!(site.count("other-case"), 1);
    assert!(site.details("picture-missing").contains(&"finns-inte.png".to_owned()));
    assert_eq!(site.count("not-fetched"), 2);
    assert_eq!(site.count("outside"), 3);
    assert!(site.count("picture-refused") >= 1, "{:#}", site.report);
    assert_eq!(site.report["complete"], false);
}

#[tokio::test]
async fn html_in_a_text_becomes_markdown_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Före\n<h2>Rubrik</h2>\n<ul><li>ett <a href=\"två.md\">steg</a></li><li><b>två</b></li></ul>\n\n\
                - punkt\n\n  <blockquote>citat</blockquote>\n  <p>slut</p>\n\n\
                > <p>rad ett</p>\n> <p>rad två</p>\n\n\
                <table><tr><th>Dag</th><th>Tid</th></tr><tr><td>måndag</td><td>8</td></tr></table>\n\n\
                `<b>kod</b>` och <u>ord</u><br>ny rad\n\n<script>x</script>\nEfter";
    fs::write(folder.path().join("ett.md"), format!("---\ndate: 2020-01-01\n---\n{text}")).unwrap();
    fs::write(folder.path().join("två.md"), "---\ndate: 2020-01-01\n---\nTvå").unwrap();
    let mut site = ImportedSite::empty();
    assert_eq!(site.import(folder.path(), &["--source", "prov"]), Some(0), "{:#}", site.report);
    let body = site.post("ett.md").await.body_markdown;
    for part in [
        "Före\n\n## Rubrik\n\n- ett [steg](/inlagg/tva)\n- **två**\n\n- punkt",
        "- punkt\n\n  > citat",
        "\n  slut\n",
        "> rad ett",
        "> rad två",
        "| Dag | Tid |\n|---|---|\n| måndag | 8 |",
        "`<b>kod</b>` och ord\\\nny rad",
        "\nEfter",
    ] {
        assert!(body.contains(part), "{part:?} in {body}");
    }
    assert_eq!((site.count("script-removed"), site.count("html-tags")), (1, 2));
}

#[tokio::test]
async fn a_file_that_a_text_links_to_becomes_a_document() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("filer")).unwrap();
    fs::write(folder.path().join("filer/tider.csv"), "dag;tid\nmåndag;8\n").unwrap();
    fs::write(folder.path().join("filer/program.exe"), "MZ").unwrap();
    fs::write(folder.path().join("filer/falsk.pdf"), "ingen pdf\u{1}").unwrap();
    let text = "[tider](filer/tider.csv), [program](filer/program.exe), [falsk](filer/falsk.pdf)";
    fs::write(folder.path().join("ett.md"), format!("---\ndate: 2020-01-01\n---\n{text}")).unwrap();
    let mut site = ImportedSite::empty();
    site.import(folder.path(), &["--source", "prov", "--dry-run"]);
    let dry = site.report["documents"].clone();
    assert_eq!(site.import(folder.path(), &["--source", "prov"]), Some(1));
    assert_eq!((&dry, &site.report["documents"]), (&1.into(), &1.into()));
    let body = site.post("ett.md").await.body_markdown;
    assert!(body.starts_with("[tider](/dokument/"), "{body}");
    assert!(body.ends_with("-sv), program, falsk"), "{body}");
    assert_eq!((site.count("no-document"), site.count("document-refused")), (1, 1));
    site.import(folder.path(), &["--source", "prov"]);
    assert_eq!(site.counts(), [0, 0, 1, 0]);
}

#[tokio::test]
async fn the_same_folder_again_changes_nothing() {
    for name in ["md-01-yaml", "md-02-toml", "md-04-kodning", "md-05-lankar-bilder"] {
        let mut site = ImportedSite::of(name);
        let (counts, redirects) = (site.counts(), site.redirects().await);
        site.import(&case(name), &[]);
        assert_eq!(site.counts(), [0, 0, counts[0], counts[3]], "{name}");
        assert_eq!(site.redirects().await, redirects);
    }
}

#[test]
fn a_dry_run_tells_the_same_and_leaves_nothing() {
    let mut site = ImportedSite::empty();
    site.import(&case("md-05-lankar-bilder"), &["--dry-run"]);
    let mut dry = site.report.clone();
    assert_eq!(dry["dry_run"], true);
    site.import(&case("md-05-lankar-bilder"), &[]);
    dry["dry_run"] = false.into();
    assert_eq!(dry, site.report);
}

/// Writes a folder of many texts, each of which links to another.
fn write_many(folder: &Path, count: usize) {
    let paragraph = "Ett stycke om en vanlig dag på projektet, med några ord till. ".repeat(40);
    for number in 0..count {
        let next = (number + 1) % count;
        let text = format!(
            "---\ntitle: Inlägg {number}\ndate: 2020-01-{:02}\ntags: [dag {}]\n---\n{paragraph}\n\n[nästa]({next:05}.md)\n",
            number % 28 + 1,
            number % 50
        );
        fs::write(folder.join(format!("{number:05}.md")), text).unwrap();
    }
}

/// `IMPORT_POSTS=10000 cargo nextest run many_texts` measures a large folder.
#[cfg(target_os = "linux")]
#[test]
fn many_texts_take_little_memory() {
    let count = std::env::var("IMPORT_POSTS").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let folder = tempfile::tempdir().unwrap();
    let texts = folder.path().join("texter");
    fs::create_dir(&texts).unwrap();
    write_many(&texts, count);
    let data = folder.path().join("data");
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_guldkorn"))
        .args(["import", "--report", "json", "--data", data.to_str().unwrap(), texts.to_str().unwrap()])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        // Its own memory. Pages of the database that are mapped are the system's cache.
        let own = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        peak = peak.max(own.and_then(|kb| kb.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0_u64));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    println!("{count} texts: {} MB in {:?}", peak / 1024, start.elapsed());
    assert_eq!((&report["new"], &report["complete"]), (&count.into(), &true.into()));
    assert!(peak < 150 * 1024, "{peak} kB");
}
