using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Reads one query of <c>_typeFilter</c>; null when it cannot be read (it could when the export was asked for).</summary>
/// <param name="filter">Type and query.</param>
/// <param name="now">The instant that relative dates start from.</param>
internal delegate SearchExpression? ExportTypeFilter(ExportFilter filter, DateTimeOffset now);
