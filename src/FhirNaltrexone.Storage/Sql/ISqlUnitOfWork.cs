using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>A unit of work that knows what it wrote.</summary>
internal interface ISqlUnitOfWork : IUnitOfWork
{
    /// <summary>The versions written so far, in order.</summary>
    IReadOnlyList<ResourceVersion> Written { get; }
}
