using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>A FHIRPath Patch (FHIR R4, fhirpatch): all its operations or none, each seeing what those before have done.</summary>
public sealed class FhirPathPatch : ResourceEdit
{
    // Every operation reads the resource anew.
    private const int MaxBytesRead = 100_000_000;

    private readonly IReadOnlyList<FhirPathOperation> _operations;

    private FhirPathPatch(IReadOnlyList<FhirPathOperation> operations) => _operations = operations;

    internal override bool IsQuestion => _operations.Any(operation => !operation.IsPlain);

    /// <summary>Reads a patch.</summary>
    /// <param name="parameters">A Parameters resource, well-formed.</param>
    /// <param name="options">Limits.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="refusal">Why it is none (400, or 413 when it has too many operations).</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        JsonElement parameters, InteractionOptions options, [NotNullWhen(true)] out FhirPathPatch? patch, [NotNullWhen(false)] out Refusal? refusal)
    {
        patch = null;
        if (!parameters.TryGetProperty("resourceType", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("Parameters"))
        {
            refusal = PatchRefusals.NoParameters;
            return false;
        }

        var operations = new List<FhirPathOperation>();
        if (parameters.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var parameter in list.EnumerateArray())
            {
                if (!FhirPathOperation.TryRead(parameter, out var operation, out var defect))
                {
                    refusal = PatchRefusals.Malformed(operations.Count, defect);
                    return false;
                }

                operations.Add(operation);
                if (operations.Count <= options.MaxPatchOperations) continue;
                refusal = PatchRefusals.TooMany(options);
                return false;
            }
        }

        refusal = null;
        patch = new(operations);
        return true;
    }

    internal override bool TryApply(
        ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> edited, [NotNullWhen(false)] out Refusal? refusal)
    {
        edited = default;
        refusal = (long)json.Length * _operations.Count > MaxBytesRead
            ? new(413, IssueCodes.TooCostly, "The patch has too many operations for a resource of this size.")
            : null;
        if (refusal is not null) return false;
        var tree = new FhirTree(json);
        for (var index = 0; index < _operations.Count; index++)
        {
            if (tree.Apply(_operations[index]) is not { } problem) continue;
            refusal = PatchRefusals.DoesNotFit(index, _operations[index].Type, problem);
            return false;
        }

        edited = tree.Write();
        return true;
    }
}
