using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>One operation of a FHIRPath Patch (FHIR R4, fhirpatch).</summary>
internal sealed record FhirPathOperation
{
    /// <summary>add, insert, delete, replace or move.</summary>
    public required string Type { get; init; }

    /// <summary>Where.</summary>
    public required FhirPathExpression Path { get; init; }

    /// <summary>Whether the path has names and places only: no condition, and nothing else that depends on what is there.</summary>
    public bool IsPlain => Path.Text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '[' or ']');

    /// <summary>Name of the element to add.</summary>
    public string? Name { get; init; }

    /// <summary>What to add, insert or put in place.</summary>
    public PatchValue Value { get; init; }

    /// <summary>Where in the list to insert.</summary>
    public int? Index { get; init; }

    /// <summary>Whence in the list to move.</summary>
    public int? Source { get; init; }

    /// <summary>Whither in the list to move.</summary>
    public int? Destination { get; init; }

    /// <summary>Reads an operation.</summary>
    /// <param name="parameter">An object of Parameters.parameter.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="defect">What is wrong with it.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        JsonElement parameter, [NotNullWhen(true)] out FhirPathOperation? operation, [NotNullWhen(false)] out string? defect)
    {
        operation = null;
        if (parameter.Text("name") != "operation")
        {
            defect = "its parameter is not named operation";
            return false;
        }

        var parts = Parts(parameter);
        defect = Defect(parts, out var path);
        if (defect is not null) return false;
        operation = new()
        {
            Type = parts["type"].Text("valueCode") ?? parts["type"].Text("valueString")!,
            Path = path!,
            Name = parts.TryGetValue("name", out var name) ? name.Text("valueString") : null,
            Value = parts.TryGetValue("value", out var value) ? PatchValue.Of(value) : default(PatchValue) with { Parts = [] },
            Index = Number(parts, "index"),
            Source = Number(parts, "source"),
            Destination = Number(parts, "destination"),
        };
        defect = operation.Missing();
        return defect is null;
    }

    private static Dictionary<string, JsonElement> Parts(JsonElement parameter)
    {
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (!parameter.TryGetProperty("part", out var list) || list.ValueKind != JsonValueKind.Array) return parts;
        foreach (var part in list.EnumerateArray())
        {
            if (part.Text("name") is { } name) parts[name] = part;
        }

        return parts;
    }

    private static string? Defect(Dictionary<string, JsonElement> parts, out FhirPathExpression? path)
    {
        path = null;
        if (!parts.TryGetValue("type", out var type)) return "there is no part named type";
        if ((type.Text("valueCode") ?? type.Text("valueString")) is not ("add" or "insert" or "delete" or "replace" or "move"))
        {
            return "its type must be add, insert, delete, replace or move";
        }

        if (!parts.TryGetValue("path", out var where) || where.Text("valueString") is not { } text) return "there is no part named path with a valueString";
        return FhirPathExpression.TryParse(text, FhirPathLimits.Client, out path, out var error)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"its path is no FHIRPath at character {error.Position + 1} ({error.Text.TrimEnd('.')})");
    }

    private static int? Number(Dictionary<string, JsonElement> parts, string name)
        => parts.TryGetValue(name, out var part) && part.TryGetProperty("valueInteger", out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    private string? Missing()
    {
        if (Type is "add" or "insert" or "replace" && !Value.HasContent) return "there is no part named value with a value";
        return Type switch
        {
            "add" when Name is null => "there is no part named name with a valueString",
            "insert" when Index is null => "there is no part named index with a valueInteger",
            "move" when Source is null || Destination is null => "there are no parts named source and destination with a valueInteger",
            _ => null,
        };
    }
}
