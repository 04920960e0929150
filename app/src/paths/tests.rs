//! Which addresses are reserved, and whose they are.

use super::*;

#[test]
fn first_steps_and_names_of_files_are_reserved() {
    for slug in ["kalender", "inlagg", "etikett", "admin", "api", "pkg", "feed", "robots", "fonts"] {
        assert!(is_reserved(slug), "{slug}");
    }
    for slug in ["om", "saker-surf", "konto", "kalender-2", "lucka"] {
        assert!(!is_reserved(slug), "{slug}");
    }
}

#[test]
fn only_the_staffs_addresses_are_the_staffs() {
    for path in ["/admin", "/admin/konto"] {
        assert!(is_admin(path), "{path}");
    }
    for path in ["/", "/administration", "/om/admin", "/kalender/2026"] {
        assert!(!is_admin(path), "{path}");
    }
}

#[test]
fn only_addresses_of_doors_are_those_of_doors() {
    assert!(is_door(&door("2026", 7)) && is_door("/kalender/2026/lucka/99"));
    for path in
        ["/", CALENDAR, "/kalender/2026", "/kalender/2026/las", "/kalender/lucka/7", "/inlagg/lucka/7"]
    {
        assert!(!is_door(path), "{path}");
    }
}
