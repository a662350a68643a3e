namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What an entry asks for (FHIR R4 HTTPVerb).</summary>
public enum EntryMethod
{
    /// <summary>Read or search.</summary>
    Get,

    /// <summary>Read or search without content.</summary>
    Head,

    /// <summary>Create, search by form, or operation.</summary>
    Post,

    /// <summary>Update.</summary>
    Put,

    /// <summary>Patch.</summary>
    Patch,

    /// <summary>Delete.</summary>
    Delete,
}
