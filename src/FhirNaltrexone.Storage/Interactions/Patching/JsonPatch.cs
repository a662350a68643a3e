using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>A JSON Patch (RFC 6902): all its operations or none.</summary>
public sealed class JsonPatch : ResourceEdit
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly IReadOnlyList<JsonPatchOperation> _operations;
    private readonly int _maxBytes;

    private JsonPatch(IReadOnlyList<JsonPatchOperation> operations, int maxBytes)
    {
        _operations = operations;
        _maxBytes = maxBytes;
    }

    internal override bool IsQuestion => _operations.Any(operation => operation.Name == "test");

    /// <summary>Reads a patch.</summary>
    /// <param name="json">UTF-8 text of the patch.</param>
    /// <param name="options">Limits.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="refusal">Why it is none (400, or 413 when it has too many operations).</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> json,
        InteractionOptions options,
        [NotNullWhen(true)] out JsonPatch? patch,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        patch = null;
        try
        {
            refusal = PatchJson.HasOnlyCharacters(json.Span)
                ? Read(JsonDocument.Parse(json, Strict).RootElement, options, out patch)
                : new(400, IssueCodes.Structure, "The patch is not valid UTF-8, or holds half a surrogate pair.");
        }
        catch (JsonException)
        {
            refusal = new(400, IssueCodes.Structure, "The patch is not well-formed JSON.");
        }

        return refusal is null;
    }

    internal override bool TryApply(
        ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> edited, [NotNullWhen(false)] out Refusal? refusal)
    {
        edited = default;
        var tree = new PatchedTree(JsonNode.Parse(json.Span)!, _maxBytes);
        for (var index = 0; index < _operations.Count; index++)
        {
            var operation = _operations[index];
            if (Apply(tree, operation) is not { } problem) continue;
            refusal = tree.IsTooLarge
                ? PatchRefusals.TooLarge(index, operation.Name)
                : PatchRefusals.DoesNotFit(index, operation.Name, problem);
            return false;
        }

        tree.Prune();
        edited = PatchJson.Write(tree.Root);
        refusal = null;
        return true;
    }

    private static Refusal? Read(JsonElement root, InteractionOptions options, out JsonPatch? patch)
    {
        patch = null;
        if (root.ValueKind != JsonValueKind.Array) return new(400, IssueCodes.Structure, "A JSON Patch is an array of operations.");
        if (root.GetArrayLength() > options.MaxPatchOperations) return PatchRefusals.TooMany(options);
        var operations = new List<JsonPatchOperation>(root.GetArrayLength());
        foreach (var item in root.EnumerateArray())
        {
            if (!JsonPatchOperation.TryRead(item, out var operation, out var defect)) return PatchRefusals.Malformed(operations.Count, defect);
            operations.Add(operation);
        }

        patch = new(operations, options.MaxResourceBytes);
        return null;
    }

    private static string? Apply(PatchedTree tree, JsonPatchOperation operation) => operation.Name switch
    {
        "add" => tree.Add(operation.Path, PatchJson.Node(operation.Value)),
        "remove" => tree.Remove(operation.Path, out _),
        "replace" => tree.Replace(operation.Path, PatchJson.Node(operation.Value)),
        "move" => tree.Move(operation.From!, operation.Path),
        "copy" => tree.Copy(operation.From!, operation.Path),
        _ => tree.Test(operation.Path, PatchJson.Node(operation.Value)),
    };
}
