using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>Keys of the entries of one parameter. Null where such entries are not kept.</summary>
internal sealed record EntryKeys(int Main, int? Text = null, int? OfType = null, int? Identifier = null, int? Present = null)
{
    /// <summary>All keys of a parameter.</summary>
    public static EntryKeys Of(SearchParameter parameter)
    {
        var main = parameter.Key;
        return new(
            main,
            ParameterKey.Continue(main, ParameterNames.Text),
            ParameterKey.Continue(main, ParameterNames.OfType),
            ParameterKey.Continue(main, ParameterNames.Identifier),
            ParameterKey.Continue(main, ParameterNames.Present));
    }

    /// <summary>Keys of a parameter of a contained resource, seen from the reference that points to it.</summary>
    public static EntryKeys Inner(int reference, SearchParameter inner)
    {
        var main = ParameterKey.Continue(reference, $">{inner.Base}/{inner.Code}");
        return new(main, ParameterKey.Continue(main, ParameterNames.Text));
    }
}
