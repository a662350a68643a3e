using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>
/// A path of element names such as <c>dosageInstruction.timing.repeat.boundsPeriod.start</c>, with the knowledge which of them are lists in R4.
/// </summary>
internal sealed partial class ElementPath
{
    // JSON needs an array where R4 allows many, even for one entry. Elements of a resource are named with its type, those of a datatype alone.
    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.Ordinal,
        "MedicationRequest.dosageInstruction",
        "MedicationRequest.category",
        "MedicationRequest.reasonCode",
        "MedicationRequest.reasonReference",
        "MedicationRequest.supportingInformation",
        "MedicationRequest.note",
        "ServiceRequest.category",
        "ServiceRequest.performer",
        "ServiceRequest.reasonCode",
        "ServiceRequest.reasonReference",
        "ServiceRequest.supportingInfo",
        "ServiceRequest.bodySite",
        "ServiceRequest.note",
        "Task.performerType",
        "Task.note",
        "Task.input",
        "coding",
        "doseAndRate");

    private ElementPath(IReadOnlyList<string> names, IReadOnlyList<bool> lists) => (Names, IsList) = (names, lists);

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<bool> IsList { get; }

    /// <summary>Reads a path; null when it is no plain path of element names below a resource of the type.</summary>
    public static ElementPath? Parse(string resourceType, string path)
    {
        if (!PlainPath().IsMatch(path))
        {
            return null;
        }

        var names = path.Split('.');
        var lists = names.Select((name, depth) => Lists.Contains(depth == 0 ? $"{resourceType}.{name}" : name)).ToArray();
        return new ElementPath(names, lists);
    }

    [GeneratedRegex(@"^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainPath();
}
