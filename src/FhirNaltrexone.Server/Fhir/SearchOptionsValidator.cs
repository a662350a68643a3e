using FhirNaltrexone.Storage.Search.Requests;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Checks what annotations cannot say.</summary>
internal sealed class SearchOptionsValidator : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            return ValidateOptionsResult.Fail($"Search:TimeZone '{options.TimeZone}' is not a time zone this machine knows.");
        }

        return options.PageSize > options.MaxPageSize
            ? ValidateOptionsResult.Fail("Search:PageSize must not be greater than Search:MaxPageSize.")
            : ValidateOptionsResult.Success;
    }
}
