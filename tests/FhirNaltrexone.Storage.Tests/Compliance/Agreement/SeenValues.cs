using System.Globalization;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws values that some resource has, or that lie near, so that searches find something and boundaries are met.</summary>
internal sealed class SeenValues(Dice dice, World world)
{
    private static readonly string[] Prefixes = ["", "", "ne", "gt", "lt", "ge", "le", "sa", "eb"];
    private static readonly string[] Precisions = ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    /// <summary>A value of a parameter, without modifier; null when no resource has one.</summary>
    public string? Draw(SearchParameter parameter)
    {
        var resources = world.Entries(parameter.Base);
        if (resources.Count == 0) return null;
        var index = dice.Pick(resources);
        return parameter.Type == SearchParameterType.Composite
            ? Composite(index, parameter)
            : Value(index, parameter.Type, parameter.Key, item: null);
    }

    /// <summary>A parameter of a type, mostly one that some resource has a value for.</summary>
    public SearchParameter Parameter(string type)
    {
        var parameter = dice.Pick(ParameterTable.Of(type));
        for (var tries = 0; tries < 4 && Draw(parameter) is null; tries++) parameter = dice.Pick(ParameterTable.Of(type));
        return parameter;
    }

    /// <summary>Type of a resource that some resource refers to; null when none does.</summary>
    public string? Target(SearchParameter link)
        => One(
            [.. world.Entries(link.Base).SelectMany(index => index.References).Where(entry => entry.Parameter == link.Key && ParameterTable.Types.Contains(entry.TargetType))],
            entry => entry.TargetType);

    /// <summary>Types and parameters by which some resource refers to one of a type.</summary>
    public IReadOnlyList<(string Source, SearchParameter Link)> Referrers(string type) =>
    [
        .. from source in ParameterTable.Types
           from link in ParameterTable.References(source, type)
           where world.Entries(source).Any(index => index.References.Any(entry => entry.Parameter == link.Key && entry.TargetType == type))
           select (source, link),
    ];

    private string? Composite(IndexEntries index, SearchParameter parameter)
    {
        // The parts of one element, or of several, which must not be found.
        var item = dice.Chance(40) ? null : (short?)(1 + dice.Below(3));
        var parts = parameter.Components.Select(part => Value(index, part.Type, part.Key, item)).ToList();
        return parts.Contains(null) ? null : string.Join('$', parts);
    }

    private string? Value(IndexEntries index, SearchParameterType type, int key, short? item)
    {
        bool IsOf(int parameter, short of) => parameter == key && (item is null || item == of);
        return type switch
        {
            SearchParameterType.Token => One([.. index.Tokens.Where(entry => IsOf(entry.Parameter, entry.Item))], Token),
            SearchParameterType.String => One([.. index.Strings.Where(entry => IsOf(entry.Parameter, entry.Item))], entry => ValueDraw.Escape(Cut(entry.Exact))),
            SearchParameterType.Date => One([.. index.Dates.Where(entry => IsOf(entry.Parameter, entry.Item))], Date),
            SearchParameterType.Reference => One([.. index.References.Where(entry => IsOf(entry.Parameter, entry.Item))], Reference),
            SearchParameterType.Uri => One([.. index.Uris.Where(entry => IsOf(entry.Parameter, entry.Item))], entry => ValueDraw.Escape(entry.Value)),
            SearchParameterType.Number => One([.. index.Numbers.Where(entry => IsOf(entry.Parameter, entry.Item))], _ => Number()),
            SearchParameterType.Quantity => One([.. index.Quantities.Where(entry => IsOf(entry.Parameter, entry.Item))], Quantity),
            _ => null,
        };
    }

    private string? One<T>(IReadOnlyList<T> entries, Func<T, string?> write) => entries.Count == 0 ? null : write(dice.Pick(entries));

    private string Token(TokenEntry entry)
    {
        var code = ValueDraw.Escape(entry.Code);
        return dice.Chance(50) ? code : $"{ValueDraw.Escape(entry.System)}|{code}";
    }

    private string? Date(DateEntry entry)
    {
        var bound = dice.Chance(70) ? entry.From : entry.To - (dice.Chance(50) ? 1 : 0);
        return bound is long.MinValue or long.MaxValue or long.MaxValue - 1
            ? null
            : dice.Pick(Prefixes) + DateTimeOffset.FromUnixTimeMilliseconds(bound).ToString(dice.Pick(Precisions), CultureInfo.InvariantCulture);
    }

    private string Reference(ReferenceEntry entry)
    {
        if (entry.TargetType is null) return ValueDraw.Escape(entry.TargetId) + (dice.Chance(50) && entry.TargetCanonicalVersion is { } version ? $"|{version}" : "");
        var local = $"{entry.TargetType}/{entry.TargetId}";
        return dice.Below(4) switch
        {
            0 => $"{TestSearch.Base}/{local}",
            1 => $"{local}/_history/{entry.TargetVersion ?? 1}",
            _ => local,
        };
    }

    private string Quantity(QuantityEntry entry) => (entry.Kind, dice.Below(3)) switch
    {
        (_, 0) => Number(),
        (QuantityUnit.Coded, 1) when entry.System.Length > 0 && entry.Unit.Length > 0 => $"{Number()}|{entry.System}|{ValueDraw.Escape(entry.Unit)}",
        (QuantityUnit.Coded or QuantityUnit.Text, _) when entry.Unit.Length > 0 => $"{Number()}||{ValueDraw.Escape(entry.Unit)}",
        _ => $"{Number()}|{Vocabulary.Ucum}|mg",
    };

    private string Number() => dice.Pick(Prefixes) + dice.Pick(Vocabulary.Numbers);

    private string Cut(string text)
    {
        if (text.Length == 0) return text;
        var length = 1 + dice.Below(text.Length);
        return dice.Chance(50) || char.IsHighSurrogate(text[length - 1]) ? text : text[..length];
    }
}
