using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Checks the parts of an address.</summary>
internal static class Addresses
{
    private const int MaxShown = 64;

    /// <summary>The refusal of a type that R4 does not have; null when it has it.</summary>
    /// <param name="type">Name in the address.</param>
    public static Refusal? RefuseType(string type) => ResourceTypes.Contains(type)
        ? null
        : new(StatusCodes.Status404NotFound, IssueCodes.NotFound, $"'{Shown(type)}' is no resource type of FHIR R4; case matters.");

    /// <summary>The refusal of an id that no resource can have; null when one can.</summary>
    /// <param name="id">Id in the address.</param>
    /// <param name="status">404 where nothing can be found under it, 400 where something is to be stored.</param>
    public static Refusal? RefuseId(string id, int status) => ResourceKey.IsId(id)
        ? null
        : new(status, status == StatusCodes.Status404NotFound ? IssueCodes.NotFound : IssueCodes.Value, "An id has 1 to 64 letters, digits, hyphens and dots.");

    /// <summary>A part of an address as it may be repeated in an answer.</summary>
    /// <param name="text">The part.</param>
    public static string Shown(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "…";
}
