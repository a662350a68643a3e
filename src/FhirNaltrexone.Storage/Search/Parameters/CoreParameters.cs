using FhirNaltrexone.Validation.Model;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>The search parameters of FHIR R4 as the SDK lists them, and those of Resource, which it leaves out, for every type.</summary>
internal static class CoreParameters
{
    /// <summary>The SDK lists all types where R4 says "any"; R4 has no parameter with so many named targets.</summary>
    private const int ManyTargets = 140;

    private static readonly (string Code, SearchParameterType Type, string Path)[] Common =
    [
        ("_profile", SearchParameterType.Uri, "meta.profile"),
        ("_security", SearchParameterType.Token, "meta.security"),
        ("_source", SearchParameterType.Uri, "meta.source"),
        ("_tag", SearchParameterType.Token, "meta.tag"),
    ];

    /// <summary>All of them, in order of type and code.</summary>
    public static IEnumerable<SearchParameter> Read()
    {
        var published = ModelInfo.SearchParameters.Where(row => ResourceTypes.Contains(row.Resource!)).ToLookup(row => row.Resource!);
        return ResourceTypes.All.SelectMany(type => Of(type, [.. published[type]]).OrderBy(parameter => parameter.Code, StringComparer.Ordinal));
    }

    private static IEnumerable<SearchParameter> Of(string type, IReadOnlyList<SearchParamDefinition> rows)
        => rows.Select(row => Of(row, rows)).Concat(Common.Select(row => new SearchParameter
        {
            Base = type,
            Code = row.Code,
            Url = $"http://hl7.org/fhir/SearchParameter/Resource-{row.Code[1..]}",
            Type = row.Type,
            Expression = $"{type}.{row.Path}",
        }));

    private static SearchParameter Of(SearchParamDefinition row, IReadOnlyList<SearchParamDefinition> rows) => new()
    {
        Base = row.Resource!,
        Code = row.Code!,
        Url = row.Url!,
        Type = Kind(row.Type),
        Expression = ExpressionBranches.Of(row.Resource!, row.Expression!),
        Targets = row.Target is { Length: < ManyTargets } targets ? [.. targets.Select(target => target.ToString())] : [],
        Components = [.. (row.Component ?? []).Select((part, index) => Component(row, part, index, rows))],
    };

    private static SearchParameterComponent Component(
        SearchParamDefinition row, SearchParamComponent part, int index, IReadOnlyList<SearchParamDefinition> rows)
        => new(
            Kind(rows.Single(candidate => candidate.Url == DefinitionOf(row, part)).Type),
            part.Expression!,
            ParameterKey.Of(row.Resource!, $"{row.Code}${index}"));

    /// <summary>R4 has the definitions of the parts of DocumentReference.relationship the wrong way round; their expressions are right.</summary>
    private static string DefinitionOf(SearchParamDefinition row, SearchParamComponent part)
        => (row.Resource, row.Code, part.Expression) switch
        {
            ("DocumentReference", "relationship", "code") => "http://hl7.org/fhir/SearchParameter/DocumentReference-relation",
            ("DocumentReference", "relationship", "target") => "http://hl7.org/fhir/SearchParameter/DocumentReference-relatesto",
            _ => part.Definition!,
        };

    private static SearchParameterType Kind(SearchParamType type) => type switch
    {
        SearchParamType.Number => SearchParameterType.Number,
        SearchParamType.Date => SearchParameterType.Date,
        SearchParamType.String => SearchParameterType.String,
        SearchParamType.Token => SearchParameterType.Token,
        SearchParamType.Reference => SearchParameterType.Reference,
        SearchParamType.Composite => SearchParameterType.Composite,
        SearchParamType.Quantity => SearchParameterType.Quantity,
        SearchParamType.Uri => SearchParameterType.Uri,
        _ => SearchParameterType.Special,
    };
}
