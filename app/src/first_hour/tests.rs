//! The list against a real database.

use super::*;
use crate::site::Funder;
use crate::site::colours::Rgb;
use crate::site::store::{replace_settings, settings};
use crate::staff::testing::TestSite;
use crate::staff::{Role, StaffId};

fn anna() -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Admin }
}

async fn state(site: &TestSite, kind: StepKind) -> StepState {
    let list = FirstHour::load(&site.state).await.unwrap();
    list.steps.into_iter().find(|step| step.kind == kind).map(|step| step.state).unwrap()
}

#[tokio::test]
async fn an_answer_counts_for_what_nothing_else_shows() {
    let site = TestSite::new().await;
    for (kind, expected) in [(StepKind::Backup, StepState::Done), (StepKind::Name, StepState::Left)] {
        assert_eq!(state(&site, kind).await, StepState::Left);
        answer(&site.state, &anna(), Answer::Done(kind)).await.unwrap();
        assert_eq!(state(&site, kind).await, expected);
        answer(&site.state, &anna(), Answer::Skip(kind)).await.unwrap();
        assert_eq!(state(&site, kind).await, StepState::Skipped);
        answer(&site.state, &anna(), Answer::TakeBack(kind)).await.unwrap();
        assert_eq!(state(&site, kind).await, StepState::Left);
    }
}

#[tokio::test]
async fn a_step_that_was_skipped_and_is_done_after_all_is_done() {
    let site = TestSite::new().await;
    answer(&site.state, &anna(), Answer::Skip(StepKind::People)).await.unwrap();
    for email in ["anna@exempel.se", "bo@exempel.se"] {
        site.add_staff(email, Role::Admin).await;
    }
    assert_eq!(state(&site, StepKind::People).await, StepState::Done);
}

#[tokio::test]
async fn all_steps_skipped_or_done_is_the_end() {
    let site = TestSite::new().await;
    assert_eq!(FirstHour::load(&site.state).await.unwrap().progress(), "0 av 13 klara");
    for kind in StepKind::ALL {
        answer(&site.state, &anna(), Answer::Skip(kind)).await.unwrap();
    }
    let list = FirstHour::load(&site.state).await.unwrap();
    assert!(list.is_done() && !list.is_put_away);
    assert_eq!(list.progress(), "0 av 13 klara, 13 hoppas över");
    answer(&site.state, &anna(), Answer::PutAway).await.unwrap();
    assert!(FirstHour::load(&site.state).await.unwrap().is_put_away);
}

#[test]
fn every_step_has_a_name_of_its_own() {
    for kind in StepKind::ALL {
        assert_eq!(StepKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(StepKind::parse("list"), None);
}

#[tokio::test]
async fn settings_show_which_steps_are_done() {
    let site = TestSite::new().await;
    let steps = [StepKind::Colours, StepKind::Funders, StepKind::Contact, StepKind::Address];
    for kind in steps {
        assert_eq!(state(&site, kind).await, StepState::Left, "{kind:?}");
    }
    let mut settings = settings(site.state.db.reader()).await.unwrap();
    settings.colours.main = Some(Rgb::hex(0x7a_1f4b));
    settings.funding.funders.push(Funder { name: "Norr".into(), logo: None });
    settings.contact.phone = "010-000 00 00".into();
    settings.address = "https://vagen.example".into();
    let mut tx = site.state.db.write_content().await.unwrap();
    replace_settings(&mut tx, &settings).await.unwrap();
    tx.commit().await.unwrap();
    for kind in steps {
        assert_eq!(state(&site, kind).await, StepState::Done, "{kind:?}");
    }
}
