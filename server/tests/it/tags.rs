//! The tags' page for staff, by plain forms.

use app::staff::Role;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const ROOM: &str = "/admin/etiketter";

fn number(page: &Page, name: &str) -> String {
    let names = page.texts(".entries h2");
    let place = names.iter().position(|known| known == name).expect("listed");
    page.attributes(".entries > li", "id")[place].replace("etikett-", "")
}

#[tokio::test]
async fn tags_are_added_renamed_and_redirected() {
    let app = TestApp::demo(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    assert!(bo.see(ROOM).await.texts("main form").is_empty());
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let page = anna.form("tag/add", &[("name", "Helt <b>ny</b>")], ROOM).await;
    assert!(page.says("Etiketten ”Helt <b>ny</b>” finns nu."));
    let page = anna.form("tag/add", &[("name", "helt <b>NY</b>")], ROOM).await;
    assert!(
        page.says("En annan etikett heter så.") && page.attributes("#name-0", "value") == ["helt <b>NY</b>"]
    );
    assert_eq!(page.attributes(".notice a", "href"), ["#name-0"]);

    let page = anna.see(ROOM).await;
    let id = number(&page, "Mod");
    let field = |name: &str| page.attributes(&format!("#etikett-{id} [name='{name}']"), "value").remove(0);
    let (introduction, drawing) = (field("was[introduction]"), field("was[drawing]"));
    assert_eq!(
        page.attributes(&format!("#etikett-{id} [name='look[drawing]'][checked]"), "value"),
        [drawing.as_str()]
    );
    let was = [
        ("id", id.as_str()),
        ("was_name", "Mod"),
        ("was_slug", "mod"),
        ("was[introduction]", introduction.as_str()),
        ("was[drawing]", drawing.as_str()),
        ("look[introduction]", "Om att våga."),
        ("look[drawing]", "lykta"),
    ];
    let with = |more: [(&'static str, &'static str); 2]| was.into_iter().chain(more).collect::<Vec<_>>();
    let page = anna.form("tag/change", &with([("name", "Mod"), ("slug", "FEL")]), ROOM).await;
    assert_eq!(page.attributes("[aria-invalid]", "id"), [format!("slug-{id}")]);
    assert_eq!(page.attributes(&format!("#slug-{id}"), "value"), ["FEL"]);
    assert_eq!(page.attributes("details[open]", "open").len(), 1, "the form with the fault is unfolded");
    let page = anna.form("tag/change", &with([("name", "Kurage"), ("slug", "kurage")]), ROOM).await;
    assert!(page.says("sparad"));
    let page = anna.form("tag/change", &with([("name", "Tapper"), ("slug", "tapper")]), ROOM).await;
    assert!(page.says("Nu heter den ”Kurage”"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes(&format!("#name-{id}"), "value"), ["Tapper"]);
    for (old, new) in
        [("/etikett/mod", "/etikett/kurage"), ("/etikett/mod/feed.xml", "/etikett/kurage/feed.xml")]
    {
        let response = app.get(old).await;
        assert_eq!((response.status.as_u16(), response.header("location")), (301, new));
        assert_eq!(app.get(new).await.status, 200);
    }
    let page = app.get("/etikett/kurage").await;
    assert!(page.text().contains("<title>Etikett: Kurage") && page.text().contains("Om att våga."));
    assert!(app.get("/sok?q=kurage").await.text().contains("/inlagg/"), "the search knows the new name");
}

#[tokio::test]
async fn deleting_and_merging_tags_can_be_undone() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let before = anna.see(ROOM).await;
    let (names, id) = (before.texts(".entries > li > p"), number(&before, "Mod"));
    let other = before.attributes(".entries > li", "id")[0].replace("etikett-", "");
    for (function, form) in [
        ("tag/delete", vec![("id", id.as_str())]),
        ("tag/merge", vec![("id", id.as_str()), ("into", other.as_str())]),
    ] {
        // A restored tag has another id.
        let page = anna.see(ROOM).await;
        let now = number(&page, "Mod");
        let form: Vec<_> = form
            .into_iter()
            .map(|(name, value)| (name, if name == "id" { now.as_str() } else { value }))
            .collect();
        let page = anna.form(function, &form, ROOM).await;
        assert_eq!(page.texts(".entries > li").len() + 1, before.texts(".entries > li").len(), "{function}");
        let back: Vec<_> = page
            .attributes(".notice input", "name")
            .into_iter()
            .zip(page.attributes(".notice input", "value"))
            .collect();
        let back: Vec<_> = back.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = anna.form("tag/restore", &back, ROOM).await;
        assert!(page.says("är tillbaka"), "{:?}", page.texts(".notice"));
        assert_eq!(page.texts(".entries > li > p"), names, "{function}");
    }
    let mod_now = number(&anna.see(ROOM).await, "Mod");
    let page = anna.form("tag/merge", &[("id", &mod_now)], ROOM).await;
    assert!(page.says("Välj en annan etikett"));
    assert!(anna.form("tag/delete", &[("id", "4711")], ROOM).await.says("finns inte längre"));
}
