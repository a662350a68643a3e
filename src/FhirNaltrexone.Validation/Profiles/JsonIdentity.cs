using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Two values are the same when they stand in the same place of the same text.</summary>
internal sealed class JsonIdentity : IEqualityComparer<JsonElement>
{
    public static readonly JsonIdentity Instance = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        var one = JsonMarshal.GetRawUtf8Value(x);
        var other = JsonMarshal.GetRawUtf8Value(y);
        return one.Length == other.Length && one.Overlaps(other, out var offset) && offset == 0;
    }

    public int GetHashCode([DisallowNull] JsonElement obj)
    {
        var raw = JsonMarshal.GetRawUtf8Value(obj);
        var hash = default(HashCode);
        hash.Add(raw.Length);
        hash.AddBytes(raw[..Math.Min(raw.Length, 64)]);
        return hash.ToHashCode();
    }
}
