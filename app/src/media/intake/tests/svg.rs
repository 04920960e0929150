//! SVG: drawings as programs write them, and drawings that want more than to be looked at.

use std::fmt::Write as _;
use std::time::Instant;

use super::super::{PreparedPicture, prepare};
use super::{decoded, is_near};
use crate::media::PictureError::{self, Broken, SvgParts, SvgText, SvgTooDetailed, SvgTooLarge, WrongKind};

const SQUARE: &str = r##"<path fill="#dc1414" d="M0 0H40V40H0z"/>"##;

fn svg(content: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 40">{content}</svg>"#
    )
}

fn taken(file: &str) -> PreparedPicture {
    prepare(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal} {file:.300}"))
}

fn refused(file: &str) -> Option<PictureError> {
    let began = Instant::now();
    let refusal = prepare(file.as_bytes()).err();
    assert!(began.elapsed().as_secs() < 20, "{file:.300}");
    refusal
}

/// Returns the drawing as it is stored.
fn drawing(prepared: &PreparedPicture) -> &str {
    let (_, bytes) = prepared.files.iter().find(|(variant, _)| variant.name == "bild.svg").unwrap();
    str::from_utf8(bytes).unwrap()
}

#[test]
fn a_drawing_is_kept_as_one_and_drawn_in_three_widths() {
    let prepared = taken(&svg(SQUARE));
    assert_eq!((prepared.width, prepared.height), (1600, 800));
    let names: Vec<_> = prepared.files.iter().map(|(variant, _)| &*variant.name).collect();
    assert_eq!(names, ["bild.svg", "1600.webp", "1600.png", "960.webp", "960.png", "480.webp", "480.png"]);
    for name in ["480.webp", "480.png"] {
        let pixels = decoded(&prepared, name).to_rgba8();
        assert!(is_near(&pixels.get_pixel(100, 100).0, &[220, 20, 20, 255]), "{name}");
        assert_eq!(pixels.get_pixel(400, 100).0[3], 0, "nothing stands behind it");
    }
    assert_eq!(
        drawing(&prepared),
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800" viewBox="0 0 80 40"><path fill="#dc1414" stroke="none" d="M 0 0 L 40 0 L 40 40 L 0 40 Z"/></svg>"##
    );
    let again = taken(drawing(&prepared));
    assert_eq!((again.width, again.height), (1600, 800), "what was rebuilt can be sent again");
}

#[test]
fn what_drawing_programs_write_is_taken() {
    let gradient = r##"<defs><linearGradient id="a"><stop offset="0" stop-color="#dc1414"/><stop offset="1" stop-color="#dc1414"/></linearGradient></defs>"##;
    let illustrator = format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg version="1.1" xmlns="&ns_svg;" x="0px" y="0px" width="80px" height="40px" viewBox="0 0 80 40" xml:space="preserve">
<style type="text/css"><![CDATA[.st0{{fill:url(#a);}} .st1{{clip-path:url(#b)}}]]></style>{gradient}
<clipPath id="b"><rect width="40" height="40"/></clipPath>
<switch><foreignObject requiredExtensions="http://x/" width="1" height="1"/><g class="st1"><rect class="st0" width="80" height="40"/></g></switch></svg>"#
    );
    for (name, file) in [
        ("plain", svg(SQUARE)),
        ("illustrator", illustrator),
        ("byte order mark", format!("\u{feff}  {}", svg(SQUARE))),
        (
            "inkscape",
            svg(&format!(r#"<metadata><x xmlns="http://x/">?</x></metadata><marker id="m"/>{SQUARE}"#)),
        ),
        (
            "symbol",
            svg(
                r##"<symbol id="s"><rect width="40" height="40" fill="#dc1414"/></symbol><use xlink:href="#s"/>"##,
            ),
        ),
        (
            "mask",
            svg(
                r##"<mask id="m"><path fill="#fff" d="M0 0H40V40H0z"/></mask><g mask="url(#m)"><rect width="80" height="40" fill="#dc1414"/></g>"##,
            ),
        ),
        ("empty text", svg(&format!("<text> <tspan/></text>{SQUARE}"))),
    ] {
        let prepared = taken(&file);
        let pixels = decoded(&prepared, "480.png").to_rgba8();
        assert!(is_near(&pixels.get_pixel(100, 100).0, &[220, 20, 20, 255]), "{name}");
        assert_eq!(pixels.get_pixel(400, 100).0[3], 0, "{name}");
        assert_eq!(taken(drawing(&prepared)).files.len(), 7, "{name}");
    }
}

#[test]
fn nothing_that_runs_or_fetches_is_left() {
    for content in [
        "<script>alert(1)</script>",
        r#"<script href="https://x.example/a.js"/>"#,
        r#"<script xlink:href="data:text/javascript,alert(1)"/>"#,
        r#"<g onload="alert(1)" onclick="alert(1)"><path d="M0 0H1V1z" onmouseover="alert(1)"/></g>"#,
        r#"<a xlink:href="javascript:alert(1)" href="javascript:alert(1)"><rect width="9" height="9"/></a>"#,
        r#"<a href="https://x.example/" target="_top"><rect width="9" height="9"/></a>"#,
        r#"<foreignObject width="80" height="40"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x.example/"/></foreignObject>"#,
        r#"<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>"#,
        r#"<use href="https://x.example/a.svg#b"/><use xlink:href="data:image/svg+xml,alert#b"/>"#,
        r"<style>@import url(https://x.example/a.css); path{fill:url(https://x.example/#a);background:url(//x.example/)}</style>",
        r"<style>@font-face{font-family:x;src:url(https://x.example/a.woff2)} path{font-family:x}</style>",
        r#"<rect width="9" height="9" fill="url(https://x.example/a.svg#b) red"/>"#,
        r#"<rect width="9" height="9" style="mask:url(//x.example/a.svg#b);cursor:url(https://x.example/c)"/>"#,
        r#"<animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onload" to="alert(1)"/>"#,
        r#"<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>"#,
        r#"<?xml-stylesheet href="https://x.example/a.css"?>"#,
        r#"<video xmlns="http://www.w3.org/1999/xhtml" src="https://x.example/a.mp4" onerror="alert(1)"/>"#,
        r"<metadata>x.example alert</metadata><title>&lt;script&gt;alert(1)</title>",
        r#"<!-- x.example --><g id='a" onload="alert(1)'><rect width="9" height="9"/></g>"#,
    ] {
        let prepared = taken(&svg(&format!("{content}{SQUARE}")));
        let drawing = drawing(&prepared);
        for left in
            ["script", "x.example", "javascript", "import", "font", "href", "iframe", "body", "<!", "<?"]
        {
            assert!(!drawing.contains(left), "{left} of {content} in {drawing}");
        }
        let elements = drawing.split('<').filter_map(|tag| tag.split([' ', '>', '/']).next());
        let elements: Vec<_> = elements.filter(|name| !name.is_empty()).collect();
        assert!(elements.iter().all(|name| ["svg", "g", "path"].contains(name)), "{elements:?} of {content}");
        let quoted: Vec<_> = drawing.split('"').skip(1).step_by(2).collect();
        let outside: Vec<_> = drawing.split('"').step_by(2).collect();
        assert!(!outside.concat().contains(" on"), "{content}: {drawing}");
        assert!(quoted.iter().all(|value| !value.contains('<')), "{drawing}");
    }
}

#[test]
fn what_cannot_be_drawn_as_it_should_be_is_refused() {
    let pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
    for (content, refusal) in [
        ("<text>MIA</text>".to_owned(), SvgText),
        (r##"<text><textPath href="#a">MIA</textPath></text>"##.to_owned(), SvgText),
        (format!(r#"<image href="{pixel}" width="9" height="9"/>"#), SvgParts),
        (r#"<image xlink:href="https://x.example/a.png" width="9" height="9"/>"#.to_owned(), SvgParts),
        (r#"<image href="/etc/passwd" width="9" height="9"/>"#.to_owned(), SvgParts),
        (r#"<image href="file:///etc/passwd" width="9" height="9"/>"#.to_owned(), SvgParts),
        (r#"<filter id="f"><feImage href="https://x.example/"/></filter><g filter="url(#f)"><path d="M0 0h9v9z"/></g>"#.to_owned(), SvgParts),
        (r#"<pattern id="p" width="1" height="1"><path d="M0 0h9v9z"/></pattern><path fill="url(#p)" d="M0 0h9v9z"/>"#.to_owned(), SvgParts),
        (r#"<marker id="m"><path d="M0 0h9v9z"/></marker><style>.a{marker-mid:url(#m)}</style><path class="a" d="M0 0h9v9z"/>"#.to_owned(), SvgParts),
        (r#"<g id="a&lt;/g&gt;&lt;script&gt;"><path d="M0 0h9v9z"/></g>"#.to_owned(), SvgParts),
    ] {
        assert_eq!(refused(&svg(&format!("{content}{SQUARE}"))), Some(refusal), "{content}");
    }
    assert_eq!(refused(&svg("")), Some(Broken));
    assert_eq!(refused(&svg("<path").replace("</svg>", "")), Some(Broken));
    assert_eq!(
        refused(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"><path d="M0 0h9v9z"/></svg>"#
        ),
        Some(Broken)
    );
    assert_eq!(refused("<?xml version=\"1.0\"?><html><svg/></html>"), Some(WrongKind));
    let packed = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    assert_eq!(prepare(&packed).err(), Some(WrongKind), "svgz");
}

#[test]
fn nothing_small_becomes_endless() {
    let mut laughs = String::from("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for level in 1..10 {
        _ = write!(laughs, "<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    }
    laughs += "]>";
    let long_entity = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>", "x".repeat(10_000));
    let hidden_entity = format!("<!DOCTYPE svg [<!ENTITY a '>\"{}'>]>", "x".repeat(10_000));
    let used = svg(&format!("<desc>{}</desc>{SQUARE}", "&a9;".repeat(100)));
    let copy = |target: &str| format!(r##"<use href="#{target}"/>"##).repeat(10);
    let mut copies = String::from(r#"<g id="n0"><path d="M0 0h9v9z"/></g>"#);
    let mut masks = String::from(r#"<mask id="n0"><path d="M0 0h9v9z"/></mask>"#);
    for level in 1..9 {
        _ = write!(copies, r#"<g id="n{level}">{}</g>"#, copy(&format!("n{}", level - 1)));
        let masked = format!(r#"<path mask="url(#n{})" d="M0 0h9v9z"/>"#, level - 1).repeat(10);
        _ = write!(masks, r#"<mask id="n{level}">{masked}</mask>"#);
    }
    let by_class = masks
        .replace("mask=\"url(#n7)\"", "class=\"a\"")
        .replace(r#"<mask id="n8">"#, r#"<style>.a{mask:url(#n7)}</style><mask id="n8">"#);
    let circle = r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>"##;
    let nested = |depth: usize, tag: &str| {
        format!("{}{SQUARE}{}", format!("<{tag}>").repeat(depth), "</g>".repeat(depth))
    };
    let dashes = r##"<path stroke="#000" stroke-dasharray="0.001" d="M0 0H80V40H0z"/>"##.repeat(500);
    let layers = format!(r#"<g opacity="0.5">{SQUARE}</g>"#).repeat(5_000);
    for (name, file) in [
        ("a thousand million laughs", laughs + &used),
        ("a long entity", long_entity + &svg(&format!("<desc>{}</desc>{SQUARE}", "&a;".repeat(5_000)))),
        ("a long entity behind a bracket", hidden_entity + &svg(SQUARE)),
        ("copies of copies", svg(&copies)),
        ("masks of masks", svg(&format!(r#"{masks}<path mask="url(#n8)" d="M0 0h9v9z"/>"#))),
        ("masks by class", svg(&by_class)),
        ("a circle of copies", svg(circle)),
        ("deep groups", svg(&nested(60, "g"))),
        ("very deep groups", svg(&nested(20_000, "g"))),
        ("many open layers", svg(&nested(30, "g opacity=\"0.5\""))),
        ("many layers", svg(&layers)),
        ("many dashes", svg(&dashes)),
        ("many nodes", svg(&"<g/>".repeat(70_000))),
        ("many rules", svg(&format!("<style>{}</style>{SQUARE}", ".a{fill:red}".repeat(8_000)))),
    ] {
        assert_eq!(refused(&file), Some(SvgTooDetailed), "{name}");
    }
    assert_eq!(refused(&svg(&" ".repeat(1024 * 1024))), Some(SvgTooLarge));
}

#[test]
fn a_drawing_of_any_size_becomes_a_picture_of_ours() {
    for (attributes, size) in [
        (r#"width="1e9" height="1e9""#, (1600, 1600)),
        (r#"width="16" height="16""#, (1600, 1600)),
        (r#"viewBox="0 0 0.001 0.002""#, (800, 1600)),
        (r#"viewBox="-50 -50 100 25""#, (1600, 400)),
        (r#"width="100000" height="1""#, (1600, 1)),
        ("", (1600, 1600)),
    ] {
        let file = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect width="100%" height="100%"/></svg>"#
        );
        let prepared = taken(&file);
        assert_eq!((prepared.width, prepared.height), size, "{attributes}");
    }
}
