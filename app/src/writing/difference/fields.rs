//! Which fields of a text differ.

use crate::calendar::NuggetForm;
use crate::writing::Manuscript;

/// The fields that differ, each by its name in the form and as a reader would write it: the title first, the text
/// last.
pub fn of_manuscripts(before: &Manuscript, after: &Manuscript) -> Vec<(&'static str, String, String)> {
    let fields = named(before).into_iter().zip(named(after));
    fields
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| (label, old, new))
        .collect()
}

fn named(text: &Manuscript) -> [(&'static str, String); 15] {
    // Named one by one, so that a field that is new to a manuscript is not forgotten here.
    let Manuscript {
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

const fn in_words(form: NuggetForm) -> &'static str {
    match form {
        NuggetForm::Quote => "Citat",
        NuggetForm::Story => "Berättelse",
        NuggetForm::Thought => "Tanke",
        NuggetForm::Photo => "Bild",
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
        let before = Manuscript { title: "Ett".into(), body: "Text.".into(), ..Manuscript::default() };
        assert_eq!(of_manuscripts(&before, &before.clone()), []);
        let after = Manuscript {
            title: "Två".into(),
            body: "Ny text.".into(),
            form: Some(NuggetForm::Thought),
            picture: Some("1".into()),
            sensitive: true,
            tags: vec!["mod".into(), "små steg".into()],
            ..Manuscript::default()
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
            of_manuscripts(&before, &after),
            expected.map(|(label, old, new)| (label, old.to_owned(), new.to_owned()))
        );
    }
}
