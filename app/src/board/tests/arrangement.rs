//! Where texts go, whatever is ordered.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::board::arrangement::Arrangement;
use crate::board::{BoardError, Order, WhenTaken};
use crate::posts::PostId;

/// Days that have a text where one is given; the texts without a day have higher numbers.
fn arrangement(texts: &[bool]) -> Arrangement {
    let place = |(day, has_text): (u16, &bool)| (day, has_text.then_some(PostId(i64::from(day))));
    Arrangement { days: (1..).zip(texts).map(place).collect() }
}

fn on_days(arrangement: &Arrangement) -> Vec<i64> {
    arrangement.days.values().map(|post| post.map_or(0, |post| post.0)).collect()
}

/// Carries shifts out.
fn shifted(before: &Arrangement, order: &Order) -> Result<Arrangement, BoardError> {
    let shifts = before.shifts(order)?;
    let mut after = before.clone();
    for shift in &shifts {
        if let Some(from) = shift.from {
            after.days.insert(from, None);
        }
    }
    for shift in &shifts {
        if let Some(to) = shift.to {
            after.days.insert(to, Some(shift.post));
        }
    }
    Ok(after)
}

fn when_taken() -> impl Strategy<Value = WhenTaken> {
    prop_oneof![Just(WhenTaken::Ask), Just(WhenTaken::Swap), Just(WhenTaken::Push), Just(WhenTaken::Aside)]
}

fn order() -> impl Strategy<Value = Order> {
    let loose = 100_i64..104;
    prop_oneof![
        (loose.clone(), 0_u16..10, when_taken()).prop_map(|(post, day, when_taken)| Order::Put {
            post: PostId(post),
            day,
            when_taken
        }),
        (0_u16..10, 0_u16..10, when_taken()).prop_map(|(from, to, when_taken)| Order::Move {
            from,
            to,
            when_taken
        }),
        (1_u16..9).prop_map(|day| Order::Clear { day }),
        (1_u16..9).prop_map(|day| Order::Reserve { day }),
        (prop::collection::vec(loose, 0..5), prop::collection::vec(0_u16..10, 0..5))
            .prop_map(|(posts, days)| Order::Fill { posts: posts.into_iter().map(PostId).collect(), days }),
    ]
}

proptest! {
    #[test]
    fn no_text_is_lost_and_none_is_on_two_days(
        texts in prop::collection::vec(any::<bool>(), 8),
        orders in prop::collection::vec(order(), 1..20),
    ) {
        let mut now = arrangement(&texts);
        let mut without_day: BTreeSet<PostId> = (100..104).map(PostId).collect();
        let all: BTreeSet<PostId> = now.days.values().flatten().copied().chain(without_day.clone()).collect();
        for order in orders {
            let Ok(shifts) = now.shifts(&order) else { continue };
            let after = shifted(&now, &order).unwrap();
            for shift in &shifts {
                prop_assert_eq!(shift.from.is_none(), without_day.contains(&shift.post));
            }
            for shift in &shifts {
                if shift.to.is_none() { without_day.insert(shift.post) } else { without_day.remove(&shift.post) };
            }
            let on: Vec<_> = after.days.values().flatten().copied().collect();
            prop_assert_eq!(on.len() + without_day.len(), all.len(), "{:?}", order);
            let together: BTreeSet<_> = on.into_iter().chain(without_day.clone()).collect();
            prop_assert_eq!(&together, &all);
            prop_assert_eq!(after.days.len(), now.days.len());
            now = after;
        }
    }
}

#[test]
fn a_full_day_makes_room_as_it_is_told() {
    let full = arrangement(&[true, true, false, true]);
    let moved =
        |when_taken| shifted(&full, &Order::Move { from: 4, to: 1, when_taken }).map(|days| on_days(&days));
    assert_eq!(moved(WhenTaken::Ask), Err(BoardError::Taken(1)));
    assert_eq!(moved(WhenTaken::Swap).unwrap(), [4, 2, 0, 1]);
    assert_eq!(moved(WhenTaken::Push).unwrap(), [4, 1, 2, 0], "up to the first empty day");
    assert_eq!(moved(WhenTaken::Aside).unwrap(), [4, 2, 0, 0]);
    let put = Order::Put { post: PostId(9), day: 4, when_taken: WhenTaken::Push };
    assert_eq!(on_days(&shifted(&full, &put).unwrap()), [1, 2, 0, 9], "what does not fit has no day");
}

#[test]
fn nothing_is_done_for_nothing() {
    let days = arrangement(&[true, false]);
    let stay = Order::Move { from: 1, to: 1, when_taken: WhenTaken::Ask };
    assert_eq!(days.shifts(&stay), Err(BoardError::Nothing));
    assert_eq!(days.shifts(&Order::Clear { day: 2 }), Err(BoardError::Nothing));
    let twice = Order::Fill { posts: vec![PostId(9), PostId(9)], days: vec![2, 1] };
    assert_eq!(days.shifts(&twice), Err(BoardError::HasDay));
    let nowhere = Order::Put { post: PostId(9), day: 3, when_taken: WhenTaken::Push };
    assert_eq!(days.shifts(&nowhere), Err(BoardError::NoDay));
}
