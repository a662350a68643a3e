using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>The public keys of an issuer by their ids.</summary>
/// <param name="keys">Each id with its key; null for an id that more than one key has.</param>
internal sealed class KeySet(IEnumerable<KeyValuePair<string, VerificationKey?>> keys)
{
    private readonly FrozenDictionary<string, VerificationKey?> _keys = keys.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether it holds any key that can be used.</summary>
    public bool IsUsable => _keys.Values.Any(key => key is not null);

    /// <summary>Whether it knows an id, be it one that cannot be used.</summary>
    public bool Knows(string id) => _keys.ContainsKey(id);

    /// <summary>The key with an id; null when there is none, or more than one.</summary>
    public VerificationKey? Find(string id) => _keys.GetValueOrDefault(id);
}
