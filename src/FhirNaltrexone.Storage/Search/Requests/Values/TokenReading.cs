using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads tokens (FHIR R4, token parameters): <c>code</c>, <c>system|code</c>, <c>|code</c>, <c>system|</c>.</summary>
internal static class TokenReading
{
    public static TokenTest? Read(ReadingContext context, IReadOnlyList<string> raw)
    {
        var values = raw.Select(text => Value(context, text)).OfType<TokenValue>().ToList();
        return values.Count == raw.Count ? new TokenTest(values) : null;
    }

    /// <summary>Reads <c>system|code|value</c> (<c>:of-type</c>); entries hold code and value with a bar between.</summary>
    public static TokenTest? ReadOfType(ReadingContext context, IReadOnlyList<string> raw)
    {
        var values = raw.Select(text => SearchText.Split(text, '|').Select(SearchText.Unescape).ToList()).ToList();
        if (values.All(parts => parts.Count == 3 && parts.All(part => part.Length > 0)))
            return new TokenTest([.. values.Select(parts => Coded(parts[0], $"{parts[1]}|{parts[2]}"))]);
        context.Fail("':of-type' takes 'system|code|value', all three given.");
        return null;
    }

    /// <summary>Reads <c>system|code</c>, both given.</summary>
    public static SystemCode? ReadCode(ReadingContext context, string raw)
    {
        if (Value(context, raw) is { Code: not null } && SearchText.Split(raw, '|') is [{ Length: > 0 } system, var code])
            return new SystemCode(SearchText.Unescape(system), SearchText.Unescape(code));
        context.Fail("the modifier takes 'system|code', both given.");
        return null;
    }

    /// <summary>Codes as the entries have them.</summary>
    public static TokenTest Of(IEnumerable<SystemCode> codes)
        => new([.. codes.Select(code => Coded(code.System, code.Code)).Distinct()]);

    private static TokenValue Coded(string system, string code) => new(IndexText.Token(code), IndexText.Uri(system));

    private static TokenValue? Value(ReadingContext context, string raw)
    {
        switch (SearchText.Split(raw, '|').Select(SearchText.Unescape).ToList())
        {
            case [{ Length: > 0 } code]:
                return new TokenValue(IndexText.Token(code), null);
            case [{ Length: > 0 } system, ""]:
                return new TokenValue(null, IndexText.Uri(system));
            case [var system, { Length: > 0 } code]:
                return Coded(system, code);
            default:
                context.Fail("a token is 'code', 'system|code', '|code' or 'system|'; a bar within one is written '\\|'.");
                return null;
        }
    }
}
