using System.Collections.Frozen;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>Which members of a JSON object lead to links, for one type of FHIR.</summary>
internal sealed class LinkShape
{
    private FrozenDictionary<string, LinkMember>.AlternateLookup<ReadOnlySpan<char>> _members;

    /// <summary>Says what the members are; once, when the shape is built.</summary>
    /// <param name="members">Members by name.</param>
    public void Define(FrozenDictionary<string, LinkMember> members) => _members = members.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The member with a name; null when it leads to no link.</summary>
    /// <param name="name">UTF-8, as it stands in the text.</param>
    public LinkMember? Find(ReadOnlySpan<byte> name)
    {
        Span<char> characters = stackalloc char[LinkShapes.LongestName];
        if (name.Length > characters.Length) return null;
        for (var index = 0; index < name.Length; index++) characters[index] = (char)name[index];
        return _members.TryGetValue(characters[..name.Length], out var member) ? member : null;
    }
}
