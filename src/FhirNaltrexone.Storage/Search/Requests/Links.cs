using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The links of chains (FHIR R4, chained parameters).</summary>
internal static class Links
{
    /// <summary>
    /// A reference points to something that meets a condition. Without a type named, only those possible targets count that define the next
    /// parameter.
    /// </summary>
    /// <param name="context">Shared by the readers of a request.</param>
    /// <param name="found">The parameter before the point.</param>
    /// <param name="type">Type named behind it, or null.</param>
    /// <param name="next">Code of the next parameter.</param>
    /// <param name="read">Reads the rest for the types reached.</param>
    public static RefersTo? To(ReadingContext context, FoundParameter found, string? type, string next, Func<IReadOnlyList<string>, SearchExpression?> read)
    {
        if (Targets(context, found, type) is not { } targets) return null;
        var reached = targets.Where(target => Defines(context, target, next)).ToList();
        if (reached.Count == 0)
        {
            context.Unknown(next, targets);
            return null;
        }

        var isAny = found.Targets.Count == 0 && reached.Count == ResourceTypes.All.Count;
        return read(reached) is { } target ? new RefersTo(found.Keys(), isAny ? [] : reached, target) : null;
    }

    /// <summary>
    /// Whether a parameter is indexed with the resource that contains the one it belongs to. Negations are not asked there: that something
    /// contained lacks a value cannot be told from its entries.
    /// </summary>
    public static bool IsInContained(string code, string? modifier)
        => code.Length > 0 && code[0] != '_' && modifier is not ("not" or "not-in" or "missing" or "of-type" or "identifier");

    private static IReadOnlyList<string>? Targets(ReadingContext context, FoundParameter found, string? type)
    {
        if (found.Type != SearchParameterType.Reference)
        {
            context.Fail($"'{found.Code}' is no reference: nothing can be chained to it.");
            return null;
        }

        context.Follow(found.Code, found.Types);
        if (type is null) return found.Targets.Count > 0 ? found.Targets : ResourceTypes.All;
        if (ResourceTypes.Contains(type) && (found.Targets.Count == 0 || found.Targets.Contains(type))) return [type];
        context.Fail($"'{found.Code}' never refers to '{type}'.");
        return null;
    }

    private static bool Defines(ReadingContext context, string type, string code)
        => code == KnownNames.Has || SpecialReading.Is(code) || context.Parameters.TryGet(type, code, out _);
}
