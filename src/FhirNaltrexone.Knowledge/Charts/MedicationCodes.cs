using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>
/// Puts the code of a medication, and its ingredients, into a copy of each order that names it by reference. Where the medication is not known here
/// the name that the reference bears takes their place; an order without one stays as it is. The rules report both as not judged by a code.
/// </summary>
/// <param name="owned">Takes the copies: they live until its items are disposed of.</param>
public sealed class MedicationCodes(IList<IDisposable> owned)
{
    // Thousands of orders may name one large Medication: without a bound a body of 2 MB would grow to gigabytes of copies.
    private const long MaxCopiedBytes = 16 * 1024 * 1024;

    private readonly MedicationIndex _index = new();
    private long _copiedBytes;

    /// <summary>Adds a resource if it is a Medication, or a Substance that may be its ingredient.</summary>
    /// <param name="resource">Any resource.</param>
    /// <param name="address">Where it lives; null when not known.</param>
    public void Add(JsonElement resource, string? address) => _index.Add(resource, address);

    /// <summary>Addresses that orders refer to and that are neither here nor inside the order, each once, without version.</summary>
    /// <param name="resources">The orders, among other resources.</param>
    public IReadOnlyList<string> Missing(IEnumerable<JsonElement> resources)
    {
        var missing = new List<string>();
        foreach (var resource in resources)
        {
            if (MedicationCopies.ReferenceElsewhere(resource) is { } reference
                && _index.Find(resource, reference) is null
                && !missing.Contains(FhirJson.WithoutHistory(reference)))
            {
                missing.Add(FhirJson.WithoutHistory(reference));
            }
        }

        return missing;
    }

    /// <summary>
    /// The resource for evaluation: a copy with the code and the ingredients of the medication, else with the name that the reference bears, or the
    /// resource itself.
    /// </summary>
    /// <param name="resource">Any resource.</param>
    public JsonElement Resolve(JsonElement resource)
    {
        if ((WithCode(resource) ?? WithName(resource)) is not { } copy)
        {
            return resource;
        }

        owned.Add(copy);
        return copy.RootElement;
    }

    private JsonDocument? WithCode(JsonElement resource)
    {
        if (MedicationCopies.OpenReference(resource) is not { } reference
            || _index.Find(resource, reference) is not { } medication
            || !IsAffordable(JsonMarshal.GetRawUtf8Value(resource).Length + JsonMarshal.GetRawUtf8Value(medication).Length))
        {
            return null;
        }

        var ingredients = MedicationIngredients.Of(reference.StartsWith('#') ? resource : medication, medication, _index);
        return IsAffordable(MedicationIngredients.Size(ingredients)) ? MedicationCopies.Write(resource, medication, ingredients) : null;
    }

    // The rules judge a draft by its name, where nothing else tells what it is.
    private JsonDocument? WithName(JsonElement resource)
        => MedicationCopies.NameIn(resource) is { } name && IsAffordable(JsonMarshal.GetRawUtf8Value(resource).Length)
            ? MedicationCopies.Write(resource, name) : null;

    private bool IsAffordable(long size)
    {
        var isAffordable = size <= MaxCopiedBytes - _copiedBytes;
        _copiedBytes += isAffordable ? size : 0;
        return isAffordable;
    }
}
