//! The sentence or two for lists.

use super::{Field, Remark};

/// More letters are no teaser.
const LONGEST: usize = 200;

pub(super) fn remark(teaser: &str) -> Option<Remark> {
    let length = teaser.chars().count();
    (length > LONGEST).then(|| {
        let sentence =
            format!("Ingressen har {length} tecken. Korta den till högst {LONGEST}: en mening eller två.");
        Remark::on(Field::Teaser, sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::remark;

    #[test]
    fn a_teaser_is_a_sentence_or_two() {
        assert_eq!(remark(&"å".repeat(200)), None);
        assert!(remark(&"å".repeat(201)).is_some_and(|remark| remark.sentence.contains("201 tecken")));
    }
}
