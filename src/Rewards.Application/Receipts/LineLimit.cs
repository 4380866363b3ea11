namespace Rewards.Application.Receipts;

/// <summary>
/// Leaves out what of a line goes beyond a limit, so that a file without line ends takes no memory: of such a line one byte
/// more than the limit comes through.
/// </summary>
/// <param name="inner">Where the bytes come from; closed with this.</param>
/// <param name="longest">In bytes.</param>
internal sealed class LineLimit(Stream inner, int longest) : Stream
{
    private const byte LineEnd = (byte)'\n';

    private int _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        while ((read = inner.Read(buffer)) > 0)
        {
            // Nothing comes through of the middle of a long line: 0 would say that it is the end.
            if (Keep(buffer[..read]) is var kept and > 0)
            {
                return kept;
            }
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Moves what is kept to the front, a line or a part of one at a time.
    private int Keep(Span<byte> bytes)
    {
        var kept = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var rest = bytes[at..];
            var end = rest.IndexOf(LineEnd);
            var part = end < 0 ? rest : rest[..end];
            var room = Math.Min(part.Length, longest + 1 - _length);
            part[..room].CopyTo(bytes[kept..]);
            kept += room;
            _length += room;
            at += part.Length;
            if (end >= 0)
            {
                bytes[kept++] = LineEnd;
                _length = 0;
                at++;
            }
        }

        return kept;
    }
}
