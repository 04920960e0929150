//! Words are followed through changes of the text, or given up; never guessed.

use proptest::prelude::*;

use super::*;
use crate::posts::PostContent;
use crate::posts::diff::by_words;

fn text(body: &str) -> Passages {
    Passages::of(&PostContent { body: body.into(), ..PostContent::default() })
}

/// Marks the nth occurrence of words.
fn mark(text: &Passages, words: &str, nth: usize) -> Anchor {
    let at = text.occurrences(words)[nth];
    Anchor::at(text, text.place_of(at, words.len())).unwrap()
}

fn follow(anchor: Anchor, old: &Passages, new: &Passages) -> Anchor {
    anchor.follow(old, new, &by_words(old.text(), new.text()))
}

/// Marks the only occurrence of words in a text and follows it through others.
fn through<const N: usize>(words: &str, bodies: [&str; N]) -> Anchor {
    let mut old = text(bodies[0]);
    let mut anchor = mark(&old, words, 0);
    for body in &bodies[1..] {
        let new = text(body);
        anchor = follow(anchor, &old, &new);
        old = new;
    }
    anchor
}

fn stands(anchor: &Anchor, in_text: &str) -> usize {
    let (text, place) = (text(in_text), anchor.place.expect("there"));
    assert_eq!(anchor.state, AnchorState::There);
    let line = text.text().lines().nth(place.block).unwrap();
    assert_eq!(&line[place.start..place.end], anchor.quote);
    place.block
}

#[test]
fn words_are_there_when_something_else_was_changed() {
    let after = "Ett nytt stycke.\n\nAnna fick börja i sin egen takt här.\n\nSlut.";
    let anchor = through("börja i sin egen takt", ["Hon fick börja i sin egen takt.\n\nSlutet.", after]);
    assert_eq!(stands(&anchor, after), 1);
}

#[test]
fn a_paragraph_that_is_split_takes_the_words_along() {
    let after = "Först kom hon.\n\nSedan vågade hon fråga.";
    let anchor = through("vågade hon fråga", ["Först kom hon. Sedan vågade hon fråga.", after]);
    assert_eq!(stands(&anchor, after), 1);
}

#[test]
fn a_paragraph_that_is_moved_takes_the_words_along() {
    let after = "Sist.\n\nMitt i ett långt stycke om annat.\n\nHon vågade fråga om hjälp.";
    let before = "Hon vågade fråga om hjälp.\n\nMitt i ett långt stycke om annat.\n\nSist.";
    let anchor = through("vågade fråga", [before, after]);
    assert_eq!(stands(&anchor, after), 2);
}

#[test]
fn changed_words_and_removed_ones_are_told_apart_and_keep_the_quotation() {
    let changed =
        through("börja i sin takt", ["Hon fick börja i sin takt.", "Hon fick börja när hon ville."]);
    assert_eq!((changed.state, changed.place), (AnchorState::Changed, None));
    assert_eq!(changed.quote, "börja i sin takt");
    let gone = through("vågade", ["Ett.\n\nHon vågade fråga.\n\nTvå.", "Ett.\n\nTvå."]);
    assert_eq!((gone.state, gone.place), (AnchorState::Gone, None));
}

#[test]
fn a_passage_that_comes_back_is_found_again() {
    let whole = "Ett.\n\nHon vågade fråga.\n\nTvå.";
    for without in ["Ett.\n\nTvå.", "Ett.\n\nHon frågade.\n\nTvå."] {
        let anchor = through("vågade", [whole, without, "Annat.\n\nTvå.", whole]);
        assert_eq!(stands(&anchor, whole), 1, "{without}");
    }
}

#[test]
fn one_of_two_that_are_alike_is_never_chosen() {
    let two = "Tack!\n\nHon fick hjälp.\n\nTack!";
    let (old, one) = (text(two), text("Hon fick hjälp.\n\nTack!"));
    for nth in [0, 1] {
        let anchor = follow(mark(&old, "Tack!", nth), &old, &one);
        assert_eq!((anchor.state, anchor.place), (AnchorState::Doubtful, None), "{nth}");
        let again = follow(anchor, &one, &old);
        assert_eq!(again.state, AnchorState::Doubtful, "nor when both are back");
    }
}

#[test]
fn a_copy_makes_doubt_only_where_nothing_around_tells_them_apart() {
    let after = "Hon hade mod.\n\nMod? Ja, mod.";
    let anchor = through("mod", ["Hon hade mod.", after]);
    assert_eq!(stands(&anchor, after), 0, "the words around tell them apart");
    let anchor = through("Hon hade mod.", ["Hon hade mod.", "Hon hade mod.\n\nHon hade mod."]);
    assert_eq!(anchor.state, AnchorState::Doubtful);
}

#[test]
fn a_comment_on_the_whole_text_stays_one() {
    let anchor = follow(Anchor::whole(), &text("Ett."), &text("Två."));
    assert_eq!(anchor, Anchor::whole());
}

/// Paragraphs of few words, so that much is alike.
fn bodies() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["mod", "steg", "åtta", "hon", "fick", "tro.", "ja,"]);
    let paragraph = prop::collection::vec(word, 1..8).prop_map(|words| words.join(" "));
    prop::collection::vec(paragraph, 1..5).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// Some words of a text.
fn marked(body: &str, from: usize, length: usize) -> (Passages, Anchor) {
    let passages = text(body);
    let lines: Vec<&str> = passages.text().lines().collect();
    let block = from % lines.len();
    let words: Vec<&str> = lines[block].split(' ').collect();
    let first = from % words.len();
    let last = (first + length).min(words.len());
    let start = words[..first].iter().map(|word| word.len() + 1).sum();
    let end = start + words[first..last].join(" ").len();
    let anchor = Anchor::at(&passages, Place { block, start, end }).unwrap();
    (passages, anchor)
}

proptest! {
    #[test]
    fn whatever_is_there_is_the_quotation(one in bodies(), other in bodies(), third in bodies(), from in 0_usize..40, length in 1_usize..5) {
        let (old, anchor) = marked(&one, from, length);
        let quote = anchor.quote.clone();
        let (new, last) = (text(&other), text(&third));
        let anchor = follow(anchor, &old, &new);
        for (anchor, text) in [(anchor.clone(), &new), (follow(anchor, &new, &last), &last)] {
            prop_assert_eq!(&anchor.quote, &quote);
            prop_assert_eq!(anchor.state == AnchorState::There, anchor.place.is_some());
            if let Some(place) = anchor.place {
                let line = text.text().lines().nth(place.block).unwrap();
                prop_assert_eq!(&line[place.start..place.end], &*quote);
            }
        }
    }

    #[test]
    fn an_unchanged_text_keeps_every_place(body in bodies(), from in 0_usize..40, length in 1_usize..5) {
        let (passages, anchor) = marked(&body, from, length);
        prop_assert_eq!(follow(anchor.clone(), &passages, &passages), anchor);
    }

    #[test]
    fn what_is_added_before_and_after_moves_every_place(body in bodies(), from in 0_usize..40, length in 1_usize..5) {
        let (old, anchor) = marked(&body, from, length);
        let place = anchor.place.unwrap();
        let new = text(&format!("Nytt före.\n\n{body}\n\nNytt efter."));
        let moved = follow(anchor, &old, &new).place;
        prop_assert_eq!(moved, Some(Place { block: place.block + 1, ..place }));
    }

    #[test]
    fn what_was_taken_out_is_found_again_only_where_it_is_alone(body in bodies(), from in 0_usize..40, length in 1_usize..5) {
        let (old, anchor) = marked(&body, from, length);
        let alike = anchor.alike(&old).len();
        let empty = text("Inget.");
        let lost = follow(anchor.clone(), &old, &empty);
        prop_assert!(lost.place.is_none());
        let back = follow(lost, &empty, &old);
        if alike == 1 {
            prop_assert_eq!(back, anchor);
        } else {
            prop_assert_eq!(back.state, AnchorState::Doubtful);
        }
    }
}
