namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>Elements in which a transaction rewrites links (FHIR R4, http, transactions). A canonical is none.</summary>
internal enum LinkKind
{
    /// <summary>Reference.reference.</summary>
    Reference,

    /// <summary>An element of type uri, url, oid or uuid.</summary>
    Uri,

    /// <summary>Narrative: what its anchors and images point to.</summary>
    Narrative,
}
