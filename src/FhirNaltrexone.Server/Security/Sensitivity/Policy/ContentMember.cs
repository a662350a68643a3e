namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>Members that say what a resource is about, and whom.</summary>
internal enum ContentMember
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>A text for people.</summary>
    Text,

    /// <summary>A canonical or address.</summary>
    Address,

    /// <summary>System of a coding.</summary>
    System,

    /// <summary>Code of a coding.</summary>
    Code,

    /// <summary>A literal reference.</summary>
    Reference,

    /// <summary>Type of a resource.</summary>
    ResourceType,

    /// <summary>Id of a resource.</summary>
    Id,

    /// <summary>Meta of a resource.</summary>
    Meta,

    /// <summary>Contained resources.</summary>
    Contained,
}
