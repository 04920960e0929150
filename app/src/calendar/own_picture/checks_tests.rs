use super::*;
use crate::calendar::own_picture::arrange;
use crate::calendar::own_picture::place::testing::place;
use crate::calendar::own_picture::store::testing::picture;

fn found(picture: &ScenePicture, days: u16, is_alone: bool) -> Vec<String> {
    let scene = Scene { picture, days, is_in_order: true, is_alone };
    checks(&scene).into_iter().filter(|found| found.is_fault).map(|found| found.sentence).collect()
}

fn upright(places: &Places) -> ScenePicture {
    picture(Layout::Portrait, (900, 1200), places)
}

#[test]
fn doors_that_were_arranged_are_as_they_should_be() {
    let days: Vec<u16> = (1..=24).collect();
    let picture = upright(&arrange(&days, (900, 1200)));
    assert_eq!(found(&picture, 24, false), Vec::<String>::new());
    assert!(is_usable_on_phone(&[picture], 24));
}

#[test]
fn a_day_without_a_place_is_told() {
    let picture = upright(&Places::from([(1, place(0, 0, 20, 20)), (3, place(40, 0, 20, 20))]));
    let found = found(&picture, 4, false);
    assert!(found[0].starts_with("Lucka 2 och 4 har ingen plats på bilden."), "{found:?}");
    assert!(!is_usable_on_phone(&[picture], 4));
}

#[test]
fn a_door_too_small_for_a_finger_is_told_with_the_size_that_is_enough() {
    let wide = picture(Layout::Landscape, (1600, 800), &Places::from([(1, place(0, 0, 10, 30))]));
    let sentence = &found(&wide, 1, true)[0];
    assert!(sentence.contains("telefon: lucka 1 blir"), "{sentence}");
    assert!(
        sentence.contains("minst 14 % breda och 28 % höga, eller välj också en stående bild"),
        "{sentence}"
    );
    assert_eq!(found(&wide, 1, false), Vec::<String>::new(), "phones get another picture");
    assert!(!is_usable_on_phone(&[wide], 1));
}

#[test]
fn doors_that_overlap_are_named_in_pairs() {
    let places: Places = (1..=5).map(|day| (day, place(10, 10, 20, 20))).collect();
    let sentence = found(&upright(&places), 5, false).remove(0);
    assert!(
        sentence.contains("1 och 2, 1 och 3, 1 och 4, 1 och 5, 2 och 3, 2 och 4, och 4 par till."),
        "{sentence}"
    );
}

#[test]
fn an_order_that_surprises_is_told_where_there_should_be_one() {
    let places =
        Places::from([(1, place(50, 0, 20, 20)), (2, place(0, 2, 20, 20)), (3, place(0, 50, 20, 20))]);
    let picture = upright(&places);
    let in_order = Scene { picture: &picture, days: 3, is_in_order: true, is_alone: false };
    let told = checks(&in_order);
    assert!(told.iter().any(|found| found.days == [2] && !found.is_fault), "{told:?}");
    let shuffled = checks(&Scene { is_in_order: false, ..in_order });
    assert!(shuffled.iter().all(|found| !found.sentence.starts_with("Tangentbord")), "{shuffled:?}");
}
