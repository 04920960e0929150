//! A client's connection that is cut when the client stops reading.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

use super::activity::Activity;

/// How long a client may read nothing of a response. A phone in a tunnel comes back sooner; whoever never reads would
/// hold the response in memory.
const WRITE_TIMEOUT: Duration = Duration::from_secs(20);

/// A stream whose writes fail when nothing of them gets through for [`WRITE_TIMEOUT`].
pub(super) struct ClientStream {
    stream: TcpStream,
    activity: Activity,
    /// Runs while a write waits.
    timer: Option<Pin<Box<Sleep>>>,
}

impl ClientStream {
    pub(super) const fn new(stream: TcpStream, activity: Activity) -> Self {
        Self { stream, activity, timer: None }
    }

    /// Starts, checks or stops the timer by the outcome of a write.
    fn timed<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            if self.timer.take().is_some() {
                self.activity.set_write_stalled(false);
            }
            return written;
        }
        let timer = self.timer.get_or_insert_with(|| {
            self.activity.set_write_stalled(true);
            Box::pin(tokio::time::sleep(WRITE_TIMEOUT))
        });
        timer.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for ClientStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for ClientStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.timed(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.timed(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
