using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Names with rules of their own, which are in no set of parameters.</summary>
internal static class KnownNames
{
    public const string Id = "_id";
    public const string LastUpdated = "_lastUpdated";
    public const string Type = "_type";
    public const string Text = "_text";
    public const string Content = "_content";
    public const string List = "_list";
    public const string Filter = "_filter";
    public const string Has = "_has";

    public const string Sort = "_sort";
    public const string Count = "_count";
    public const string Total = "_total";
    public const string Include = "_include";
    public const string RevInclude = "_revinclude";
    public const string Summary = "_summary";
    public const string Elements = "_elements";
    public const string Contained = "_contained";
    public const string ContainedType = "_containedType";
    public const string Query = "_query";
    public const string Score = "_score";

    private static readonly string[] Special = [Id, LastUpdated, Text, Content, List, Has, Filter];

    private static readonly string[] OfAnswer =
        [Sort, Count, Total, Include, RevInclude, Summary, Elements, Contained, ContainedType, Query, Score];

    /// <summary>Parameters about the form of the answer that other parts of a server obey.</summary>
    private static readonly string[] OfForm = ["_format", "_pretty"];

    /// <summary>Whether a name, without modifier, says what the answer is like rather than what matches.</summary>
    public static bool IsOfAnswer(string code) => OfAnswer.Contains(code);

    /// <summary>Whether a name concerns the form of the answer only.</summary>
    public static bool IsOfForm(string code) => OfForm.Contains(code);

    /// <summary>All names that search a type.</summary>
    public static IEnumerable<string> Of(string type, SearchParameterSet parameters)
        => Special.Concat(parameters.For(type).Select(parameter => parameter.Code)).Order(StringComparer.Ordinal);
}
