using System.Buffers;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>The patient a call is about: the logical id, safe to be put into a query.</summary>
internal readonly record struct PatientId
{
    private const string Prefix = "Patient/";
    private const int MaxLength = 64;

    // FHIR R4 id and the underscore that some servers use. No comma, bar or dollar sign: in a search value they would name more than one patient.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private PatientId(string value) => Value = value;

    /// <summary>The id without type.</summary>
    public string Value { get; }

    /// <summary>Reads an id; <c>Patient/id</c> is accepted too, another type is not.</summary>
    public static PatientId? Parse(string text)
    {
        var id = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        return id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(Allowed) && id.AsSpan().ContainsAnyExcept('.')
            ? new PatientId(id)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
