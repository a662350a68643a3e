using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// What the readers of one request share. They answer null for what they refuse, having told why here, so that a client learns of all its
/// mistakes at once. Values are never repeated in a text: they may be health information.
/// </summary>
internal sealed class ReadingContext(
    SearchParameterSet parameters, ICodeSets codeSets, SearchOptions options, DateTimeOffset now, bool isStrict)
{
    public SearchParameterSet Parameters { get; } = parameters;

    public ICodeSets CodeSets { get; } = codeSets;

    public SearchOptions Options { get; } = options;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public DateTimeOffset Now { get; } = now;

    /// <summary>Name of the parameter being read, as the client wrote it.</summary>
    public string Current { get; set; } = "";

    /// <summary>Set when the parameter being read is unknown and left out.</summary>
    public bool IsIgnored { get; set; }

    public List<Issue> Errors { get; } = [];

    public List<Issue> Warnings { get; } = [];

    public List<AmbiguousReference> Ambiguities { get; } = [];

    /// <summary>Refuses the parameter being read.</summary>
    public void Fail(string text, string code = IssueCodes.Value)
    {
        // A value with hundreds of alternatives makes one mistake, not hundreds.
        if (Errors.Count > 0 && Errors[^1].Expression == Current) return;
        Errors.Add(new Issue(code, $"Parameter '{Current}': {text}", Current));
    }

    /// <summary>Refuses the parameter being read where a condition is expected.</summary>
    public SearchExpression? Refuse(string text, string code = IssueCodes.Value)
    {
        Fail(text, code);
        return null;
    }

    /// <summary>Meets a parameter that does not exist: strict requests fail, lenient ones go without it (FHIR R4, search error handling).</summary>
    public SearchExpression? Unknown(string code, IReadOnlyList<string> types)
    {
        var known = types.Count == 1 ? $" Known are: {string.Join(", ", KnownNames.Of(types[0], Parameters))}." : "";
        var where = types.Count == 1 ? $"{types[0]} has no search parameter '{code}'." : $"There is no search parameter '{code}' of all the types searched.";
        if (isStrict || Current == KnownNames.Filter) return Refuse(where + known, IssueCodes.NotSupported);
        IsIgnored = true;
        Warn($"Parameter '{Current}' was ignored: {where}");
        return null;
    }

    /// <summary>Meets a reference parameter that is to be followed: where it holds canonical URLs not all are, and what is missed must not be silent.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="types">Types that have it.</param>
    public void Follow(string code, IReadOnlyList<string> types)
    {
        if (!types.Any(type => Parameters.TryGet(type, code, out var parameter) && parameter.IsCanonical)) return;
        var text = $"Parameter '{Current}': '{code}' holds canonical URLs, which are followed only to resources whose address on this server they are, "
            + "and to contained ones.";
        if (!Warnings.Exists(warning => warning.Text == text)) Warn(text);
    }

    private void Warn(string text) => Warnings.Add(new Issue(IssueCodes.NotSupported, text, Current) { Severity = IssueSeverity.Warning });
}
