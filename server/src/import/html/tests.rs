//! What HTML becomes, and that nothing of it is lost.

mod lossless;

use app::import::{Cause, Link, Resolver};

use super::{Breaks, Converted, Options, to_markdown};

/// Answers as an import would, and remembers what it heard.
#[derive(Default)]
struct Heard {
    notes: Vec<(&'static str, String)>,
    has_no_pictures: bool,
}

impl Resolver for Heard {
    fn link(&mut self, address: &str) -> Link {
        let path = address.strip_prefix("https://gammal.example").map(|path| format!("/inlagg{path}"));
        Link::To(path.unwrap_or_else(|| address.to_owned()))
    }

    fn picture(&mut self, address: &str, _alt: &str, _caption: &str) -> Option<String> {
        let name = address.rsplit('/').next().unwrap_or_default();
        (!self.has_no_pictures).then(|| format!("/media/{name}"))
    }

    fn note(&mut self, cause: Cause, detail: &str) {
        self.notes.push((cause.code, detail.to_owned()));
    }
}

fn convert(html: &str, breaks: Breaks) -> (Converted, Vec<(&'static str, String)>) {
    let mut heard = Heard::default();
    let converted = to_markdown(html, Options { breaks, alt_of: None }, &mut heard);
    (converted, heard.notes)
}

fn markdown(html: &str) -> String {
    convert(html, Breaks::Ignored).0.markdown.trim_end().to_owned()
}

fn codes(html: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = convert(html, Breaks::Ignored).1.into_iter().map(|(code, _)| code).collect();
    codes.sort_unstable();
    codes
}

fn all_become(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(markdown(html), *expected, "{html}");
    }
}

#[test]
fn html_becomes_the_markdown_that_the_editor_writes() {
    all_become(&[
        ("", ""),
        ("text", "text"),
        ("<p>ett</p>\n<p>två  ord\n och &amp;</p>", "ett\n\ntvå ord och &"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<p>a<br>b<br><br>c<br></p>", "a\\\nb\n\nc"),
        ("<p>5&nbsp;000&shy;kronor</p>", "5 000kronor"),
        // Marks.
        ("<p>saffran och <strong>smör </strong>.</p>", "saffran och **smör** ."),
        ("<p><b> a </b>b<i><br>c</i></p>", "**a** b\\\n*c*"),
        ("<p><b>a <i>b</i></b><i> c</i></p>", "**a *b*** *c*"),
        ("<p><b>Obs!</b>text</p>", "**Obs!**&#116;ext"),
        ("<p>x<b>(a)</b></p>", "&#120;**(a)**"),
        ("<p><del>a</del> <code>b `c` *d*</code> <u>e</u></p>", "~~a~~ ``b `c` *d*`` e"),
        ("<p><b style=\"font-weight:normal\">a</b> <span style=\"font-weight: 700\">b</span></p>", "a **b**"),
        ("<p><b></b><i> </i>a</p>", "a"),
        // Blocks.
        ("<h1>a</h1><h3>b <b>c</b></h3><p>d</p>", "## a\n\n#### b c\n\nd"),
        ("<h3>a</h3><h4>b<br>c #</h4>", "## a\n\n### b c \\#"),
        ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>", "- a\n  - b\n- c"),
        ("<ol start=3><li>a<li>b<p>c</ol><ol><li>d</ol>", "3. a\n\n4. b\n\n   c\n\n1) d"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ul>a<ul><li>b</ul></ul>", "- a\n  - b"),
        ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b"),
        ("<blockquote><p>a</p><cite>Ordspråk</cite></blockquote>", "> a\n>\n> – Ordspråk"),
        ("<figure><blockquote>a</blockquote><figcaption>— Hon</figcaption></figure>", "> a\n>\n> – Hon"),
        ("<pre>a\n  *b*\n\n\tc</pre>", "```\na\n  *b*\n\n\tc\n```"),
        ("<pre><code class=\"language-rust\">a```<br>b</code></pre>", "````rust\na```\nb\n````"),
        ("<p>a<hr>b", "a\n\n---\n\nb"),
        ("<details><summary>Mer</summary><p>a</p></details>", "**Mer**\n\na"),
        ("<dl><dt>a<dd>b</dl>", "a\n\nb"),
    ]);
}

#[test]
fn tables_have_a_line_for_each_row() {
    all_become(&[
        (
            "<table><tr><th>Sak<th>Mängd<tr><td>Kardemumma | malen<td>1 msk<br>rågad</table>",
            "| Sak | Mängd |\n|---|---|\n| Kardemumma \\| malen | 1 msk rågad |",
        ),
        (
            "<table><caption>T</caption><tr><td colspan=2>a<tr><td>b<td>c<ul><li>d</ul></table>",
            "T\n\n| a |  |\n|---|---|\n| b | c d |",
        ),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "| a | b |\n|---|---|\n|  | c |"),
        ("<table><tr><td><p>a<td><p>b</table>", "a\n\nb"),
    ]);
}

#[test]
fn links_and_pictures_lead_where_the_resolver_says() {
    all_become(&[
        ("<a href=\"https://gammal.example/a\">a <b>b</b></a>", "[a **b**](/inlagg/a)"),
        ("<p><a href=\"/a\"><div>a</div><div>b</div></a>", "[a](/a)\n\n[b](/a)"),
        ("<a href=\"https://x.example/a_(b)\">c</a>", "[c](<https://x.example/a_(b)>)"),
        ("<a href=\"https://x.example/\">https://x.example/</a>", "<https://x.example/>"),
        ("<p>https://x.example/film?v=1</p>", "<https://x.example/film?v=1>"),
        (
            "<p>Se https://gammal.example/a. Och https://x.example/b</p>",
            "Se [https://gammal.example/a](/inlagg/a). Och https://x.example/b",
        ),
        ("<a name=x></a><a>b</a>", "b"),
        ("a <img src=/b.png alt=\"[c]\"> d", "a ![\\[c\\]](/media/b.png) d"),
        ("<img src=/a.png><img src=/b.png>", "![](/media/a.png)\n\n![](/media/b.png)"),
        (
            "<figure><img src=/a.png alt=b><figcaption>\"c\" <i>d</i></figcaption></figure>",
            "![b](/media/a.png \"\\\"c\\\" d\")",
        ),
        ("<a href=/a.png><img src=/a-300x200.png></a>", "[![](/media/a-300x200.png)](/media/a.png)"),
        (
            "<figure><a href=/x><img src=/a.png></a><figcaption>c</figcaption></figure>",
            "[![](/media/a.png)](/x)\n\nc",
        ),
        (
            "<figure><figure><img src=/a.png><figcaption>b</figcaption></figure><figure><img src=/c.png></figure>\
             <figcaption>d</figcaption></figure>",
            "![](/media/a.png \"b\")\n\n![](/media/c.png)\n\nd",
        ),
        (
            "<div class=wp-caption><img src=/a.png><p class=wp-caption-text>b</p></div>",
            "![](/media/a.png \"b\")",
        ),
        ("<img src=data:x data-src=/a.png><noscript><img src=/a.png></noscript>", "![](/media/a.png)"),
        ("<img src=data:x><noscript><img src=/a.png></noscript>", "![](/media/a.png)"),
        ("<img src=/a-300.png srcset=\"/a-300.png 300w, /a.png 2000w\">", "![](/media/a.png)"),
    ]);
}

#[test]
fn footnotes_and_frames_are_recognised() {
    all_become(&[
        (
            "<p>a<sup id=r1><a href=#n1>1</a></sup> b</p><ol><li id=n1>not <a href=#r1>↩</a></li></ol>",
            "a[^1] b\n\n[^1]: not",
        ),
        ("<p>a<a href=#b>c</a></p><p id=b>d</p>", "a[c](#b)\n\nd"),
        (
            "<p>a<iframe src=\"//www.youtube-nocookie.com/embed/x1?rel=0\"></iframe>b</p>",
            "a\n\n[Film på YouTube](https://www.youtube.com/watch?v=x1)\n\nb",
        ),
        ("<audio controls><source src=/a.mp3></audio>", "[Ljud](/a.mp3)"),
    ]);
}

#[test]
fn text_stays_the_text_that_it_was() {
    for text in [
        "1. januari",
        "# inte en rubrik",
        "- streck",
        "> större",
        "*runt* och under_streck_i_ord samt [hakar] och _så_",
        "a | b",
        "--- ===",
        "`kod` ~~x~~ \\ \\\\ !",
        "&amp;lt; &amp;#65; &lt;b&gt;",
        "[^1]: not",
        "![a](b) [c](d) &lt;https://x.example&gt;",
    ] {
        let html = format!("<p>{text}</p>");
        let shown = app::markdown::plain_text(&markdown(&html));
        let meant = super::plain_text(&html);
        assert_eq!(shown, meant, "{}", markdown(&html));
    }
    assert_eq!(markdown("<p>a<br>- b<br># c<br>1. d</p>"), "a\\\n\\- b\\\n\\# c\\\n1\\. d");
}

#[test]
fn what_could_do_harm_is_removed_and_told() {
    for (html, expected, told) in [
        ("<p onclick=\"alert(1)\">a</p>", "a", vec!["event-removed"]),
        ("<script>alert(1)</script><style>b{}</style>a", "a", vec!["script-removed", "style-removed"]),
        (
            "<a href=\"javascript:alert(1)\">a</a> <a href=\"JaVa&#x0A;Script:x\">b</a> <a href=data:x>c</a>",
            "a b c",
            vec!["unsafe-link"; 3],
        ),
        ("<iframe src=https://okand.example/x></iframe>a", "a", vec!["frame-removed"]),
        (
            "<svg onload=x><a href=x>a</a></svg><object data=x></object>",
            "",
            vec!["drawing-removed", "event-removed", "plugin-removed"],
        ),
        ("<form><label>Namn</label><input><button>Skicka</button></form>", "Namn", vec!["form-removed"; 3]),
        ("<img src=/a.gif width=1 height=1>a", "a", vec!["pixel-removed"]),
        ("<noscript><img src=https://x.example/p.gif></noscript>a", "a", vec!["pixel-removed"]),
        (
            "<p style=\"position:fixed\">a</p><p style=\"display : none\">b</p><p hidden>c</p>",
            "a",
            vec!["hidden-text"; 2],
        ),
        ("<!-- <script>x</script> -->a", "a", vec![]),
        ("<img src=x onerror=y alt=bild>", "bild", vec!["bad-picture", "event-removed"]),
        ("<img src=assets alt=f>", "f", vec!["bad-picture"]),
        ("<p aria-hidden=true></p>a<!--nextpage-->b", "a\n\nb", vec!["pages-joined"]),
    ] {
        assert_eq!((markdown(html), codes(html)), (expected.to_owned(), told), "{html}");
    }
}

#[test]
fn breaks_of_classic_texts_are_kept() {
    let classic = |html: &str| convert(html, Breaks::Kept).0.markdown.trim_end().to_owned();
    for (html, expected) in [
        ("ett\n\ntvå\ntre\n", "ett\n\ntvå\\\ntre"),
        ("<h3>a</h3>\nb\n<ul>\n<li>c</li>\n</ul>\nd", "## a\n\nb\n\n- c\n\nd"),
        ("a<br />\nb\n\n\n\nc", "a\\\nb\n\nc"),
        ("<strong>a\n\nb</strong> c", "**a**\n\n**b** c"),
        ("<blockquote>a\n\nb</blockquote>", "> a\n>\n> b"),
        ("<pre>a\n\n  b</pre>", "```\na\n\n  b\n```"),
        ("<p>a\nb</p>\n<p>c</p>", "a\\\nb\n\nc"),
    ] {
        assert_eq!(classic(html), expected, "{html:?}");
    }
    let (converted, _) = convert("Början är <b>kort</b>.\n\n<!--more Läs-->\n\nResten.", Breaks::Kept);
    assert_eq!(converted.before_more, "Början är kort.");
}

#[test]
fn a_missing_picture_leaves_its_words() {
    let mut heard = Heard { has_no_pictures: true, ..Heard::default() };
    let html = "<figure><a href=/a.jpg><img src=/a-1x1.jpg alt=En&nbsp;bulle></a><figcaption>Bulle</figcaption></figure>";
    let converted = to_markdown(html, Options::default(), &mut heard);
    assert_eq!(converted.markdown, "En bulle\n\nBulle\n");
    let alt_of = |_: &str| Some("ur biblioteket".to_owned());
    let options = Options { alt_of: Some(&alt_of), ..Options::default() };
    let converted = to_markdown("<img src=/a.jpg alt=''>", options, &mut Heard::default());
    assert_eq!(converted.markdown, "![ur biblioteket](/media/a.jpg)\n");
}

#[test]
fn deep_nesting_ends_in_text() {
    let (converted, _) = convert(&"<div><table><tr><td>x</div>".repeat(2000), Breaks::Ignored);
    assert_eq!(converted.markdown.matches('x').count(), 2000);
    let html = format!("{}a{}", "<ul><li>x<blockquote>".repeat(60), "</blockquote></li></ul>".repeat(60));
    let (converted, notes) = convert(&html, Breaks::Ignored);
    assert_eq!(app::markdown::plain_text(&converted.markdown).matches('x').count(), 60);
    assert!(converted.markdown.contains('a'));
    assert_eq!(notes.len(), 1, "{notes:?}");
}
