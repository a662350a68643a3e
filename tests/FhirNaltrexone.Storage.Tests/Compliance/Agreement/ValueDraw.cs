using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws values of search parameters, as they stand in a decoded query.</summary>
internal sealed class ValueDraw(Dice dice, SeenValues seen)
{
    private static readonly string[] Prefixes = ["", "", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];

    /// <summary>A modifier that fits the kind, or mostly none, and values.</summary>
    public (string Modifier, string Value) Draw(SearchParameter parameter)
    {
        if (dice.Chance(8)) return (":missing", dice.Pick<string>(["true", "false"]));
        return parameter.Type switch
        {
            SearchParameterType.Token => Token(parameter),
            SearchParameterType.String => (dice.Pick<string>(["", "", ":contains", ":exact"]), Alternatives(() => Seen(parameter) ?? Text())),
            SearchParameterType.Reference => Reference(parameter),
            SearchParameterType.Uri => (dice.Pick<string>(["", "", ":below", ":above", ":contains"]), Alternatives(() => Seen(parameter) ?? Uri())),
            SearchParameterType.Special => ("", Near()),
            _ => ("", Alternatives(() => Seen(parameter) ?? Plain(parameter))),
        };
    }

    private string? Seen(SearchParameter parameter) => dice.Chance(85) ? seen.Draw(parameter) : null;

    private (string, string) Token(SearchParameter parameter) => dice.Below(12) switch
    {
        0 or 1 => (":not", Alternatives(() => Seen(parameter) ?? Code())),
        2 => (":text", Alternatives(Text)),
        3 => (":of-type", $"{Escape(dice.Pick(Vocabulary.Systems))}|{Escape(dice.Pick(Vocabulary.Codes))}|{Escape(dice.Pick(Vocabulary.Codes))}"),
        _ => ("", Alternatives(() => Seen(parameter) ?? Code())),
    };

    private (string, string) Reference(SearchParameter parameter)
    {
        if (Seen(parameter) is { } reference) return ("", reference);
        if (parameter.Code == "questionnaire") return Canonical();
        var key = dice.Pick([.. Vocabulary.Keys.Where(key => parameter.Targets.Count == 0 || parameter.Targets.Contains(key.Type))]);
        return dice.Below(9) switch
        {
            0 => ($":{key.Type}", key.Id),
            1 => ("", $"{TestSearch.Base}/{key}"),
            2 => ("", $"http://other.org/fhir/{key}"),
            3 => ("", $"{key}/_history/{1 + dice.Below(3)}"),
            4 => (":identifier", Alternatives(Code)),
            5 => (":text", Alternatives(Text)),
            6 => ("", key.Id),
            _ => ("", $"{key},{dice.Pick([.. Vocabulary.Keys.Where(other => other.Type == key.Type)])}"),
        };
    }

    private (string, string) Canonical()
        => (dice.Chance(30) ? ":below" : "", Escape(dice.Pick(Vocabulary.Uris)) + (dice.Chance(50) ? $"|{dice.Pick(Vocabulary.Versions)}" : ""));

    private string Plain(SearchParameter parameter) => parameter.Type == SearchParameterType.Composite
        ? string.Join('$', parameter.Components.Select(part => Part(part.Type)))
        : Part(parameter.Type);

    private string Part(SearchParameterType type) => type switch
    {
        SearchParameterType.Token => Code(),
        SearchParameterType.String => Text(),
        SearchParameterType.Date => Date(),
        SearchParameterType.Number => Number(),
        SearchParameterType.Quantity => Quantity(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not drawn."),
    };

    public string Date() => dice.Pick(Prefixes) + dice.Pick(Vocabulary.Dates);

    public string Code()
    {
        var code = Escape(dice.Pick(Vocabulary.Codes));
        return dice.Below(6) switch
        {
            0 => $"{Escape(dice.Pick(Vocabulary.Systems))}|{code}",
            1 => $"|{code}",
            2 => $"{Escape(dice.Pick(Vocabulary.Systems))}|",
            _ => code,
        };
    }

    /// <summary>A text, or the beginning or the end of one.</summary>
    public string Text()
    {
        var text = dice.Pick(Vocabulary.Texts);
        var cut = dice.Chance(50) || char.IsSurrogate(text[0]) ? text : dice.Chance(70) ? text[..(1 + dice.Below(text.Length))] : text[dice.Below(text.Length)..];
        return Escape(cut);
    }

    private string Number() => dice.Pick(Prefixes) + dice.Pick(Vocabulary.Numbers);

    private string Quantity()
    {
        var unit = dice.Pick(Vocabulary.Units);
        return dice.Below(4) switch
        {
            0 => Number(),
            1 => $"{Number()}||{Escape(unit.Text ?? unit.Code ?? "mg")}",
            _ => $"{Number()}|{unit.System ?? Vocabulary.Ucum}|{unit.Code ?? "mg"}",
        };
    }

    private string Uri()
    {
        var uri = dice.Pick(Vocabulary.Uris);
        return Escape(dice.Chance(70) ? uri : uri[..(8 + dice.Below(uri.Length - 8))]);
    }

    private string Near() => $"{dice.Pick<string>(["46.95", "-17", "90", "0"])}|{dice.Pick<string>(["7.45", "180", "-179.9", "0"])}|{dice.Pick<string>(["1", "25", "100", "20000"])}|km";

    private string Alternatives(Func<string> draw) => string.Join(',', Enumerable.Range(0, 1 + (dice.Chance(30) ? dice.Below(3) : 0)).Select(_ => draw()));

    public static string Escape(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
