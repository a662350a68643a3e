using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>Reads who the user is (<c>fhirUser</c>).</summary>
internal static class OwnReference
{
    /// <summary>
    /// The user as relative reference. A user of another server is nobody here: a patient there with the id of one of ours would see the other's records.
    /// </summary>
    /// <param name="text">A reference, relative or below a FHIR base.</param>
    /// <param name="fhir">Our FHIR base.</param>
    public static string? Read(string? text, string fhir)
    {
        var relative = text?.StartsWith(fhir + '/', StringComparison.Ordinal) == true ? text[(fhir.Length + 1)..] : text;
        return relative?.Split('/') is [var type, var id] && ResourceTypes.Contains(type) && ResourceKey.IsId(id) ? relative : null;
    }
}
