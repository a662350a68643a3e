using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Makes a condition of a parameter, its modifier and its alternatives. Null when refused; the context knows why.</summary>
internal static class ParameterReading
{
    /// <summary>Reads a parameter that is of one kind on all its types.</summary>
    /// <param name="context">Shared by the readers of a request.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="modifier">Modifier without colon, or null.</param>
    /// <param name="raw">Alternatives, none empty, escapes left in.</param>
    public static SearchExpression? Read(ReadingContext context, FoundParameter parameter, string? modifier, IReadOnlyList<string> raw)
    {
        if (modifier == "missing") return Missing(context, parameter, raw);
        if (parameter.Type == SearchParameterType.Composite) return modifier is null ? Composite(context, parameter, raw) : Unsupported(context, modifier);
        return modifier is null
            ? Any(parameter.Keys(), ValueReading.Read(context, parameter.Type, parameter.Targets, raw))
            : Modified(context, parameter, modifier, raw);
    }

    /// <summary>Some entry passes one of the tests.</summary>
    public static SearchExpression? Any(IReadOnlyList<int> keys, IReadOnlyList<ValueTest>? tests) => tests switch
    {
        null => null,
        [var only] => new HasEntry(keys, only),
        _ => new AnyOf([.. tests.Select(test => new HasEntry(keys, test))]),
    };

    /// <summary>Whether there is any value: an entry, or an element that gives none.</summary>
    public static SearchExpression Present(FoundParameter parameter)
    {
        SearchExpression entry = parameter.Type == SearchParameterType.Composite
            ? new AnyOf([.. parameter.Names.Select(name => AnyItem(name, parameter.Parts))])
            : new HasEntry(parameter.Keys(), new AnyValue(ValueReading.KindOf(parameter.Type)));
        return new AnyOf([entry, new HasEntry(parameter.Keys(ParameterNames.Present), new AnyValue(EntryKind.Token))]);
    }

    private static SearchExpression? Modified(ReadingContext context, FoundParameter parameter, string modifier, IReadOnlyList<string> raw)
        => parameter.Type switch
        {
            SearchParameterType.Token => TokenModifiers.Read(context, parameter, modifier, raw),
            SearchParameterType.Reference => ReferenceModifiers.Read(context, parameter, modifier, raw),
            SearchParameterType.String => OfString(context, parameter, modifier, raw),
            SearchParameterType.Uri => OfUri(context, parameter, modifier, raw),
            _ => Unsupported(context, modifier),
        };

    private static SearchExpression? OfString(ReadingContext context, FoundParameter parameter, string modifier, IReadOnlyList<string> raw)
        => modifier switch
        {
            "exact" => new HasEntry(parameter.Keys(), StringReading.Read(StringMatch.Exact, raw)),
            "contains" => new HasEntry(parameter.Keys(), StringReading.Read(StringMatch.Contains, raw)),
            _ => Unsupported(context, modifier, "exact", "contains"),
        };

    private static SearchExpression? OfUri(ReadingContext context, FoundParameter parameter, string modifier, IReadOnlyList<string> raw)
    {
        UriMatch? match = modifier switch
        {
            "above" => UriMatch.Above,
            "below" => UriMatch.Below,
            "contains" => UriMatch.Contains,
            _ => null,
        };
        if (match is null) return Unsupported(context, modifier, "above", "below", "contains");
        return UriReading.Read(context, match.Value, raw) is { } test ? new HasEntry(parameter.Keys(), test) : null;
    }

    private static SearchExpression? Missing(ReadingContext context, FoundParameter parameter, IReadOnlyList<string> raw) => raw switch
    {
        ["true"] => new Not(Present(parameter)),
        ["false"] => Present(parameter),
        _ => context.Refuse("':missing' takes either 'true' or 'false'."),
    };

    private static SearchExpression? Composite(ReadingContext context, FoundParameter parameter, IReadOnlyList<string> raw)
    {
        var items = new List<SearchExpression>();
        foreach (var text in raw)
        {
            if (Parts(context, parameter, text) is not { } tests) return null;
            items.AddRange(parameter.Names.Select(name => Item(name, tests)));
        }

        return items.Count == 1 ? items[0] : new AnyOf(items);
    }

    private static List<ValueTest>? Parts(ReadingContext context, FoundParameter parameter, string text)
    {
        var parts = SearchText.Split(text, '$');
        if (parts.Count != parameter.Parts.Count || parts.Any(part => part.Length == 0))
        {
            context.Fail($"it takes {parameter.Parts.Count} values with '$' between.");
            return null;
        }

        var tests = parts.Zip(parameter.Parts, (part, type) => ValueReading.Read(context, type, [], [part])).ToList();
        return tests.Contains(null) ? null : [.. tests.Select(test => test![0])];
    }

    private static HasItem Item(string name, IReadOnlyList<ValueTest> tests)
        => new([.. tests.Select((test, index) => new CompositePart([ParameterKey.Of($"{name}${index}")], test))]);

    private static HasItem AnyItem(string name, IReadOnlyList<SearchParameterType> parts)
        => Item(name, [.. parts.Select(part => new AnyValue(ValueReading.KindOf(part)))]);

    /// <summary>Refuses a modifier; R4 never lets one be ignored.</summary>
    internal static SearchExpression? Unsupported(ReadingContext context, string modifier, params string[] supported)
        => context.Refuse(
            $"the modifier ':{modifier}' is not supported here; supported are: {string.Join(", ", supported.Append("missing").Select(one => ':' + one))}.",
            IssueCodes.NotSupported);
}
