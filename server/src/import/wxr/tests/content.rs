use super::read;

#[test]
fn blocks_become_what_they_show() {
    let read = read("wxr-05-block.xml");
    assert_eq!(read.ids(), ["501"]);
    let expected = "## Tre saker på köksbordet

Vänster: saffran & **smör** .

- Mjöl
  - siktat

En bulle

Bulle *ett*

> Den som väntar för länge får torra bullar.
>
> – Gammalt ordspråk, påhittat

<https://www.youtube.com/watch?v=exempel0000>

Så rullar man

Frågor? Skriv på baksidan av ett vykort.

| Sak | Mängd |
|---|---|
| Kardemumma \\| malen | 1 msk rågad |

[Alla recept](https://gransblick.example/recept/)";
    assert_eq!(read.markdown("501"), expected);
    assert_eq!(read.told("columns").len(), 1);
    assert_eq!(read.told("block-missing"), [("501".to_owned(), "599".to_owned())]);
    assert_eq!(read.told("unknown-block"), [("501".to_owned(), "acme/prisruta: ”Bullpaket”".to_owned())]);
    assert_eq!(read.told("no-media-folder").len(), 2);
}

#[test]
fn classic_texts_keep_their_paragraphs_and_signs() {
    let read = read("wxr-06-klassisk.xml");
    let expected = "Första stycket står ensamt.

Andra stycket har\\
en rad till, utan br-tagg.

## Mellanrubrik

Text direkt under rubriken.

- ett
- två

Efter listan kommer text igen.

```
rad 1

rad 3 efter en tom rad
    indrag
```

<https://www.youtube.com/watch?v=exempel0001>

> Citat i två delar.
>
> Andra delen.

1\\. Det här är inte en lista, bara en mening som börjar så.

\\# inte heller en rubrik

Stjärnor \\*runt\\* ord och under_streck_i_ord samt \\[hakar\\] ska synas som de är.

Sida två av inlägget.";
    assert_eq!(read.markdown("601"), expected);
    let beginning = "Första stycket står ensamt. Andra stycket har en rad till, utan br-tagg. Text direkt under rubriken. \
                     Efter listan kommer text igen.";
    assert_eq!(read.item("601").summary, beginning);
    assert!(read.is_told("pages-joined", "601"));
    let second = read.markdown("602");
    assert!(!second.contains('\r'));
    assert_eq!((second.matches("\n\n").count(), second.matches("\\\n").count()), (1, 1), "{second}");
}

#[test]
fn shortcodes_become_what_they_showed() {
    let read = super::read_with("wxr-07-kortkoder.xml", "wxr-04-bilagor.uploads");
    let text = read.markdown("701");
    for part in [
        "Stugan i *skymning*",
        "<https://vimeo.com/000000000>",
        "[Ljud](https://gransblick.example/wp-content/uploads/2015/12/klockor.mp3)",
        "\\[kontaktformulär id=\"7\" title=\"Skriv till oss\"\\]",
        "\n\nText inuti en sidbyggare.\n\n",
        "Så här skriver man: \\[gallery ids=\"1,2\"\\] - dubbla hakar",
        "`[caption]kod[/caption]`",
        "Priset är \\[ca 40 kr\\] och",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("et_pb") && !text.contains("[caption id"), "{text}");
    assert_eq!(read.told("gallery-missing"), [("701".to_owned(), "999".to_owned())]);
    assert_eq!(read.told("unknown-shortcode"), [("701".to_owned(), "kontaktformulär".to_owned())]);
    assert_eq!(read.told("page-builder").len(), 1);
    let wanted: Vec<String> = read.told("picture-missing").into_iter().map(|(_, address)| address).collect();
    let files: Vec<&str> = wanted.iter().filter_map(|address| address.rsplit('/').next()).collect();
    assert_eq!(files, ["stuga-300x225.jpg", "stuga.jpg", "bastu.jpg", "stuga.jpg", "bastu.jpg"]);
}

#[test]
fn pictures_of_shortcodes_are_figures_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["stuga.jpg", "bastu.jpg"] {
        std::fs::write(folder.path().join(file), file).unwrap();
    }
    let read = super::read_with("wxr-07-kortkoder.xml", folder.path().to_str().unwrap());
    let (pictures, _) = read.markdown("701").split_once("\n\n<https://vimeo").unwrap();
    assert_eq!(
        pictures,
        "![Stuga](import-picture:0 \"Stugan i skymning\")\n\n![](import-picture:0 \"Stugan\")\n\n![](import-picture:1)\n\n\
         ![](import-picture:0 \"Stugan\")\n\n![](import-picture:1)"
    );
    assert!(read.is_told("caption-plain", "701") && read.is_told("figure-link", "701"));
}

#[test]
fn nothing_dangerous_comes_in() {
    let read = read("wxr-14-farlig-html.xml");
    let text = read.markdown("1401");
    let expected = "Stycket är ofarligt, attributet inte.

klicka klicka igen data

[Film på YouTube](https://www.youtube.com/watch?v=exempel0002)

bild

Täcker sidan.

Sista stycket, helt vanligt, med kod: `<script>`.";
    assert_eq!(text, expected);
    let page = app::markdown::to_html(text);
    for bad in ["alert(", "javascript:", "<script", "onerror", "onload"] {
        assert!(!page.contains(bad) && !text.replace("`<script>`", "").contains(bad), "{bad}");
    }
    for code in [
        "script-removed",
        "style-removed",
        "frame-removed",
        "form-removed",
        "plugin-removed",
        "drawing-removed",
        "pixel-removed",
        "event-removed",
        "unsafe-link",
        "comments",
    ] {
        assert!(read.is_told(code, "1401"), "{code}");
    }
    assert_eq!(read.told("unsafe-link").len(), 3);
    assert_eq!(read.told("frame-removed")[0].1, "okand-annons.example/ram");
}
