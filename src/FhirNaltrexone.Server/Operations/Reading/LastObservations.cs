using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>
/// The newest observations of each code and patient (FHIR R4, Observation/$lastn). Two with a coding in common are of one group, and so are their friends.
/// </summary>
internal sealed class LastObservations(IndexExtractor extractor)
{
    private static readonly int DateKey = ParameterKey.Of("Observation", "date");
    private static readonly int SubjectKey = ParameterKey.Of("Observation", "subject");

    /// <summary>Of each group the newest, and all that are as old as the last of them.</summary>
    /// <param name="observations">Observations.</param>
    /// <param name="max">How many of each group.</param>
    public IReadOnlyList<ResourceVersion> Of(IReadOnlyList<ResourceVersion> observations, int max)
    {
        var dated = observations.Select(observation => (Observation: observation, Facts: Read(observation))).ToList();
        return
        [
            .. Groups([.. dated.Select(each => each.Facts.Codes)])
                .SelectMany(group => Newest([.. group.Select(index => (dated[index].Observation, dated[index].Facts.At))], max)),
        ];
    }

    private static IEnumerable<ResourceVersion> Newest(List<(ResourceVersion Observation, long At)> group, int max)
    {
        var ordered = group.OrderByDescending(each => each.At).ThenByDescending(each => each.Observation.Number).ToList();
        var last = ordered[Math.Min(max, ordered.Count) - 1].At;
        return ordered.Where(each => each.At >= last).Select(each => each.Observation);
    }

    /// <summary>Groups of indexes, in order of first appearance.</summary>
    private static IEnumerable<List<int>> Groups(List<string[]> codes)
    {
        var root = Enumerable.Range(0, codes.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < codes.Count; index++)
        {
            foreach (var code in codes[index])
            {
                if (!first.TryAdd(code, index)) root[Root(root, index)] = Root(root, first[code]);
            }
        }

        return Enumerable.Range(0, codes.Count).GroupBy(index => Root(root, index)).Select(group => group.ToList());
    }

    private static int Root(int[] root, int index)
    {
        while (root[index] != index) index = root[index] = root[root[index]];
        return index;
    }

    private (string[] Codes, long At) Read(ResourceVersion observation)
    {
        using var json = JsonDocument.Parse(observation.Json);
        var index = extractor.Extract("Observation", json.RootElement);
        var dates = index.Dates.Where(date => date.Parameter == DateKey).ToList();

        // A patient may be named relatively, absolutely and by version.
        var subject = index.References.Where(reference => reference.Parameter == SubjectKey).Select(reference => $"{reference.TargetType}/{reference.TargetId}").FirstOrDefault();
        return ([.. Codes(json.RootElement).Select(code => $"{subject} {code}")], dates.Count == 0 ? long.MinValue : dates.Max(date => date.From));
    }

    private static string[] Codes(JsonElement observation)
    {
        if (!observation.TryGetProperty("code", out var code)) return [];
        if (code.TryGetProperty("coding", out var codings) && codings.GetArrayLength() > 0)
            return [.. codings.EnumerateArray().Select(coding => Codings.Key(coding))];
        return [$"text:{Codings.Text(code, "text")}"];
    }
}
