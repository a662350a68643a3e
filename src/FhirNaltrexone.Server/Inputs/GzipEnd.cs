using System.Buffers.Binary;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>
/// Finds gzip files that were cut short: the decoder of .NET takes the cut for the end. The last four bytes of a member hold the length of its
/// content (RFC 1952), so they tell, unless the file consists of several members.
/// </summary>
internal static class GzipEnd
{
    private const int LengthBytes = 4;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    /// <summary>Whether the file ends before its content does.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unpacked">Bytes of content that were read.</param>
    public static bool IsMissing(string path, long unpacked)
    {
        using var file = File.OpenRead(path);
        return ReadLength(file) != (uint)unpacked && !HasSeveralMembers(file);
    }

    private static uint ReadLength(FileStream file)
    {
        Span<byte> length = stackalloc byte[LengthBytes];
        if (file.Length < length.Length) return 0;

        file.Seek(-length.Length, SeekOrigin.End);
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    /// <summary>Whether something like the head of a member stands behind the first one. Chance alone makes one in a few hundred megabytes.</summary>
    private static bool HasSeveralMembers(FileStream file)
    {
        file.Seek(Magic.Length, SeekOrigin.Begin);
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var text = buffer.AsSpan(0, kept + read);
            if (text.IndexOf(Magic) >= 0) return true;
            kept = Math.Min(text.Length, Magic.Length - 1);
            text[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
