using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Reads the values of <c>_include</c> and <c>_revinclude</c>: <c>Source:parameter[:Target]</c>, <c>Source:*</c>, <c>*</c>.</summary>
internal static class IncludeReading
{
    private const string Wildcard = "*";

    public static SearchInclude? Read(ReadingContext context, IReadOnlyList<string> types, bool isReverse, string value)
    {
        var parts = value.Split(':');
        var target = parts.ElementAtOrDefault(2);
        if (value.Contains(',', StringComparison.Ordinal)) return Refuse(context, "several are given by repeating the parameter, not with commas.");
        if (parts.Length > 3 || target == "" || (target is not null && !ResourceTypes.Contains(target)))
            return Refuse(context, "it is written 'Source:parameter' or 'Source:parameter:Target'.");
        if (parts is [Wildcard])
            return new SearchInclude(isReverse, Keys((isReverse ? ResourceTypes.All : types).SelectMany(context.Parameters.For)), null, false);
        if (parts.Length == 1 || !ResourceTypes.Contains(parts[0]))
            return Refuse(context, "it begins with a resource type: 'Source:parameter'.");
        return Keys(context, parts[0], parts[1], target) is { } keys ? new SearchInclude(isReverse, keys, target, false) : null;
    }

    private static IReadOnlyList<int>? Keys(ReadingContext context, string source, string code, string? target)
    {
        if (code == Wildcard) return Keys(context.Parameters.For(source));
        if (!context.Parameters.TryGet(source, code, out var parameter) || parameter.Type != SearchParameterType.Reference)
        {
            var known = context.Parameters.For(source).Where(one => one.Type == SearchParameterType.Reference).Select(one => one.Code);
            Refuse(context, $"{source} has no reference parameter of that name. It has: {string.Join(", ", known)}.");
            return null;
        }

        context.Follow(code, [source]);
        if (target is null || parameter.Targets.Count == 0 || parameter.Targets.Contains(target)) return [parameter.Key];
        Refuse(context, $"'{code}' of {source} never refers to {target}.");
        return null;
    }

    private static IReadOnlyList<int> Keys(IEnumerable<SearchParameter> parameters)
        => [.. parameters.Where(parameter => parameter.Type == SearchParameterType.Reference).Select(parameter => parameter.Key)];

    private static SearchInclude? Refuse(ReadingContext context, string text)
    {
        context.Fail(text, IssueCodes.Value);
        return null;
    }
}
