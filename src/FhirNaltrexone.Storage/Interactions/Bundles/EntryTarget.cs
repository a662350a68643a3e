namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What the URL of an entry means.</summary>
public enum EntryTarget
{
    /// <summary>The base itself: a search over types.</summary>
    System,

    /// <summary>A type: create, search or conditional interaction.</summary>
    Type,

    /// <summary>A resource.</summary>
    Instance,

    /// <summary>A version of a resource.</summary>
    Version,

    /// <summary>A history: of the system, a type or a resource.</summary>
    History,

    /// <summary>A search: <c>_search</c> under base, type or compartment.</summary>
    Search,

    /// <summary>A compartment and types in it: <c>Patient/1/Observation</c>, <c>Patient/1/*</c>.</summary>
    Compartment,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>The capabilities of the server.</summary>
    Metadata,
}
