using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>What searches may ask for, and how their values are read.</summary>
public sealed class SearchOptions
{
    /// <summary>Matches of a page when the client names no number.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 20;

    /// <summary>Most matches of a page; a larger <c>_count</c> is lowered to it.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; set; } = 1000;

    /// <summary>Most parameters of a search.</summary>
    [Range(1, 1000)]
    public int MaxParameters { get; set; } = 30;

    /// <summary>Most alternatives of one parameter (separated by commas).</summary>
    [Range(1, 10_000)]
    public int MaxValues { get; set; } = 500;

    /// <summary>Most links of a chain, <c>_has</c> included.</summary>
    [Range(1, 10)]
    public int MaxChainDepth { get; set; } = 5;

    /// <summary>Most <c>_include</c> and <c>_revinclude</c> parameters together.</summary>
    [Range(0, 100)]
    public int MaxIncludes { get; set; } = 10;

    /// <summary>How often <c>:iterate</c> follows what it has found.</summary>
    [Range(0, 20)]
    public int MaxIterations { get; set; } = 5;

    /// <summary>Most included resources of a page.</summary>
    [Range(0, 100_000)]
    public int MaxIncluded { get; set; } = 1000;

    /// <summary>Longest <c>_filter</c>, in characters.</summary>
    [Range(1, 100_000)]
    public int MaxFilterLength { get; set; } = 4000;

    /// <summary>Deepest nesting of parentheses and brackets in a <c>_filter</c>.</summary>
    [Range(1, 100)]
    public int MaxFilterDepth { get; set; } = 20;

    /// <summary>Most codes a value set or a hierarchy may bring into a search.</summary>
    [Range(1, 30_000)]
    public int MaxCodes { get; set; } = 5000;

    /// <summary>Radius of <c>near</c> when the client names none, in kilometres.</summary>
    [Range(0.001, 20_000)]
    public double NearKilometres { get; set; } = 50;

    /// <summary>Longest token of a page link, in characters.</summary>
    [Range(100, 60_000)]
    public int MaxPagingTokenLength { get; set; } = 6000;

    /// <summary>URLs under which this server is known; a reference under one of them is the same as a relative one. A slash at the end makes no difference.</summary>
    public IReadOnlyList<string> Bases { get; set; } = [];

    /// <summary>Time zone (IANA name) of dates without one.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";
}
