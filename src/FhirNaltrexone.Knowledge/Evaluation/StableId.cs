using System.Buffers;
using System.IO.Hashing;
using System.Text;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>
/// Ids derived from content, so that the same call gives the same cards. The layout is that of a name-based UUID (RFC 9562 section 5.5, version 5)
/// because clients check for it. The hash is XXH3 with 128 bits: nobody gains by two cards with one id, and the id stands beside its content.
/// </summary>
public static class StableId
{
    /// <summary>The id of texts, in their order; null counts as an empty text.</summary>
    /// <param name="parts">The texts.</param>
    public static Guid Of(params ReadOnlySpan<string?> parts) => Of(parts, []);

    /// <summary>The id of texts and content.</summary>
    /// <param name="parts">The texts.</param>
    /// <param name="content">What follows them.</param>
    public static Guid Of(ReadOnlySpan<string?> parts, ReadOnlySpan<byte> content)
    {
        var size = content.Length;
        foreach (var part in parts)
        {
            size += Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0) + 1;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var length = 0;
        foreach (var part in parts)
        {
            length += Encoding.UTF8.GetBytes(part, buffer.AsSpan(length));
            buffer[length++] = 0; // A separator that no text contains: ("ab", "c") and ("a", "bc") must differ.
        }

        content.CopyTo(buffer.AsSpan(length));
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(buffer.AsSpan(0, length + content.Length), hash);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return Format(hash);
    }

    private static Guid Format(Span<byte> id)
    {
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
