//! A large export passes through little memory.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use app::import::{Links, Reader as _, Yield};

use super::super::{Options, WordPress};

/// Writes an export of so many posts, each with about `size` bytes of text.
fn write(path: &Path, posts: usize, size: usize) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><wp:base_blog_url>https://stor.example</wp:base_blog_url>";
    file.write_all(head.as_bytes()).unwrap();
    let paragraph = "<p>Ett stycke med <strong>fet text</strong>, <a href=\"https://stor.example/?p=7\">en länk</a> &amp; mer.</p>\n";
    let text = paragraph.repeat(size / paragraph.len());
    for id in 1..=posts {
        write!(
            file,
            "<item><title>Inlägg {id}</title><link>https://stor.example/{id}/</link><wp:post_id>{id}</wp:post_id>\
             <wp:post_date_gmt>2020-12-01 06:00:00</wp:post_date_gmt><wp:post_name>inlagg-{id}</wp:post_name>\
             <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\
             <content:encoded><![CDATA[{text}]]></content:encoded></item>"
        )
        .unwrap();
    }
    file.write_all(b"</channel></rss>").unwrap();
}

/// Returns the most memory that this process has had, in megabytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn read(posts: usize, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stor.xml");
    write(&path, posts, size);
    let (before, start) = (peak(), Instant::now());
    let mut reader = WordPress::new(vec![path], Options::default());
    let mut links = Links::default();
    let mut count = 0;
    reader
        .index(&mut |entry| {
            links.add(entry.id, entry.addresses, entry.slug);
            count += 1;
        })
        .unwrap();
    let mut items = 0;
    reader
        .items(&links, &mut |one| {
            items += usize::from(matches!(one, Yield::Item(_)));
            ControlFlow::Continue(())
        })
        .unwrap();
    println!(
        "{posts} posts of {size} bytes: {} MB more than {before} MB, {:?}",
        peak() - before,
        start.elapsed()
    );
    assert_eq!((count, items), (posts, posts));
    assert!(peak() - before <= 100, "{} MB", peak() - before);
}

#[test]
fn a_large_export_is_read_in_little_memory() {
    read(200, 20_000);
}

#[test]
#[ignore = "ten thousand posts and half a gigabyte: run by hand"]
fn the_largest_export_is_read_in_little_memory() {
    read(10_000, 50_000);
}
