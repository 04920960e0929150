//! How numbers look.

mod chart;

use leptos::prelude::*;

use self::chart::chart;
use super::Bar;
use super::store::Unit;

/// A section with a chart, and with the same numbers in a table.
pub(crate) fn diagram(bars: &[Bar], unit: Unit) -> impl IntoView + use<> {
    let (title, head) = match unit {
        Unit::Day => ("Läsningar per dag", "Dag"),
        Unit::Month => ("Läsningar per månad", "Månad"),
    };
    let (most_at, most) = bars.iter().rev().max_by_key(|(_, number)| *number).cloned().unwrap_or_default();
    let most = grouped(most);
    let ends = [bars.first(), bars.last()].map(|bar| bar.map_or("", |(name, _)| name));
    let caption = format!("Från {} till {}. Den högsta stapeln är {most}, {most_at}.", ends[0], ends[1]);
    let numbers: Vec<_> = bars.iter().map(|(_, number)| *number).collect();
    let svg = chart(
        &numbers,
        title,
        &format!("Flest: {most}, {most_at}. Alla siffror står i tabellen efter diagrammet."),
    );
    let rows = bars.iter().filter(|(_, number)| *number > 0).map(|(name, number)| {
        view! { <tr><th scope="row">{name.clone()}</th><td>{grouped(*number)}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="per-tid">
            <h2 id="per-tid">{title}</h2>
            <figure class="reads-chart">
                <div inner_html=svg></div>
                <figcaption class="quiet">{caption}</figcaption>
            </figure>
            <details>
                <summary>"Visa siffrorna i en tabell"</summary>
                <table class="reads">
                    <thead><tr><th scope="col">{head}</th><th scope="col">"Läsningar"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    }
}

/// Writes a number as Swedish does: "1 234".
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let texts = [0, 7, 999, 1_000, 12_345, 1_234_567].map(grouped);
        assert_eq!(texts, ["0", "7", "999", "1\u{a0}000", "12\u{a0}345", "1\u{a0}234\u{a0}567"]);
    }
}
