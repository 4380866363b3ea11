using Microsoft.Win32.SafeHandles;

namespace Rewards.Application.Sweepstakes;

/// <summary>The bytes of one file of a bundle, wherever they lie.</summary>
/// <param name="Handle">The zip, or the file itself; null for a file without bytes, which is never opened.</param>
/// <param name="Offset">Where the bytes begin in it.</param>
/// <param name="Length">How many there are; within the file's limit.</param>
internal sealed record BundleMember(SafeFileHandle? Handle, long Offset, long Length)
{
    /// <summary>All bytes of a small file.</summary>
    /// <exception cref="EndOfStreamException">The file became shorter meanwhile.</exception>
    public byte[] ReadAll()
    {
        var bytes = new byte[Length];
        new Reader(this).Fill(bytes);
        return bytes;
    }

    /// <summary>Walks over the bytes once, holding few of them.</summary>
    public sealed class Reader(BundleMember member)
    {
        private readonly byte[] _buffer = new byte[Math.Min(64 * 1024, member.Length)];
        private long _fetched;
        private int _at;
        private int _end;

        /// <summary>How many bytes are left.</summary>
        public long Left => member.Length - _fetched + (_end - _at);

        /// <summary>The next byte, which stays the next one; −1 at the end.</summary>
        public int Next
        {
            get
            {
                if (_at == _end)
                {
                    Fetch();
                }

                return _at == _end ? -1 : _buffer[_at];
            }
        }

        /// <summary>Takes as many bytes as fit; there must be so many left.</summary>
        public void Fill(Span<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                if (_at == _end && !Fetch())
                {
                    throw new EndOfStreamException();
                }

                var count = Math.Min(bytes.Length, _end - _at);
                _buffer.AsSpan(_at, count).CopyTo(bytes);
                _at += count;
                bytes = bytes[count..];
            }
        }

        /// <summary>Takes bytes and says whether they are these.</summary>
        public bool Takes(ReadOnlySpan<byte> expected)
        {
            while (!expected.IsEmpty)
            {
                if (_at == _end && !Fetch())
                {
                    return false;
                }

                var count = Math.Min(expected.Length, _end - _at);
                if (!_buffer.AsSpan(_at, count).SequenceEqual(expected[..count]))
                {
                    return false;
                }

                _at += count;
                expected = expected[count..];
            }

            return true;
        }

        private bool Fetch()
        {
            var count = (int)Math.Min(_buffer.Length, member.Length - _fetched);
            _at = 0;
            _end = count == 0 ? 0 : RandomAccess.Read(member.Handle!, _buffer.AsSpan(0, count), member.Offset + _fetched);
            _fetched += _end;
            return _end > 0 || (count > 0 ? throw new EndOfStreamException() : false);
        }
    }
}
