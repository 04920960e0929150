use super::read;

#[test]
fn control_characters_are_removed_and_the_text_around_them_stays() {
    let read = read("wxr-08-cdata-kontroll.xml");
    assert_eq!(read.item("801").title, "Om ]]> i kod");
    assert_eq!(read.markdown("801"), "Koden `if (a[b[0]]>1)` ska vara hel.\n\nEfter koden.");
    assert_eq!(read.markdown("802"), "Rad brytning och osynligt skräp.\n\nSista stycket ska finnas kvar.");
    assert_eq!(read.item("803").title, "Backspace i titeln");
    assert_eq!(read.markdown("803"), "Blanksteg runt avsnittet.");
    let told = read.told("control-characters");
    assert_eq!(told[0], ("802".to_owned(), "3 st, den första på rad 51".to_owned()));
    assert_eq!(told[1].0, "803");
}

#[test]
fn stray_bytes_cost_nothing_but_themselves() {
    let read = read("wxr-09-ogiltig-utf8.xml");
    assert_eq!(read.markdown("901"), "Råk på is.\n\nRätt kodad rad: räk på is.");
    let (first, second) = read.markdown("902").split_once("\n\n").unwrap();
    assert!(first.starts_with("Slutar mitt i ett "), "{first}");
    assert!(second.starts_with("och fortsätter. Surrogat: ") && second.ends_with("slut."), "{second}");
    assert!(read.markdown("903").contains("smÃ¶r"), "{}", read.markdown("903"));
    assert!(read.told("bad-bytes")[0].1.starts_with("2 st"), "{:?}", read.told("bad-bytes"));
    assert!(read.is_told("bad-bytes", "902") && read.is_told("double-encoded", "903"));
    assert!(!read.is_told("bad-bytes", "903"));
}

#[test]
fn old_servers_are_read_as_they_wrote() {
    let read = read("wxr-10-latin1.xml");
    assert_eq!(read.item("1001").title, "Gammal server i Växjö");
    let text = "“Citattecken” – och tankstreck – på ett äldre sätt: åäö ÅÄÖ é.";
    assert_eq!(read.markdown("1001"), text);
    assert_eq!(read.told("not-utf-8"), [(String::new(), "windows-1252".to_owned())]);
}
