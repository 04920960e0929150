//! The path: a scene for a series of any length and season.

use app::calendar::store::add_edition;
use app::calendar::{EditionState, NewEdition, SceneKind, Schedule};
use scraper::{Html, Selector};

use crate::test_app::TestApp;

/// Creates a published series without texts.
async fn series(app: &TestApp, first_day: &str, days: i64) {
    let schedule = Schedule::parse(first_day, days, "06:00", "Europe/Stockholm").unwrap();
    let edition = NewEdition {
        scene: SceneKind::Path,
        state: EditionState::Published,
        ..NewEdition::draft("stigen", "Dagar till sommaren", schedule)
    };
    let mut writer = app.state.db.write_content().await.unwrap();
    add_edition(&mut writer, &edition, "").await.unwrap();
    writer.commit().await.unwrap();
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_series_of_any_length_has_its_lanterns_in_order() {
    for (days, stretches) in [(1, 1), (10, 1), (11, 2), (30, 3), (99, 10), (366, 37)] {
        let app = TestApp::empty("2027-04-03T08:00+02:00").await;
        series(&app, "2027-04-01", days).await;
        let page = Html::parse_document(app.get("/kalender/stigen").await.text());
        assert_eq!(attributes(&page, ".path-scene > .stretch", "class").len(), stretches, "{days}");
        let numbers: Vec<_> = (1..=days).map(|day| day.to_string()).collect();
        assert_eq!(attributes(&page, ".stretch a[data-door]", "data-door"), numbers);
        let places: Vec<_> = (0..days).map(|day| format!("lantern-{}", day % 10 + 1)).collect();
        assert_eq!(attributes(&page, ".stretch li", "class"), places);
        let states = attributes(&page, ".stretch a[data-door]", "data-state");
        let open = states.iter().filter(|state| *state != "locked").count();
        assert_eq!(open, usize::try_from(days.min(3)).unwrap());
        let pictures = attributes(&page, ".stretch img", "src");
        assert_eq!(pictures.len(), stretches);
        assert!(pictures.iter().all(|picture| picture.starts_with("/scener/stig-smal.svg#")), "{pictures:?}");
        assert_eq!(pictures[0], "/scener/stig-smal.svg#var");
    }
}

#[tokio::test]
async fn the_list_leads_back_to_the_path_and_the_frame_shows_it() {
    let app = TestApp::empty("2027-04-03T08:00+02:00").await;
    series(&app, "2027-04-01", 30).await;
    assert!(app.get("/kalender/stigen?vy=lista").await.text().contains("Visa stigen"));
    let frame = Html::parse_document(app.get("/kalender/stigen/ram").await.text());
    assert_eq!(attributes(&frame, ".path-scene .stretch a[data-door]", "data-door").len(), 30);
    assert_eq!(attributes(&frame, "a[data-state=today]", "data-door"), ["3"]);
}

#[test]
fn the_drawing_has_each_season_and_neither_snow_nor_christmas() {
    for drawing in [
        include_str!("../../../public/scener/stig-bred.svg"),
        include_str!("../../../public/scener/stig-mellan.svg"),
        include_str!("../../../public/scener/stig-smal.svg"),
    ] {
        for season in ["var", "sommar", "host", "vinter"] {
            assert!(drawing.contains(&format!("id=\"{season}\"")), "{season}");
        }
        for word in ["snö", "snow", "jul", "tomte", "krans"] {
            assert!(!drawing.to_lowercase().contains(word), "{word}");
        }
        assert!(!drawing.contains("<script") && !drawing.contains("href=\"http"));
    }
}
