using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Where a search looks, as its address says.</summary>
/// <param name="Type">Type searched; null for all.</param>
/// <param name="Compartment">Compartment; null for none.</param>
internal sealed record SearchAddress(string? Type, CompartmentScope? Compartment)
{
    /// <summary>The path behind the base, with a slash before it unless it is empty.</summary>
    public string Path => this switch
    {
        { Compartment: { } compartment } => $"/{compartment.Type}/{compartment.Id}/{Type ?? "*"}",
        { Type: { } type } => $"/{type}",
        _ => string.Empty,
    };

    /// <summary>The refusal of an address that names what R4 does not have; null for any other.</summary>
    public Refusal? Refuse()
        => (Type is null ? null : Addresses.RefuseType(Type))
            ?? (Compartment is null ? null : Addresses.RefuseType(Compartment.Type) ?? Addresses.RefuseId(Compartment.Id, StatusCodes.Status404NotFound));
}
