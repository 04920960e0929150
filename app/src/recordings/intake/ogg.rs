//! Pages of Ogg (RFC 3533).

use super::RecordingError;
use super::input::Input;

/// A packet goes on from the page before.
pub(super) const CONTINUED: u8 = 1;
/// The first page of a stream.
pub(super) const FIRST: u8 = 2;
/// The last page of a stream.
pub(super) const LAST: u8 = 4;

const HEAD: usize = 27;
const POLYNOMIAL: u32 = 0x04c1_1db7;

/// A page: at most 255 segments of at most 255 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) flags: u8,
    /// How far the stream has come at its end; all bits set where no packet ends.
    pub(super) position: u64,
    pub(super) stream: u32,
    /// The lengths of the segments.
    pub(super) segments: Vec<u8>,
    pub(super) body: Vec<u8>,
}

impl Page {
    /// Reads the page at a place, and returns where it ends.
    ///
    /// # Errors
    /// `Broken` when it is none, is cut off, or its checksum is wrong.
    pub(super) fn read(input: &mut Input<'_>, at: u64) -> Result<(Self, u64), RecordingError> {
        let head: [u8; HEAD] = input.array(at)?;
        let [
            b'O',
            b'g',
            b'g',
            b'S',
            0,
            flags,
            p0,
            p1,
            p2,
            p3,
            p4,
            p5,
            p6,
            p7,
            s0,
            s1,
            s2,
            s3,
            _,
            _,
            _,
            _,
            c0,
            c1,
            c2,
            c3,
            count,
        ] = head
        else {
            return Err(RecordingError::Broken);
        };
        let mut segments = vec![0; usize::from(count)];
        input.read(at + HEAD as u64, &mut segments)?;
        let mut body = vec![0; segments.iter().copied().map(usize::from).sum()];
        let begin = at + (HEAD + segments.len()) as u64;
        input.read(begin, &mut body)?;
        let end = begin + body.len() as u64;
        let mut without_sum = head;
        without_sum[22..26].fill(0);
        if checksum(&[&without_sum, &segments, &body]) != u32::from_le_bytes([c0, c1, c2, c3]) {
            return Err(RecordingError::Broken);
        }
        let position = u64::from_le_bytes([p0, p1, p2, p3, p4, p5, p6, p7]);
        let stream = u32::from_le_bytes([s0, s1, s2, s3]);
        Ok((Self { flags, position, stream, segments, body }, end))
    }

    /// Makes a page of one short packet.
    pub(super) fn of_packet(flags: u8, packet: Vec<u8>) -> Self {
        let segments = vec![u8::try_from(packet.len()).unwrap_or(254)];
        Self { flags, position: 0, stream: 0, segments, body: packet }
    }

    /// Returns its bytes, as the page with a number of the stream with a number.
    pub(super) fn bytes(&self, stream: u32, number: u32) -> Vec<u8> {
        let mut bytes = b"OggS\0".to_vec();
        bytes.push(self.flags);
        bytes.extend(self.position.to_le_bytes());
        bytes.extend(stream.to_le_bytes());
        bytes.extend(number.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.push(u8::try_from(self.segments.len()).unwrap_or(u8::MAX));
        bytes.extend(&self.segments);
        bytes.extend(&self.body);
        let sum = checksum(&[&bytes]);
        bytes[22..26].copy_from_slice(&sum.to_le_bytes());
        bytes
    }
}

fn checksum(parts: &[&[u8]]) -> u32 {
    parts.iter().flat_map(|part| part.iter()).fold(0, |sum, byte| {
        let index = usize::from(sum.to_be_bytes()[0] ^ byte);
        sum << 8 ^ TABLE[index]
    })
}

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "less than 256")]
        let mut value = (index as u32) << 24;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 0x8000_0000 > 0 { value << 1 ^ POLYNOMIAL } else { value << 1 };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
};
