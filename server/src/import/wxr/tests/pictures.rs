use app::import::PictureFile;

use super::{read, read_with};

const MEDIA: &str = "wxr-04-bilagor.uploads";

#[test]
fn pictures_come_from_the_folder_in_whatever_size_they_are_shown() {
    let read = read_with("wxr-04-bilagor.xml", MEDIA);
    assert_eq!(read.ids(), ["401"]);
    let item = read.item("401");
    let cover = item.cover.as_ref().unwrap();
    assert_eq!((&*cover.name, &*cover.caption), ("lykta.png", "Lyktan, kvällen före lucia"));
    assert_eq!(cover.alt, "En tänd lykta på en trappa");
    let names: Vec<&str> = item.pictures.iter().map(|picture| &*picture.name).collect();
    assert_eq!(names, ["lykta.png", "gran.png"]);
    let is_file = |picture: &app::import::ItemPicture| matches!(&picture.file, PictureFile::Path(path) if path.exists());
    assert!(item.pictures.iter().all(is_file));
    assert_eq!(
        read.markdown("401"),
        "[![En tänd lykta på en trappa](import-picture:0)](import-picture:0)\n\n![Gran i snö](import-picture:1)\n\n\
         Finns inte längre"
    );
    assert_eq!(
        read.told("picture-missing")[0].1,
        "https://gransblick.example/wp-content/uploads/2020/11/saknas-1024x683.png"
    );
    assert_eq!(read.told("parent-missing"), [("403".to_owned(), "9999".to_owned())]);
    assert!(read.is_told("no-file-address", "403"));
}

#[test]
fn without_the_folder_every_picture_is_told() {
    let read = read("wxr-04-bilagor.xml");
    assert!(read.item("401").cover.is_none());
    assert_eq!(read.markdown("401"), "En tänd lykta på en trappa\n\nGran i snö\n\nFinns inte längre");
    assert_eq!(read.told("no-media-folder").len(), 4);
}

#[test]
fn links_and_pictures_lead_on_however_they_are_written() {
    let read = read("wxr-15-lankar.xml");
    let text = read.markdown("1501");
    for part in [
        "[relativ](https://gransblick.example/om-oss/)",
        "[uppåt](https://gransblick.example/lyktan/)",
        "[ankare](#slut)",
        "[brev](mailto:hej@gransblick.example)",
        "[https](/inlagg/lyktan)",
        "[http utan snedstreck](/inlagg/lyktan)",
        "[www och ankare](/inlagg/lyktan#bild)",
        "[protokollös ?p=](/inlagg/lyktan)",
        "(https://annan.example/?u=https://gransblick.example/2020/12/lyktan/)",
        "(https://gransblick.example.ond.example/2020/12/lyktan/)",
        "Ren text: [https://gransblick.example/2020/12/lyktan/](/inlagg/lyktan)",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let dead: Vec<String> = read.told("old-site").into_iter().map(|(_, address)| address).collect();
    assert!(dead.iter().any(|address| address.ends_with("page_id=77")), "{dead:?}");
    assert!(dead.iter().any(|address| address.ends_with("/om-oss/")), "{dead:?}");
    assert_eq!(read.told("bad-picture"), [("1501".to_owned(), "assets".to_owned())]);
    let pictures: Vec<String> =
        read.told("no-media-folder").into_iter().map(|(_, address)| address).collect();
    assert_eq!(
        pictures,
        ["a.jpg", "b.jpg", "c.jpg?w=1024", "d.jpg", "e.jpg", "julgran%20stor%20%C3%A5r.jpg"]
            .map(|name| format!("https://gransblick.example/wp-content/uploads/2020/12/{name}"))
    );
}
