using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>Reads <c>_filter</c>.</summary>
internal sealed class FilterReader(ReadingContext context)
{
    public SearchExpression? Read() => context.Refuse("it is not supported.", IssueCodes.NotSupported);
}
