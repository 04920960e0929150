//! The characters that an image can show: those of the font in `server/fonts`.

/// Removes the characters that the font lacks, such as emoji and soft hyphens: nothing is better than an empty box.
/// Whitespace of any kind and length becomes one space.
pub(super) fn drawable(text: &str) -> String {
    let mut drawable = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() && drawable.ends_with(' ') => {}
            c if c.is_whitespace() => drawable.push(' '),
            '\u{2010}' | '\u{2011}' => drawable.push('-'),
            c if is_in_font(c) => drawable.push(c),
            _ => {}
        }
    }
    drawable.trim().to_owned()
}

/// Returns whether the font has a character; `server/fonts/README.md` lists the ranges.
const fn is_in_font(c: char) -> bool {
    matches!(
        c,
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
    fn what_the_font_lacks_is_removed() {
        assert_eq!(drawable(" kl.\u{a0}14 \n fika ☕🙂, Žižek\u{ad} ”så”\u{0} "), "kl. 14 fika , Žižek ”så”");
        assert_eq!(drawable("مرحبا"), "");
    }
}
