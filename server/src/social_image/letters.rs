//! Which letters a picture can show: those of the font in `server/fonts`, and no others.

/// The text in letters that the font has. Spaces of all kinds become one, marks that only guide line breaks go, and
/// so does what the font lacks, such as emoji: better left out than an empty box.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if letter.is_whitespace() && shown.ends_with(' ') => {}
            letter if letter.is_whitespace() => shown.push(' '),
            '\u{2010}' | '\u{2011}' => shown.push('-'),
            letter if is_in_font(letter) => shown.push(letter),
            _ => {}
        }
    }
    shown.trim().to_owned()
}

/// The ranges that `server/fonts/README.md` says were kept.
const fn is_in_font(letter: char) -> bool {
    matches!(
        letter,
        '\u{20}'..='\u{7e}'
            | '\u{a1}'..='\u{ac}'
            | '\u{ae}'..='\u{148}'
            | '\u{14a}'..='\u{17e}'
            | '\u{218}'..='\u{21b}'
            | '\u{1e9e}'
            | '\u{2013}'..='\u{2014}'
            | '\u{2018}'..='\u{201a}'
            | '\u{201c}'..='\u{201e}'
            | '\u{2020}'
            | '\u{2022}'
            | '\u{2026}'
            | '\u{2039}'..='\u{203a}'
            | '\u{20ac}'
            | '\u{2122}'
            | '\u{2212}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_lacks_is_left_out() {
        assert_eq!(shown(" kl.\u{a0}14 \n fika ☕🙂, Žižek\u{ad} ”så”\u{0} "), "kl. 14 fika , Žižek ”så”");
        assert_eq!(shown("مرحبا"), "");
    }
}
