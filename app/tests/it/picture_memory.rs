//! What preparing and cropping a picture costs in memory, measured in a process of its own, on pictures as large as telephones make
//! them.

use std::path::Path;
use std::process::Command;

use app::media::crop::{Crop, Focus, Framing, Share};
use app::media::intake::{PreparedPicture, QueuePermit, prepare};
use app::media::{self, PictureId};
use image::{DynamicImage, ImageFormat, RgbImage};

/// Names the file to the process that prepares it.
const PICTURE: &str = "GULDKORN_TEST_PICTURE";
/// Begins the line that it prints.
const COST: &str = "cost: ";
/// Most memory above what the process had before, in megabytes.
const MOST: u64 = 250;

/// Returns a figure of the process in megabytes: `VmRSS` now, `VmHWM` at most.
fn megabytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the process has a status");
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).expect("a figure");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
}

/// In a process of its own: prepares the picture in a file and crops it, and prints by how much the process grew at most.
fn measure(path: &Path) {
    let before = megabytes("VmRSS");
    let file = std::fs::read(path).expect("the file");
    let prepared = prepare(&file);
    drop(file);
    let is_taken = prepared.is_ok();
    if let Ok(prepared) = prepared {
        crop_prepared(prepared);
    }
    println!("{COST}{is_taken} {}", megabytes("VmHWM").saturating_sub(before));
}

/// Stores a picture in a folder and crops it, as when somebody saves a focus.
fn crop_prepared(prepared: PreparedPicture) {
    let folder = tempfile::tempdir().expect("a folder");
    let id = PictureId::random().expect("an id");
    let files = prepared.files.iter().map(|(variant, bytes)| (&*variant.name, &**bytes));
    media::files::write(folder.path(), id, files).expect("written");
    let webp = prepared.files.into_iter().map(|(variant, _)| variant);
    let widest =
        webp.filter(|variant| variant.media_type == "image/webp").max_by_key(|variant| variant.width);
    let share = |percent| Share::of_percent(percent).expect("a share");
    let framing = Framing {
        focus: Some(Focus { x: share(30), y: share(20) }),
        crop: Some(Crop { left: share(5), top: share(5), width: share(90), height: share(90) }),
    };
    let permit = QueuePermit::take().expect("a permit");
    let cropping = media::crop::prepare(folder.path().into(), permit, id, widest.expect("a file"), framing);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(cropping).expect("cropped");
}

/// Has a picture prepared by a process of its own. Returns whether it was taken, and by how much the process grew.
fn cost(file: &[u8]) -> (bool, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("picture");
    std::fs::write(&path, file).expect("written");
    let test = std::env::current_exe().expect("this test");
    let output = Command::new(test)
        .args([
            "--exact",
            "picture_memory::no_picture_takes_more_than_a_quarter_of_a_gigabyte",
            "--nocapture",
        ])
        .env(PICTURE, &path)
        .output()
        .expect("it runs");
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = output.lines().find_map(|line| line.split_once(COST)).expect("a cost").1;
    let (is_taken, cost) = line.split_once(' ').expect("two figures");
    (is_taken == "true", cost.trim().parse().expect("a number"))
}

/// A picture with an edge every 16 pixels.
fn photo(width: u32, height: u32) -> DynamicImage {
    let part = |at: u32| (at / 16).to_le_bytes()[0];
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    let mut row = Vec::new();
    for y in 0..height {
        if y % 16 == 0 {
            row = (0..width).flat_map(|x| [part(x), part(y), 90]).collect();
        }
        pixels.extend_from_slice(&row);
    }
    RgbImage::from_raw(width, height, pixels).expect("as many pixels").into()
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("picture");
    // By the crate's own writer of files: it is compiled there, with optimisation.
    picture.save_with_format(&path, format).expect("written");
    std::fs::read(path).expect("read")
}

/// A GIF file of one colour.
fn gif(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = vec![1; usize::from(width) * usize::from(height)];
    let mut encoder =
        gif::Encoder::new(&mut bytes, width, height, &[0, 0, 0, 90, 120, 200]).expect("an encoder");
    encoder.write_frame(&gif::Frame::from_indexed_pixels(width, height, pixels, None)).expect("written");
    drop(encoder);
    bytes
}

/// A PNG file whose colour profile is 500 megabytes, in a few hundred kilobytes.
fn png_with_a_huge_profile() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut info = png::Info::with_size(8, 8);
    info.color_type = png::ColorType::Rgb;
    info.icc_profile = Some(vec![0; 500_000_000].into());
    let encoder = png::Encoder::with_info(&mut bytes, info).expect("an encoder");
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[200; 8 * 8 * 3]).expect("written");
    writer.finish().expect("finished");
    bytes
}

#[test]
fn no_picture_takes_more_than_a_quarter_of_a_gigabyte() {
    if let Some(path) = std::env::var_os(PICTURE) {
        return measure(Path::new(&path));
    }
    let largest = photo(9_300, 6_976);
    let files = [
        ("a JPEG of 64 megapixels", file(&largest, ImageFormat::Jpeg), true),
        ("a PNG of 64 megapixels", file(&largest, ImageFormat::Png), true),
        ("a PNG of 64 megapixels with opacity", file(&largest.to_rgba8().into(), ImageFormat::Png), true),
        ("a GIF of 64 megapixels", gif(9_300, 6_976), true),
        ("a screenshot of a long page", file(&photo(1_170, 14_000), ImageFormat::Png), true),
        ("a panorama", file(&photo(16_382, 3_628), ImageFormat::Jpeg), true),
        ("a WebP of 30 megapixels", file(&photo(6_000, 5_000), ImageFormat::WebP), true),
        ("a WebP of 64 megapixels", file(&largest, ImageFormat::WebP), false),
        ("a profile of 500 megabytes", png_with_a_huge_profile(), true),
    ];
    for (name, file, may_be_taken) in files {
        let (is_taken, cost) = cost(&file);
        println!("{name}: {} kB, {cost} MB", file.len() / 1024);
        assert_eq!(is_taken, may_be_taken, "{name}");
        assert!(cost <= MOST, "{name}: {cost} MB");
    }
}
