using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Goes through the parameters of one request.</summary>
internal sealed class QueryReader(ReadingContext context, SearchScope scope)
{
    private readonly ResultReader _results = new(context, scope.Types);
    private readonly ConditionReader _conditions = new(context);
    private readonly List<SearchExpression> _parts = scope.Filter is { } filter ? [filter] : [];
    private readonly List<KeyValuePair<string, string>> _used = [];

    /// <summary>Reads all; what is wrong is told to the context.</summary>
    public void ReadAll(IReadOnlyList<KeyValuePair<string, string>> query)
    {
        foreach (var (name, value) in query) Read(name, value);
        _results.Check();
    }

    /// <summary>The search, when nothing was wrong.</summary>
    public SearchRequest Request() => new()
    {
        Query = new SearchQuery
        {
            Types = scope.IsAll ? [] : scope.Types,
            Filter = _parts switch { [] => null, [var only] => only, _ => new AllOf(_parts) },
            Sort = _results.Sort,
            Count = _results.Summary == SummaryMode.Count ? 0 : _results.Count,
            IsTotalWanted = _results.IsTotalWanted,
        },
        Includes = _results.Includes,
        Summary = _results.Summary,
        Elements = _results.Elements,
        Parameters = _used,
        Warnings = context.Warnings,
        Ambiguities = context.Ambiguities,
    };

    private void Read(string name, string value)
    {
        // R4 has a parameter without value ignored.
        if (value.Length == 0) return;
        context.Current = Shown(name);
        context.IsIgnored = false;
        if (name == KnownNames.Type || KnownNames.IsOfForm(name)) _used.Add(new(name, value));
        else if (KnownNames.IsOfAnswer(name.Split(':')[0])) ReadResult(name, value);
        else ReadCondition(name, value);
    }

    private void ReadResult(string name, string value)
    {
        if (_results.Read(name, value) is { } used) _used.Add(used);
    }

    private void ReadCondition(string name, string value)
    {
        var errors = context.Errors.Count;
        if (_conditions.Read(scope.Types, name, value) is { } part && !context.IsIgnored)
        {
            _parts.Add(part);
            _used.Add(new(name, value));
        }
        else if (!context.IsIgnored && context.Errors.Count == errors)
        {
            // Each reader says why it refuses. Should one forget, a condition left out would match more than was asked.
            context.Fail("it could not be read.", IssueCodes.Invalid);
        }
    }

    /// <summary>A name fit for a message.</summary>
    private static string Shown(string name)
    {
        const int Longest = 200;
        var shown = name.Length > Longest ? name[..Longest] + '…' : name;
        return string.Concat(shown.Where(character => !char.IsControl(character)));
    }
}
