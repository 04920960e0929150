use super::*;
use crate::media::store::{NewPicture, Variant, add_picture};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::state::AppState;

const UNSAVED: SectionVersion = SectionVersion(0);

fn staff(name: &str) -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: name.into(), role: Role::Admin }
}

const PICTURE: &str = "0123456789abcdef0123456789abcdef";

/// Adds a picture that suits every place.
async fn add_drawing(state: &AppState) {
    let variant = |name: &str, media_type: &str| Variant {
        name: name.into(),
        media_type: media_type.into(),
        width: 1600,
        bytes: 1,
    };
    let variants = vec![variant("bild.svg", "image/svg+xml"), variant("1600.webp", "image/webp")];
    let id = PICTURE.parse().expect("an id");
    let picture = NewPicture { id, width: 1600, height: 1600, variants, alt: String::new(), added_by: None };
    let mut tx = state.db.write_content().await.expect("a transaction");
    add_picture(&mut tx, &picture, state.clock.now_millis()).await.expect("added");
    tx.commit().await.expect("saved");
}

#[tokio::test]
async fn every_section_is_read_as_it_was_saved() {
    let site = TestSite::new().await;
    let state = &site.state;
    add_drawing(state).await;
    let text = |value: &str| value.to_owned();
    for section in Section::ALL {
        let before = load_section(state, section).await.expect("reads");
        assert_eq!(before.version, UNSAVED);
        let value = |field: &SettingField| match field.rule {
            Rule::Text(most) | Rule::Needed(most) => "Ord & <b>å</b>".chars().take(most).collect(),
            Rule::Lines(_) => text("våld*\n114 14"),
            Rule::Origins => text("https://a.example\nhttps://b.example"),
            Rule::Switch => text("ja"),
            Rule::Choice(choices) => text(choices.last().map_or("", |(value, _)| value)),
            Rule::Colour => text("#003399"),
            Rule::Email => text("anna@exempel.se"),
            Rule::Phone | Rule::NeededPhone => text("010-000 00 00"),
            Rule::Link => text("https://www.example.se/om"),
            Rule::Picture(_) => text(PICTURE),
            Rule::Address => text("https://www.example.se"),
            Rule::Elsewhere => text("https://www.smhi.se/"),
            Rule::TimeZone => text("Europe/Stockholm"),
            Rule::Day | Rule::AnyDay => text("2026-11-01"),
        };
        let row = |fields: &[SettingField]| -> SettingRow {
            fields.iter().map(|field| (field.name.to_owned(), value(field))).collect()
        };
        let lists = section.lists().iter().map(|list| (list.name.to_owned(), vec![row(list.fields)]));
        let typed = SectionForm { fields: row(section.fields()), lists: lists.collect() };
        site.state.clock.set("2026-12-07T08:00:00+01:00".parse().expect("an instant"));
        let generation = state.db.generation();
        let saved = save_section(state, &staff("Anna"), section, UNSAVED, &typed).await.expect("saves");
        assert_eq!(saved, before.form, "{section:?}");
        assert!(state.db.generation() > generation, "pages in memory are out of date");
        let after = load_section(state, section).await.expect("reads");
        assert_eq!(
            after,
            SavedSection { form: typed, version: SectionVersion(1), changed_by: "Anna".into() }
        );
    }
    let changes = site.count("select count(*) from audit_log where action = 'settings_changed'").await;
    assert_eq!(usize::try_from(changes), Ok(Section::ALL.len()));
}

#[tokio::test]
async fn nobody_saves_over_somebody_else_and_sections_do_not_meet() {
    let site = TestSite::new().await;
    let state = &site.state;
    let name = |name: &str| SectionForm {
        fields: SettingRow::from([
            ("name".into(), name.into()),
            ("time_zone".into(), "Europe/Stockholm".into()),
        ]),
        ..SectionForm::default()
    };
    save_section(state, &staff("Bo"), Section::Site, UNSAVED, &name("Bos")).await.expect("saves");
    let late = save_section(state, &staff("Anna"), Section::Site, UNSAVED, &name("Annas")).await;
    assert_eq!(late, Err(SettingsError::Conflict));
    let now = load_section(state, Section::Site).await.expect("reads");
    assert_eq!((now.form.field("name"), now.changed_by.as_str()), ("Bos", "Bo"));
    let other = save_section(state, &staff("Anna"), Section::Contact, UNSAVED, &name("Kontoret")).await;
    assert!(other.is_ok());
}

#[tokio::test]
async fn what_does_not_fit_changes_nothing() {
    let site = TestSite::new().await;
    let state = &site.state;
    let row =
        |word: &str| SettingRow::from([("word".into(), word.into()), ("instead".into(), "person".into())]);
    let lists = [("words".to_owned(), vec![row("individ"), row("Individ"), row("")])].into();
    let typed = SectionForm { lists, ..SectionForm::default() };
    let saved = save_section(state, &staff("Anna"), Section::Wordings, UNSAVED, &typed).await;
    let Err(SettingsError::Invalid(errors)) = saved else { panic!("{saved:?}") };
    let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["words-2-word", "words-1-word"]);
    assert_eq!(load_section(state, Section::Wordings).await.expect("reads").version, UNSAVED);
    assert_eq!(site.count("select count(*) from wordings where word = 'Individ'").await, 0);
}
