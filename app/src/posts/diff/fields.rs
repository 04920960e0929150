//! Which fields of a text differ.

use crate::posts::GuldkornForm;
use crate::posts::PostContent;

/// The fields that differ, each by its name in the form and as a reader would write it: the title first, the text
/// last.
pub fn of_contents(before: &PostContent, after: &PostContent) -> Vec<(&'static str, String, String)> {
    let fields = named(before).into_iter().zip(named(after));
    fields
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| (label, old, new))
        .collect()
}

fn named(text: &PostContent) -> [(&'static str, String); 15] {
    // Named one by one, so that a field that is new to a manuscript is not forgotten here.
    let PostContent {
        title,
        slug,
        form,
        quote,
        source,
        teaser,
        author,
        body,
        picture,
        picture_alt,
        picture_decorative,
        picture_caption,
        sensitive,
        tags,
        publish_at,
    } = text.clone();
    [
        ("Rubrik", title),
        ("Adress", slug),
        ("Guldkornet är", form.map(in_words).unwrap_or_default().to_owned()),
        ("Citat", quote),
        ("Källa", source),
        ("Ingress", teaser),
        ("Skribent", author),
        ("Bild", picture.unwrap_or_default()),
        ("Vad visar bilden?", picture_alt),
        ("Bilden är bara dekoration", yes_or_no(picture_decorative)),
        ("Bildtext", picture_caption),
        ("Känsligt innehåll", yes_or_no(sensitive)),
        ("Etiketter", tags.join(", ")),
        ("Publiceringstid", publish_at),
        ("Text", body),
    ]
}

const fn in_words(form: GuldkornForm) -> &'static str {
    match form {
        GuldkornForm::Quote => "Citat",
        GuldkornForm::Story => "Berättelse",
        GuldkornForm::Thought => "Tanke",
        GuldkornForm::Photo => "Bild",
    }
}

fn yes_or_no(is: bool) -> String {
    if is { "Ja" } else { "Nej" }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_named() {
        let before = PostContent { title: "Ett".into(), body: "Text.".into(), ..PostContent::default() };
        assert_eq!(of_contents(&before, &before.clone()), []);
        let after = PostContent {
            title: "Två".into(),
            body: "Ny text.".into(),
            form: Some(GuldkornForm::Thought),
            picture: Some("1".into()),
            sensitive: true,
            tags: vec!["mod".into(), "små steg".into()],
            ..PostContent::default()
        };
        let expected = [
            ("Rubrik", "Ett", "Två"),
            ("Guldkornet är", "", "Tanke"),
            ("Bild", "", "1"),
            ("Känsligt innehåll", "Nej", "Ja"),
            ("Etiketter", "", "mod, små steg"),
            ("Text", "Text.", "Ny text."),
        ];
        assert_eq!(
            of_contents(&before, &after),
            expected.map(|(label, old, new)| (label, old.to_owned(), new.to_owned()))
        );
    }
}
