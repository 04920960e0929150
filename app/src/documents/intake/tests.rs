//! Files of every kind that somebody may send, honest and hostile.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn judged(content: &[u8], name: &str) -> Result<Judged, DocumentError> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content).unwrap();
    file.rewind().unwrap();
    judge(file, name)
}

fn refusal(content: &[u8]) -> Option<DocumentError> {
    judged(content, "rapport.pdf").err()
}

/// A PDF with some objects in it.
fn pdf(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n%\u{e2}\u{e3}\n{objects}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")
        .into_bytes()
}

/// A PDF whose objects are in a compressed object stream.
fn packed_pdf(objects: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(objects).unwrap();
    let stream = encoder.finish().unwrap();
    let mut file =
        b"%PDF-1.7\n4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n".to_vec();
    file.extend(stream);
    file.extend(b"\nendstream\nendobj\nstartxref\n9\n%%EOF");
    file
}

/// An archive of parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn types(main: &str) -> String {
    format!(
        "<Types><Override PartName=\"/x\" ContentType=\"application/vnd.openxmlformats-officedocument.{main}+xml\"/></Types>"
    )
}

fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types("wordprocessingml.document.main");
    let parts = [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<w:document/>")];
    zipped(&[&parts, more].concat())
}

#[test]
fn a_pdf_tells_its_pages_and_whether_it_can_be_read_aloud() {
    let plain =
        "1 0 obj << /Type /Pages /Count 2 >> 2 0 obj << /Type /Page >> 3 0 obj <</Type/Page/Parent 1 0 R>>";
    let untagged = Judged { format: DocumentFormat::Pdf, pages: Some(2), is_tagged: Some(false) };
    assert_eq!(judged(&pdf(plain), "x"), Ok(untagged));
    let tagged = format!("{plain} << /MarkInfo << /Marked true >> /StructTreeRoot 9 0 R >>");
    assert_eq!(judged(&pdf(&tagged), "x"), Ok(Judged { is_tagged: Some(true), ..untagged }));
    let packed = judged(&packed_pdf(tagged.as_bytes()), "x");
    assert_eq!(packed, Ok(Judged { is_tagged: Some(true), ..untagged }), "in an object stream");
    let changed = [pdf(plain), pdf(plain)].concat();
    assert_eq!(judged(&changed, "x").map(|judged| judged.pages), Ok(None), "changed by appending");
}

#[test]
fn a_pdf_that_would_do_something_is_refused() {
    for (objects, why) in [
        ("<< /S /JavaScript /JS (app.alert(1)) >>", DocumentError::ActivePdf),
        ("<< /S /J#61vaScri#70t /JS (app.alert(1)) >>", DocumentError::ActivePdf),
        ("<< /OpenAction << /S/Launch /F (cmd.exe) >> >>", DocumentError::ActivePdf),
        ("<< /Names << /EmbeddedFiles 7 0 R >> >>", DocumentError::PdfWithFiles),
        ("<< /Subtype/FileAttachment >>", DocumentError::PdfWithFiles),
        ("<< /Subtype /RichMedia >>", DocumentError::PdfWithFiles),
        ("trailer << /Encrypt 5 0 R >>", DocumentError::LockedPdf),
    ] {
        assert_eq!(refusal(&pdf(objects)), Some(why.clone()), "{objects}");
        assert_eq!(refusal(&packed_pdf(objects.as_bytes())), Some(why), "{objects} in an object stream");
    }
    for harmless in
        ["(/ JavaScript)", "<< /OpenAction [ 3 0 R /Fit ] >>", "<< /JavaScriptX 1 >>", "<< /LaunchPad 1 >>"]
    {
        assert_eq!(refusal(&pdf(harmless)), None, "{harmless}");
    }
}

#[test]
fn a_pdf_that_cannot_be_judged_is_refused() {
    let bomb = packed_pdf(&vec![b' '; 130 * 1024 * 1024]);
    assert!(bomb.len() < 2 * 1024 * 1024);
    assert_eq!(refusal(&bomb), Some(DocumentError::Bomb));
    let odd = b"%PDF-1.7\n<< /Type /ObjStm /Filter /ASCIIHexDecode >>\nstream\n2f4a\nendstream\n%%EOF";
    assert_eq!(refusal(odd), Some(DocumentError::Broken));
    assert_eq!(refusal(b"%PDF-1.7\nno end"), Some(DocumentError::Broken));
    let with_archive = [pdf(""), docx(&[])].concat();
    assert_eq!(refusal(&with_archive), Some(DocumentError::Broken), "something hides behind the end");
    let with_page = [pdf(""), b"<html><script>alert(1)</script>".to_vec()].concat();
    assert_eq!(refusal(&with_page), Some(DocumentError::Broken));
}

#[test]
fn documents_of_offices_are_known_by_their_parts() {
    assert_eq!(judged(&docx(&[]), "x.exe").map(|judged| judged.format), Ok(DocumentFormat::Docx));
    for (main, part, format) in [
        ("spreadsheetml.sheet.main", "xl/workbook.xml", DocumentFormat::Xlsx),
        ("presentationml.presentation.main", "ppt/presentation.xml", DocumentFormat::Pptx),
    ] {
        let file = zipped(&[("[Content_Types].xml", types(main).as_bytes()), (part, b"<x/>")]);
        assert_eq!(judged(&file, "x").map(|judged| judged.format), Ok(format));
    }
    for (name, format) in [
        ("text", DocumentFormat::Odt),
        ("spreadsheet", DocumentFormat::Ods),
        ("presentation", DocumentFormat::Odp),
    ] {
        let mimetype = format!("application/vnd.oasis.opendocument.{name}");
        let file = zipped(&[("mimetype", mimetype.as_bytes()), ("content.xml", b"<x/>")]);
        assert_eq!(judged(&file, "x").map(|judged| judged.format), Ok(format));
    }
    // As LibreOffice writes them: the sizes of the parts stand behind them.
    let mut archive = ZipWriter::new_stream(Vec::new());
    for (name, content) in [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]
    {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    let streamed = archive.finish().unwrap().get_ref().clone();
    assert_eq!(judged(&streamed, "x").map(|judged| judged.format), Ok(DocumentFormat::Odt));
    let archive = zipped(&[("a.txt", b"x")]);
    assert_eq!(refusal(&archive), Some(DocumentError::WrongKind));
    let java = zipped(&[("META-INF/MANIFEST.MF", b"x"), ("A.class", b"x")]);
    assert_eq!(refusal(&java), Some(DocumentError::WrongKind));
}

#[test]
fn macros_and_programs_are_refused_whatever_they_are_called() {
    for part in ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"] {
        assert_eq!(refusal(&docx(&[(part, b"x")])), Some(DocumentError::Macros), "{part}");
    }
    let renamed = types("wordprocessingml.document.main")
        + "<Default ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    let file = zipped(&[
        ("[Content_Types].xml", renamed.as_bytes()),
        ("word/document.xml", b"<x/>"),
        ("word/a.bin", b"x"),
    ]);
    assert_eq!(refusal(&file), Some(DocumentError::Macros));
    let docm = "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>";
    let file = zipped(&[("[Content_Types].xml", docm.as_bytes()), ("word/document.xml", b"<x/>")]);
    assert_eq!(refusal(&file), Some(DocumentError::Macros));
    let mimetype = b"application/vnd.oasis.opendocument.text";
    let file =
        zipped(&[("mimetype", mimetype), ("content.xml", b"<x/>"), ("Basic/Standard/Module1.xml", b"x")]);
    assert_eq!(refusal(&file), Some(DocumentError::Macros));
}

#[test]
fn bombs_and_parts_that_leave_their_folder_are_refused() {
    let zeros = vec![0; 20 * 1024 * 1024];
    assert_eq!(refusal(&docx(&[("word/a.xml", &zeros)])), Some(DocumentError::Bomb));
    for name in ["../../etc/passwd", "/etc/passwd", "word\\..\\a", "word/../../a"] {
        assert_eq!(refusal(&docx(&[(name, b"x")])), Some(DocumentError::Broken), "{name}");
    }
    let whole = docx(&[]);
    assert_eq!(refusal(&whole[..whole.len() - 30]), Some(DocumentError::Broken));
    let with_tail = [whole.clone(), b"<script>alert(1)</script>".to_vec()].concat();
    assert_eq!(refusal(&with_tail), Some(DocumentError::Broken));
}

#[test]
fn plain_text_is_utf_8_and_no_page_in_disguise() {
    let format = |text: &str, name| judged(text.as_bytes(), name).map(|judged| judged.format);
    assert_eq!(format("Hej på dig.\r\n", "a.pdf"), Ok(DocumentFormat::Txt));
    assert_eq!(format("\u{feff}namn;år\nÅsa;7\n", "Tabell.CSV"), Ok(DocumentFormat::Csv));
    let long = "å".repeat(200_000);
    assert_eq!(format(&long, "a"), Ok(DocumentFormat::Txt), "no line ends");
    for (content, why) in [
        (&b"<!DOCTYPE html><p>Hej"[..], DocumentError::WebPage),
        (b"  \n<p>Hej", DocumentError::WebPage),
        (b"Hej\n<ScRiPt>alert(1)</script>", DocumentError::WebPage),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", DocumentError::WebPage),
        (b"<?xml version='1.0'?><svg/>", DocumentError::WebPage),
        (b"#!/bin/sh\nrm -rf /", DocumentError::WrongKind),
        (b"MZ\x90\0\x03", DocumentError::WrongKind),
        (b"\x7fELF\x02", DocumentError::WrongKind),
        (b"GIF89a\x01\0", DocumentError::WrongKind),
        (b"P\xe5 svenska", DocumentError::Encoding),
        (b"\xff\xfeH\0", DocumentError::WrongKind),
        (b"{\\rtf1 Hej}", DocumentError::OldKind),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", DocumentError::OldKind),
        (b"", DocumentError::NoFile),
    ] {
        assert_eq!(refusal(content), Some(why), "{content:?}");
    }
}
