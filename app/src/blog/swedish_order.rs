//! The order of the Swedish alphabet.

/// Returns a key by which names sort as in a Swedish dictionary: regardless of case, å, ä and ö after z.
pub(crate) fn swedish_order(name: &str) -> String {
    // The three characters that follow z in ASCII keep everything else where it is.
    let sort_as = |letter| match letter {
        'å' => '{',
        'ä' | 'æ' => '|',
        'ö' | 'ø' => '}',
        'é' | 'è' => 'e',
        'ü' => 'y',
        other => other,
    };
    name.chars().flat_map(char::to_lowercase).map(sort_as).collect()
}

#[cfg(test)]
mod tests {
    use super::swedish_order;

    #[test]
    fn the_alphabet_ends_in_ö() {
        let mut names =
            ["Öppenhet", "ärlighet", "Zon", "Återhämtning", "Arbete", "Äventyr", "ö", "arbetsliv"];
        names.sort_by_cached_key(|name| swedish_order(name));
        assert_eq!(
            names,
            ["Arbete", "arbetsliv", "Zon", "Återhämtning", "ärlighet", "Äventyr", "ö", "Öppenhet"]
        );
    }
}
