using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws searches: plain conditions, chains, reverse chains, filters, order, pages, compartments, includes.</summary>
internal sealed class QueryDraw(Dice dice, World world)
{
    private static readonly string[] Operators = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb"];

    private readonly SeenValues _seen = new(dice, world);
    private readonly ValueDraw _values = new(dice, new SeenValues(dice, world));

    public DrawnSearch Draw()
    {
        if (dice.Chance(7)) return OverTypes();
        var type = dice.Chance(40) ? "Observation" : dice.Pick(ParameterTable.Types);
        var compartment = dice.Chance(6) ? new CompartmentScope("Patient", dice.Pick([.. Vocabulary.Keys.Where(key => key.Type == "Patient")]).Id) : null;
        List<KeyValuePair<string, string>> query = [.. Enumerable.Range(0, 1 + (dice.Chance(25) ? 1 + dice.Below(2) : 0)).Select(_ => Condition(type))];
        if (dice.Chance(35)) query.Add(new("_sort", string.Join(',', Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => SortKey(type)))));
        if (dice.Chance(8)) query.Add(Include(type));
        query.AddRange(Paging());
        return new(type, compartment, query);
    }

    private DrawnSearch OverTypes()
    {
        List<KeyValuePair<string, string>> query = [Common()];
        if (dice.Chance(60)) query.Add(new("_type", string.Join(',', Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Pick(ParameterTable.Types)).Distinct())));
        if (dice.Chance(40)) query.Add(new("_sort", dice.Pick<string>(["_id", "-_id", "_lastUpdated", "-_lastUpdated", "_tag"])));
        query.AddRange(Paging());
        return new(null, dice.Chance(30) ? new CompartmentScope("Patient", "1") : null, query);
    }

    private IEnumerable<KeyValuePair<string, string>> Paging()
    {
        if (dice.Chance(35)) yield return new("_count", $"{dice.Pick<int>([0, 1, 1, 2, 2, 3, 3, 5, 5, 7])}");
        if (dice.Chance(40)) yield return new("_total", "accurate");
    }

    private KeyValuePair<string, string> Condition(string type) => dice.Below(20) switch
    {
        0 => Common(),
        1 => new("_filter", Filter(type, 2)),
        2 or 3 => Has(type, 2),
        4 or 5 or 6 => Chain(type, 2) ?? Plain(type),
        _ => Plain(type),
    };

    private KeyValuePair<string, string> Plain(string type)
    {
        var parameter = _seen.Parameter(type);
        var (modifier, value) = _values.Draw(parameter);
        return new(parameter.Code + modifier, value);
    }

    private KeyValuePair<string, string> Common() => dice.Below(7) switch
    {
        0 => new(dice.Chance(20) ? "_id:not" : "_id", string.Join(',', Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Pick(Vocabulary.Keys).Id))),
        1 or 2 => new("_lastUpdated", Updated()),
        3 => new(dice.Chance(20) ? "_tag:not" : "_tag", _values.Code()),
        4 => new(dice.Chance(50) ? "_text" : "_content", _values.Text()),
        5 => new("_list", dice.Pick<string>(["1", "2", "never-stored"])),
        _ => new("_profile" + dice.Pick<string>(["", ":below", ":missing"]), "true"),
    };

    // Updates lie within weeks from the start of 2024.
    private string Updated() => $"{dice.Pick<string>(["", "ge", "le", "gt", "lt", "sa", "eb", "ne"])}2024-{1 + dice.Below(2):00}" + (dice.Chance(60) ? $"-{1 + dice.Below(28):00}" : "");

    private KeyValuePair<string, string>? Chain(string type, int depth)
    {
        var links = ParameterTable.Of(type).Where(parameter => parameter.Type == SearchParameterType.Reference && parameter.Code != "questionnaire").ToList();
        if (links.Count == 0) return null;
        var link = dice.Pick(links);
        var targets = ParameterTable.Types.Where(target => link.Targets.Count == 0 || link.Targets.Contains(target)).ToList();
        if (targets.Count == 0) return null;
        var target = _seen.Target(link) is { } seen && dice.Chance(80) ? seen : dice.Pick(targets);
        var rest = dice.Below(10) switch
        {
            0 => new("_id", dice.Pick(Vocabulary.Keys).Id),
            1 => Has(target, 1),
            2 or 3 when depth > 1 => Chain(target, depth - 1) ?? Plain(target),
            _ => Plain(target),
        };
        return new($"{link.Code}{(dice.Chance(75) ? $":{target}" : "")}.{rest.Key}", rest.Value);
    }

    private KeyValuePair<string, string> Has(string type, int depth)
    {
        var referrers = _seen.Referrers(type);
        if (referrers.Count == 0) return Plain(type);
        var (source, link) = dice.Pick(referrers);
        var rest = dice.Below(8) switch
        {
            0 => new("_id", dice.Pick(Vocabulary.Keys).Id),
            1 when depth > 1 => Has(source, depth - 1),
            2 when depth > 1 => Chain(source, 1) ?? Plain(source),
            _ => Plain(source),
        };
        return new($"_has:{source}:{link.Code}:{rest.Key}", rest.Value);
    }

    private string Filter(string type, int depth) => depth == 0 || dice.Chance(40)
        ? FilterTest(type)
        : dice.Below(4) switch
        {
            0 => $"not ({Filter(type, depth - 1)})",
            1 => $"({Filter(type, depth - 1)} or {Filter(type, depth - 1)})",
            _ => $"{Filter(type, depth - 1)} and {Filter(type, depth - 1)}",
        };

    private string FilterTest(string type)
    {
        var parameter = dice.Pick(ParameterTable.Of(type));
        if (dice.Chance(15)) return $"{parameter.Code} pr {dice.Pick<string>(["true", "false"])}";
        return parameter.Type switch
        {
            SearchParameterType.String => $"{parameter.Code} {dice.Pick<string>(["eq", "ne", "co", "sw", "ew"])} \"{dice.Pick<string>(["muller", "ann", "berg", "a", "Ångström"])}\"",
            SearchParameterType.Date => $"{parameter.Code} {dice.Pick(Operators)} {dice.Pick(Vocabulary.Dates)}",
            SearchParameterType.Number or SearchParameterType.Quantity => $"{parameter.Code} {dice.Pick(Operators)} {dice.Pick(Vocabulary.Numbers)}",
            SearchParameterType.Token => $"{parameter.Code} {dice.Pick<string>(["eq", "ne"])} {dice.Pick<string>(["A", "B", "1234-5", "male", "true", "urn:local|A"])}",
            SearchParameterType.Reference => $"{parameter.Code} re {dice.Pick(Vocabulary.Keys)}",
            _ => $"{parameter.Code} pr true",
        };
    }

    private string SortKey(string type)
    {
        var codes = ParameterTable.Of(type).Where(parameter => parameter.Type is not (SearchParameterType.Composite or SearchParameterType.Special)).Select(parameter => parameter.Code);
        return (dice.Chance(50) ? "-" : "") + dice.Pick([.. codes, "_id", "_lastUpdated"]);
    }

    private KeyValuePair<string, string> Include(string type)
    {
        if (dice.Chance(40) && ParameterTable.Types.Where(source => ParameterTable.References(source, type).Count > 0).ToList() is { Count: > 0 } sources)
        {
            var source = dice.Pick(sources);
            return new("_revinclude", $"{source}:{dice.Pick(ParameterTable.References(source, type)).Code}");
        }

        return new(dice.Chance(30) ? "_include:iterate" : "_include", $"{type}:*");
    }
}
