//! The kinds of posts in Swedish.

use crate::posts::GuldkornForm;
use crate::posts::PostKind;

/// Every kind that staff can create, a guldkorn with its form.
pub(super) const KINDS: [(PostKind, Option<GuldkornForm>); 7] = [
    (PostKind::Article, None),
    (PostKind::Guldkorn, Some(GuldkornForm::Quote)),
    (PostKind::Guldkorn, Some(GuldkornForm::Story)),
    (PostKind::Guldkorn, Some(GuldkornForm::Thought)),
    (PostKind::Guldkorn, Some(GuldkornForm::Photo)),
    (PostKind::Voice, None),
    (PostKind::Page, None),
];

/// Returns "Artikel", "Guldkorn: citat".
pub(super) fn kind_in_words(kind: PostKind, form: Option<GuldkornForm>) -> &'static str {
    match (kind, form) {
        (PostKind::Article, _) => "Artikel",
        (PostKind::Voice, _) => "Röst",
        (PostKind::Page, _) => "Sida",
        (PostKind::Rendition, _) => "Lättläst eller översatt",
        (PostKind::Guldkorn, None) => "Guldkorn",
        (PostKind::Guldkorn, Some(GuldkornForm::Quote)) => "Guldkorn: citat",
        (PostKind::Guldkorn, Some(GuldkornForm::Story)) => "Guldkorn: berättelse",
        (PostKind::Guldkorn, Some(GuldkornForm::Thought)) => "Guldkorn: tanke",
        (PostKind::Guldkorn, Some(GuldkornForm::Photo)) => "Guldkorn: bild",
    }
}
