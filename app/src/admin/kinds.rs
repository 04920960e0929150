//! What a text is, as the staff's rooms say it.

use crate::blog::PostKind;
use crate::calendar::NuggetForm;

/// Everything that staff can begin.
pub(super) const KINDS: [(PostKind, Option<NuggetForm>); 7] = [
    (PostKind::Article, None),
    (PostKind::Guldkorn, Some(NuggetForm::Quote)),
    (PostKind::Guldkorn, Some(NuggetForm::Story)),
    (PostKind::Guldkorn, Some(NuggetForm::Thought)),
    (PostKind::Guldkorn, Some(NuggetForm::Photo)),
    (PostKind::Voice, None),
    (PostKind::Page, None),
];

/// "Artikel", "Guldkorn: citat".
pub(super) fn kind_in_words(kind: PostKind, form: Option<NuggetForm>) -> &'static str {
    match (kind, form) {
        (PostKind::Article, _) => "Artikel",
        (PostKind::Voice, _) => "Röst",
        (PostKind::Page, _) => "Sida",
        (PostKind::Guldkorn, None) => "Guldkorn",
        (PostKind::Guldkorn, Some(NuggetForm::Quote)) => "Guldkorn: citat",
        (PostKind::Guldkorn, Some(NuggetForm::Story)) => "Guldkorn: berättelse",
        (PostKind::Guldkorn, Some(NuggetForm::Thought)) => "Guldkorn: tanke",
        (PostKind::Guldkorn, Some(NuggetForm::Photo)) => "Guldkorn: bild",
    }
}
