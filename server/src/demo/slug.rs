//! From a title to the last part of an address.

/// Lower-case letters, digits and hyphens: "Någon hade redan tänt" becomes "nagon-hade-redan-tant".
pub(super) fn from_title(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'å' | 'ä' | 'á' | 'à' => slug.push('a'),
            'ö' | 'ø' | 'ó' => slug.push('o'),
            'é' | 'è' | 'ë' => slug.push('e'),
            'ü' => slug.push('u'),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::from_title;

    #[test]
    fn titles_become_addresses() {
        assert_eq!(from_title("Någon hade redan tänt"), "nagon-hade-redan-tant");
        assert_eq!(from_title("– Får jag? Ja: 3 × kaffe!"), "far-jag-ja-3-kaffe");
        assert_eq!(from_title("…"), "");
    }
}
