using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Filters;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// Reads a parameter that says what matches, chains and <c>_has</c> included, into a condition. Null when refused, or ignored as unknown;
/// the context knows which.
/// </summary>
internal sealed class ConditionReader(ReadingContext context)
{
    /// <summary>Reads one parameter.</summary>
    /// <param name="types">Types searched, at least one.</param>
    /// <param name="name">Name with modifier, chain or <c>_has</c>.</param>
    /// <param name="value">Value, decoded, not empty.</param>
    public SearchExpression? Read(IReadOnlyList<string> types, string name, string value)
    {
        if (name == KnownNames.Filter) return new FilterReader(context, this).Read(types, value);
        if (!SearchText.IsWellFormed(value))
            return context.Refuse("a backslash only stands before a comma, '$', '|' or a backslash, and there are no control characters U+0000.");
        var raw = SearchText.Split(value, ',').Where(part => part.Length > 0).ToList();
        if (raw.Count == 0) return context.Refuse("there is no value between the commas.");
        return raw.Count > context.Options.MaxValues
            ? context.Refuse($"at most {context.Options.MaxValues} alternatives are taken.", IssueCodes.TooCostly)
            : Read(types, name, raw, 0, isEachNeeded: true);
    }

    private SearchExpression? Read(IReadOnlyList<string> types, string name, IReadOnlyList<string> raw, int depth, bool isEachNeeded)
    {
        if (depth > context.Options.MaxChainDepth)
            return context.Refuse($"a chain has at most {context.Options.MaxChainDepth} links.", IssueCodes.TooCostly);
        if (name == KnownNames.Has || name.StartsWith(KnownNames.Has + ':', StringComparison.Ordinal)) return Has(types, name, raw, depth);
        var point = name.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) return Chain(types, name[..point], name[(point + 1)..], raw, depth, isEachNeeded);
        var (code, modifier) = Split(name);
        return SpecialReading.Is(code)
            ? SpecialReading.Read(context, types, code, modifier, raw)
            : OfEach(types, code, isEachNeeded, found => ParameterReading.Read(context, found, modifier, raw));
    }

    /// <summary>A condition on a parameter of several types: of each kind it has there, for the types where it is of that kind.</summary>
    internal SearchExpression? OfEach(IReadOnlyList<string> types, string code, bool isEachNeeded, Func<FoundParameter, SearchExpression?> read)
    {
        var groups = FoundParameter.Find(context.Parameters, types, code);
        if (groups.Count == 0) return context.Unknown(code, types);
        if (isEachNeeded && groups.Sum(group => group.Types.Count) < types.Count)
            return context.Refuse($"not all types searched have a search parameter '{code}'; name the types that have it with '_type'.", IssueCodes.NotSupported);
        if (groups.Count == 1) return read(groups[0]);
        var parts = groups.Select(group => read(group) is { } part ? new AllOf([new TypeIs(group.Types), part]) : null).ToList();
        return parts.Contains(null) ? null : new AnyOf([.. parts.OfType<SearchExpression>()]);
    }

    /// <summary>Reads <c>reference[:Type].rest</c>.</summary>
    private SearchExpression? Chain(
        IReadOnlyList<string> types, string head, string rest, IReadOnlyList<string> raw, int depth, bool isEachNeeded)
    {
        var (code, type) = Split(head);
        return OfEach(types, code, isEachNeeded, found => Links.To(
            context, found, type, Split(rest.Split('.')[0]).Code, reached => Read(reached, rest, raw, depth + 1, isEachNeeded: false)) is { } link
                ? WithContained(link, found, rest, raw, depth)
                : null);
    }

    /// <summary>The target of a link may also be a resource contained in the one searched, whose parameters are indexed with it.</summary>
    private SearchExpression WithContained(RefersTo link, FoundParameter found, string rest, IReadOnlyList<string> raw, int depth)
    {
        var point = rest.IndexOf('.', StringComparison.Ordinal);
        var (code, modifier) = Split(point < 0 ? rest : rest[..point]);
        if (!Links.IsInContained(code, point < 0 ? modifier : null)) return link;
        var targets = link.TargetTypes.Count > 0 ? link.TargetTypes : Validation.Model.ResourceTypes.All;
        var inner = FoundParameter.Find(context.Parameters, targets, code)
            .Where(one => one.Type is not (SearchParameterType.Composite or SearchParameterType.Special))
            .Select(one => one.Within(found))
            .Select(one => point < 0
                ? ParameterReading.Read(context, one, modifier, raw)
                : Links.To(context, one, modifier, Split(rest[(point + 1)..].Split('.')[0]).Code, reached => Read(reached, rest[(point + 1)..], raw, depth + 2, isEachNeeded: false)))
            .OfType<SearchExpression>();
        return new AnyOf([link, .. inner]);
    }

    /// <summary>Reads <c>_has:Type:reference:rest</c>: a resource of the type refers to the one searched and meets the rest.</summary>
    private SearchExpression? Has(IReadOnlyList<string> types, string name, IReadOnlyList<string> raw, int depth)
    {
        var parts = name.Split(':', 4);
        if (parts.Length < 4 || parts.Any(part => part.Length == 0)) return context.Refuse("it is written '_has:Type:reference:parameter'.");
        if (!Validation.Model.ResourceTypes.Contains(parts[1])) return context.Refuse($"'{parts[1]}' is no resource type.", IssueCodes.NotSupported);
        if (!context.Parameters.TryGet(parts[1], parts[2], out var reference)) return context.Unknown(parts[2], [parts[1]]);
        if (reference.Type != SearchParameterType.Reference) return context.Refuse($"'{parts[2]}' of {parts[1]} is no reference.");
        if (reference.Targets.Count > 0 && !types.Any(reference.Targets.Contains))
            return context.Refuse($"'{parts[2]}' of {parts[1]} refers to {string.Join(", ", reference.Targets)} only.");
        context.Follow(reference.Code, [reference.Base]);
        return Read([parts[1]], parts[3], raw, depth + 1, isEachNeeded: true) is { } source ? new ReferredBy([reference.Key], source) : null;
    }

    internal static (string Code, string? Modifier) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
    }
}
