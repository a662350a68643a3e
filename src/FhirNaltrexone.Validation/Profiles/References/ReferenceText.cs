using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Profiles.Formats;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.References;

/// <summary>A literal reference taken apart (FHIR R4, 2.3.0.1).</summary>
/// <param name="Text">The reference as it was written.</param>
/// <param name="Unversioned">The same without version.</param>
/// <param name="IsAbsolute">Whether it has a scheme, as URLs and URNs do.</param>
/// <param name="Base">Of a RESTful URL what stands before the type, with the last slash; empty for relative ones; null for others.</param>
/// <param name="Type">Resource type of a RESTful reference; null for others.</param>
/// <param name="Id">Logical id of a RESTful reference; null for others.</param>
internal sealed record ReferenceText(string Text, string Unversioned, bool IsAbsolute, string? Base, string? Type, string? Id)
{
    private const string History = "/_history/";

    /// <summary>Whether it points into the same resource.</summary>
    public bool IsFragment => Text.StartsWith('#');

    /// <summary>Whether it is a search that finds the target, as transactions know it.</summary>
    public bool IsConditional => !IsAbsolute && Text.IndexOf('?', StringComparison.Ordinal) is > 0 and var at && ResourceTypes.Contains(Text[..at]);

    /// <summary>Takes a text apart; every text is some reference.</summary>
    public static ReferenceText Parse(string text)
    {
        var isAbsolute = HasScheme(text);
        var plain = text.IndexOf(History, StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;
        if (isAbsolute && !plain.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return new(text, plain, isAbsolute, null, null, null);
        var idStart = plain.LastIndexOf('/') + 1;
        var typeStart = idStart < 2 ? -1 : plain.LastIndexOf('/', idStart - 2) + 1;
        return typeStart < 0 || !ResourceTypes.Contains(plain[typeStart..(idStart - 1)]) || !IsId(plain[idStart..]) || (typeStart > 0 && !isAbsolute)
            ? new(text, plain, isAbsolute, null, null, null)
            : new(text, plain, isAbsolute, plain[..typeStart], plain[typeStart..(idStart - 1)], plain[idStart..]);
    }

    /// <summary>The resource type that a Reference names, in its literal reference or beside it; null when it names none.</summary>
    /// <param name="reference">The Reference.</param>
    public static ElementType? NamedType(JsonElement reference)
        => ((reference.Text("reference") is { } text ? Parse(text).Type : null) ?? reference.Text("type")) is { } name ? TypeCatalogue.Core.Find(name) : null;

    /// <summary>Whether a URI begins with a scheme.</summary>
    public static bool HasScheme(string uri)
    {
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(uri[0]) && uri.AsSpan(1, colon - 1).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static bool IsId(string text) => text.Length > 0 && Literals.IsId(Encoding.UTF8.GetBytes(text));

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
}
