using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Resources;

/// <summary>Type and logical id of a resource (FHIR R4, Resource.id): always a type of R4 and an id of 1 to 64 letters, digits, hyphens and dots.</summary>
public readonly record struct ResourceKey
{
    private const int MaxIdLength = 64;

    /// <summary>Makes a key.</summary>
    /// <param name="type">A resource type of R4.</param>
    /// <param name="id">A valid id.</param>
    /// <exception cref="ArgumentException">One of them is not.</exception>
    public ResourceKey(string type, string id)
    {
        if (!ResourceTypes.Contains(type)) throw new ArgumentException("Not a resource type of FHIR R4.", nameof(type));
        if (!IsId(id)) throw new ArgumentException("Not an id of FHIR R4.", nameof(id));
        Type = type;
        Id = id;
    }

    /// <summary>Resource type.</summary>
    public string Type { get; }

    /// <summary>Logical id; case matters.</summary>
    public string Id { get; }

    /// <summary>Whether a text can be a logical id.</summary>
    /// <param name="id">Any text.</param>
    public static bool IsId(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > MaxIdLength) return false;
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.')) return false;
        }

        return true;
    }

    /// <summary>The key as relative reference: <c>Patient/1</c>.</summary>
    public override string ToString() => $"{Type}/{Id}";
}
