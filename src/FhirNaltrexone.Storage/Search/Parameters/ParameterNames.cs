using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>All names that entries of a parameter are kept under, see <see cref="ParameterKey"/>.</summary>
internal static class ParameterNames
{
    public const string Text = ":text";
    public const string OfType = ":of-type";
    public const string Identifier = ":identifier";
    public const string Present = ":present";

    public const string Narrative = "_text";
    public const string Content = "_content";

    private static readonly string[] OfTokens = ["", Text, OfType, Present];
    private static readonly string[] OfReferences = ["", Text, Identifier, Present];
    private static readonly string[] OfOthers = ["", Present];
    private static readonly string[] OfInnerTexts = ["", Text];
    private static readonly string[] Itself = [""];

    /// <summary>Names of the words of a type.</summary>
    public static IEnumerable<string> OfWords(string type) => [$"{type}/{Narrative}", $"{type}/{Content}"];

    /// <summary>Names of one parameter: its own, derived ones, parts, and those of contained resources it may refer to.</summary>
    public static IEnumerable<string> Of(SearchParameter parameter, SearchParameterSet set)
    {
        var name = $"{parameter.Base}/{parameter.Code}";
        return Endings(parameter.Type).Select(ending => name + ending)
            .Concat(parameter.Components.Select((_, index) => $"{name}${index}"))
            .Concat(parameter.Type == SearchParameterType.Reference ? Contained(name, parameter.Targets, set) : []);
    }

    /// <summary>The keys of <see cref="Of"/>, in the same order; without the names, of which there are very many.</summary>
    public static IEnumerable<int> Keys(SearchParameter parameter, SearchParameterSet set)
    {
        var key = parameter.Key;
        foreach (var ending in Endings(parameter.Type)) yield return ParameterKey.Continue(key, ending);
        for (var index = 0; index < parameter.Components.Count; index++) yield return ParameterKey.Continue(key, $"${index}");
        if (parameter.Type != SearchParameterType.Reference) yield break;
        key = ParameterKey.Continue(key, ">");
        foreach (var target in parameter.Targets.Count > 0 ? parameter.Targets : ResourceTypes.All)
        {
            var within = ParameterKey.Continue(ParameterKey.Continue(key, target), "/");
            foreach (var inner in set.For(target))
            {
                if (!IsInner(inner)) continue;
                var named = ParameterKey.Continue(within, inner.Code);
                foreach (var ending in InnerEndings(inner.Type)) yield return ParameterKey.Continue(named, ending);
            }
        }
    }

    /// <summary>Whether a parameter of a contained resource is indexed for chains.</summary>
    public static bool IsInner(SearchParameter parameter)
        => parameter.Type is not (SearchParameterType.Composite or SearchParameterType.Special) && parameter.Code[0] != '_';

    private static IEnumerable<string> Contained(string name, IReadOnlyList<string> targets, SearchParameterSet set)
        => from target in targets.Count > 0 ? targets : ResourceTypes.All
           from inner in set.For(target)
           where IsInner(inner)
           from ending in InnerEndings(inner.Type)
           select $"{name}>{target}/{inner.Code}{ending}";

    private static string[] Endings(SearchParameterType type) => type switch
    {
        SearchParameterType.Token => OfTokens,
        SearchParameterType.Reference => OfReferences,
        _ => OfOthers,
    };

    private static string[] InnerEndings(SearchParameterType type)
        => type is SearchParameterType.Token or SearchParameterType.Reference ? OfInnerTexts : Itself;
}
