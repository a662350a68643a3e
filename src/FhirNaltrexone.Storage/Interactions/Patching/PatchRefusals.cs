using System.Globalization;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>Why patches are refused. Operations are counted from 1 in texts.</summary>
internal static class PatchRefusals
{
    public static Refusal NoParameters { get; } = new(400, IssueCodes.Value, "A FHIRPath Patch is a resource of type Parameters.", "resourceType");

    public static Refusal Malformed(int index, string defect)
        => new(400, IssueCodes.Structure, $"Operation {Ordinal(index)} of the patch cannot be read: {defect}.");

    public static Refusal DoesNotFit(int index, string name, string problem)
        => new(422, IssueCodes.Processing, $"Operation {Ordinal(index)} ({name}) of the patch cannot be applied: {problem}.");

    public static Refusal TooLarge(int index, string name)
        => new(413, IssueCodes.TooLong, $"Operation {Ordinal(index)} ({name}) of the patch would make the resource too large.");

    public static Refusal TooMany(InteractionOptions options)
        => new(413, IssueCodes.TooLong, $"A patch may have {options.MaxPatchOperations} operations at most.");

    private static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
