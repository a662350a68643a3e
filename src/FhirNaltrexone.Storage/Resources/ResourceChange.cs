namespace FhirNaltrexone.Storage.Resources;

/// <summary>The interaction that made a version. The numbers are stored.</summary>
public enum ResourceChange
{
    /// <summary>POST: the server chose the id.</summary>
    Create = 1,

    /// <summary>PUT on an id that did not exist or was deleted.</summary>
    CreateAs = 2,

    /// <summary>PUT on an existing resource.</summary>
    Update = 3,

    /// <summary>PATCH.</summary>
    Patch = 4,

    /// <summary>DELETE: the version has no content.</summary>
    Delete = 5,

    /// <summary>The service's own content, under an id that did not exist or was deleted. No client can make such a version.</summary>
    Publish = 6,

    /// <summary>The service's own content in the place of content of its own.</summary>
    Republish = 7,
}
