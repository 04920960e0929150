//! A chart of bars, as SVG.
//!
//! It is stretched to the width of the page, so it has no letters: those stand below it as text of the page, and in its title
//! and description for those who do not see it. The numbers themselves are in a table.

use std::fmt::Write as _;

/// Width of the place of a bar in the units of the drawing, and of the bar in it.
const PLACE: usize = 10;
const BAR: usize = 7;
/// Height of the highest bar.
const HEIGHT: i64 = 100;
/// Height of the drawing in pixels where no style says another one.
const SHOWN_HEIGHT: u16 = 200;

/// Draws bars. `title` and `description` are of this program, without anything that would have to be escaped.
pub(super) fn chart(numbers: &[i64], title: &str, description: &str) -> String {
    let most = numbers.iter().copied().max().unwrap_or_default().max(1);
    let width = numbers.len() * PLACE;
    let mut svg = format!(
        r#"<svg role="img" aria-labelledby="diagram-titel diagram-text" viewBox="0 0 {width} {HEIGHT}" width="100%" height="{SHOWN_HEIGHT}" fill="currentColor" preserveAspectRatio="none"><title id="diagram-titel">{title}</title><desc id="diagram-text">{description}</desc>"#
    );
    for (at, number) in numbers.iter().enumerate().filter(|(_, number)| **number > 0) {
        // No bar is too low to be seen.
        let height = (number * HEIGHT / most).max(1);
        let (x, y) = (at * PLACE + (PLACE - BAR) / 2, HEIGHT - height);
        // Writing to a string cannot fail.
        _ = write!(svg, r#"<rect x="{x}" y="{y}" width="{BAR}" height="{height}"/>"#);
    }
    svg + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::chart;

    #[test]
    fn bars_are_as_high_as_their_numbers() {
        let svg = chart(&[5, 0, 200, 100], "Läsningar", "Flest: 200.");
        assert!(
            svg.contains(r#"viewBox="0 0 40 100""#)
                && svg.contains("<title id=\"diagram-titel\">Läsningar</title>")
        );
        let bars: Vec<_> = svg.split("<rect").skip(1).map(|bar| bar.split_once("/>").unwrap().0).collect();
        assert_eq!(
            bars,
            [
                r#" x="1" y="98" width="7" height="2""#,
                r#" x="21" y="0" width="7" height="100""#,
                r#" x="31" y="50" width="7" height="50""#
            ]
        );
        assert!(!chart(&[], "", "").contains("<rect"));
    }
}
