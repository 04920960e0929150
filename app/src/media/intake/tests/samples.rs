//! Pictures made for the tests, whole and otherwise.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder as _, ImageFormat, Rgb, RgbImage};

/// A word that no stored file may hold.
pub(super) const HIDDEN: &str = "hemligplats";

/// Four fields of colour: red, green, blue, white.
pub(super) const FIELDS: [[u8; 3]; 4] = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [250, 250, 250]];

pub(super) fn fields(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(FIELDS[usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2)])
    })
    .into()
}

pub(super) fn jpeg(pixels: &DynamicImage) -> Vec<u8> {
    written(pixels, ImageFormat::Jpeg)
}

pub(super) fn png(pixels: &DynamicImage) -> Vec<u8> {
    written(pixels, ImageFormat::Png)
}

pub(super) fn webp(pixels: &DynamicImage) -> Vec<u8> {
    written(pixels, ImageFormat::WebP)
}

/// Returns a GIF file of pictures that follow each other.
pub(super) fn gif(frames: &[DynamicImage]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let side = |side: u32| u16::try_from(side).unwrap();
    let (width, height) = (side(frames[0].width()), side(frames[0].height()));
    let palette = FIELDS.concat();
    let mut encoder = gif::Encoder::new(&mut bytes, width, height, &palette).unwrap();
    for pixels in frames {
        let pixels = pixels.to_rgb8();
        let indexes: Vec<u8> = pixels.pixels().map(|pixel| field_index(pixel.0)).collect();
        encoder.write_frame(&gif::Frame::from_indexed_pixels(width, height, indexes, None)).unwrap();
    }
    drop(encoder);
    bytes
}

fn field_index(colour: [u8; 3]) -> u8 {
    u8::try_from(FIELDS.iter().position(|field| *field == colour).unwrap()).unwrap()
}

fn written(pixels: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    pixels.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// Returns a JPEG file with a colour profile of its own.
pub(super) fn jpeg_with_profile(pixels: &DynamicImage, profile: Vec<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 100);
    encoder.set_icc_profile(profile).unwrap();
    pixels.write_with_encoder(encoder).unwrap();
    bytes
}

/// Returns what a camera writes: how it was held, and something that is nobody's business.
pub(super) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    let length = u8::try_from(HIDDEN.len()).unwrap();
    exif.extend([0x01, 0x0e, 0, 2, 0, 0, 0, length, 0, 0, 0, 38, 0, 0, 0, 0]);
    exif.extend(HIDDEN.bytes());
    exif
}

pub(super) fn jpeg_with(pixels: &DynamicImage, exif: &[u8]) -> Vec<u8> {
    let mut segment = vec![0xff, 0xe1];
    segment.extend(u16::try_from(exif.len() + 8).unwrap().to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(exif);
    insert(jpeg(pixels), 2, &segment)
}

/// Returns a PNG file with chunks behind the first one.
pub(super) fn png_with(pixels: &DynamicImage, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunks: Vec<u8> = chunks.iter().flat_map(|(name, content)| chunk(**name, content)).collect();
    insert(png(pixels), 33, &chunks)
}

pub(super) fn webp_with(pixels: &DynamicImage, exif: &[u8]) -> Vec<u8> {
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let flags = [vec![0x08, 0, 0, 0], side(pixels.width()), side(pixels.height())].concat();
    let pixels = webp(pixels)[12..].to_vec();
    let chunks = [riff(*b"VP8X", &flags), pixels, riff(*b"EXIF", exif)].concat();
    riff(*b"RIFF", &[b"WEBP".to_vec(), chunks].concat())
}

/// Returns a small PNG file whose first chunk claims another size.
pub(super) fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let whole = png(&fields(8, 8));
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend(&whole[24..29]);
    [&whole[..8], &chunk(*b"IHDR", &head), &whole[33..]].concat()
}

/// Returns a small GIF file that claims another size.
pub(super) fn gif_that_claims(width: u16, height: u16) -> Vec<u8> {
    let mut file = gif(&[fields(8, 8)]);
    file[6..8].copy_from_slice(&width.to_le_bytes());
    file[8..10].copy_from_slice(&height.to_le_bytes());
    file
}

/// Returns a small JPEG file whose frame claims another size.
pub(super) fn jpeg_that_claims(width: u16, height: u16) -> Vec<u8> {
    let mut file = jpeg(&fields(8, 8));
    let frame = file.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    file
}

pub(super) fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&name, content].concat();
    let mut chunk = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
    chunk.extend(&named);
    chunk.extend(crc(&named).to_be_bytes());
    chunk
}

pub(super) fn riff(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut chunk = name.to_vec();
    chunk.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
    chunk.extend(content);
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    chunk
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}

fn insert(mut file: Vec<u8>, at: usize, bytes: &[u8]) -> Vec<u8> {
    file.splice(at..at, bytes.iter().copied());
    file
}
