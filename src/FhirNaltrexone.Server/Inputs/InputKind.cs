namespace FhirNaltrexone.Server.Inputs;

/// <summary>How a file holds resources.</summary>
internal enum InputKind
{
    /// <summary>One resource or bundle, JSON or XML.</summary>
    Document,

    /// <summary>One resource a line: NDJSON.</summary>
    Lines,

    /// <summary>A compressed tar of documents: a FHIR package, for one.</summary>
    Package,
}
