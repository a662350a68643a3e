using System.Globalization;
using System.Text.RegularExpressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Reads the parameters that say what the answer is like (FHIR R4, modifying search results), one after the other.</summary>
internal sealed partial class ResultReader(ReadingContext context, IReadOnlyList<string> types)
{
    private readonly HashSet<string> _seen = [];

    /// <summary>Order.</summary>
    public List<SortKey> Sort { get; } = [];

    /// <summary>Matches of a page.</summary>
    public int Count { get; private set; } = context.Options.PageSize;

    /// <summary>Whether all matches are counted.</summary>
    public bool IsTotalWanted { get; private set; }

    /// <summary>How much of each resource is wanted.</summary>
    public SummaryMode Summary { get; private set; }

    /// <summary>Elements wanted.</summary>
    public IReadOnlyList<string> Elements { get; private set; } = [];

    /// <summary>What is delivered along.</summary>
    public List<SearchInclude> Includes { get; } = [];

    /// <summary>Reads one parameter.</summary>
    /// <param name="name">Name, with modifier.</param>
    /// <param name="value">Value, not empty.</param>
    /// <returns>Name and value as the self link says them; null when refused.</returns>
    public KeyValuePair<string, string>? Read(string name, string value)
    {
        var (code, modifier) = name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? (name[..colon], name[(colon + 1)..]) : (name, null);
        var isInclude = code is KnownNames.Include or KnownNames.RevInclude;
        if (modifier is not null && !isInclude) context.Fail($"the modifier ':{modifier}' is not supported here.", IssueCodes.NotSupported);
        else if (!isInclude && !_seen.Add(code)) context.Fail("it is given twice.");
        else if (isInclude) return ReadInclude(code, modifier, value);
        else if (ReadOne(code, value)) return new(name, code == KnownNames.Count ? Count.ToString(CultureInfo.InvariantCulture) : value);
        return null;
    }

    /// <summary>Looks for contradictions once all are read.</summary>
    public void Check()
    {
        if (Summary == SummaryMode.Text && Includes.Count > 0)
        {
            context.Current = KnownNames.Summary;
            context.Fail("'text' cannot be combined with '_include' or '_revinclude'.");
        }
    }

    private bool ReadOne(string code, string value)
    {
        switch (code)
        {
            case KnownNames.Sort:
                return value.Split(',').All(ReadSort);
            case KnownNames.Count:
                return ReadCount(value);
            case KnownNames.Total:
                IsTotalWanted |= value is "accurate" or "estimate";
                return Accept(value is "none" or "accurate" or "estimate", "it is 'none', 'estimate' or 'accurate'.");
            case KnownNames.Summary:
                return ReadSummary(value);
            case KnownNames.Elements:
                Elements = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(element => element.Trim()).Distinct()];
                return Accept(Elements.All(element => ElementName().IsMatch(element)), "it takes names of elements with commas between.");
            case KnownNames.Contained when value == "false":
                return true;
            default:
                context.Fail("it is not supported.", IssueCodes.NotSupported);
                return false;
        }
    }

    private bool ReadCount(string value)
    {
        if (!PageCount.TryRead(value, context.Options.MaxPageSize, out var count)) return Accept(false, "it is a whole number, zero or more.");
        Count = count;
        if (count == 0) SetCounting();
        return true;
    }

    private bool ReadSummary(string value)
    {
        if (!Enum.TryParse<SummaryMode>(value, ignoreCase: true, out var summary) || value.Any(character => !char.IsAsciiLetterLower(character)))
            return Accept(false, "it is 'true', 'text', 'data', 'count' or 'false'.");
        if (Summary != SummaryMode.Count) Summary = summary;
        if (summary == SummaryMode.Count) SetCounting();
        return true;
    }

    private void SetCounting()
    {
        Summary = SummaryMode.Count;
        IsTotalWanted = true;
    }

    private bool ReadSort(string item)
    {
        var isDescending = item.StartsWith('-');
        var code = isDescending ? item[1..] : item;
        switch (code)
        {
            case KnownNames.Id:
                Sort.Add(new SortKey(SortField.Id, default, [], isDescending));
                return true;
            case KnownNames.LastUpdated:
                Sort.Add(new SortKey(SortField.LastUpdated, default, [], isDescending));
                return true;
            default:
                return ReadSortEntry(code, isDescending);
        }
    }

    private bool ReadSortEntry(string code, bool isDescending)
    {
        var groups = FoundParameter.Find(context.Parameters, types, code);
        if (groups is not [{ Type: not (SearchParameterType.Composite or SearchParameterType.Special) } found] || found.Types.Count < types.Count)
            return Accept(false, $"'{(ElementName().IsMatch(code) ? code : "?")}' is no search parameter of all types searched that has an order.");
        Sort.Add(new SortKey(SortField.Entry, ValueReading.KindOf(found.Type), found.Keys(), isDescending));
        return true;
    }

    private KeyValuePair<string, string>? ReadInclude(string code, string? modifier, string value)
    {
        if (modifier is not (null or "iterate" or "recurse")) context.Fail($"the modifier ':{modifier}' is not supported here.", IssueCodes.NotSupported);
        else if (Includes.Count == context.Options.MaxIncludes)
            context.Fail($"at most {context.Options.MaxIncludes} '_include' and '_revinclude' are taken.", IssueCodes.TooCostly);
        else if (IncludeReading.Read(context, types, code == KnownNames.RevInclude, value) is { } include)
        {
            Includes.Add(include with { IsIterate = modifier is not null });
            return new(modifier is null ? code : code + ":iterate", value);
        }

        return null;
    }

    private bool Accept(bool isGood, string text)
    {
        if (!isGood) context.Fail(text);
        return isGood;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]{0,99}\z")]
    private static partial Regex ElementName();
}
