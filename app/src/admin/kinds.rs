//! What a text is, as the staff's rooms say it.

use crate::calendar::GuldkornForm;
use crate::posts::PostKind;

/// Everything that staff can begin.
pub(super) const KINDS: [(PostKind, Option<GuldkornForm>); 7] = [
    (PostKind::Article, None),
    (PostKind::Guldkorn, Some(GuldkornForm::Quote)),
    (PostKind::Guldkorn, Some(GuldkornForm::Story)),
    (PostKind::Guldkorn, Some(GuldkornForm::Thought)),
    (PostKind::Guldkorn, Some(GuldkornForm::Photo)),
    (PostKind::Voice, None),
    (PostKind::Page, None),
];

/// "Artikel", "Guldkorn: citat".
pub(super) fn kind_in_words(kind: PostKind, form: Option<GuldkornForm>) -> &'static str {
    match (kind, form) {
        (PostKind::Article, _) => "Artikel",
        (PostKind::Voice, _) => "Röst",
        (PostKind::Page, _) => "Sida",
        (PostKind::Guldkorn, None) => "Guldkorn",
        (PostKind::Guldkorn, Some(GuldkornForm::Quote)) => "Guldkorn: citat",
        (PostKind::Guldkorn, Some(GuldkornForm::Story)) => "Guldkorn: berättelse",
        (PostKind::Guldkorn, Some(GuldkornForm::Thought)) => "Guldkorn: tanke",
        (PostKind::Guldkorn, Some(GuldkornForm::Photo)) => "Guldkorn: bild",
    }
}
