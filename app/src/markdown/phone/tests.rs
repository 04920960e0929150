use proptest::prelude::*;

use super::context::OTHER_NUMBERS;
use crate::markdown::to_html;

/// Returns the numbers that a text links to, in order.
fn linked(markdown: &str) -> Vec<String> {
    let html = to_html(markdown);
    html.split("href=\"tel:").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn swedish_numbers_are_linked() {
    for (text, address) in [
        ("Ring 112.", "112"),
        ("Är det bråttom ringer du 112.", "112"),
        ("**Är du i fara nu? Ring 112.**", "112"),
        ("Ring **112** om du är i fara.", "112"),
        ("Polisen nås på 114 14.", "11414"),
        ("Vårdguiden har telefon 1177.", "1177"),
        ("Numret till Bris är 116 111, dygnet runt.", "116111"),
        ("Kvinnofridslinjen: 020-50 50 50", "+4620505050"),
        ("Numret till Välj att sluta är 020-555 666.", "+4620555666"),
        ("(08-123 45 67)", "+4681234567"),
        ("08 123 45 67", "+4681234567"),
        ("070-123 45 67", "+46701234567"),
        ("070–123 45 67", "+46701234567"),
        ("070 123 45 67", "+46701234567"),
        ("0701234567", "+46701234567"),
        ("0771-123456", "+46771123456"),
        ("0371-123 45", "+4637112345"),
        ("**Telefon:** 010-000 00 00, vardagar klockan 9–15", "+46100000000"),
        ("+46 8 123 45 67", "+4681234567"),
        ("+46 (0)70-123 45 67", "+46701234567"),
        ("+46701234567", "+46701234567"),
        ("| Vem | Nummer |\n|---|---|\n| Anna | 08-123 45 67 |", "+4681234567"),
        ("## Ring 08-123 45 67 i dag", "+4681234567"),
    ] {
        assert_eq!(linked(text), [address], "{text}");
    }
}

#[test]
fn several_numbers_in_one_text() {
    assert_eq!(
        linked("Ring 08-123 45 67 eller 070-123 45 67, i nödfall 112."),
        ["+4681234567", "+46701234567", "112"]
    );
}

#[test]
fn other_digits_are_not_linked() {
    for text in [
        "Vi var 112 personer.",
        "Ring de 112 personer som väntar.",
        "Det står på sidan 112.",
        "Deltagare nummer 112 fick vänta.",
        "År 1177 ringde klockorna.",
        "Exempelgatan 1, 114 14 Stockholm",
        "Ring eller skriv: Exempelgatan 1, 114 14 Stockholm",
        "Exempelgatan 1, 000 00 Exempelstad",
        "116 111 kronor",
        "Den 08-12-24 klockan 08.15",
        "2026-12-24",
        "08-12-2024",
        "kl. 08-12 120 platser",
        "Den ökade med +46 000 000 kronor",
        "0,5 och 05 10 20",
        "081224-1234",
        "20081224-1234",
        "EN 301 549 V3.2.1",
        "3 071 234 567",
        "5 08 123 45 67",
        "08-123 45 67 89 01 23",
        "070-123 45 67 9–15",
        "070-123 45 678901",
        "070-123 45 67,5",
        "a070-123 45 67",
        "https://x.example/070-123 45 67",
        "070-1",
        "bankgiro 020-505 050",
        "`08-123 45 67`",
        "    08-123 45 67",
        "```\nRing 112\n```",
        "[08-123 45 67](/kontakt)",
        "![Ring 112](/media/1/1.webp)",
    ] {
        assert_eq!(linked(text), [""; 0], "{text}");
    }
}

#[test]
fn a_number_that_is_a_link_already_is_one_link() {
    assert_eq!(to_html("[020-50 50 50](tel:+4620505050)").matches("<a").count(), 1);
}

proptest! {
    #[test]
    fn every_form_of_a_number_links_to_the_same(
        area in "(8|10|11|13|20|31|40|70|73|90)",
        first in 100..=999_u16, second in 10..=99_u8, third in 10..=99_u8,
        before in "[a-zåäö]{1,8} ", after in "(|\\.|,|\\)| eller skriv| – välkommen)",
    ) {
        let address = format!("+46{area}{first}{second}{third}");
        for number in [
            format!("0{area}-{first} {second} {third}"),
            format!("0{area} {first} {second} {third}"),
            format!("0{area}-{first}{second}{third}"),
            format!("+46 {area} {first} {second} {third}"),
            format!("+46{area}{first}{second}{third}"),
        ] {
            prop_assume!(!OTHER_NUMBERS.contains(&before.trim()));
            prop_assert_eq!(linked(&format!("{before}{number}{after}")), [address.as_str()]);
        }
    }

    #[test]
    fn dates_years_amounts_postcodes_and_shares_are_none(
        year in 1900..2100_u16, month in 1..=12_u8, day in 1..=31_u8, hour in 0..24_u8, minute in 0..60_u8,
        thousands in 1..=999_u16, rest in 0..=999_u16, post in 10..=98_u8,
    ) {
        for text in [
            format!("{year}-{month:02}-{day:02}"),
            format!("{month:02}-{day:02}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{day}/{month} {year}"),
            format!("mellan {year}–{} och {year}", year + 1),
            format!("kl. {hour:02}.{minute:02}–{minute:02}.{hour:02}"),
            format!("kl. {hour:02}-{minute:02}"),
            format!("{thousands} {rest:03} kronor"),
            format!("{thousands} {rest:03} {rest:03} kr"),
            format!("{thousands},{minute} %"),
            format!("{thousands} % av {rest}"),
            format!("{thousands:03} {post} Exempelstad"),
        ] {
            prop_assert!(linked(&text).is_empty(), "{}", text);
        }
    }

    #[test]
    fn no_text_loses_a_letter(text in "[a-z0-9 +().,:–-]{0,60}") {
        let shown = |html: &str| scraped(html).replace('\u{a0}', " ");
        let events = vec![pulldown_cmark::Event::Text(text.clone().into())];
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, super::link_numbers(events).into_iter());
        prop_assert_eq!(shown(&html), text);
    }
}

/// The text of HTML without entities.
fn scraped(html: &str) -> String {
    html.split('<')
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.split_once('>').unwrap().1 })
        .collect()
}

/// Returns what looks like a number but is not linked.
fn malformed(text: &str) -> Vec<String> {
    super::malformed_numbers(&crate::markdown::parse(text))
}

#[test]
fn malformed_numbers_are_found() {
    for number in [
        "08/123 45 67",
        "08 1234567",
        "070.123.45.67",
        "08 - 123 45 67",
        "020505050",
        "08-123 45 67 89 01",
        "+47 22 12 34 56",
        "+1 (212) 555 01 23",
        "0049 30 123456",
    ] {
        assert_eq!(malformed(&format!("Ring oss på {number}, vi svarar.")), [number], "{number}");
    }
    assert_eq!(malformed("Ring (08) 123 45 67 eller 08-765 43 21."), ["(08) 123 45 67"]);
}

#[test]
fn what_is_a_link_or_no_number_is_not_malformed() {
    for text in [
        "Ring 08-123 45 67, 020-50 50 50, +46 70 123 45 67 eller 112.",
        "[+47 22 12 34 56](tel:+4722123456) `08/123 45 67`",
        "Den 07.12.2026 och 07-12-2026, kl. 08.00–16.00 och 08.00 - 16.00.",
        "2026-12-07, 12 500 000 kronor, 010203-1234, 0,1234567, 0.12345678",
        "Bankgiro 0123-4567, konto 01234567, dnr 0123456",
        "https://exempel.se/070.123.45.67 /media/0123456789",
        "559012-1234, 123 45 Exempelstad, 000 00 Exempelstad",
        "01234567890123456789 + 0",
    ] {
        assert!(malformed(text).is_empty(), "{text}: {:?}", malformed(text));
    }
}
