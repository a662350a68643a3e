using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Cql.Data;

/// <summary>
/// Which members an object may have: one bit for each of 64 groups of names. Rules ask a resource for many elements that it does not have, and to look
/// through all its members for each costs more than anything else that is done with it.
/// </summary>
internal static class MemberNames
{
    private const ulong AnyName = ulong.MaxValue;

    /// <summary>The bits of an object's members; never zero.</summary>
    public static ulong Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return AnyName;
        var bits = 0UL;
        foreach (var member in json.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);

            // A name with an escape may be any.
            bits |= name.Contains((byte)'\\') ? AnyName : Of(name);
        }

        return bits == 0 ? 1 : bits;
    }

    /// <summary>The bit of a name.</summary>
    public static ulong Of(ReadOnlySpan<byte> name)
        => name.IsEmpty ? 1 : 1UL << (((name.Length * 7) + (name[0] * 5) + (name[^1] * 3) + name[name.Length / 2]) & 63);
}
