//! What the segments of a JPEG file tell before anything is decoded.

/// Where the pixels end, and how much memory they ask for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct JpegLayout {
    /// The end of what belongs to the picture, in bytes. Telephones append films and notes of their own.
    pub(super) end: usize,
    /// Whether the mark of the end stands there. Panoramas of a common telephone lack it, and browsers show them.
    pub(super) has_end_mark: bool,
    /// Whether the picture comes in several passes, which have to be kept as a whole.
    pub(super) is_progressive: bool,
    /// How many samples there are of all colours.
    pub(super) samples: u64,
}

impl JpegLayout {
    /// Reads the segments; none when the file has no pixels.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut layout = Self::default();
        let mut at = 2;
        let mut has_scan = false;
        loop {
            // Bytes that decoders skip, fill bytes, and the samples of a scan.
            let from = bytes.get(at..).unwrap_or_default();
            let Some(mark) = from.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff))
            else {
                layout.end = bytes.len();
                return has_scan.then_some(layout);
            };
            let (marker, content) = (from[mark + 1], at + mark + 2);
            match marker {
                0x01 | 0xd0..=0xd7 => at = content,
                0xd9 if has_scan => {
                    return Some(Self { end: content, has_end_mark: true, ..layout });
                }
                // Tables, frames and scans, and before the first scan also notes.
                0xc0..=0xcf | 0xda..=0xdd if let Some(next) = layout.read_segment(bytes, marker, content) => {
                    has_scan |= marker == 0xda;
                    at = next;
                }
                0xe0..=0xef | 0xfe
                    if !has_scan && let Some(next) = layout.read_segment(bytes, marker, content) =>
                {
                    at = next;
                }
                // Nothing of a picture: what somebody appended begins here.
                _ if has_scan => return Some(Self { end: at + mark, ..layout }),
                _ => return None,
            }
        }
    }

    /// Reads a segment by its length and returns its end; none when it is no segment.
    fn read_segment(&mut self, bytes: &[u8], marker: u8, content: usize) -> Option<usize> {
        let length = bytes.get(content..content + 2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let segment = bytes.get(content..content + length).filter(|_| length >= 2)?;
        self.read_frame(marker, segment);
        Some(content + length)
    }

    fn read_frame(&mut self, marker: u8, segment: &[u8]) {
        let is_frame = matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf);
        let [_, _, _, h1, h2, w1, w2, _, components @ ..] = segment else { return };
        if !is_frame || self.samples > 0 {
            return;
        }
        let factors: Vec<(u64, u64)> = components
            .chunks_exact(3)
            .map(|part| (u64::from(part[1] >> 4), u64::from(part[1] & 15)))
            .collect();
        let most = |factor: fn(&(u64, u64)) -> u64| factors.iter().map(factor).max().unwrap_or(1).max(1);
        let (across, down) = (most(|factor| factor.0), most(|factor| factor.1));
        let pixels = u64::from(u16::from_be_bytes([*w1, *w2])) * u64::from(u16::from_be_bytes([*h1, *h2]));
        let parts: u64 = factors.iter().map(|(across, down)| across * down).sum();
        self.samples = (pixels * parts).div_ceil(across * down).max(1);
        self.is_progressive = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of 16 × 16 pixels with half as many colours in each direction, a scan, and what follows.
    fn file(after: &[u8]) -> Vec<u8> {
        let frame = b"\xff\xc0\0\x11\x08\0\x10\0\x10\x03\x01\x22\0\x02\x11\0\x03\x11\0";
        let scan = b"\xff\xda\0\x03\x01\x11\xff\0\x22\xff\xd0\x33";
        [b"\xff\xd8", &frame[..], scan, after].concat()
    }

    #[test]
    fn a_picture_ends_where_its_scan_does() {
        let whole = JpegLayout::read(&file(b"\xff\xd9trailer\xff\xd9")).unwrap();
        assert!(whole.has_end_mark && !whole.is_progressive);
        assert_eq!((whole.end, whole.samples), (file(b"\xff\xd9").len(), 16 * 16 * 3 / 2));
        let open = JpegLayout::read(&file(b"")).unwrap();
        assert_eq!((open.end, open.has_end_mark), (file(b"").len(), false));
        let trailer = JpegLayout::read(&file(b"\xff\x88SEFT\xff\xd9")).unwrap();
        assert_eq!((trailer.end, trailer.has_end_mark), (file(b"").len(), false));
        for broken in
            [&b"\xff\xd8"[..], b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\xff\xff", b"\xff\xd8\xff\xda"]
        {
            assert_eq!(JpegLayout::read(broken), None);
        }
    }
}
