using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>How the elements of one name are divided into slices (FHIR R4, 5.1.0.14).</summary>
internal sealed class SlicingRules
{
    /// <summary>Takes what was compiled.</summary>
    /// <param name="definition">The slicing of the element; null when it is not given, as for choices whose types are told one by one.</param>
    /// <param name="slices">The slices.</param>
    public SlicingRules(JsonElement? definition, IReadOnlyList<SliceRules> slices)
    {
        Slices = slices;
        var rules = definition?.Text("rules");
        IsClosed = rules == "closed";
        IsOpenAtEnd = rules == "openAtEnd";
        IsOrdered = definition?.Flag("ordered") == true;
    }

    /// <summary>The slices.</summary>
    public IReadOnlyList<SliceRules> Slices { get; }

    /// <summary>Whether each element must belong to a slice.</summary>
    public bool IsClosed { get; }

    /// <summary>Whether elements without slice come last.</summary>
    public bool IsOpenAtEnd { get; }

    /// <summary>Whether elements come in the order of the slices.</summary>
    public bool IsOrdered { get; }
}
