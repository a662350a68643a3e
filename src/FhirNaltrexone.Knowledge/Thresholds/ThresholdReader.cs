using System.Text.Json;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Thresholds;

/// <summary>Reads <c>thresholds.json</c>.</summary>
internal static class ThresholdReader
{
    /// <summary>Calendar units and their length in minutes, which lets thresholds in different units be put in order.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> Durations = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["minutes"] = 1,
        ["hours"] = 60,
        ["days"] = 24 * 60,
        ["weeks"] = 7 * 24 * 60,
    };

    public static IReadOnlyList<Threshold> Read(ContentFile file, ProblemList problems)
    {
        try
        {
            var document = JsonElement.Parse(file.Content.Span);
            return [.. document.Items().Select(entry => ReadOne(file.Path, entry, problems)).OfType<Threshold>()];
        }
        catch (JsonException e)
        {
            problems.Add(file.Path, $"is not JSON: {e.Message}");
            return [];
        }
    }

    private static Threshold? ReadOne(string path, JsonElement entry, ProblemList problems)
    {
        var key = entry.Text("key");
        if (key is null || entry.Text("library") is not { } library || entry.Text("parameter") is not { } parameter)
        {
            problems.Add(path, $"an entry lacks key, library or parameter: {key ?? entry.Text("parameter") ?? "unnamed"}");
            return null;
        }

        if (!Enum.TryParse<ThresholdType>(entry.Text("type"), ignoreCase: false, out var type) || DefaultText(entry) is not { } value)
        {
            problems.Add(key, "has no known type or no value");
            return null;
        }

        var threshold = new Threshold
        {
            Key = key,
            Library = library,
            Parameter = parameter,
            Type = type,
            Default = value,
            Unit = entry.Text("unit"),
            Min = Number(entry, "min"),
            Max = Number(entry, "max"),
            Allowed = [.. entry.Items("allowed").Select(text => text.ToString())],
            Below = entry.Text("below"),
        };
        Check(threshold, problems);
        return threshold;
    }

    private static void Check(Threshold threshold, ProblemList problems)
    {
        if (threshold.Type == ThresholdType.Quantity && !Durations.ContainsKey(threshold.Unit ?? string.Empty))
        {
            problems.Add(threshold.Key, $"has the unit '{threshold.Unit}'; one of {string.Join(", ", Durations.Keys)} is needed");
        }

        if (threshold.Type != ThresholdType.String && (threshold.Min is null || threshold.Max is null || threshold.Min > threshold.Max))
        {
            problems.Add(threshold.Key, "needs min and max, in this order");
        }
    }

    private static decimal? Number(JsonElement entry, string name)
        => entry.Child(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    private static string? DefaultText(JsonElement entry) => entry.Child("value") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Array } list => string.Join(',', list.EnumerateArray().Select(item => item.GetRawText())),
        _ => null,
    };
}
