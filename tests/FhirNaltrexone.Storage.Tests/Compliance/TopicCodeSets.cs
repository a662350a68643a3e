using FhirNaltrexone.Storage.Search.Requests.CodeSets;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The value sets and hierarchies that a topic states.</summary>
internal sealed class TopicCodeSets(SearchTopic topic) : ICodeSets
{
    public CodeSetAnswer Expand(string valueSet)
        => topic.ValueSets.TryGetValue(valueSet, out var codes)
            ? CodeSetAnswer.Known([.. codes.Select(Code)])
            : CodeSetAnswer.Unknown("There is no such value set.");

    public CodeSetAnswer Ancestors(string system, string code)
        => Closure(system, code, below => topic.Hierarchy.Where(pair => pair.Value.Contains(below)).Select(pair => pair.Key));

    public CodeSetAnswer Descendants(string system, string code) => Closure(system, code, above => topic.Hierarchy.GetValueOrDefault(above, []));

    private CodeSetAnswer Closure(string system, string code, Func<string, IEnumerable<string>> next)
    {
        if (!topic.Hierarchy.ContainsKey($"{system}|{code}")) return CodeSetAnswer.Unknown("There is no such code.");
        var found = new HashSet<string> { $"{system}|{code}" };
        for (var queue = new Queue<string>(found); queue.TryDequeue(out var current);)
        {
            foreach (var another in next(current).Where(found.Add)) queue.Enqueue(another);
        }

        return CodeSetAnswer.Known([.. found.Select(Code)]);
    }

    private static SystemCode Code(string text) => new(text.Split('|')[0], text.Split('|')[1]);
}
