namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>What a bulk export covers (Bulk Data 2.0).</summary>
internal enum ExportLevel
{
    /// <summary>Everything.</summary>
    System,

    /// <summary>What belongs to patients.</summary>
    Patient,

    /// <summary>What belongs to the patients of a group.</summary>
    Group,
}
