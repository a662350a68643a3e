namespace FhirNaltrexone.Server.Validation.CommandLine.Reports;

/// <summary>Tells what came of each resource, in one format. Disposing it ends the report.</summary>
internal interface IValidationReport : IDisposable
{
    /// <summary>Takes in what came of a resource.</summary>
    void Add(CheckedItem item);
}
