//! The section about logo, icon and the picture of shared links.

use super::field::{Rule, field};
use super::form::{SectionForm, row, switch};
use super::picture_place::PicturePlace;
use super::section::SectionSpec;
use crate::media::PictureId;
use crate::site::Settings;
use crate::site::brand::Brand;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "logotyp",
    title: "Logotyp och bilder",
    about: "Logotypen högst upp, ikonen i webbläsarens flik och bilden vid länkar som andra delar.",
    fields: &[
        field(
            "logo",
            "Logotyp",
            Rule::Picture(PicturePlace::Logo),
            "För ljus bakgrund. Står den ensam får den en vit platta högst upp på sidan, där bakgrunden är mörk. SVG blir skarpast.",
        ),
        field(
            "logo_on_dark",
            "Logotyp för mörk bakgrund",
            Rule::Picture(PicturePlace::Logo),
            "Till exempel en vit. Den står högst upp på varje sida.",
        ),
        field(
            "logo_has_name",
            "Webbplatsens namn står i logotypen",
            Rule::Switch,
            "Då skrivs namnet inte bredvid. Den som använder skärmläsare hör det ändå.",
        ),
        field(
            "icon",
            "Ikon",
            Rule::Picture(PicturePlace::Icon),
            "Kvadratisk, minst 512 bildpunkter eller SVG. Vi gör alla storlekar. Utan ikon ritar vi initialer.",
        ),
        field(
            "initials",
            "Initialer",
            Rule::Text(3),
            "Högst tre bokstäver. Tomt: de första i webbplatsens namn.",
        ),
        field(
            "shared_picture",
            "Bild vid delade länkar",
            Rule::Picture(PicturePlace::SharedLink),
            "För sidor som inte har någon egen bild. Minst 1200 bildpunkter bred och 600 hög.",
        ),
    ],
    lists: &[],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    let Brand { logo, logo_on_dark, logo_has_name, icon, initials, shared_picture } = settings.brand;
    let id = |picture: Option<PictureId>| picture.map(|id| id.to_string()).unwrap_or_default();
    SectionForm::of_fields(row([
        ("logo", id(logo)),
        ("logo_on_dark", id(logo_on_dark)),
        ("logo_has_name", switch(logo_has_name)),
        ("icon", id(icon)),
        ("initials", initials),
        ("shared_picture", id(shared_picture)),
    ]))
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let picture = |name| form.field(name).parse().ok();
    settings.brand = Brand {
        logo: picture("logo"),
        logo_on_dark: picture("logo_on_dark"),
        logo_has_name: form.is_on("logo_has_name"),
        icon: picture("icon"),
        initials: form.field("initials").to_owned(),
        shared_picture: picture("shared_picture"),
    };
}
