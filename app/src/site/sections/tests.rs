use super::*;
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};

fn staff(name: &str) -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: name.into(), role: Role::Admin }
}

#[tokio::test]
async fn every_section_is_read_as_it_was_saved() {
    let site = TestSite::new().await;
    let state = &site.state;
    let text = |value: &str| value.to_owned();
    for section in Section::ALL {
        let before = kept(state, section).await.expect("reads");
        assert_eq!(before.version, 0);
        let value = |entry: &Entry| match entry.rule {
            Rule::Text(_) | Rule::Needed(_) => text("Ord & <b>å</b>"),
            Rule::Email => text("anna@exempel.se"),
            Rule::Phone | Rule::NeededPhone => text("010-000 00 00"),
            Rule::Path => text("/om"),
            Rule::Logo => text("/funders/norr.svg"),
            Rule::Address => text("https://www.example.se"),
            Rule::Elsewhere => text("https://www.smhi.se/"),
            Rule::Day => text("2026-11-01"),
        };
        let row = |entries: &[Entry]| -> Row {
            entries.iter().map(|entry| (entry.name.to_owned(), value(entry))).collect()
        };
        let lists = section.lists().iter().map(|list| (list.name.to_owned(), vec![row(list.entries)]));
        let typed = Filled { fields: row(section.entries()), lists: lists.collect() };
        site.state.clock.set("2026-12-07T08:00:00+01:00".parse().expect("an instant"));
        let generation = state.db.generation();
        let saved = keep(state, &staff("Anna"), section, 0, &typed).await.expect("answers");
        assert_eq!(saved, Saved::Done(before.filled), "{section:?}");
        assert!(state.db.generation() > generation, "pages in memory are out of date");
        let after = kept(state, section).await.expect("reads");
        assert_eq!(after, Kept { filled: typed, version: 1, changed_by: "Anna".into() });
    }
    assert_eq!(site.count("select count(*) from audit_log where action = 'settings_changed'").await, 6);
}

#[tokio::test]
async fn nobody_saves_over_somebody_else_and_sections_do_not_meet() {
    let site = TestSite::new().await;
    let state = &site.state;
    let name = |name: &str| Filled { fields: Row::from([("name".into(), name.into())]), ..Filled::default() };
    keep(state, &staff("Bo"), Section::Site, 0, &name("Bos")).await.expect("answers");
    let late = keep(state, &staff("Anna"), Section::Site, 0, &name("Annas")).await.expect("answers");
    assert_eq!(late, Saved::Overtaken);
    let now = kept(state, Section::Site).await.expect("reads");
    assert_eq!((now.filled.field("name"), now.changed_by.as_str()), ("Bos", "Bo"));
    let other = keep(state, &staff("Anna"), Section::Contact, 0, &name("Kontoret")).await.expect("answers");
    assert!(matches!(other, Saved::Done(_)));
}

#[tokio::test]
async fn what_does_not_fit_changes_nothing() {
    let site = TestSite::new().await;
    let state = &site.state;
    let row = |word: &str| Row::from([("word".into(), word.into()), ("instead".into(), "person".into())]);
    let lists = [("words".to_owned(), vec![row("individ"), row("Individ"), row("")])].into();
    let typed = Filled { lists, ..Filled::default() };
    let saved = keep(state, &staff("Anna"), Section::Wordings, 0, &typed).await.expect("answers");
    let Saved::Invalid(errors) = saved else { panic!("{saved:?}") };
    let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["words-2-word", "words-1-word"]);
    assert_eq!(kept(state, Section::Wordings).await.expect("reads").version, 0);
    assert_eq!(site.count("select count(*) from wordings").await, 0);
}
