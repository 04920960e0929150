//! What the start page and the edition's page are through the year: before, during, on the last day, after, in March.

use scraper::{ElementRef, Html, Selector};

use crate::test_app::TestApp;

struct Seen(Html);

impl Seen {
    async fn at(app: &TestApp, address: &str) -> Self {
        Self(Html::parse_document(app.get(address).await.text()))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn text(&self, selector: &str) -> String {
        let text: String = self.all(selector).iter().flat_map(ElementRef::text).collect();
        text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.all(selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
    }
}

#[tokio::test]
async fn each_time_has_its_light_its_picture_and_its_words() {
    let app = TestApp::demo("2026-11-26T08:00+01:00").await;
    for (at, light, fragment, heading, button) in [
        ("2026-11-26T08:00+01:00", "before", "fore", "Fem dagar kvar", ""),
        ("2026-11-30T23:59:59+01:00", "before", "fore", "En dag kvar", ""),
        ("2026-12-01T00:00+01:00", "during", "d1", "Tisdag 1 december", "Öppna lucka 1"),
        ("2026-12-12T08:00+01:00", "during", "d12", "Lördag 12 december", "Öppna lucka 12"),
        ("2026-12-13T08:00+01:00", "during", "d13", "Söndag 13 december Lucia", "Öppna lucka 13"),
        ("2026-12-24T00:00+01:00", "finale", "final", "Torsdag 24 december Julafton", "Öppna lucka 24"),
        ("2026-12-25T00:00+01:00", "after", "efter", "Det här var 2026", ""),
    ] {
        app.set_clock(at);
        for address in ["/", "/kalender/2026"] {
            let page = Seen::at(&app, address).await;
            assert_eq!(page.attribute(".town", "data-light").as_deref(), Some(light), "{address} {at}");
            let picture = page.attribute(".quarter-picture", "src").unwrap();
            assert!(picture.ends_with(&format!("#{fragment}")), "{address} {at} {picture}");
            assert_eq!(page.text(".now .display"), heading, "{address} {at}");
            assert_eq!(page.text(".now .today"), button, "{address} {at}");
            assert_eq!(page.all("h1").len(), 1, "{address} {at}");
            let closing = page.text(".closing");
            assert_eq!(closing.contains("Nu lyser alla fönster"), light == "finale", "{address} {at}");
        }
    }
}

#[tokio::test]
async fn the_best_of_the_year_comes_when_the_last_day_has_passed() {
    let app = TestApp::demo("2026-12-24T23:59:59+01:00").await;
    for address in ["/", "/kalender/2026"] {
        assert!(Seen::at(&app, address).await.all(".best").is_empty(), "{address}");
    }
    app.set_clock("2026-12-25T00:00+01:00");
    let doors = |page: &Seen| -> Vec<String> {
        page.all(".best a").iter().filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    };
    let chosen = [3, 10, 13, 24].map(|day| format!("/kalender/2026/lucka/{day}"));
    for address in ["/", "/kalender/2026"] {
        assert_eq!(doors(&Seen::at(&app, address).await), chosen, "{address}");
    }
    // Neither a sensitive text nor one that is gone is among them.
    let mut writer = app.state.db.write_content().await.unwrap();
    for change in [
        "update posts set sensitive = 1 where id = (select post_id from doors d join editions e on e.id = edition_id
             where e.slug = '2026' and day = 10)",
        "update doors set post_id = null where day = 24",
    ] {
        sqlx::query(change).execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
    for address in ["/", "/kalender/2026"] {
        assert_eq!(doors(&Seen::at(&app, address).await), [&*chosen[0], &*chosen[2]], "{address}");
    }
    // The archive keeps it, the start page does not.
    app.set_clock("2027-03-15T12:00+01:00");
    assert!(Seen::at(&app, "/").await.all(".best").is_empty());
    assert_eq!(Seen::at(&app, "/kalender/2026").await.all(".best a").len(), 2);
}

/// Returns the slug of the week's guldkorn on the start page.
async fn weekly(app: &TestApp) -> Option<String> {
    Seen::at(app, "/").await.attribute(".weekly [data-post]", "data-post")
}

#[tokio::test]
async fn out_of_season_a_guldkorn_of_past_editions_stands_for_a_week() {
    let app = TestApp::demo("2027-03-15T00:00+01:00").await;
    let monday = weekly(&app).await.expect("a guldkorn of the week");
    app.set_clock("2027-03-21T23:59:30+01:00");
    assert_eq!(weekly(&app).await.as_ref(), Some(&monday));
    assert_eq!(app.get("/").await.header("cache-control"), "public, max-age=30", "no longer than the week");
    app.set_clock("2027-03-22T00:00+01:00");
    assert_ne!(weekly(&app).await, Some(monday));
    let page = Seen::at(&app, "/").await;
    assert_eq!(page.all(".town-picture img").len(), 1);
    assert_eq!(page.attribute(".town-picture a", "href").as_deref(), Some("/kalender/2026"));
    assert!(page.all("a[data-door]").is_empty());
}

#[tokio::test]
async fn no_week_of_two_years_shows_a_sensitive_or_a_closed_guldkorn() {
    let app = TestApp::demo("2026-01-12T12:00+01:00").await;
    let mut shown = std::collections::BTreeSet::new();
    for week in 0..40 {
        let at = jiff::civil::date(2026, 1, 12) + jiff::Span::new().weeks(week);
        app.set_clock(&format!("{at}T12:00:00+00:00"));
        shown.extend(weekly(&app).await);
    }
    let past: Vec<String> = sqlx::query_scalar(
        "select p.slug from posts p join doors d on d.post_id = p.id join editions e on e.id = d.edition_id
         where e.slug = '2025' and p.sensitive = 0",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    assert_eq!(shown, past.into_iter().collect(), "all of the past edition, and nothing else");
}

#[tokio::test]
async fn the_guldkorn_of_the_week_can_be_switched_off() {
    let app = TestApp::demo("2027-03-15T12:00+01:00").await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set weekly_guldkorn = 0").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(weekly(&app).await, None);
}

#[tokio::test]
async fn an_edition_to_come_is_counted_down_out_of_season() {
    let app = TestApp::demo("2026-10-01T12:00+02:00").await;
    let page = Seen::at(&app, "/").await;
    assert_eq!(page.text(".off-season .intro"), "61 dagar kvar till Guldkornen i MIA 2026.");
    assert_eq!(page.attribute(".town-picture a", "href").as_deref(), Some("/kalender/2025"));
}

#[tokio::test]
async fn a_site_without_anything_has_a_start_page() {
    let app = TestApp::empty("2027-03-15T12:00+01:00").await;
    let page = Seen::at(&app, "/").await;
    assert_eq!(page.all("h1").len(), 1);
    assert!(!page.text("h1").is_empty());
    assert!(page.all(".weekly, .best, .off-season .intro, .town-picture a").is_empty());
    assert_eq!(page.all(".town-picture img").len(), 1);
}
